"""A number in a cell against what its format shows: read as people see it, or asked."""

from decimal import Decimal

from runut.core.findings import Finding, Level
from runut.core.kinerja.angka import format_exact
from runut.files.read.workbook.cells import Isi, Sel, decimal_of, problem
from runut.files.read.workbook.heads import is_figure
from runut.files.read.workbook.seen import Seen, see

_PERCENT_WORDS = ("persen", "%", "prosen")
_MONEY = ("pagu", "realisasi")
_ALWAYS_PERCENT = ("batas",)


def read_as_shown(
    sel: Sel, kunci: str, number_format: str, satuan: str
) -> tuple[Isi, tuple[Finding, ...]]:
    """(what the cell says to a person, what is to be said or asked about it)."""
    if isinstance(sel.isi, bool) or not isinstance(sel.isi, int | float):
        return sel.isi, ()
    nilai = decimal_of(sel.isi)
    seen = see(nilai, number_format)
    if seen is None:
        return sel.isi, ()
    if not is_figure(sel.lembar, kunci):
        return _as_words(sel, nilai, seen), ()
    if seen.is_percent:
        return _number(seen.tepat), _percent(sel, seen, kunci, satuan)
    return sel.isi, _otherwise(sel, nilai, seen, kunci)


def _number(nilai: Decimal) -> float:
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)


def _as_words(sel: Sel, nilai: Decimal, seen: Seen) -> Isi:
    """A number in a column of words keeps the zeros that it shows: a code 4.10 is not 4.1."""
    if seen.is_percent or seen.nilai != nilai or "." not in str(seen.nilai):
        return sel.isi
    return str(seen.nilai)


def _percent(sel: Sel, seen: Seen, kunci: str, satuan: str) -> tuple[Finding, ...]:
    is_unit_of_it = kunci in _ALWAYS_PERCENT or any(w in satuan.lower() for w in _PERCENT_WORDS)
    pesan = f"Saudara melihat {seen.text}; kami membaca {format_exact(seen.tepat)}"
    if not is_unit_of_it:
        unit = f"satuannya '{satuan.strip()}'" if satuan.strip() else "satuannya kosong"
        usul = "Ubah format selnya menjadi Umum lalu ketik angkanya, atau betulkan satuannya."
        return (problem(sel, "tampak_persen", f"{pesan}, padahal {unit}.", usul, Level.WARNING),)
    is_rounded = seen.tepat != seen.nilai
    usul = "Tampilkan desimalnya, atau ketik angka yang dimaksud." if is_rounded else ""
    tingkat = Level.WARNING if is_rounded else Level.INFO
    return (problem(sel, "tampak_persen", f"{pesan}.", usul, tingkat),)


def _otherwise(sel: Sel, nilai: Decimal, seen: Seen, kunci: str) -> tuple[Finding, ...]:
    read = format_exact(nilai)
    if seen.nilai is None:
        if kunci in _MONEY and nilai == 0:
            return ()
        shown = f"'{seen.text}'" if seen.text else "sel kosong"
        return (_asked(sel, f"Saudara melihat {shown}; kami membaca {read}."),)
    if seen.ukuran or seen.tepat != nilai:
        return (_asked(sel, f"Saudara melihat {seen.text}; kami membaca {read}."),)
    if seen.nilai != nilai:
        pesan = f"Saudara melihat {seen.text}; kami membaca {read}."
        return (problem(sel, "tampak_dibulatkan", pesan, "", Level.INFO),)
    return ()


def _asked(sel: Sel, pesan: str) -> Finding:
    usul = "Ubah format selnya menjadi Umum, lalu periksa angka yang tampak."
    return problem(sel, "tampak_berbeda", pesan, usul, Level.WARNING)
