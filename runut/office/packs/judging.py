"""What a unit typed, held against the rules of every import, figure by figure.

It is put into the data workbook of the office and read back: a form, a pack and a workbook refuse
the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from re import fullmatch
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.kinerja.model import DataKinerja
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.typed import Cell, write_typed

_YEAR_NOT_OVER: Final = "baru_sebagian_tahun"


def findings_on(data: DataKinerja, typed: Mapping[Cell, str]) -> dict[Cell, tuple[Finding, ...]]:
    """What is wrong or odd with each typed cell; only what was not there before.

    A finding that names the row of an indicator and no typed cell counts for all its typed cells.
    That the year is not over yet is no fault of who fills in a quarter of it.
    """
    if not typed:
        return {}
    small = _only(data, {indikator_id for indikator_id, _ in typed})
    plain, _ = write_typed(small, {})
    book, places = write_typed(small, typed)
    known = {(one.kode, one.pesan) for one in read_workbook(plain, "data")[1]}
    fresh = [
        one
        for one in read_workbook(book, "data")[1]
        if (one.kode, one.pesan) not in known and one.kode != _YEAR_NOT_OVER
    ]
    rows: dict[str, set[str]] = {}
    for place in places:
        rows.setdefault(_row(place), set()).add(place)
    found: dict[Cell, list[Finding]] = {}
    for one in fresh:
        for place in _meant(one, rows, places):
            found.setdefault(places[place], []).append(one)
    return {cell: tuple(dict.fromkeys(these)) for cell, these in found.items()}


def is_refused(findings: Iterable[Finding]) -> bool:
    """Whether a figure cannot be kept as it was typed."""
    return any(one.tingkat is Level.BLOCKER for one in findings)


def plain_words(finding: Finding) -> str:
    """A finding for somebody who does not see the sheet: without the name of a cell."""
    _, mark, said = finding.pesan.partition(": ")
    is_place = finding.pesan.startswith("Lembar ") and mark
    pesan = said if is_place else finding.pesan
    return f"{pesan[:1].upper()}{pesan[1:]} {finding.usul}".strip()


def _only(data: DataKinerja, ids: set[str]) -> DataKinerja:
    indikators = tuple(one for one in data.indikators if one.id in ids)
    kept = {one.sasaran_id for one in indikators}
    sasarans = tuple(one for one in data.sasarans if one.id in kept)
    return replace(
        data, indikators=indikators, sasarans=sasarans, anggaran=(), analisis=(), narasi={}
    )


def _meant(finding: Finding, rows: Mapping[str, set[str]], places: Mapping[str, Cell]) -> set[str]:
    place = finding.letak.sel or ""
    return {place} if place in places else rows.get(_row(place), set())


def _row(place: str) -> str:
    """The row of a place such as ``Indikator!H7``, "" where it names none."""
    sheet, _, cell = place.partition("!")
    match = fullmatch(r"[A-Z]+(\d+)", cell)
    return f"{sheet}!{match[1]}" if match else ""
