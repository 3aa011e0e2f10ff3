"""Gathered rows understood as steps: each field with its words, its origin and its doubts."""

from collections.abc import Sequence
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.form.rujukan import read_keterangan
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import Bentuk, Langkah, Waktu
from runut.core.sop.reading.asal import Asal, field_key
from runut.core.sop.reading.body import Draft, Held
from runut.core.sop.reading.canvas import around
from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.head import OTHER
from runut.core.sop.reading.items import items_of
from runut.core.sop.reading.people import People, in_order
from runut.core.words.items import join_words, normal

_SHARED: Final = 0.7
"""How sure a field is that one merged cell gives to several steps."""
_CELLS: Final = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")


def read_step(
    draft: Draft,
    people: People,
    columned: Sequence[Columned],
    findings: list[Finding],
) -> Langkah:
    """The step of some rows; ways out and the symbol come with the flow."""
    stray = _stray(draft, people, columned, findings)
    ket = normal(" ".join([*draft.texts(columned, "keterangan"), *stray]))
    keterangan, rujukan = read_keterangan(ket)
    kegiatan = normal(" ".join(draft.texts(columned, "kegiatan")))
    return Langkah(
        no=draft.no,
        kegiatan=normal(draft.kegiatan) if draft.kegiatan else kegiatan,
        pelaksana=in_order(people),
        bentuk=people.bentuk or Bentuk.PROSES,
        kelengkapan=_items(draft, columned, "kelengkapan"),
        waktu=_waktu(draft, columned, findings),
        output=_items(draft, columned, "output"),
        keterangan=keterangan,
        rujukan_sop=rujukan,
    )


def _items(draft: Draft, columned: Sequence[Columned], kind: str) -> tuple[str, ...]:
    texts = draft.texts(columned, kind)
    found = items_of(texts, at_semicolons=True)
    return tuple(dict.fromkeys(item for item in found if item.strip("-–— ")))


def _waktu(draft: Draft, columned: Sequence[Columned], findings: list[Finding]) -> Waktu:
    """The time as printed; the unit of the column's head is added to a bare number.

    Rows a, b, c of a step may have times of their own: the time of the step stays, and whether
    theirs lie within it is asked.
    """
    texts = draft.texts(columned, "waktu")
    times = [normal(text) for text in texts]
    if len(times) > 1 and all(parse_waktu(text).menit_kerja for text in times):
        findings.append(_times_within(draft, times, columned))
        texts = texts[:1]
    text = normal(" ".join(texts))
    if not text.strip("-–— "):
        return Waktu("")
    held = next((h for h in draft.cells if _kind(h, columned) == "waktu"), None)
    satuan = columned[held.table].head.columns[held.column].satuan if held else ""
    if satuan and not any(sign.isalpha() for sign in text):
        text = f"{text} {satuan}"
    return parse_waktu(text)


def _times_within(draft: Draft, times: Sequence[str], columned: Sequence[Columned]) -> Finding:
    others = join_words([f"“{text}”" for text in times[1:]])
    return Finding(
        "baca.waktu-rincian",
        Level.WARNING,
        f"Langkah {draft.no} berwaktu “{times[0]}”, dan rinciannya {others}; yang dibaca sebagai "
        f"waktu langkah ini “{times[0]}”.",
        "Pastikan apakah waktu rinciannya sudah termasuk di dalamnya.",
        place_of(draft, columned),
    )


def _kind(held: Held, columned: Sequence[Columned]) -> str:
    return columned[held.table].head.columns[held.column].kind


def _stray(
    draft: Draft, people: People, columned: Sequence[Columned], findings: list[Finding]
) -> list[str]:
    """Words in cells of no field: kept in Keterangan, and said."""
    other = [
        normal(f"{_head_of(held, columned)} {held.cell.text}")
        for held in draft.cells
        if _kind(held, columned) == OTHER and held.cell.text.strip()
    ]
    words = [*other, *(normal(text) for text in people.stray)]
    if words:
        findings.append(
            Finding(
                "baca.sel-di-luar-kolom",
                Level.WARNING,
                f"Langkah {draft.no} mempunyai isi yang bukan milik kolom formulir: "
                f"“{' '.join(words)}”. Isi itu ditaruh di Keterangan.",
                "Periksa apakah kolom langkah itu bergeser.",
                place_of(draft, columned),
            )
        )
    return words


def _head_of(held: Held, columned: Sequence[Columned]) -> str:
    name = columned[held.table].head.columns[held.column].name
    return f"{name}:" if name else ""


def place_of(draft: Draft, columned: Sequence[Columned]) -> Place:
    """Page and row on which a step begins."""
    table, row = draft.start
    return Place(halaman=columned[table].grid.page.number, baris=row + 1, langkah=draft.no)


def origins(draft: Draft, people: People, columned: Sequence[Columned]) -> dict[str, Asal]:
    """Where each field of a step stood, and how sure it is."""
    found: dict[str, Asal] = {}
    for kind in _CELLS:
        held = [
            one for one in draft.cells if _kind(one, columned) == kind and one.cell.text.strip()
        ]
        if held:
            found[field_key(kind, draft.no)] = _of_cells(draft, held, columned)
    start = place_of(draft, columned)
    found[field_key("no", draft.no)] = Asal(start)
    boxes = [box for box in people.boxes.values() if box]
    least = min(people.actors.values(), key=lambda one: one.keyakinan, default=None)
    alasan = least.alasan if least else "Tidak ada simbol atau tanda pelaksana pada langkah ini."
    keyakinan = least.keyakinan if least else 0.0
    found[field_key("pelaksana", draft.no)] = Asal(start, around(boxes), keyakinan, alasan)
    return found


def _of_cells(draft: Draft, held: Sequence[Held], columned: Sequence[Columned]) -> Asal:
    first = held[0]
    page = columned[first.table].grid.page.number
    boxes = [one.cell.box for one in held if one.cell.box and one.table == first.table]
    place = Place(
        halaman=page,
        baris=first.cell.row + 1,
        kolom=first.cell.column + 1,
        langkah=draft.no,
        sel=first.cell.sel,
    )
    is_shared = any(one in draft.shared for one in held)
    alasan = "Satu sel digabung untuk beberapa langkah." if is_shared else ""
    return Asal(place, around(boxes), _SHARED if is_shared else 1.0, alasan)


def find_shared(drafts: Sequence[Draft], columned: Sequence[Columned]) -> tuple[Finding, ...]:
    """One finding for each cell that was merged over several steps."""
    owners: dict[tuple[int, int, int], list[str]] = {}
    said: dict[tuple[int, int, int], Held] = {}
    for draft in drafts:
        for held in draft.shared:
            key = (held.table, held.cell.row, held.cell.column)
            owners.setdefault(key, []).append(draft.no)
            said[key] = held
    return tuple(_merged(said[key], nos, columned) for key, nos in owners.items())


def _merged(held: Held, nos: Sequence[str], columned: Sequence[Columned]) -> Finding:
    name = columned[held.table].head.columns[held.column].name or "gabungan"
    return Finding(
        "baca.sel-gabungan",
        Level.WARNING,
        f"Satu sel {name} (“{normal(held.cell.text)[:60]}”) digabung untuk langkah {nos[0]} sampai "
        f"{nos[-1]}; isinya dicatat pada setiap langkah itu.",
        "Tentukan isinya untuk setiap langkah.",
        Place(
            halaman=columned[held.table].grid.page.number,
            baris=held.cell.row + 1,
            langkah=nos[0],
            sel=held.cell.sel,
        ),
    )
