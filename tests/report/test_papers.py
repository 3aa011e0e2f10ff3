"""The office papers: what stands on them, with the office of the seed SOP as the cast."""

import re
from datetime import date, datetime

import pytest

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Heading, Letterhead, Paper, Signatures, Table
from runut.core.report.papers.daftar_hadir import DaftarHadir, Kehadiran, compose_daftar_hadir
from runut.core.report.papers.kesiapan import Butir, Kesiapan, compose_kesiapan
from runut.core.report.papers.lembar_paraf import LembarParaf, TandaPeriksa, compose_lembar_paraf
from runut.core.report.papers.letter import Peserta, acted
from runut.core.report.papers.notula import Keputusan, Notula, Pembahasan, compose_notula
from runut.core.report.papers.penugasan import Penugasan, compose_penugasan
from runut.core.report.papers.timeline import Kejadian, Riwayat, compose_riwayat
from runut.core.report.papers.undangan import Undangan, compose_undangan, whatsapp_text
from runut.core.report.text import line_text, write_text
from tests.report.reading import said

KOP = Letterhead(
    ("PEMERINTAH PROVINSI KALIMANTAN BARAT", "SEKRETARIAT DAERAH", "BIRO ADMINISTRASI PIMPINAN"),
    "Jalan Ahmad Yani, Pontianak",
)
KASUBAG = Pejabat("Kasubag Tata Usaha", "Ratna Dewi, S.E.", "Penata", "198001012005012003")
STAF = Pejabat("Staf", "Budi Santoso", nip="199502022020121004")
MULAI = datetime(2026, 1, 12, 8, 0)  # noqa: DTZ001 - local time of the office, as the paper prints it
TIM = (
    Peserta("Ani Lestari", "Analis Kinerja", "Bagian Perencanaan", "199001012015032001"),
    Peserta("Dedi Kurnia", "Arsiparis", "Bagian Protokol"),
)


def undangan(**changed: object) -> Undangan:
    given = {
        "kop": KOP,
        "kota": "Pontianak",
        "tanggal": date(2026, 1, 8),
        "nomor": "005/12/AP",
        "hal": "Undangan Rapat Penyusunan LAKIP",
        "undangan": TIM,
        "rangka": "penyusunan LAKIP tahun 2025",
        "mulai": MULAI,
        "tempat": "Ruang Rapat 1",
        "acara": "Pembahasan draf LAKIP",
        "penandatangan": KASUBAG,
    }
    return Undangan(**(given | changed))  # type: ignore[arg-type]


def test_an_oral_order_leaves_a_written_record_with_the_time_it_was_given() -> None:
    words = write_text(
        compose_penugasan(
            Penugasan(
                kop=KOP,
                kota="Pontianak",
                tanggal=date(2026, 1, 7),
                dari=KASUBAG,
                kepada=(STAF,),
                hal="Persiapan rapat penyusunan LAKIP",
                tugas=("menyiapkan undangan rapat", "menyiapkan ruangan dan daftar hadir"),
                lisan_pada=datetime(2026, 1, 7, 8, 10),  # noqa: DTZ001
                rapat_mulai=MULAI,
                rapat_tempat="Ruang Rapat 1",
            )
        )
    )
    assert "CATATAN PENUGASAN" in words
    assert "secara lisan pada 7 Januari 2026 pukul 08.10 WIB" in words
    assert "1. menyiapkan undangan rapat" in words
    assert "Senin, 12 Januari 2026" in words


def test_a_written_order_is_a_nota_dinas_with_its_number() -> None:
    paper = compose_penugasan(
        Penugasan(
            kop=KOP,
            kota="Pontianak",
            tanggal=date(2026, 1, 7),
            dari=KASUBAG,
            kepada=(STAF,),
            hal="Persiapan rapat",
            tugas=("menyiapkan undangan",),
            nomor="800/1/AP",
        )
    )
    words = write_text(paper)
    assert paper.paper == "f4"
    assert "NOTA DINAS" in words
    assert "Nomor 800/1/AP" in words
    assert "NIP 19800101 200501 2 003" in words


def test_the_invitation_has_its_head_the_four_facts_and_a_list_of_invitees() -> None:
    words = write_text(compose_undangan(undangan()))
    for fact in (
        "Pontianak, 8 Januari 2026",
        "005/12/AP",
        "Senin, 12 Januari 2026",
        "08.00 WIB s.d. selesai",
        "Ruang Rapat 1",
        "DAFTAR UNDANGAN",
        "Analis Kinerja",
    ):
        assert fact in words


def test_a_letter_calls_posts_and_names_only_who_comes_for_himself() -> None:
    guest = Peserta("Siti Aminah", "Dosen", "Universitas Tanjungpura", sebut_nama=True)
    words = said(compose_undangan(undangan(undangan=(*TIM, guest))))
    assert "Ani Lestari" not in words
    assert "Siti Aminah" in words


def test_the_head_of_a_nota_dinas_stands_in_its_order_and_names_posts() -> None:
    paper = compose_penugasan(
        Penugasan(KOP, "Pontianak", date(2026, 1, 7), KASUBAG, (STAF,), "Rapat", ("menyiapkan",))
    )
    head = next(block for block in paper.body if isinstance(block, Table))
    rows = [tuple(line_text(one.lines[0]) for one in row) for row in head.rows]
    assert [row[0] for row in rows] == ["Yth.", "Dari", "Hal", "Lampiran", "Tanggal", "Sifat"]
    assert (rows[0][2], rows[1][2]) == ("Staf", "Kasubag Tata Usaha")


def test_a_presence_noted_by_another_never_stands_as_ones_paraf() -> None:
    at = datetime(2026, 1, 12, 9, 10)  # noqa: DTZ001
    noted = Kehadiran(TIM[0], at, "dicatat")
    own = Kehadiran(TIM[1], at, "QR", sendiri=True)
    paper = compose_daftar_hadir(
        DaftarHadir(KOP, "Rapat", MULAI, "Ruang 1", kehadiran=(noted, own))
    )
    table = next(one for one in paper.body if isinstance(one, Table) and one.frame)
    parafs = [line_text(row[4].lines[0]) for row in table.rows]
    assert parafs == ["1.", "hadir 09.10 WIB (QR)"]
    assert "hadir 09.10 WIB (dicatat)" in said(paper)


def test_the_report_of_readiness_has_the_parts_of_a_report_and_none_of_a_nota() -> None:
    paper = compose_kesiapan(
        Kesiapan(KOP, "Pontianak", date(2026, 1, 9), KASUBAG, STAF, "Rapat", MULAI, "R1", (), 1, 1)
    )
    parts = [one.text for one in paper.body if isinstance(one, Heading) and one.level == 2]
    assert parts == [
        "Pendahuluan",
        "Kegiatan yang dilaksanakan",
        "Hasil pemeriksaan",
        "Simpulan dan saran",
        "Penutup",
    ]
    assert "Yth." not in said(paper)


def test_an_invitation_to_one_names_that_one_and_has_no_annex() -> None:
    words = write_text(compose_undangan(undangan(undangan=TIM[:1])))
    assert "Yth. Analis Kinerja, Bagian Perencanaan" in words
    assert "DAFTAR UNDANGAN" not in words


def test_the_whatsapp_text_says_the_same_facts_as_the_letter() -> None:
    message = whatsapp_text(undangan(selesai=datetime(2026, 1, 12, 15, 30)))  # noqa: DTZ001
    assert "Waktu: 08.00 s.d. 15.30 WIB" in message
    assert "Tempat: Ruang Rapat 1" in message
    assert "Nomor: 005/12/AP" in message


def test_the_list_of_attendance_leaves_room_for_a_pen_until_somebody_checked_in() -> None:
    kehadiran = (
        Kehadiran(TIM[0], datetime(2026, 1, 12, 7, 55), "QR"),  # noqa: DTZ001
        Kehadiran(TIM[1]),
    )
    words = write_text(
        compose_daftar_hadir(
            DaftarHadir(
                kop=KOP,
                acara="Rapat LAKIP",
                mulai=MULAI,
                tempat="Ruang Rapat 1",
                kehadiran=kehadiran,
                baris_kosong=2,
            )
        )
    )
    assert "07.55 WIB" in words
    assert "19900101 201503 2 001" in words
    assert "Jumlah undangan 2 orang, tercatat hadir 1 orang." in words
    assert "  4." in words


def test_the_readiness_report_names_what_is_not_ready() -> None:
    words = write_text(
        compose_kesiapan(
            Kesiapan(
                kop=KOP,
                kota="Pontianak",
                tanggal=date(2026, 1, 9),
                kepada=KASUBAG,
                pelapor=STAF,
                acara="Rapat LAKIP",
                mulai=MULAI,
                tempat="Ruang Rapat 1",
                butirs=(Butir("Ruangan", is_ready=True), Butir("Proyektor", is_ready=False)),
                undangan_terkirim=2,
                undangan_jumlah=2,
            )
        )
    )
    assert "1 dari 2 butir belum siap, yaitu Proyektor" in words
    assert "2 dari 2 undangan" in words


def notula(**changed: object) -> Notula:
    given = {
        "kop": KOP,
        "kota": "Pontianak",
        "tanggal": date(2026, 1, 12),
        "judul": "Rapat Penyusunan LAKIP",
        "mulai": MULAI,
        "selesai": datetime(2026, 1, 12, 15, 0),  # noqa: DTZ001
        "tempat": "Ruang Rapat 1",
        "pimpinan": KASUBAG,
        "notulis": STAF,
        "peserta": TIM,
        "jumlah_undangan": 3,
        "acara": ("Pembahasan draf LAKIP",),
        "pembukaan": "",
        "pembahasan": (Pembahasan("Ani Lestari", "Angka serapan perlu diperiksa.", "Bab III.B"),),
        "keputusan": (
            Keputusan(
                1,
                "Serapan dicocokkan dengan laporan keuangan.",
                "bab3.anggaran",
                "B. Realisasi Anggaran",
                "Dedi Kurnia",
                date(2026, 1, 14),
            ),
        ),
    }
    return Notula(**(given | changed))  # type: ignore[arg-type]


def test_the_minutes_tie_each_decision_to_a_section_a_person_and_a_date() -> None:
    words = said(compose_notula(notula()))
    for fact in (
        "2 hadir dari 3 undangan",
        "B. Realisasi Anggaran",
        "Dedi Kurnia",
        "14 Januari 2026",
        "Bagian: Bab III.B",
        "Rapat ditutup pada pukul 15.00 WIB dengan 1 keputusan",
    ):
        assert fact in words


def test_an_act_in_the_application_claims_no_electronic_signature_and_ink_is_said_to_come() -> None:
    paper = compose_notula(notula(bukti_notulis=acted(MULAI, "WIB")))
    signers = next(block for block in paper.body if isinstance(block, Signatures))
    assert [one.state for one in signers.blocks] == ["kosong", "tercatat"]
    assert signers.blocks[0].note == "(ditandatangani pada naskah cetak)"
    assert "secara elektronik" not in said(paper)
    assert "Dilakukan sendiri melalui Runut" in write_text(paper)


def test_the_timeline_shows_standard_and_real_time_and_counts_the_repeats() -> None:
    kejadian = (
        Kejadian(
            "6",
            "Menyempurnakan draf LAKIP",
            "Tim",
            MULAI,
            datetime(2026, 1, 13, 15, 0),  # noqa: DTZ001
            900,
            960,
            keluaran="Draf akhir",
        ),
        Kejadian("6", "Menyempurnakan draf LAKIP", "Tim", MULAI, ulang_ke=2),
    )
    paper = compose_riwayat(Riwayat(KOP, "LAKIP 2025", "Penyusunan LAKIP", kejadian))
    words = said(paper)
    assert paper.landscape
    assert "(lebih 1 jam)" in words
    assert "(ulang" in words
    assert "Selesai 1 dari 2" in words


def test_a_fallen_paraf_stays_on_the_sheet_and_says_that_it_fell() -> None:
    old, new = "a" * 64, "b" * 64
    tandas = (
        TandaPeriksa("Ratna Dewi", "Kasubag", "Paraf", MULAI, old, is_valid=False),
        TandaPeriksa("Ratna Dewi", "Kasubag", "Paraf", MULAI, new),
    )
    words = said(compose_lembar_paraf(LembarParaf(KOP, "LAKIP 2025", "Draf akhir 2", new, tandas)))
    assert "Gugur: dokumen berubah sesudahnya." in words
    assert "berlaku pada versi ini: 1 dari 2 paraf dan tanda tangan" in words


def test_a_return_is_printed_as_a_return_and_not_as_a_fallen_paraf() -> None:
    back = TandaPeriksa("R", "K", "Dikembalikan", MULAI, "a" * 64, is_valid=False, is_return=True)
    words = said(compose_lembar_paraf(LembarParaf(KOP, "LAKIP 2025", "1", "b" * 64, (back,))))
    assert "Dikembalikan" in words
    assert "Gugur" not in words
    assert "0 dari 0" in words


def test_one_word_for_a_limit_on_every_paper() -> None:
    history = compose_riwayat(Riwayat(KOP, "LAKIP", "SOP", (), batas=date(2026, 2, 27)))
    words = said(history) + said(compose_notula(notula()))
    assert "Batas waktu" in words
    assert not {"Jatuh tempo", "Tenggat", "tenggat"} & set(
        re.findall(r"Jatuh tempo|[Tt]enggat", words)
    )


def test_every_table_of_every_paper_has_as_many_cells_as_columns() -> None:
    papers: tuple[Paper, ...] = (compose_undangan(undangan()), compose_notula(notula()))
    for paper in papers:
        for table in (block for block in paper.body if isinstance(block, Table)):
            assert abs(sum(table.widths) - 1) < 0.011
            for row in (*table.head, *table.rows):
                assert sum(one.span for one in row) == len(table.widths)


@pytest.mark.parametrize(("invited", "rows"), [(2, 7), (4, 9), (5, 15), (8, 15), (9, 15), (12, 17)])
def test_lines_for_guests_never_leave_the_signature_alone_on_a_page(
    invited: int, rows: int
) -> None:
    kehadiran = tuple(Kehadiran(TIM[0]) for _ in range(invited))
    paper = compose_daftar_hadir(
        DaftarHadir(KOP, "Rapat", MULAI, "Ruang 1", kehadiran=kehadiran, baris_kosong=5)
    )
    table = next(one for one in paper.body if isinstance(one, Table) and one.frame)
    assert len(table.rows) == rows
