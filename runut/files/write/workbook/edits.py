"""Rows of the data workbook that somebody typed over in a form: the words go into the cells as they
were typed, so that what is read back passes the same rules as a workbook of Excel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.core.kinerja.lembar import PROFIL
from runut.core.kinerja.lembar_pilihan import PILIHAN
from runut.files.write.workbook.profil import retyped
from runut.files.write.workbook.rows import Baris

KEYS = {
    "Sasaran": "id",
    "Indikator": "id",
    "Anggaran": "kode",
    "Analisis": "sasaran",
    "Narasi": "kunci",
    **dict.fromkeys(PILIHAN, "id"),
}
"""The column by which a row of a sheet is known."""


@dataclass(frozen=True)
class Edit:
    """One row of a sheet with what was typed, by column; other columns stay.

    ``baris`` is its key, "" for a row that is new. ``is_gone``: the row leaves the book. The sheet
    Profil is typed as a whole: ``isi`` holds its lines by their keys.
    """

    lembar: str
    baris: str
    isi: Mapping[str, str]
    is_gone: bool = False


def with_edits(
    rows: Mapping[str, Sequence[Baris]], edits: Sequence[Edit]
) -> dict[str, list[Baris]]:
    """The rows of every sheet with the edits in them, one after another."""
    found = {sheet: list(kept) for sheet, kept in rows.items()}
    for edit in edits:
        if edit.lembar == PROFIL:
            found[PROFIL] = retyped(found[PROFIL], edit.isi)
            continue
        kept, place = found[edit.lembar], row_of(found[edit.lembar], edit)
        if place is None:
            kept.append(dict(edit.isi))
        elif edit.is_gone:
            del kept[place]
        else:
            kept[place] = {**kept[place], **edit.isi}
    return found


def row_of(rows: Sequence[Baris], edit: Edit) -> int | None:
    """At which place of its sheet the row stands; None for a new one."""
    column = KEYS[edit.lembar]
    known = [str(row.get(column) or "") for row in rows]
    return known.index(edit.baris) if edit.baris and edit.baris in known else None
