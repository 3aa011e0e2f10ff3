"""The rule of every capaian as printed under its table, once for each direction.

With these lines a reader can repeat each row: capaian = f(target, realisasi, rule).
"""

from collections.abc import Sequence

from runut.core.kinerja.angka import format_exact
from runut.core.kinerja.cetak import rule_text
from runut.core.kinerja.model import Indikator, Polaritas
from runut.core.kinerja.predikat import SKALA_BAWAAN, predicate_values
from runut.core.kinerja.rumus import formula_text
from runut.core.report.blocks import Line, line
from runut.core.report.lakip.draft import sense_of

_MOST_NAMED = 6
"""A rule of more indicators than this is that of "the others"."""


def formula_notes(
    indikators: Sequence[Indikator], *, what: str = "Capaian", is_capped: bool = True
) -> tuple[Line, ...]:
    """One line for each rule of these indicators, with the codes of those it holds for.

    ``is_capped`` False: the table compares without a cap (progress to the Renstra).
    """
    rules: dict[str, list[str]] = {}
    for one in indikators:
        rules.setdefault(_rule(one, is_capped=is_capped), []).append(one.id)
    if len(rules) == 1:
        return (line(f"{what} {next(iter(rules))}"),)
    most = max(rules.values(), key=len, default=[])
    others = [rule for rule, ids in rules.items() if ids is most and len(ids) > _MOST_NAMED]
    named = [f"{what} {', '.join(ids)} {rule}" for rule, ids in rules.items() if rule not in others]
    return tuple(
        line(text) for text in (*named, *(f"{what} indikator lainnya {r}" for r in others))
    )


def indikator_title(indikator: Indikator) -> str:
    """The indicator with the code by which the rules under the table name it."""
    return f"{'– ' if indikator.induk_id else ''}{indikator.id} {indikator.nama}"


def _rule(indikator: Indikator, *, is_capped: bool) -> str:
    rule = rule_text(indikator) if is_capped else formula_text(indikator)
    parts = [rule, *_values(indikator)]
    if indikator.skala != SKALA_BAWAAN:
        parts.append(f"skala {indikator.skala}")
    return f"({sense_of(indikator)}): {'; '.join(parts)}."


def _values(indikator: Indikator) -> tuple[str, ...]:
    """What each letter of a rating is worth, where letters are compared."""
    if indikator.polaritas is not Polaritas.PREDIKAT:
        return ()
    shown = [
        one.nilai
        for one in (
            indikator.target,
            indikator.realisasi,
            *indikator.target_triwulan,
            *indikator.realisasi_triwulan,
            *indikator.riwayat.values(),
            *indikator.riwayat_target.values(),
            *indikator.renstra.values(),
        )
        if isinstance(one.nilai, str)
    ]
    values = predicate_values(tuple(shown), indikator.nilai_predikat) if shown else {}
    pairs = sorted(values.items(), key=lambda pair: -pair[1])
    return (", ".join(f"{kode} = {format_exact(nilai)}" for kode, nilai in pairs),) if pairs else ()
