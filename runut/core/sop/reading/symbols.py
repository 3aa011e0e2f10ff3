"""The symbols of a step one by one: whose each is, which it is, and the arrows among them."""

from collections.abc import Sequence
from dataclasses import replace

from runut.core.sop.model import Bentuk, Dalam, Langkah, Pelaksana
from runut.core.sop.reading.people import People
from runut.core.sop.reading.ways import Exits, Inner


def with_symbols(
    langkah: Sequence[Langkah], people: Sequence[People], exits: Exits
) -> list[Langkah]:
    """The steps with the symbol of each actor, where it is not the leading one of the step, and
    with the arrows inside the row."""
    return [
        _with_own(step, who, [one for one in exits.inner if one.step == place])
        for place, (step, who) in enumerate(zip(langkah, people, strict=True))
    ]


def _with_own(step: Langkah, people: People, inner: Sequence[Inner]) -> Langkah:
    names = {seat: actor.nama for seat, actor in people.actors.items()}
    dalam = tuple(
        dict.fromkeys(
            Dalam(names[one.dari, 0], names[one.ke, 0], one.jika)
            for one in inner
            if (one.dari, 0) in names and (one.ke, 0) in names
        )
    )
    kinds = {
        names[seat]: _kind(kind, names[seat], step, dalam)
        for seat, kind in people.kinds.items()
        if seat in names
    }
    pelaksana = tuple(_as(one, kinds.get(one.nama), step.bentuk) for one in step.pelaksana)
    return replace(step, pelaksana=pelaksana, dalam=dalam)


def _kind(kind: Bentuk | None, nama: str, step: Langkah, dalam: Sequence[Dalam]) -> Bentuk:
    """What a symbol is. A capsule ends a step where an arrow of the same row leads to it."""
    if kind is not None:
        return kind
    if step.bentuk in (Bentuk.MULAI, Bentuk.SELESAI):
        return step.bentuk
    return Bentuk.SELESAI if any(one.ke == nama for one in dalam) else Bentuk.MULAI


def _as(one: Pelaksana, own: Bentuk | None, leading: Bentuk) -> Pelaksana:
    return replace(one, bentuk=None if own is leading else own)
