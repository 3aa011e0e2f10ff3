"""What is different between two versions of an SOP, in sentences for the person who decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from runut.core.findings import Place
from runut.core.sop.form.printed import KEYS, SECTIONS
from runut.core.sop.mending.match import match_steps, moved_rows
from runut.core.sop.model import SOP, Bentuk, Langkah, Pelaksana
from runut.core.words.dates import format_date


class Kind(StrEnum):
    """What happened to a field or a step, in the word shown to the reader."""

    ADDED = "ditambah"
    REMOVED = "dihapus"
    CHANGED = "diubah"
    MOVED = "dipindah"


@dataclass(frozen=True)
class Change:
    """One difference. ``bagian`` is the label of the field; ``sebelum``/``sesudah`` its words.

    ``letak`` holds the step's number in the new version, of a removed step in the old one.
    """

    jenis: Kind
    bagian: str
    letak: Place
    sebelum: str
    sesudah: str
    pesan: str


@dataclass(frozen=True)
class Piece:
    """A run of words of a changed text: removed, added, or (``jenis`` None) the same in both."""

    jenis: Kind | None
    teks: str


_SHAPES: Final = {
    Bentuk.MULAI: "kapsul mulai",
    Bentuk.PROSES: "kotak",
    Bentuk.KEPUTUSAN: "belah ketupat keputusan",
    Bentuk.SELESAI: "kapsul selesai",
}
_ONE_ITEM: Final = 0.5
"""Share of common letters from which two lines of a list are one line, reworded."""


def difference(old: SOP, new: SOP) -> tuple[Change, ...]:
    """Every difference between two versions, in the order of the form; nothing if they agree."""
    return (*_identity(old, new), *_steps(old, new), *_notes(old, new))


def word_pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of two texts side by side, for a page that marks what went and what came.

    >>> [(p.jenis, p.teks) for p in word_pieces("draf akhir", "draft akhir")]
    [(<Kind.REMOVED: 'dihapus'>, 'draf'), (<Kind.ADDED: 'ditambah'>, 'draft'), (None, 'akhir')]
    """
    one, other = before.split(), after.split()
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(None, " ".join(one[i:j])))
            continue
        if i < j:
            pieces.append(Piece(Kind.REMOVED, " ".join(one[i:j])))
        if k < m:
            pieces.append(Piece(Kind.ADDED, " ".join(other[k:m])))
    return tuple(pieces)


def _identity(old: SOP, new: SOP) -> Iterator[Change]:
    yield from _list_changes("Instansi", old.instansi, new.instansi)
    for key, (label, *_) in KEYS.items():
        if key != "disahkan_oleh":
            yield from _text(label, _shown(getattr(old, key)), _shown(getattr(new, key)))
    official, now = old.disahkan_oleh, new.disahkan_oleh
    for what in ("jabatan", "nama", "nip"):
        label = f"DISAHKAN OLEH, {what if what != 'nip' else 'NIP'}"
        yield from _text(label, getattr(official, what) or "", getattr(now, what) or "")
    for section, (label, *_) in SECTIONS.items():
        yield from _list_changes(label, getattr(old, section), getattr(new, section))
    yield from _text("Judul prosedur", old.judul_prosedur, new.judul_prosedur)
    yield from _list_changes("Kolom pelaksana", old.pelaksana, new.pelaksana)


def _notes(old: SOP, new: SOP) -> Iterator[Change]:
    yield from _list_changes("Catatan", old.catatan, new.catatan)


def _shown(value: date | str | None) -> str:
    return format_date(value) if isinstance(value, date) else value or ""


def _text(label: str, before: str, after: str, no: str | None = None) -> Iterator[Change]:
    if before == after:
        return
    place = Place(langkah=no)
    if not before:
        yield Change(Kind.ADDED, label, place, "", after, f"{label} diisi “{after}”.")
    elif not after:
        pesan = f"{label} dikosongkan; semula “{before}”."
        yield Change(Kind.REMOVED, label, place, before, "", pesan)
    else:
        pesan = f"{label} diubah dari “{before}” menjadi “{after}”."
        yield Change(Kind.CHANGED, label, place, before, after, pesan)


def _list_changes(
    label: str, before: tuple[str, ...], after: tuple[str, ...], no: str | None = None
) -> Iterator[Change]:
    place = Place(langkah=no)
    gone = [item for item in before if item not in after]
    come = [item for item in after if item not in before]
    for item in gone:
        reworded = max(come, key=lambda other: _likeness(item, other), default="")
        if not come or _likeness(item, reworded) < _ONE_ITEM:
            pesan = f"{label} tidak lagi memuat “{item}”."
            yield Change(Kind.REMOVED, label, place, item, "", pesan)
        else:
            come.remove(reworded)
            yield from _text(label, item, reworded, no)
    for item in come:
        yield Change(Kind.ADDED, label, place, "", item, f"{label} ditambah “{item}”.")
    if before != after and set(before) == set(after):
        one, other = "; ".join(before), "; ".join(after)
        yield Change(Kind.MOVED, label, place, one, other, f"Urutan atau jumlah {label} berubah.")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def _steps(old: SOP, new: SOP) -> Iterator[Change]:
    pairs = match_steps(old.langkah, new.langkah)
    moved = moved_rows(pairs)
    now_called = {step.no: f"{step.no} versi lama" for step in old.langkah}
    now_called |= {old.langkah[was].no: new.langkah[row].no for row, was in pairs.items()}
    for was, step in enumerate(old.langkah):
        if was not in pairs.values():
            yield _step_change(
                Kind.REMOVED, step, f"Langkah {step.no}, “{step.kegiatan}”, dihapus."
            )
    for row, step in enumerate(new.langkah):
        after = f"setelah langkah {new.langkah[row - 1].no}" if row else "di awal"
        if row not in pairs:
            pesan = f"Langkah {step.no}, “{step.kegiatan}”, ditambahkan {after}."
            yield _step_change(Kind.ADDED, step, pesan)
            continue
        before = old.langkah[pairs[row]]
        if row in moved:
            pesan = f"Langkah {step.no} (semula langkah {before.no}) dipindah {after}."
            yield _step_change(Kind.MOVED, step, pesan)
        yield from _within_step(before, step, now_called)
    yield from _renumbering(old, new, pairs)


def _step_change(kind: Kind, step: Langkah, pesan: str) -> Change:
    before = step.kegiatan if kind is not Kind.ADDED else ""
    after = step.kegiatan if kind is not Kind.REMOVED else ""
    return Change(kind, "Langkah", Place(langkah=step.no), before, after, pesan)


def _within_step(before: Langkah, step: Langkah, now_called: dict[str, str]) -> Iterator[Change]:
    where = f"langkah {step.no}"
    yield from _text(f"Kegiatan {where}", before.kegiatan, step.kegiatan, step.no)
    one, other = _actors(before.pelaksana), _actors(step.pelaksana)
    yield from _text(f"Pelaksana {where}", one, other, step.no)
    yield from _text(f"Simbol {where}", _SHAPES[before.bentuk], _SHAPES[step.bentuk], step.no)
    one, other = _symbols(before), _symbols(step)
    yield from _text(f"Simbol dan panah di dalam {where}", one, other, step.no)
    for label, items, now in (
        ("Kelengkapan", before.kelengkapan, step.kelengkapan),
        ("Output", before.output, step.output),
        ("Rujukan SOP", before.rujukan_sop, step.rujukan_sop),
    ):
        yield from _list_changes(f"{label} {where}", items, now, step.no)
    yield from _text(f"Waktu {where}", before.waktu.teks, step.waktu.teks, step.no)
    yield from _text(f"Keterangan {where}", before.keterangan, step.keterangan, step.no)
    one, other = _exits(before, now_called), _exits(step, None)
    yield from _text(f"Arah setelah {where}", one, other, step.no)


def _actors(pelaksana: tuple[Pelaksana, ...]) -> str:
    return ", ".join(actor.nama for actor in pelaksana)


def _symbols(step: Langkah) -> str:
    """The symbols besides the leading one, and the arrows inside the row, in words."""
    own = [f"{one.nama}: {_SHAPES[one.bentuk]}" for one in step.pelaksana if one.bentuk]
    arrows = [f"{one.jika or 'lanjut'} dari {one.dari} ke {one.ke}" for one in step.dalam]
    return ", ".join([*own, *arrows])


def _exits(step: Langkah, now_called: dict[str, str] | None) -> str:
    """The ways out in words; of the old version under the numbers that the steps have now."""
    told = []
    for way in step.lanjut:
        ke = (now_called or {}).get(way.ke, way.ke)
        told.append(f"{way.jika} ke langkah {ke}" if way.jika else f"ke langkah {ke}")
    return ", ".join(told)


def _renumbering(old: SOP, new: SOP, pairs: dict[int, int]) -> Iterator[Change]:
    changed = [
        (old.langkah[was].no, new.langkah[row].no)
        for row, was in pairs.items()
        if old.langkah[was].no != new.langkah[row].no
    ]
    if changed:
        told = ", ".join(f"{was} menjadi {now}" for was, now in changed)
        before, after = (", ".join(side) for side in zip(*changed, strict=True))
        pesan = f"Nomor langkah berubah: {told}."
        yield Change(Kind.CHANGED, "Nomor langkah", Place(), before, after, pesan)
