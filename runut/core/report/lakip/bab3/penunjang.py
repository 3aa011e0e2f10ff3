"""Analysis 7 of a sasaran: which programmes carried the result, which failed, by outputs."""

from runut.core.kinerja.anggaran import (
    PROGRAM,
    capaian_keluaran,
    is_below,
    supporting_lines,
    total_of,
)
from runut.core.kinerja.model import Anggaran, Sasaran
from runut.core.report.blocks import Block, Cell, Line, Table, line
from runut.core.report.cells import cell, head_row, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import (
    EMPTY,
    capaian_figure,
    count,
    measured,
    money_cells,
    sum_source,
)
from runut.core.report.lakip.keys import analisis_key, penunjang_key
from runut.core.report.lakip.words import needed
from runut.core.report.proposals import propose, told
from runut.core.words.items import join_words


def supporting_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """7) The programmes and activities behind the result, and what they did, in words."""
    subs = supporting_lines(draft.data, sasaran.id)
    words = needed(
        draft.words,
        penunjang_key(sasaran.id),
        "program dan kegiatan yang menunjang keberhasilan atau menyebabkan kegagalan",
    )
    if not subs:
        return words
    has_output = any(sub.keluaran or sub.keluaran_target for sub in subs)
    return (
        _supporting_table(draft, sasaran, subs, has_output=has_output),
        *propose(penunjang_key(sasaran.id), "keluaran", *told(_carried(draft, sasaran, subs))),
        *words,
    )


def _carried(draft: Draft, sasaran: Sasaran, subs: tuple[Anggaran, ...]) -> list[Line]:
    """Outputs against the result of the sasaran: what carried it, what fell short, what did not."""
    results = [(sub, capaian_keluaran(sub)) for sub in subs]
    known = [(sub, hasil) for sub, hasil in results if hasil.is_tercapai is not None]
    if not known:
        return []
    failed = [(sub, hasil) for sub, hasil in known if not hasil.is_tercapai]
    lines: list[Line] = []
    if failed or len(known) > 1:
        lines.append(_outputs_sentence(len(known), len(failed)))
    for sub, _ in failed:
        lines.append(
            line(
                f"{sub.nama} tidak mencapai target keluarannya: ",
                measured(sub.keluaran_realisasi, sub.keluaran_satuan),
                " dari ",
                measured(sub.keluaran_target, sub.keluaran_satuan),
                ".",
            )
        )
    against = _against_result(draft, sasaran, bool(failed))
    return [*lines, *against] if failed else [*(against or lines)]


def _outputs_sentence(known: int, failed: int) -> Line:
    whole = count(known, "sub kegiatan yang keluarannya terukur")
    if not failed:
        return line("Seluruh keluaran dari ", whole, " sub kegiatan penunjang mencapai target.")
    how = "sub kegiatan yang keluarannya mencapai target"
    return line(
        "Keluaran ",
        count(known - failed, how),
        " dari ",
        whole,
        " sub kegiatan penunjang mencapai target.",
    )


def _against_result(draft: Draft, sasaran: Sasaran, has_failed: bool) -> tuple[Line, ...]:
    """Where outputs and result do not go together, the plan itself is to be looked at."""
    missed = [
        row.indikator.id
        for row in draft.rows_of(sasaran)
        if row.is_dihitung and row.hasil.is_tercapai is False
    ]
    if missed and not has_failed:
        return (
            line(
                f"Semua keluaran yang terukur mencapai target, sedangkan {join_words(missed)} "
                "belum; keluaran itu belum cukup untuk hasil yang diperjanjikan."
            ),
        )
    return ()


def _supporting_table(
    draft: Draft, sasaran: Sasaran, subs: tuple[Anggaran, ...], *, has_output: bool
) -> Table:
    """With what each line put out; where no output was given, with its money."""
    output = ("Keluaran", "Target", "Realisasi", "Capaian")
    money = ("Pagu (Rp)", "Realisasi (Rp)", "Serapan")
    rule = "Capaian keluaran (makin tinggi makin baik): R ÷ T × 100."
    columns = output if has_output else money
    return Table(
        head=(head_row("Program, kegiatan, sub kegiatan", *columns),),
        rows=tuple(_supporting_rows(draft, subs, has_output=has_output)),
        widths=(0.34, 0.27, 0.14, 0.14, 0.11) if has_output else (0.45, 0.21, 0.21, 0.13),
        caption=f"Program dan kegiatan penunjang, {draft.label_of(sasaran)}",
        notes=(line(rule),) if has_output else (),
        key=f"{analisis_key(sasaran.id, 7)}.tabel",
    )


def _supporting_rows(
    draft: Draft, subs: tuple[Anggaran, ...], *, has_output: bool
) -> list[tuple[Cell, ...]]:
    """Lines with money under the program and kegiatan they belong to; no empty one is shown."""
    rows: list[tuple[Cell, ...]] = []
    shown = {sub.kode for sub in subs}
    for one in sorted(draft.data.anggaran, key=lambda each: each.kode):
        if one.kode in shown:
            rows.append(_supporting_row(one) if has_output else _money_row(one))
        elif any(is_below(kode, one.kode) for kode in shown):
            rows.append((cell(one.nama, bold=one.tingkat == PROGRAM, span=5 if has_output else 4),))
    return rows


def _money_row(one: Anggaran) -> tuple[Cell, ...]:
    lines = (one,)
    money = money_cells(total_of(lines), sum_source(lines, "pagu"), sum_source(lines, "realisasi"))
    return (cell(one.nama), *money)


def _supporting_row(sub: Anggaran) -> tuple[Cell, ...]:
    hasil = capaian_keluaran(sub)
    unit = sub.keluaran_satuan
    return (
        cell(sub.nama),
        cell(sub.keluaran or EMPTY),
        right(measured(sub.keluaran_target, unit)),
        right(measured(sub.keluaran_realisasi, unit)),
        right(capaian_figure(hasil)),
    )
