"""An SOP out of what a reader of files found: the steps, who does them, and how they follow."""

from collections.abc import Sequence
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.form.labels import letters
from runut.core.sop.model import SOP, Langkah
from runut.core.sop.reading.asal import Asal, Reading, field_key
from runut.core.sop.reading.body import Body, read_body
from runut.core.sop.reading.canvas import Canvas
from runut.core.sop.reading.flowing import Flow, flow_of
from runut.core.sop.reading.head import ACTOR
from runut.core.sop.reading.identity import Understood, understand
from runut.core.sop.reading.nets import MAX_CONNECTORS
from runut.core.sop.reading.people import Known, People, known_names, people_of
from runut.core.sop.reading.places import MAX_SHAPES, PlacedShape, at_step, place_shapes
from runut.core.sop.reading.refusals import (
    is_scrambled,
    no_steps,
    refuse,
    scrambled_sop,
    texts_of,
    too_many_steps,
)
from runut.core.sop.reading.stepwise import find_shared, origins, place_of, read_step
from runut.core.sop.reading.units import Unit, find_units
from runut.core.sop.reading.ways import exit_label, read_exits
from runut.core.words.items import normal

MAX_STEPS: Final = 500


def assemble(canvas: Canvas, source: str) -> Reading:
    """The SOP in a file, what was odd, and where each field stood; else why there is none.

    ``source`` is the name of the file, for the messages. Of several SOPs the first whole one is
    read and the others are named.
    """
    name = f"Berkas {source}" if source else "Berkas ini"
    units = find_units(canvas)
    if not units:
        return Reading(None, (refuse(canvas, name),))
    bodies = [read_body(unit.columned) for unit in units]
    chosen = next((i for i, body in enumerate(bodies) if body.steps), None)
    if chosen is None:
        return Reading(None, (no_steps(name, units[0].columned[0].grid.page.number),))
    if len(bodies[chosen].steps) > MAX_STEPS:
        return Reading(None, (too_many_steps(name, len(bodies[chosen].steps), MAX_STEPS),))
    if is_scrambled(word for text in texts_of(canvas) for word in text.split()):
        return Reading(None, (scrambled_sop(name),))
    others = [unit for i, unit in enumerate(units) if i != chosen and bodies[i].steps]
    return _read(canvas, units[chosen], bodies[chosen], others)


def _read(canvas: Canvas, unit: Unit, body: Body, others: Sequence[Unit]) -> Reading:
    columned = unit.columned
    numbers = {one.grid.page.number for one in columned}
    pages = [page for page in canvas.pages if page.number in numbers]
    placed = place_shapes(columned, body.steps)
    exits = read_exits(pages, placed, columned)
    people = _people(body, placed, unit, exits.said)
    findings: list[Finding] = [*_crowded(canvas), *body.findings]
    steps = [
        read_step(draft, who, columned, findings)
        for draft, who in zip(body.steps, people, strict=True)
    ]
    flow = flow_of(steps, people, exits.ways)
    identity = understand(unit.block)
    findings += [*find_shared(body.steps, columned), *flow.findings, *identity.findings]
    findings += [*_unsure(body, flow.langkah, people, unit), *_others(unit, others)]
    sop = _sop(unit, body, flow.langkah, identity, exits.said)
    return Reading(sop, tuple(findings), _asal(unit, body, people, flow, identity))


def _people(
    body: Body, placed: Sequence[PlacedShape], unit: Unit, labels: frozenset[str]
) -> list[People]:
    drawn = {one.step for one in placed if one.step is not None}
    is_drawn = len(drawn) * 2 >= len(body.steps)
    known = Known(known_names(body.steps, unit.columned), labels)
    return [
        people_of(draft, at_step(placed, count), unit.columned, known, is_drawn=is_drawn)
        for count, draft in enumerate(body.steps)
    ]


def _sop(
    unit: Unit,
    body: Body,
    langkah: Sequence[Langkah],
    identity: Understood,
    labels: frozenset[str],
) -> SOP:
    items = identity.items
    after = [text for text in unit.after if not exit_label(text) and letters(text) not in labels]
    return SOP(
        judul=identity.texts.get("judul", ""),
        langkah=tuple(langkah),
        pelaksana=_names(unit, langkah),
        nomor=identity.texts.get("nomor"),
        instansi=identity.instansi,
        tanggal_pembuatan=identity.dates.get("tanggal_pembuatan"),
        tanggal_revisi=identity.dates.get("tanggal_revisi"),
        tanggal_efektif=identity.dates.get("tanggal_efektif"),
        disahkan_oleh=identity.pengesahan,
        dasar_hukum=items.get("dasar_hukum", ()),
        keterkaitan=items.get("keterkaitan", ()),
        peringatan=items.get("peringatan", ()),
        kualifikasi_pelaksana=items.get("kualifikasi_pelaksana", ()),
        peralatan=items.get("peralatan", ()),
        pencatatan=items.get("pencatatan", ()),
        judul_prosedur=identity.prosedur,
        catatan=(*identity.catatan, *body.catatan, *after),
    )


def _names(unit: Unit, langkah: Sequence[Langkah]) -> tuple[str, ...]:
    """The actors in the order of the columns; those named in cells in the order of the steps."""
    heads = [c.name for c in unit.columned[0].head.columns if c.kind == ACTOR and c.name]
    named = [one.nama for step in langkah for one in step.pelaksana]
    return tuple(dict.fromkeys([*heads, *named]))


def _asal(
    unit: Unit, body: Body, people: Sequence[People], flow: Flow, identity: Understood
) -> dict[str, Asal]:
    found = dict(identity.asal)
    for draft, who in zip(body.steps, people, strict=True):
        found.update(origins(draft, who, unit.columned))
        place = place_of(draft, unit.columned)
        key = field_key("lanjut", draft.no)
        if key in flow.asal:
            found[key] = Asal(place, None, flow.asal[key].keyakinan, flow.asal[key].alasan)
        found[field_key("bentuk", draft.no)] = Asal(place, keyakinan=who.keyakinan)
    return found


def _unsure(
    body: Body, langkah: Sequence[Langkah], people: Sequence[People], unit: Unit
) -> list[Finding]:
    """Actors that are not sure, and marks in columns without a name."""
    found: list[Finding] = []
    for draft, step, who in zip(body.steps, langkah, people, strict=True):
        place = place_of(draft, unit.columned)
        for one in step.pelaksana:
            if one.keyakinan < 0.8:
                found.append(_ask(step, one.nama, one.alasan, place))
        if who.nameless:
            found.append(_nameless(step, who.nameless[0], place))
    return found


def _ask(step: Langkah, nama: str, alasan: str, place: Place) -> Finding:
    return Finding(
        "baca.pelaksana-kurang-pasti",
        Level.WARNING,
        f"Pelaksana langkah {step.no} dibaca sebagai {nama}, tetapi belum pasti. {alasan}".strip(),
        "Pastikan pelaksana langkah itu.",
        place,
    )


def _nameless(step: Langkah, what: str, place: Place) -> Finding:
    return Finding(
        "baca.kolom-tanpa-nama",
        Level.BLOCKER,
        f"Langkah {step.no} bertanda di kolom pelaksana yang tidak bernama ({what}).",
        "Tuliskan nama pelaksana di kepala kolom itu.",
        place,
    )


def _others(unit: Unit, others: Sequence[Unit]) -> list[Finding]:
    if not others:
        return []
    names = "; ".join(f"“{normal(other.title) or 'tanpa judul'}”" for other in others[:20])
    return [
        Finding(
            "baca.beberapa-sop",
            Level.WARNING,
            f"Berkas ini memuat {len(others) + 1} SOP; yang dibaca hanya “{unit.title}”. "
            f"Yang lain: {names}.",
            "Simpan setiap SOP ke berkas sendiri, lalu baca satu per satu.",
        )
    ]


def _crowded(canvas: Canvas) -> list[Finding]:
    crowded = [
        page.number
        for page in canvas.pages
        if len(page.shapes) > MAX_SHAPES or len(page.connectors) > MAX_CONNECTORS
    ]
    return [
        Finding(
            "baca.terlalu-banyak-bentuk",
            Level.WARNING,
            f"Halaman {number} memuat lebih banyak gambar daripada yang dapat dibaca; sebagian "
            "simbol atau panahnya tidak dibaca.",
            "Hapus gambar yang bukan bagian dari bagan SOP.",
            Place(halaman=number),
        )
        for number in crowded
    ]
