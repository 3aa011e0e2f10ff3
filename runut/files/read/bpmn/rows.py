"""The steps of a BPMN process as rows of the form: their order, numbers, fields and ways out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from re import sub

from runut.core.sop.flow import next_row, outward
from runut.core.sop.model import Bentuk, Langkah, Lanjut, Pelaksana, Sumber
from runut.files.bpmn_names import BPMN
from runut.files.read.bpmn.model import (
    ACTIVITIES,
    SUB_PROCESSES,
    Element,
    Node,
    Process,
    tag_of,
    words_of,
)
from runut.files.read.bpmn.own import own_block, step_of
from runut.files.read.bpmn.routes import Out, asks_after

_POOL_KEYAKINAN = 0.6
_CLOSING = "Selesai"


def in_order(starts: Sequence[str], outs: Mapping[str, Out]) -> list[str]:
    """The steps that can be reached, each below those that lead to it save for ways back."""
    done: list[str] = []
    seen: set[str] = set()
    for start in reversed(starts):
        _visit(start, outs, seen, done)
    return done[::-1]


def _visit(start: str, outs: Mapping[str, Out], seen: set[str], done: list[str]) -> None:
    """Adds what is reached from ``start``, deepest first; written out, for long processes."""
    waiting = [(start, False)]
    while waiting:
        key, is_left = waiting.pop()
        if is_left:
            done.append(key)
        elif key not in seen:
            seen.add(key)
            waiting.append((key, True))
            waiting.extend((target, False) for target in targets_of(outs[key]) if target in outs)


def targets_of(out: Out) -> list[str]:
    """All nodes that a way out may lead to, in the order of the file."""
    chosen = [target for _, targets in out.choices for target in targets]
    return list(dict.fromkeys([*out.always, *chosen]))


def rows_of(
    process: Process, nodes: Sequence[Node], outs: Mapping[str, Out], starts: Sequence[str]
) -> tuple[Langkah, ...]:
    """The rows of the form, in the order of ``nodes``."""
    numbers = numbers_of(nodes)
    papers = _papers(process)
    rows = []
    for place, node in enumerate(nodes):
        ways = _ways(outs[node.id], numbers)
        block = own_block(node.element, "langkah")
        if block is not None:
            written = replace(step_of(block, node.element.get("name", "")), no=numbers[node.id])
            row = _with_ways(written, ways, list(numbers.values()), place)
        else:
            row = _foreign(process, node, Langkah(numbers[node.id], "", lanjut=ways), papers)
            row = replace(row, bentuk=_bentuk(node, outs[node.id], ways, starts))
        rows.append(replace(row, pelaksana=_actors(process, node, row.pelaksana)))
    return tuple(rows)


def numbers_of(nodes: Sequence[Node]) -> dict[str, str]:
    """The number of each row: as we wrote it, else counted."""
    blocks = {node.id: own_block(node.element, "langkah") for node in nodes}
    written = {key: block.get("no", "") for key, block in blocks.items() if block is not None}
    if len(set(written.values())) == len(nodes) and all(written.values()):
        return written
    return {node.id: str(place) for place, node in enumerate(nodes, start=1)}


def is_all_ours(nodes: Sequence[Node]) -> bool:
    """Whether every row was written by us: then the order of the file is that of the form."""
    return all(own_block(node.element, "langkah") is not None for node in nodes)


def _ways(out: Out, numbers: Mapping[str, str]) -> tuple[Lanjut, ...]:
    ways = [Lanjut(numbers[key]) for key in out.always if key in numbers]
    for label, targets in out.choices:
        ways.extend(Lanjut(numbers[key], label) for key in targets if key in numbers)
    return tuple(dict.fromkeys(ways))


def _with_ways(
    written: Langkah, ways: tuple[Lanjut, ...], nos: Sequence[str], place: int
) -> Langkah:
    """The step with its ways as written, unless the drawing was changed since."""
    known = tuple(way for way in outward(written) if way.ke in nos)
    before = known or next_row(nos, place, written.bentuk)
    if set(before) == set(ways):
        return written
    has_choices = any(way.jika is not None for way in ways)
    bentuk = Bentuk.KEPUTUSAN if has_choices else written.bentuk
    if bentuk is Bentuk.KEPUTUSAN and not has_choices:
        bentuk = Bentuk.PROSES
    unanswered = tuple(one for one in written.dalam if not one.jika)
    return replace(written, lanjut=ways, bentuk=bentuk, dalam=unanswered)


def _foreign(process: Process, node: Node, row: Langkah, papers: Mapping[str, str]) -> Langkah:
    kegiatan = " ".join(node.name.split())
    if not kegiatan:
        kegiatan = _CLOSING if node.kind == "endEvent" else f"Kegiatan tanpa nama ({node.id})"
    return replace(
        row,
        kegiatan=kegiatan,
        kelengkapan=_papers_of(node, "dataInputAssociation", "sourceRef", papers),
        output=_papers_of(node, "dataOutputAssociation", "targetRef", papers),
        keterangan=" ".join(_remarks(process, node)),
        rujukan_sop=(kegiatan,) if node.kind == "callActivity" else (),
    )


def _remarks(process: Process, node: Node) -> Iterator[str]:
    """What the model says about a step beside its name."""
    for text in node.element.iterfind(f"{{{BPMN}}}documentation"):
        # Some programs write HTML here.
        yield " ".join(sub(r"<[^<>]*>", " ", _text(text)).split())
    if node.kind in SUB_PROCESSES:
        inner = [words_of(one) for one in node.element.iter() if tag_of(one) in ACTIVITIES]
        names = [" ".join(name.split()) for name in inner[1:] if name]
        if names:
            yield f"Rincian: {'; '.join(names)}."
    for flow in node.outgoing:
        after = process.nodes[flow.target]
        if after.kind == "endEvent" and after.name and len(node.outgoing) == 1:
            yield f"Berakhir: {' '.join(after.name.split())}."
        elif after.name and asks_after(process, after, node):
            yield f"Keputusan: {' '.join(after.name.split())}"


def _text(element: Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def _bentuk(node: Node, out: Out, ways: tuple[Lanjut, ...], starts: Sequence[str]) -> Bentuk:
    if out.choices:
        return Bentuk.KEPUTUSAN
    if not ways:
        return Bentuk.SELESAI
    return Bentuk.MULAI if node.id in starts else Bentuk.PROSES


def _actors(process: Process, node: Node, written: tuple[Pelaksana, ...]) -> tuple[Pelaksana, ...]:
    """The lane leads; others stay as written."""
    lane = node.lane
    if process.lanes:
        if (written[0].nama if written else "") == lane:
            return written
        others = tuple(one for one in written[1:] if one.nama != lane)
        return (Pelaksana(lane, Sumber.BENTUK), *others) if lane else ()
    if written or not process.pool:
        return written
    alasan = "model tidak memuat lajur; nama pihaknya yang dipakai"
    return (Pelaksana(process.pool, Sumber.TEKS, _POOL_KEYAKINAN, alasan),)


def _papers(process: Process) -> dict[str, str]:
    """Names of documents and stores by id."""
    kinds = ("dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput")
    found = {}
    for element in process.element.iter():
        if tag_of(element) in kinds and words_of(element):
            found[element.get("id", "")] = " ".join(words_of(element).split())
    return found


def _papers_of(node: Node, kind: str, end: str, papers: Mapping[str, str]) -> tuple[str, ...]:
    ends = node.element.iterfind(f"{{{BPMN}}}{kind}/{{{BPMN}}}{end}")
    names = [papers.get((one.text or "").strip(), "") for one in ends]
    return tuple(dict.fromkeys(name for name in names if name))
