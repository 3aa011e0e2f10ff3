"""An indicator in one line, for the tests of capaian."""

from decimal import Decimal
from typing import Any

from runut.core.kinerja.model import Agregasi, Indikator, Nilai, Polaritas, Rentang, Terukur


def nilai(value: object) -> Nilai | None:
    """``"1.5"`` and ``12`` are numbers, ``(80, 90)`` is a range, ``"WTP"`` a predicate."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return Rentang(Decimal(str(value[0])), Decimal(str(value[1])))
    text = str(value)
    return Decimal(text) if text.lstrip("-")[:1].isdigit() else text


def ukur(polaritas: str, target: object, realisasi: object, **rest: Any) -> Indikator:
    return Indikator(
        "IKU-1",
        "S1",
        "Indikator uji",
        "persen",
        Polaritas(polaritas),
        Terukur(nilai(target), "Indikator!G7"),
        Terukur(nilai(realisasi), "Indikator!H7"),
        **rest,
    )


def triwulan(
    polaritas: str, agregasi: str, target: list[object], realisasi: list[object], **rest: Any
) -> Indikator:
    return ukur(
        polaritas,
        None,
        None,
        agregasi=Agregasi(agregasi),
        target_triwulan=tuple(Terukur(nilai(t), "") for t in target),
        realisasi_triwulan=tuple(Terukur(nilai(r), "") for r in realisasi),
        **rest,
    )
