"""The annexes: the Perjanjian Kinerja in its form, the measurement, and where figures come from."""

from runut.core.kinerja.anggaran import sub_lines
from runut.core.kinerja.capaian import HasilCapaian
from runut.core.kinerja.cetak import figure_text
from runut.core.kinerja.deret import renstra_series
from runut.core.kinerja.model import Indikator, Pejabat, Terukur
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import (
    Block,
    Cell,
    Heading,
    Inline,
    PageBreak,
    Signature,
    Signatures,
    Table,
    Text,
)
from runut.core.report.cells import (
    cell,
    center,
    column_numbers,
    form,
    head_cell,
    head_row,
    paragraph,
    right,
)
from runut.core.report.lakip.bab2 import agreement_table, program_table
from runut.core.report.lakip.catatan import DARI_BUKU, agreement_annex, evidence_annex
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import (
    NO_SOURCE,
    capaian_figure,
    measured,
)
from runut.core.report.lakip.formulas import formula_notes, indikator_title
from runut.core.report.lakip.rows import row_cells

_OPENING = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
    "berorientasi pada hasil, "
)
_PROMISE = (
    "berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
    "perencanaan."
)
_RESPONSIBLE = (
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
)
_SUPERVISION = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka "
    "pemberian penghargaan dan sanksi."
)
_QUARTERS = ("I", "II", "III", "IV")


def compose_lampiran(draft: Draft) -> tuple[Block, ...]:
    return (
        Heading(1, f"PERJANJIAN KINERJA TAHUN {draft.tahun}", number="LAMPIRAN 1", key="lampiran1"),
        *_agreement(draft),
        Heading(1, "PENGUKURAN KINERJA", number="LAMPIRAN 2", key="lampiran2"),
        _measurement(draft),
        Heading(1, "DAFTAR SUMBER ANGKA", number="LAMPIRAN 3", key="lampiran3"),
        paragraph(
            "Daftar ini menunjukkan letak setiap angka indikator pada buku data atau cara "
            "menghitungnya. Letak ditulis sebagai nama lembar dan sel."
        ),
        _sources(draft),
        *_budget_sources(draft),
        *evidence_annex(draft.catatan, [row.indikator.id for row in draft.counted]),
    )


def _agreement(draft: Draft) -> tuple[Block, ...]:
    """As it was signed where the office keeps it; else in its form, from the workbook."""
    if draft.catatan is not None and draft.catatan.perjanjian:
        return agreement_annex(draft.catatan)
    said = () if draft.catatan is None else (paragraph(DARI_BUKU),)
    return (*said, *_statement(draft), PageBreak(), *_annex(draft))


def _statement(draft: Draft) -> tuple[Block, ...]:
    """Anak lampiran I/2-6; without a superior (head of a region) anak lampiran I/1-6."""
    first, second = draft.data.profil.pimpinan, draft.data.profil.atasan
    if not second.nama:
        return (
            paragraph(f"{_OPENING}yang bertanda tangan di bawah ini:"),
            _party(first),
            paragraph(_PROMISE),
            paragraph(_RESPONSIBLE),
            _agreement_signatures(draft),
        )
    return (
        paragraph(f"{_OPENING}kami yang bertanda tangan di bawah ini:"),
        _party(first),
        paragraph("selanjutnya disebut pihak pertama;"),
        _party(second),
        paragraph("selaku atasan pihak pertama, selanjutnya disebut pihak kedua."),
        paragraph(f"Pihak pertama {_PROMISE} {_RESPONSIBLE}"),
        paragraph(_SUPERVISION),
        _agreement_signatures(draft, second="Pihak Kedua,", first="Pihak Pertama,"),
    )


def _party(pejabat: Pejabat) -> Table:
    return form(("Nama", pejabat.nama), ("Jabatan", pejabat.jabatan), label=0.16)


def _agreement_signatures(draft: Draft, *, second: str = "", first: str = "") -> Signatures:
    """Superior left, subordinate right; the signed paper itself carries the ink."""
    profil = draft.data.profil
    where = f"{profil.kota}, {draft.data.pk_tanggal}" if draft.data.pk_tanggal else profil.kota
    right_block = _block(profil.pimpinan, first, where)
    if not profil.atasan.nama:
        return Signatures((right_block,))
    return Signatures((_block(profil.atasan, second, ""), right_block))


def _block(pejabat: Pejabat, party: str, where: str) -> Signature:
    return Signature(
        jabatan=party or pejabat.jabatan,
        nama=pejabat.nama,
        place_date=where,
        pangkat=pejabat.pangkat,
        nip=pejabat.nip,
    )


def _annex(draft: Draft) -> tuple[Block, ...]:
    return (
        Heading(
            2,
            f"Lampiran Perjanjian Kinerja Tahun {draft.tahun}",
            key="lampiran1.lampiran",
            in_contents=False,
        ),
        *(paragraph(one, align="center") for one in draft.data.profil.instansi[-1:]),
        agreement_table(draft, numbers=column_numbers(4)),
        program_table(draft),
        _agreement_signatures(draft),
    )


def _measurement(draft: Draft) -> Table:
    measured_rows = (*draft.aims, *draft.rows)
    rows = [_measurement_row(number, row) for number, row in enumerate(measured_rows, start=1)]
    head = (
        (
            head_cell("No", rows=2),
            head_cell("Tujuan, sasaran" if draft.aims else "Sasaran", rows=2),
            head_cell("Indikator kinerja", rows=2),
            head_cell("Target", rows=2),
            head_cell("Realisasi triwulan", span=4),
            head_cell("Realisasi", rows=2),
            head_cell("Capaian", rows=2),
            head_cell("Kategori", rows=2),
        ),
        head_row(*_QUARTERS),
    )
    return Table(
        head=head,
        rows=tuple(rows),
        widths=(0.04, 0.2, 0.22, 0.09, 0.06, 0.06, 0.06, 0.06, 0.08, 0.06, 0.07),
        caption=f"Pengukuran kinerja tahun {draft.tahun}",
        notes=formula_notes([row.indikator for row in measured_rows]),
        wide=True,
        key="lampiran2.tabel",
    )


def _measurement_row(number: int, row: BarisCapaian) -> tuple[Cell, ...]:
    indikator = row.indikator
    quarters = [_quarter(indikator.realisasi_triwulan, q) for q in range(len(_QUARTERS))]
    target, *rest = row_cells(row)
    return (
        center(f"{number}."),
        cell(row.sasaran.nama),
        cell(indikator_title(indikator)),
        target,
        *(right(measured(one)) for one in quarters),
        *rest,
    )


def _quarter(values: tuple[Terukur, ...], number: int) -> Terukur | None:
    return values[number] if number < len(values) else None


def _sources(draft: Draft) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for row in (*draft.aims, *draft.rows):
        indikator = row.indikator
        rows.append((cell(f"{indikator.id}  {indikator.nama}", bold=True, span=3),))
        rows += [
            (cell(name), right(shown), cell(source))
            for name, shown, source in _source_rows(draft, row)
        ]
    return Table(
        head=(head_row("Angka", "Nilai", "Letak atau cara menghitung"),),
        rows=tuple(rows),
        widths=(0.24, 0.2, 0.56),
        caption="Sumber angka indikator kinerja",
        key="lampiran3.tabel",
    )


def _source_rows(draft: Draft, row: BarisCapaian) -> list[tuple[str, Inline, str]]:
    indikator = row.indikator
    unit = indikator.satuan
    given = indikator.sumber_data
    result_source = f"{indikator.realisasi.sel or NO_SOURCE}{f'; data: {given}' if given else ''}"
    rows: list[tuple[str, Inline, str]] = [
        (f"Target {draft.tahun}", measured(indikator.target, unit), _place(indikator.target)),
        (f"Realisasi {draft.tahun}", measured(indikator.realisasi, unit), result_source),
        (f"Capaian {draft.tahun}", capaian_figure(row.hasil), _capaian_source(row.hasil)),
    ]
    rows += _history_sources(indikator)
    end = draft.renstra_akhir
    for progress in renstra_series(indikator):
        if progress.tahun == end:
            target = indikator.renstra[end]
            rows.append((f"Target Renstra {end}", measured(target, unit), _place(target)))
    if indikator.standar_nasional is not None:
        known = indikator.standar_nasional
        origin = indikator.standar_nasional_sumber
        place = f"{_place(known)}{f'; {origin}' if origin else ''}"
        rows.append(("Standar nasional", measured(known, unit), place))
    return rows


def _history_sources(indikator: Indikator) -> list[tuple[str, Inline, str]]:
    rows: list[tuple[str, Inline, str]] = []
    for tahun in sorted(indikator.riwayat, reverse=True):
        known = indikator.riwayat[tahun]
        if known.nilai is not None:
            target = indikator.riwayat_target.get(tahun)
            aim = (
                f"; target {figure_text(target, indikator.satuan)} pada {_place(target)}"
                if target
                else ""
            )
            place = f"{_place(known)}{aim}"
            rows.append((f"Realisasi {tahun}", measured(known, indikator.satuan), place))
    return rows


def _place(terukur: Terukur) -> str:
    return terukur.sel or NO_SOURCE


def _capaian_source(hasil: HasilCapaian) -> str:
    return hasil.kerja if hasil.capaian is not None else (hasil.alasan or hasil.kerja)


def _budget_sources(draft: Draft) -> tuple[Block, ...]:
    subs = sub_lines(draft.data)
    if not subs:
        return ()
    rows = tuple(
        (
            cell(sub.kode),
            right(_money(sub.pagu)),
            cell(_place(sub.pagu)),
            right(_money(sub.realisasi)),
            cell(_place(sub.realisasi)),
        )
        for sub in subs
    )
    return (
        Table(
            head=(head_row("Kode anggaran", "Pagu (Rp)", "Letak", "Realisasi (Rp)", "Letak"),),
            rows=rows,
            widths=(0.24, 0.2, 0.18, 0.2, 0.18),
            caption="Sumber angka anggaran",
            key="lampiran3.anggaran",
        ),
    )


def _money(terukur: Terukur) -> Inline:
    if terukur.nilai is None or isinstance(terukur.nilai, str):
        return Text("belum diisi")
    return measured(terukur)
