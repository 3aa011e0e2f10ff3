"""The capaian of a row as a formula of the sheet: what Runut computes, shown while people type.

Only for figures that are bare numbers, ranges "a s.d. b" and usual predicates; for everything else
the cell says that Runut computes it. Works in Excel from 2013 and in LibreOffice.
"""

from collections.abc import Mapping
from decimal import Decimal

from runut.core.kinerja import lembar
from runut.core.kinerja.angka import round_half_up
from runut.core.kinerja.aturan import CAPAIAN_TANPA_PEMBANDING, NILAI_PREDIKAT
from runut.core.kinerja.capaian import compute_capaian
from runut.core.kinerja.model import Indikator
from runut.core.kinerja.rumus import JARAK, LAN, RASIO

BY_RUNUT = "dihitung Runut"
_SERATUS = Decimal(100)
_FINE = 6
_BAR = "|"
_BETWEEN = (" s.d. ", " s/d ", " sampai ", "–", "-")


def shown_formula() -> str:
    """The formula of the cell beside the figures: it fetches what the sheet of workings has."""
    return f"=INDEX({lembar.HITUNGAN}!$F:$F,ROW())"


def working_formulas(columns: Mapping[str, str], tahun: int, row: int) -> tuple[str, ...]:
    """The formulas of a row of the sheet of workings: T, R, low, high, capaian, and rounded.

    ``columns`` gives the letters of the columns of Indikator. A row there finds its figures by its
    number, so that rows of Indikator may be deleted, inserted and sorted.
    """

    def of(kunci: str) -> str:
        return f"INDEX({lembar.INDIKATOR}!${columns[kunci]}:${columns[kunci]},ROW())"

    target, realisasi, batas = of(f"target_{tahun}"), of(f"realisasi_{tahun}"), of("batas")
    t, r, raw = f"$A{row}", f"$B{row}", f"$E{row}"
    polaritas, rumus = f"LOWER(TRIM({of('polaritas')}))", f"LOWER(TRIM({of('formula')}))"
    numbers = {
        "naik": _naik(t, r),
        "turun": f'IF({rumus}="{RASIO}",{_rasio(t, r)},{_turun(t, r)})',
        "stabil": _stabil(t, r),
    }
    value = "NA()"
    for kode, way in numbers.items():
        value = f'IF({polaritas}="{kode}",{way},{value})'
    value = f"IF(AND(ISNUMBER({t}),ISNUMBER({r})),{value},NA())"
    ways = {
        "rentang": _rentang(f"$C{row}", f"$D{row}", r, rumus),
        "predikat": _predikat(target, realisasi, of("nilai_predikat")),
    }
    for kode, way in ways.items():
        value = f'IF({polaritas}="{kode}",{way},{value})'
    limit = f'IF(TRIM({batas})="",1E+99,{_number(batas)})'
    empty = f'OR(TRIM({target})="",TRIM({realisasi})="")'
    low, high = _bounds(target)
    return (
        f'=IF(TRIM({target})="","",IFERROR({_number(target)},""))',
        f'=IF(TRIM({realisasi})="","",IFERROR({_number(realisasi)},""))',
        f'=IFERROR({low},"")',
        f'=IFERROR({high},"")',
        f'=IF({empty},"",IFERROR(MAX(0,MIN({value},{limit})),"{BY_RUNUT}"))',
        f"=IF(ISNUMBER({raw}),IF(AND({raw}<100,ROUND({raw},2)=100),ROUND({raw},{_FINE}),"
        f"ROUND({raw},2)),{raw})",
    )


def capaian_value(indikator: Indikator) -> float | str:
    """What the formula shows for figures that it can compute with: kept beside it for viewers."""
    if indikator.target.nilai is None or indikator.realisasi.nilai is None:
        return ""
    hasil = compute_capaian(indikator)
    if hasil.persen is None or hasil.ukur_target.tulisan or hasil.ukur_realisasi.tulisan:
        return BY_RUNUT
    near = round_half_up(hasil.persen)
    is_across = near == _SERATUS != hasil.persen
    return float(round_half_up(hasil.persen, _FINE) if is_across else near)


def _number(cell: str) -> str:
    """A number, or the number that an Indonesian text says: a lone dot is one of decimals."""
    bare = f'SUBSTITUTE(SUBSTITUTE(TRIM({cell}),"%","")," ","")'
    dots = f'LEN({cell})-LEN(SUBSTITUTE({cell},".",""))'
    is_lone = f'AND(ISERROR(FIND(",",{cell})),{dots}=1)'
    local = f'SUBSTITUTE(SUBSTITUTE({bare},".",""),",",".")'
    text = f'_xlfn.NUMBERVALUE(IF({is_lone},{bare},{local}),".",",")'
    return f"IF(ISNUMBER({cell}),{cell},{text})"


def _naik(t: str, r: str) -> str:
    return f"IF({t}>0,{r}/{t}*100,NA())"


def _at_zero(t: str, r: str, way: str) -> str:
    """Target 0: reached with nothing, else 0; a negative target has no formula."""
    best = CAPAIAN_TANPA_PEMBANDING.nilai
    return f"IF({t}<0,NA(),IF({t}=0,IF({r}<=0,{best},0),{way}))"


def _turun(t: str, r: str) -> str:
    return _at_zero(t, r, f"(2*{t}-{r})/{t}*100")


def _rasio(t: str, r: str) -> str:
    best = CAPAIAN_TANPA_PEMBANDING.nilai
    return _at_zero(t, r, f"IF({r}<=0,{best},{t}/{r}*100)")


def _stabil(t: str, r: str) -> str:
    return _at_zero(t, r, f"({t}-ABS({r}-{t}))/{t}*100")


def _bounds(target: str) -> tuple[str, str]:
    """The two ends of "80 s.d. 90" and of what else is typed for it."""
    text = f"LOWER({target})"
    for sign in _BETWEEN:
        text = f'SUBSTITUTE({text},"{sign}","{_BAR}")'
    at = f'FIND("{_BAR}",{text})'
    ends = (f"LEFT({text},{at}-1)", f"MID({text},{at}+1,40)")
    low, high = (f'_xlfn.NUMBERVALUE(TRIM({end}),",",".")' for end in ends)
    return low, high


def _rentang(low: str, high: str, r: str, rumus: str) -> str:
    bound = f"IF({r}>{high},{high},{low})"
    ways = {LAN: _turun(bound, r), RASIO: _naik(bound, r), JARAK: _stabil(bound, r)}
    outside = "NA()"
    for kode, way in ways.items():
        outside = f'IF({rumus}="{kode}",{way},{outside})'
    inside = f"IF(AND({r}>={low},{r}<={high}),100,{outside})"
    return f"IF(AND(ISNUMBER({low}),ISNUMBER({high}),ISNUMBER({r})),{inside},NA())"


def _predikat(target: str, realisasi: str, own: str) -> str:
    """The ratings that need no table of their own; both of one scale."""
    value = "NA()"
    for scale in reversed(NILAI_PREDIKAT):
        codes = ",".join(f'"{kode}"' for kode in scale.nilai)
        numbers = ",".join(str(number) for number in scale.nilai.values())
        t, r = (
            f"INDEX({{{numbers}}},MATCH(UPPER(TRIM({cell})),{{{codes}}},0))"
            for cell in (target, realisasi)
        )
        value = f"IFERROR({r}/{t}*100,{value})"
    return f'IF(TRIM({own})="",{value},NA())'
