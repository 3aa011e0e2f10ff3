"""An SOP out of what a reader of files found: the steps, who does them, and how they follow."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.form.labels import letters
from runut.core.sop.model import SOP, Langkah
from runut.core.sop.reading.arrowheads import with_arrowheads
from runut.core.sop.reading.asal import Asal, Lain, Reading, field_key, no_such, several
from runut.core.sop.reading.block import Block
from runut.core.sop.reading.body import Body, read_body
from runut.core.sop.reading.boxed import take_boxed_words
from runut.core.sop.reading.canvas import Canvas
from runut.core.sop.reading.flowing import Flow, flow_of
from runut.core.sop.reading.head import ACTOR
from runut.core.sop.reading.identity import Understood, understand
from runut.core.sop.reading.nets import MAX_CONNECTORS
from runut.core.sop.reading.people import Known, People, known_names, people_of
from runut.core.sop.reading.places import MAX_SHAPES, PlacedShape, at_step, place_shapes
from runut.core.sop.reading.refusals import (
    blank_form,
    is_blank_activity,
    no_steps,
    refuse,
    refuse_letters,
    too_many_steps,
)
from runut.core.sop.reading.scanned import lost_in_scans, said_of_scans
from runut.core.sop.reading.signed_words import without_signed_words
from runut.core.sop.reading.stepwise import find_shared, origins, place_of, read_step
from runut.core.sop.reading.symbols import with_symbols
from runut.core.sop.reading.twofold import doubt_wide_columns
from runut.core.sop.reading.units import Unit, find_units, identity_alone
from runut.core.sop.reading.ways import exit_label, read_exits
from runut.core.words.items import join_numbers, normal

MAX_STEPS: Final = 500
_PICTURE: Final = "Simbolnya berupa gambar, jadi jenisnya tidak terbaca."


def assemble(canvas: Canvas, source: str, pilih: int | None = None) -> Reading:
    """The SOP in a file, what was odd, and where each field stood; else why there is none.

    ``source`` is the name of the file, for the messages. Of several SOPs the ``pilih``-th (from
    1) is read, the first where none is asked for; the others are named.
    """
    name = f"Berkas {source}" if source else "Berkas ini"
    canvas, signed = without_signed_words(with_arrowheads(canvas))
    units = find_units(canvas)
    if not units:
        return Reading(None, (refuse(canvas, name),), sisa=_identity(identity_alone(canvas)))
    for unit in units:
        take_boxed_words(unit)
    bodies = [read_body(unit.columned) for unit in units]
    whole = [i for i, body in enumerate(bodies) if body.steps and not _is_blank(body, units[i])]
    if not whole:
        return Reading(None, (_no_steps(bodies, units, name),), sisa=_identity(units[0].block))
    if not 1 <= (pilih or 1) <= len(whole):
        return Reading(None, (no_such(len(whole), pilih or 1, name),))
    chosen = whole[(pilih or 1) - 1]
    if len(bodies[chosen].steps) > MAX_STEPS:
        return Reading(None, (too_many_steps(name, len(bodies[chosen].steps), MAX_STEPS),))
    if unreadable := refuse_letters(canvas, name):
        return Reading(None, (unreadable,))
    others = [
        Lain(
            count,
            normal(units[i].title),
            len(bodies[i].steps),
            Place(halaman=units[i].columned[0].grid.page.number),
        )
        for count, i in enumerate(whole, start=1)
        if i != chosen
    ]
    reading = _read(canvas, units[chosen], bodies[chosen], others)
    return replace(reading, findings=(*reading.findings, *signed))


def _read(canvas: Canvas, unit: Unit, body: Body, others: Sequence[Lain]) -> Reading:
    columned = unit.columned
    numbers = {one.grid.page.number for one in columned}
    pages = [page for page in canvas.pages if page.number in numbers]
    placed = place_shapes(columned, body.steps)
    exits = read_exits(pages, placed, columned)
    people = _people(body, placed, unit, exits.said)
    doubt_wide_columns(people, placed, columned)
    findings: list[Finding] = [*_crowded(canvas), *said_of_scans(columned), *body.findings]
    steps = [
        read_step(draft, who, columned, findings)
        for draft, who in zip(body.steps, people, strict=True)
    ]
    flow = flow_of(steps, people, exits)
    flow.langkah = with_symbols(flow.langkah, people, exits)
    identity = understand(unit.block)
    findings += [*find_shared(body.steps, columned), *flow.findings, *identity.findings]
    findings += _unsure(body, flow.langkah, people, unit)
    findings += [several(normal(unit.title), others)] if others else []
    sop = _sop(unit, body, flow.langkah, identity, exits.said)
    asal = _asal(unit, body, people, flow, identity)
    asal |= lost_in_scans(body.steps, flow.langkah, columned)
    return Reading(sop, tuple(findings), asal, tuple(others))


def _is_blank(body: Body, unit: Unit) -> bool:
    """Whether the rows hold nothing but the words of an empty form."""
    activities = (" ".join(draft.texts(unit.columned, "kegiatan")) for draft in body.steps)
    return all(map(is_blank_activity, activities))


def _no_steps(bodies: Sequence[Body], units: Sequence[Unit], name: str) -> Finding:
    if any(body.steps for body in bodies):
        return blank_form(name)
    return no_steps(name, units[0].columned[0].grid.page.number)


def _identity(block: Block | None) -> SOP | None:
    """What an identity block says, as an SOP without steps; None where it says nothing."""
    if block is None:
        return None
    found = understand(block)
    filled = found.texts or found.dates or found.items or found.pengesahan.jabatan
    return _identified(found) if filled else None


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
    after = [text for text in unit.after if not exit_label(text) and letters(text) not in labels]
    return replace(
        _identified(identity),
        langkah=tuple(langkah),
        pelaksana=_names(unit, langkah),
        catatan=(*identity.catatan, *body.catatan, *after),
    )


def _identified(identity: Understood) -> SOP:
    items = identity.items
    return SOP(
        judul=identity.texts.get("judul", ""),
        langkah=(),
        pelaksana=(),
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
        alasan = _PICTURE if who.is_pictured else ""
        found[field_key("bentuk", draft.no)] = Asal(place, None, who.keyakinan, alasan)
    return found


def _unsure(
    body: Body, langkah: Sequence[Langkah], people: Sequence[People], unit: Unit
) -> list[Finding]:
    """Actors that are not sure, and marks in columns without a name."""
    found: list[Finding] = []
    for draft, step, who in zip(body.steps, langkah, people, strict=True):
        place = place_of(draft, unit.columned)
        doubts: dict[str, list[str]] = {}
        for one in step.pelaksana:
            if one.keyakinan < 0.8:
                doubts.setdefault(one.alasan, []).append(one.nama)
        found += [_ask(step, " dan ".join(n), alasan, place) for alasan, n in doubts.items()]
        if who.nameless:
            found.append(_nameless(step, who.nameless[0], place))
    pictured = [step.no for step, who in zip(langkah, people, strict=True) if who.is_pictured]
    return [*found, *([_pictured(pictured)] if pictured else [])]


def _pictured(numbers: Sequence[str]) -> Finding:
    return Finding(
        "baca.simbol-berupa-gambar",
        Level.WARNING,
        f"Simbol langkah {join_numbers(numbers)} berupa gambar; pelaksananya terbaca dari "
        "letaknya, jenis simbolnya tidak.",
        "Pilih jenis simbol langkah itu: kotak, belah ketupat, atau kapsul.",
        Place(langkah=numbers[0]),
    )


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
