"""The front of the report: cover, preface, (review statement), executive summary, lists."""

from dataclasses import replace
from datetime import date

from runut.core.kinerja.anggaran import EfisiensiSasaran
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Cell,
    Cover,
    Heading,
    Line,
    Lists,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    line,
)
from runut.core.report.cells import cell, center, head_row, paragraph, right
from runut.core.report.lakip.bab3.target import missed_sentence
from runut.core.report.lakip.draft import Draft, full_name, unit_name
from runut.core.report.lakip.figures import count, percent, serapan_figure
from runut.core.report.lakip.keys import IKHTISAR, KATA_PENGANTAR
from runut.core.report.lakip.sekilas import glance
from runut.core.report.lakip.sentences import (
    belum_dinilai,
    mean_source,
    status_sentence,
    year_sentences,
)
from runut.core.report.lakip.words import written
from runut.core.report.papers.letter import BuktiElektronik, signature_of
from runut.core.report.proposals import joined, propose, told

JUDUL = ("LAPORAN KINERJA INSTANSI PEMERINTAH", "(LAKIP)")
DATA_CONTOH = "DATA CONTOH: angka, nama, dan uraian dalam naskah ini rekaan."
_KEASLIAN = "Tanda tangan elektronik: periksa keaslian pada\n{}"
_MOST_LISTED = 10
_SERTIFIKAT_UJI = "SERTIFIKAT UJI, tanpa kekuatan hukum"


def compose_cover(draft: Draft) -> Cover:
    profil = draft.data.profil
    return Cover(
        title=(*JUDUL, f"TAHUN {draft.tahun}"),
        office=profil.instansi,
        place_year=f"{profil.kota}, {draft.tahun + 1}",
        notice=DATA_CONTOH if profil.is_contoh else "",
    )


def compose_front(
    draft: Draft, *, tanggal: date | None, verification: str, with_reviu: bool, is_test: bool
) -> tuple[Block, ...]:
    """Everything before Bab I, in the order of the form."""
    return (
        Heading(1, "KATA PENGANTAR", key=KATA_PENGANTAR),
        *_preface(draft),
        _signature(draft, tanggal, verification, is_test=is_test),
        *(_review_statement(draft) if with_reviu else ()),
        Heading(1, "IKHTISAR EKSEKUTIF", key=IKHTISAR),
        *_summary(draft),
        Lists("isi", "DAFTAR ISI"),
        Lists("tabel", "DAFTAR TABEL"),
        Lists("gambar", "DAFTAR GAMBAR"),
    )


def _preface(draft: Draft) -> tuple[Block, ...]:
    own = written(draft.words, KATA_PENGANTAR)
    if own:
        return own
    tahun, profil = draft.tahun, draft.data.profil
    return propose(
        KATA_PENGANTAR,
        "baku",
        paragraph(
            f"Laporan Kinerja {full_name(profil)} Tahun {tahun} disusun sebagai "
            f"pertanggungjawaban atas Perjanjian Kinerja Tahun {tahun}.",
            indent=True,
        ),
        paragraph(
            "Penyusunannya berpedoman pada Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem "
            "Akuntabilitas Kinerja Instansi Pemerintah dan Peraturan Menteri PANRB Nomor 53 "
            "Tahun 2014.",
            indent=True,
        ),
        paragraph(
            f"Laporan ini memuat capaian {len(draft.data.sasarans)} sasaran yang diukur dengan "
            f"{draft.rekap.jumlah} indikator kinerja, analisisnya, serta realisasi anggaran. "
            "Setiap angka dapat ditelusuri sumbernya melalui Lampiran 3.",
            indent=True,
        ),
        paragraph(
            "Semoga laporan ini bermanfaat bagi pengambilan keputusan dan perbaikan kinerja pada "
            "tahun berikutnya.",
            indent=True,
        ),
    )


def _signature(
    draft: Draft, tanggal: date | None, verification: str, *, is_test: bool
) -> Signatures:
    """Ink gets a line for the date; an electronic signature carries its own time.

    These words are frozen before anybody signs: they claim nothing, and say where the truth is.
    """
    profil = draft.data.profil
    if verification:
        where = _KEASLIAN.format(verification)
        note = "\n".join((where, *([_SERTIFIKAT_UJI] if is_test else [])))
        bukti = BuktiElektronik(note, verification)
        block = replace(signature_of(profil.pimpinan, bukti=bukti), state="periksa")
        return Signatures((block,))
    block = signature_of(profil.pimpinan, kota=profil.kota, tanggal=tanggal)
    if not block.place_date:
        block = replace(block, place_date=f"{profil.kota}, {'.' * 20} {draft.tahun + 1}")
    return Signatures((block,))


def _review_statement(draft: Draft) -> tuple[Block, ...]:
    """The page of anak lampiran III/1-2 with an empty block: only a reviewer fills it."""
    name, tahun = full_name(draft.data.profil), draft.tahun
    return (
        PageBreak(),
        Heading(1, "PERNYATAAN TELAH DIREVIU", key="pernyataan_reviu"),
        paragraph(f"{name} Tahun Anggaran {tahun}", align="center"),
        paragraph(
            f"Kami telah mereviu Laporan Kinerja {name} untuk tahun anggaran {tahun} sesuai "
            "Pedoman Reviu atas Laporan Kinerja. Substansi informasi yang dimuat dalam Laporan "
            f"Kinerja menjadi tanggung jawab manajemen {name}."
        ),
        paragraph(
            "Reviu bertujuan untuk memberikan keyakinan terbatas bahwa laporan kinerja telah "
            "disajikan secara akurat, andal, dan valid."
        ),
        Boxed(
            (
                line(
                    "Simpulan reviu, tempat dan tanggal, nama, serta tanda tangan diisi oleh "
                    "pereviu setelah reviu selesai."
                ),
            )
        ),
    )


def _summary(draft: Draft) -> tuple[Block, ...]:
    year = joined(*year_sentences(draft.rekap, draft.total))
    return (
        *(written(draft.words, IKHTISAR) or propose(IKHTISAR, "pembuka", _opening(draft))),
        *propose(IKHTISAR, "ringkas", *told([year])),
        *((_by_sasaran(draft),) if draft.efisiensi else ()),
        *glance(draft),
        *propose(IKHTISAR, "belum", *_missed(draft)),
    )


def _opening(draft: Draft) -> Paragraph:
    return paragraph(
        f"Laporan ini menyajikan capaian kinerja {unit_name(draft.data.profil)} tahun "
        f"{draft.tahun} terhadap Perjanjian Kinerja dan Rencana Strategis."
    )


def _by_sasaran(draft: Draft) -> Table:
    return Table(
        head=(
            head_row(
                "No",
                "Sasaran",
                "Indikator",
                "Tercapai",
                "Belum dinilai",
                "Rata-rata capaian",
                "Serapan",
            ),
        ),
        rows=tuple(_sasaran_row(n, one) for n, one in enumerate(draft.efisiensi, start=1)),
        widths=(0.06, 0.34, 0.11, 0.11, 0.12, 0.14, 0.12),
        notes=_summary_notes(draft),
        caption=f"Ikhtisar capaian per sasaran tahun {draft.tahun}",
        key="ikhtisar.tabel",
    )


def _sasaran_row(number: int, one: EfisiensiSasaran) -> tuple[Cell, ...]:
    rekap = one.capaian
    mean = percent(rekap.rata_rata, mean_source(rekap))
    return (
        center(f"{number}."),
        cell(one.sasaran.nama),
        center(count(rekap.jumlah, "jumlah indikator sasaran ini")),
        center(count(rekap.tercapai, "jumlah indikator yang realisasinya mencapai target")),
        center(count(belum_dinilai(rekap), "indikator tanpa realisasi setahun atau tanpa target")),
        right(mean),
        right(serapan_figure(one.jumlah)),
    )


def _missed(draft: Draft) -> tuple[Paragraph | Bullets, ...]:
    """The indicators that did not reach their target, by name: the leader reads these first."""
    missed = [row for row in draft.rows if row.is_dihitung and row.hasil.is_tercapai is False]
    partly = [row for row in draft.rows if row.is_dihitung and row.hasil.bagian is not None]
    return (
        *_listed(draft, "Indikator yang belum mencapai target:", missed),
        *_listed(draft, "Indikator yang baru terukur sebagian tahun:", partly),
    )


def _listed(draft: Draft, title: str, rows: list[BarisCapaian]) -> tuple[Paragraph | Bullets, ...]:
    if not rows:
        return ()
    lines = [_told(row, draft.tahun) for row in rows[:_MOST_LISTED]]
    if len(rows) > _MOST_LISTED:
        left = len(rows) - _MOST_LISTED
        lines.append(line(f"dan {left} indikator lain, sebagaimana disajikan pada Bab III."))
    return (paragraph(title), Bullets(tuple(lines)))


def _told(row: BarisCapaian, tahun: int) -> Line:
    is_missed = row.hasil.is_tercapai is False
    return missed_sentence(row, tahun) if is_missed else status_sentence(row, tahun)


def _summary_notes(draft: Draft) -> tuple[Line, ...]:
    """Over what the means are, and that shared money stands under no sasaran."""
    notes = [
        "Rata-rata capaian dihitung dari indikator yang terukur setahun penuh; serapan dari "
        "anggaran yang dicatat pada sasaran itu saja."
    ]
    notes += [
        f"Sasaran {n}: {one.capaian.alasan_rata_rata}"
        for n, one in enumerate(draft.efisiensi, start=1)
        if one.capaian.alasan_rata_rata
    ]
    return tuple(line(note) for note in notes)
