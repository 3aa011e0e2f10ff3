"""One finding for one cause: what follows from another finding is not said again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from runut.core.findings import Finding, Level
from runut.core.kinerja import lembar as buku
from runut.files.read.workbook.grid import Lembar

_SAID_ONCE_A_COLUMN = ("tampak_persen", "tampak_dibulatkan", "titik_bermakna_ganda")
_FEW = 3
_OF_POLARITY = (
    "rentang_ditanya",
    "predikat_ditanya",
    "bukan_rentang",
    "tidak_dapat_dihitung",
    "jenis_nilai_berbeda",
    "predikat_tanpa_nilai",
    "rumus_rentang_ditanya",
    "arah_berlawanan",
    "capaian_tinggi",
    "capaian_rendah",
    "rumus_lain",
)
"""What follows from a polarity that nobody could read."""


def refused_places(problems: Iterable[Finding], read: Mapping[str, Lembar]) -> frozenset[str]:
    """Cells that are empty or wrong for a reason already given: nothing more follows from them."""
    refused = {p.letak.sel for p in problems if p.tingkat is Level.BLOCKER and p.letak.sel}
    for one in read.values():
        if one.sheet is not None:
            refused |= one.sheet.silent
    struck = {p.letak.sel for p in problems if p.kode == "sel_dicoret" and p.letak.sel}
    return frozenset(refused | struck)


def one_per_cause(problems: Iterable[Finding], read: Mapping[str, Lembar]) -> list[Finding]:
    """Without the same said twice, and without the emptiness of what was refused."""
    found = list(dict.fromkeys(problems))
    refused = {
        p.letak.sel for p in found if p.tingkat is Level.BLOCKER and p.kode != "wajib_kosong"
    }
    for sheet in (one.sheet for one in read.values()):
        refused |= sheet.silent if sheet is not None else set()
    missing = {p.letak.sel for p in found if p.kode in ("lembar_hilang", "judul_kolom_hilang")}
    blind = _without_polarity(found, read)
    kept = []
    for one in found:
        is_blind = one.kode in _OF_POLARITY and _row_of(one) in blind
        lembar = (one.letak.sel or "").partition("!")[0]
        other = one.kode == "wajib_kosong" and one.letak.sel in refused
        is_gone = one.kode.startswith("tanpa_") and f"{lembar}!A1" in missing
        is_unknown = one.kode == "sasaran_tidak_dikenal" and f"{buku.SASARAN}!A1" in missing
        if not (other or is_gone or is_unknown or is_blind):
            kept.append(one)
    return kept


def _without_polarity(found: list[Finding], read: Mapping[str, Lembar]) -> set[str]:
    """The rows of indicators whose polarity is missing or was refused."""
    refused = {p.letak.sel for p in found if p.tingkat is Level.BLOCKER}
    rows = read[buku.INDIKATOR].rows if buku.INDIKATOR in read else ()
    cells = ((row, row.peek("polaritas")) for row in rows)
    return {
        f"{buku.INDIKATOR} {row.nomor}"
        for row, sel in cells
        if sel.is_absent or sel.place in refused
    }


def _row_of(one: Finding) -> str:
    lembar, _, alamat = (one.letak.sel or "").partition("!")
    return f"{lembar} {alamat.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"


def group_by_column(problems: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is said of many cells of a column in the same way is said once, with all places."""
    grouped: dict[tuple[str, str, Level], list[Finding]] = {}
    for one in problems:
        lembar, _, alamat = (one.letak.sel or "").partition("!")
        column = f"{lembar}!{alamat.rstrip('0123456789')}"
        key = (
            (one.kode, column, one.tingkat)
            if one.kode in _SAID_ONCE_A_COLUMN
            else (one.kode, f"#{len(grouped)}", one.tingkat)
        )
        grouped.setdefault(key, []).append(one)
    return tuple(
        finding
        for group in grouped.values()
        for finding in (group if len(group) <= _FEW else [_together(group)])
    )


def _together(group: list[Finding]) -> Finding:
    first = group[0]
    places = ", ".join((one.letak.sel or "").partition("!")[2] for one in group[1:])
    return replace(first, pesan=f"{first.pesan} Begitu pula {len(group) - 1} sel lain: {places}.")
