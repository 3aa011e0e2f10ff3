"""The formulas of capaian, one per polarity, each with its working line.

R is realisasi, T is target. Where two formulas for "lower is better" are in use, the indicator
declares which; sources stand in ``aturan.RUMUS_CAPAIAN``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from runut.core.kinerja.angka import divide, format_near, format_persen, format_shown
from runut.core.kinerja.aturan import CAPAIAN_TANPA_PEMBANDING, RUMUS_CAPAIAN
from runut.core.kinerja.model import Indikator, Jenis, Nilai, Polaritas, Rentang
from runut.core.kinerja.predikat import predicate_values
from runut.core.words.dates import format_date

LAN = "lan"
RASIO = "rasio"
JARAK = "jarak"
FORMULA = (LAN, RASIO, JARAK)

_SERATUS = Decimal(100)


@dataclass(frozen=True)
class Hitungan:
    """A percentage before floor and cap (None: not computable), its working, and a remark."""

    persen: Decimal | None
    kerja: str
    alasan: str | None = None


def formula_kode(indikator: Indikator) -> str:
    """Which entry of ``aturan.RUMUS_CAPAIAN`` holds for this indicator."""
    if indikator.target.jenis in (Jenis.TANGGAL, Jenis.ADA):
        return indikator.target.jenis.value
    if indikator.polaritas is Polaritas.TURUN:
        return f"turun-{RASIO if indikator.formula == RASIO else LAN}"
    if indikator.polaritas is Polaritas.RENTANG:
        return f"rentang-{indikator.formula or 'tanya'}"
    return indikator.polaritas.value


def formula_text(indikator: Indikator) -> str:
    """The declared formula in letters, as printed under the table: ``(2 × T − R) ÷ T × 100``."""
    kode = formula_kode(indikator)
    return next(aturan.nilai for aturan in RUMUS_CAPAIAN if aturan.kode == kode)


def apply_formula(indikator: Indikator, target: Nilai, realisasi: Nilai) -> Hitungan:
    """The percentage that the declared polarity and formula give for these two figures."""
    if indikator.polaritas is Polaritas.PREDIKAT:
        return _predikat(indikator, target, realisasi)
    if not isinstance(realisasi, Decimal):
        return _impossible(indikator, "Realisasi bukan angka, jadi capaian tidak dapat dihitung.")
    if indikator.polaritas is Polaritas.RENTANG:
        return _rentang(indikator, target, realisasi)
    if not isinstance(target, Decimal):
        return _impossible(indikator, "Target bukan angka, jadi capaian tidak dapat dihitung.")
    if target < 0:
        return _impossible(indikator, "Target negatif: rumus capaian tidak berlaku untuknya.")
    if indikator.polaritas is Polaritas.NAIK:
        return naik(target, realisasi)
    if indikator.polaritas is Polaritas.STABIL:
        return stabil(target, realisasi)
    return (
        turun_rasio(target, realisasi) if indikator.formula == RASIO else turun(target, realisasi)
    )


def naik(target: Decimal, realisasi: Decimal) -> Hitungan:
    """Higher is better: R ÷ T × 100.

    >>> naik(Decimal(80), Decimal(75)).kerja
    '75 ÷ 80 × 100 = 93,75%'
    """
    working = f"{_show(realisasi)} ÷ {format_shown(target)} × 100"
    if target == 0:
        return Hitungan(
            None,
            working,
            "Target 0 tidak dapat menjadi pembagi. Bila 0 memang yang dituju, nyatakan polaritas "
            "turun.",
        )
    return _equals(working, divide(realisasi * _SERATUS, target))


def turun(target: Decimal, realisasi: Decimal) -> Hitungan:
    """Lower is better, LAN form: (2 × T − R) ÷ T × 100.

    >>> turun(Decimal(12), Decimal(13)).kerja
    '(2 × 12 − 13) ÷ 12 × 100 = 91,67%'
    """
    if target == 0:
        return _zero_target(realisasi)
    working = f"(2 × {format_shown(target)} − {_show(realisasi)}) ÷ {format_shown(target)} × 100"
    return _equals(working, divide((2 * target - realisasi) * _SERATUS, target))


def turun_rasio(target: Decimal, realisasi: Decimal) -> Hitungan:
    """Lower is better, inverse ratio: T ÷ R × 100; R = 0 is pinned to 100.

    >>> turun_rasio(Decimal(12), Decimal(13)).kerja
    '12 ÷ 13 × 100 = 92,31%'
    """
    if target == 0:
        return _zero_target(realisasi)
    working = f"{format_shown(target)} ÷ {_show(realisasi)} × 100"
    if realisasi <= 0:
        pinned = CAPAIAN_TANPA_PEMBANDING.nilai
        return Hitungan(
            pinned,
            f"{working}, ditetapkan {format_persen(pinned)}",
            "Realisasi 0 atau kurang tidak dapat menjadi pembagi; hasil terbaik ini ditetapkan "
            f"{format_persen(pinned)}.",
        )
    return _equals(working, divide(target * _SERATUS, realisasi))


def stabil(target: Decimal, realisasi: Decimal) -> Hitungan:
    """Closer is better, on either side: (1 − |R − T| ÷ T) × 100.

    >>> stabil(Decimal(100), Decimal(104)).kerja
    '(1 − |104 − 100| ÷ 100) × 100 = 96%'
    """
    if target == 0:
        return _zero_target(realisasi)
    t = format_shown(target)
    working = f"(1 − |{format_shown(realisasi)} − {t}| ÷ {t}) × 100"
    return _equals(working, divide((target - abs(realisasi - target)) * _SERATUS, target))


def _rentang(indikator: Indikator, target: Nilai, realisasi: Decimal) -> Hitungan:
    if not isinstance(target, Rentang):
        return _impossible(indikator, "Target bukan rentang; isi batas bawah dan batas atasnya.")
    if target.low < 0:
        return _impossible(
            indikator, "Batas rentang negatif: rumus capaian tidak berlaku untuknya."
        )
    low, high, r = format_shown(target.low), format_shown(target.high), format_shown(realisasi)
    if target.low <= realisasi <= target.high:
        return Hitungan(_SERATUS, f"{low} ≤ {r} ≤ {high}, di dalam rentang = 100%")
    bound, sign = (target.high, ">") if realisasi > target.high else (target.low, "<")
    if indikator.formula is None:
        return Hitungan(
            None,
            f"{r} {sign} {format_shown(bound)}, di luar rentang",
            "Realisasi di luar rentang, jadi tidak tercapai. Persentasenya belum dapat dihitung: "
            "nyatakan rumusnya (lan, rasio, atau jarak).",
        )
    outside = {LAN: turun, RASIO: naik, JARAK: stabil}[indikator.formula](bound, realisasi)
    lead = f"{r} {sign} {format_shown(bound)}, batas terdekat menjadi T: "
    return Hitungan(outside.persen, lead + outside.kerja, outside.alasan)


def _predikat(indikator: Indikator, target: Nilai, realisasi: Nilai) -> Hitungan:
    if isinstance(target, Decimal) and isinstance(realisasi, Decimal):
        return naik(target, realisasi)
    if not isinstance(target, str) or not isinstance(realisasi, str):
        return _impossible(
            indikator, "Target dan realisasi predikat harus sama-sama predikat atau angka."
        )
    values = predicate_values((target, realisasi), indikator.nilai_predikat)
    if not values:
        return _impossible(
            indikator,
            f"Predikat {target} atau {realisasi} belum punya nilai; isi nilai predikatnya, "
            "misalnya WTP=4; WDP=3.",
        )
    t, r = values[target.strip().upper()], values[realisasi.strip().upper()]
    done = naik(t, r)
    lead = f"{realisasi} = {format_shown(r)}, {target} = {format_shown(t)}: "
    return Hitungan(done.persen, lead + done.kerja, done.alasan)


def tanggal(target: Decimal, realisasi: Decimal, *, is_before: bool = False) -> Hitungan:
    """A day that must not be passed; both count days (``date.toordinal``).

    ``is_before``: the target says "sebelum", so that the day itself is too late.

    >>> tanggal(Decimal(736419), Decimal(736400)).kerja
    '12 Maret 2017, paling lambat 31 Maret 2017 = 100%'
    """
    days = [format_date(date.fromordinal(int(day))) for day in (realisasi, target)]
    limit = f"{'sebelum' if is_before else 'paling lambat'} {days[1]}"
    late = int(realisasi - target) + is_before
    if late <= 0:
        return Hitungan(_SERATUS, f"{days[0]}, {limit} = 100%")
    return Hitungan(Decimal(0), f"{days[0]}, {limit}, terlambat {late} hari = 0%")


def ada(realisasi: Decimal) -> Hitungan:
    """A document that must exist."""
    if realisasi >= 1:
        return Hitungan(_SERATUS, "ada = 100%")
    return Hitungan(Decimal(0), "tidak ada = 0%")


def _zero_target(realisasi: Decimal) -> Hitungan:
    """Target 0, aimed at: reached exactly is 100, anything else is a miss without a divisor."""
    if realisasi == 0 or realisasi < 0:
        best = CAPAIAN_TANPA_PEMBANDING.nilai
        return Hitungan(best, f"target 0, realisasi {_show(realisasi)} = {format_persen(best)}")
    return Hitungan(
        Decimal(0),
        f"target 0, realisasi {_show(realisasi)} = 0%",
        "Target 0 tidak dapat menjadi pembagi; realisasi di atas 0 dicatat 0%.",
    )


def _impossible(indikator: Indikator, alasan: str) -> Hitungan:
    return Hitungan(None, formula_text(indikator), alasan)


def _equals(working: str, persen: Decimal) -> Hitungan:
    return Hitungan(persen, f"{working} = {format_near(persen)}")


def _show(nilai: Decimal) -> str:
    """A negative figure stands in brackets, so that signs do not meet."""
    return f"({format_shown(nilai)})" if nilai < 0 else format_shown(nilai)
