"""Bab I Pendahuluan: the organisation, with its strategic issues (53/2014, anak lampiran II/1)."""

from runut.core.report.blocks import Block, Bullets, Heading, Table, line
from runut.core.report.cells import cell, center, head_row, paragraph, right
from runut.core.report.lakip.draft import Draft, full_name, unit_name
from runut.core.report.lakip.figures import count
from runut.core.report.lakip.keys import ISU, LATAR_BELAKANG, PEGAWAI, STRUKTUR, TUGAS
from runut.core.report.lakip.penjenjangan import bare_unit, organisation_chart
from runut.core.report.lakip.words import needed, written
from runut.core.report.proposals import propose

DASAR_HUKUM = (
    "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi "
    "Pemerintah;",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi "
    "Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 "
    "tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas "
    "Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 "
    "tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah.",
)
"""What every performance report rests on; local rules are added by the office in its words."""

_BABS = (
    ("Bab I Pendahuluan", "latar belakang, tugas dan fungsi, organisasi, dan isu strategis."),
    ("Bab II Perencanaan Kinerja", "ringkasan Renstra dan Perjanjian Kinerja tahun {tahun}."),
    (
        "Bab III Akuntabilitas Kinerja",
        "capaian setiap sasaran dengan tujuh analisis, dan realisasi anggaran.",
    ),
    ("Bab IV Penutup", "simpulan dan langkah perbaikan."),
    (
        "Lampiran",
        "Perjanjian Kinerja, pengukuran kinerja, dan daftar sumber angka.",
    ),
)
_LAMPIRAN_TERCATAT = (
    "Lampiran",
    "Perjanjian Kinerja, pengukuran kinerja, daftar sumber angka, dan daftar bukti.",
)


def compose_bab1(draft: Draft) -> tuple[Block, ...]:
    return (
        Heading(1, "PENDAHULUAN", number="BAB I", key="bab1"),
        _heading("A.", "Latar Belakang", LATAR_BELAKANG),
        *_background(draft),
        _heading("B.", "Dasar Hukum", "bab1.dasar_hukum"),
        Bullets(tuple(line(one) for one in DASAR_HUKUM), ordered=True),
        *written(draft.words, "bab1.dasar_hukum"),
        _heading("C.", "Tugas dan Fungsi", TUGAS),
        *_duties(draft),
        _heading("D.", "Struktur Organisasi", STRUKTUR),
        *_structure(draft),
        _heading("E.", "Sumber Daya Manusia", PEGAWAI),
        *_staff(draft),
        _heading("F.", "Isu Strategis", ISU),
        *_issues(draft),
        _heading("G.", "Sistematika", "bab1.sistematika"),
        *_contents(draft),
    )


def _heading(number: str, text: str, key: str) -> Heading:
    return Heading(2, text, number=number, key=key)


def _background(draft: Draft) -> tuple[Block, ...]:
    own = written(draft.words, LATAR_BELAKANG)
    if own:
        return own
    return propose(
        LATAR_BELAKANG,
        "baku",
        paragraph(
            "Setiap instansi pemerintah wajib mempertanggungjawabkan kinerja dan anggaran yang "
            "dipercayakan kepadanya. Pertanggungjawaban itu dituangkan dalam laporan kinerja."
        ),
        paragraph(
            f"{full_name(draft.data.profil)} menyusun laporan ini atas Perjanjian Kinerja Tahun "
            f"{draft.tahun}. Laporan memberikan informasi kinerja yang terukur kepada pemberi "
            "mandat dan menjadi bahan perbaikan kinerja."
        ),
    )


def _duties(draft: Draft) -> tuple[Block, ...]:
    profil = draft.data.profil
    if not profil.tugas:
        return needed(draft.words, TUGAS, "tugas dan fungsi unit menurut peraturannya")
    functions = tuple(line(one) for one in profil.fungsi)
    return (
        paragraph(f"{unit_name(profil)} mempunyai tugas {_continued(profil.tugas)}"),
        *(
            (
                paragraph("Dalam melaksanakan tugas tersebut, unit ini menjalankan fungsi:"),
                Bullets(functions, letters=True),
            )
            if functions
            else ()
        ),
        *written(draft.words, TUGAS),
    )


def _continued(text: str) -> str:
    """A sentence as the end of another: small first letter, one full stop.

    >>> _continued("Menyiapkan bahan.")
    'menyiapkan bahan.'
    """
    return f"{text[0].lower()}{text[1:].rstrip(' .')}."


def _structure(draft: Draft) -> tuple[Block, ...]:
    units = draft.data.profil.struktur
    if not units:
        return needed(draft.words, STRUKTUR, "susunan organisasi unit")
    rows = tuple(
        (center(f"{n}."), cell(bare_unit(name)), cell(duty or "–"))
        for n, (name, duty) in enumerate(units, start=1)
    )
    return (
        paragraph(f"{unit_name(draft.data.profil)} terdiri atas {len(units)} unit berikut."),
        Table(
            head=(head_row("No", "Unit", "Tugas"),),
            rows=rows,
            widths=(0.07, 0.35, 0.58),
            caption="Susunan organisasi",
            key="bab1.struktur.tabel",
        ),
        *organisation_chart(draft),
        *written(draft.words, STRUKTUR),
    )


def _staff(draft: Draft) -> tuple[Block, ...]:
    """The people of the office, counted in each of the ways that the profile has."""
    profil = draft.data.profil
    if not profil.pegawai:
        return needed(draft.words, PEGAWAI, "jumlah pegawai menurut pendidikan atau jabatan")
    tables = [_people(profil.pegawai, "Sumber daya manusia", "bab1.pegawai.tabel")]
    for way, groups in (
        ("jabatan", profil.pegawai_jabatan),
        ("golongan", profil.pegawai_golongan),
    ):
        if groups:
            title = f"Sumber daya manusia menurut {way}"
            tables.append(_people(groups, title, f"bab1.pegawai.{way}"))
    return (*tables, *written(draft.words, PEGAWAI))


def _people(kinds: tuple[tuple[str, int], ...], caption: str, key: str) -> Table:
    total = sum(number for _, number in kinds)
    rows = [
        (center(f"{n}."), cell(kind), right(count(number, "profil unit")))
        for n, (kind, number) in enumerate(kinds, start=1)
    ]
    how = "jumlah seluruh kelompok pegawai"
    rows.append((cell(""), cell("Jumlah", bold=True), right(count(total, how))))
    return Table(
        head=(head_row("No", "Pegawai", "Jumlah (orang)"),),
        rows=tuple(rows),
        widths=(0.07, 0.68, 0.25),
        caption=caption,
        key=key,
    )


def _issues(draft: Draft) -> tuple[Block, ...]:
    issues = draft.data.profil.isu_strategis
    if not issues:
        return needed(draft.words, ISU, "permasalahan utama dan isu strategis yang dihadapi unit")
    details = draft.data.profil.isu_rincian
    if details:
        return (_issue_table(issues, details), *written(draft.words, ISU))
    return (
        paragraph("Permasalahan utama dan isu strategis yang dihadapi adalah:"),
        Bullets(tuple(line(one) for one in issues), ordered=True),
        *written(draft.words, ISU),
    )


def _issue_table(issues: tuple[str, ...], details: tuple[str, ...]) -> Table:
    """Each issue with the data that show it and the sasaran that answers it."""
    given = (*details, *("",) * len(issues))[: len(issues)]
    return Table(
        head=(head_row("No", "Permasalahan dan isu strategis", "Data dan sasaran"),),
        rows=tuple(
            (center(f"{n}."), cell(issue), cell(detail or "–"))
            for n, (issue, detail) in enumerate(zip(issues, given, strict=True), start=1)
        ),
        widths=(0.07, 0.5, 0.43),
        caption="Permasalahan utama dan isu strategis",
        key="bab1.isu.tabel",
    )


def _contents(draft: Draft) -> tuple[Block, ...]:
    babs = _BABS if draft.catatan is None else (*_BABS[:-1], _LAMPIRAN_TERCATAT)
    items = tuple(line(f"{title} memuat {text.format(tahun=draft.tahun)}") for title, text in babs)
    return (paragraph("Laporan ini disusun dengan sistematika berikut."), Bullets(items))
