"""A BPMN 2.0 model as an SOP: lanes, tasks, exclusive and parallel gateways, loops.

What has no counterpart in the form is named in findings; a flow that cannot be said is refused.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from runut.core.findings import Finding, Level, Place
from runut.core.sop.model import SOP, Langkah
from runut.files.guard.zip_check import refuse_size
from runut.files.read.bpmn.model import (
    SUB_PROCESSES,
    Element,
    Node,
    Process,
    processes_of,
    tag_of,
)
from runut.files.read.bpmn.notes import (
    note_question,
    note_starts,
    note_unreached,
    notes_around,
    notes_on,
)
from runut.files.read.bpmn.own import (
    actors_of,
    dates_of,
    judul_prosedur_of,
    lists_of,
    nomor_of,
    own_block,
    pengesahan_of,
)
from runut.files.read.bpmn.routes import Out, Routes, Unroutable, is_question
from runut.files.read.bpmn.rows import in_order, is_all_ours, rows_of

_MOST_NODES = 1_000


def sop_of_bpmn(data: bytes) -> tuple[SOP | None, tuple[Finding, ...]]:
    """The SOP that a BPMN 2.0 model describes: (SOP or None, what was odd or lost).

    The process with most activities is taken. Lanes become the Pelaksana, tasks and subprocesses
    the steps, exclusive gateways decisions, parallel gateways work side by side.
    """
    too_large = refuse_size(data)
    if too_large is not None:
        return None, (too_large,)
    root = _parse(data)
    processes = processes_of(root) if root is not None else []
    if root is None or not processes or not processes[0].activities:
        return None, (_not_bpmn() if root is None else _no_steps(),)
    chosen, *others = processes
    if len(chosen.nodes) > _MOST_NODES:
        return None, (_too_many(len(chosen.nodes)),)
    try:
        sop, findings = _read(chosen)
    except Unroutable as unroutable:
        return None, (unroutable.finding, *notes_around(root, chosen, others))
    return sop, (*findings, *notes_around(root, chosen, others))


def _read(process: Process) -> tuple[SOP, list[Finding]]:
    routes = Routes(process)
    routes.steps.update((node.id, node) for node in _steps(process))
    starts = routes.starts()
    outs = {key: routes.out_of(node) for key, node in routes.steps.items()}
    closing = _closing(process, outs)
    routes.steps.update((node.id, node) for node in closing)
    outs.update((node.id, Out()) for node in closing)
    order = in_order(starts, outs)
    nodes = [routes.steps[key] for key in order]
    if is_all_ours(nodes):
        place = {key: at for at, key in enumerate(process.nodes)}
        nodes.sort(key=lambda node: place[node.id])
    if not nodes:
        raise Unroutable(_no_steps())
    findings = [note_question(node) for node in nodes if node.kind == "exclusiveGateway"]
    unreached = [node for key, node in routes.steps.items() if key not in set(order)]
    findings += [note_unreached(node) for node in unreached]
    findings += notes_on(process, routes.passed)
    if len(starts) > 1 and not is_all_ours(nodes):
        findings.append(note_starts([routes.steps[key] for key in starts]))
    rows = rows_of(process, nodes, outs, starts)
    nobody = [row.no for row in rows if not row.pelaksana]
    if nobody and not is_all_ours(nodes):
        findings.append(_no_actor(nobody))
    return _form(process, rows), findings


def _steps(process: Process) -> Iterator[Node]:
    """The nodes that become rows of the form."""
    for node in process.nodes.values():
        if node.kind in SUB_PROCESSES and node.element.get("triggeredByEvent") == "true":
            continue
        if node.element.get("isForCompensation") == "true":
            continue
        if node.is_activity or is_question(process, node):
            yield node


def _closing(process: Process, outs: dict[str, Out]) -> list[Node]:
    """End events that a decision leads straight to: the form needs a row for them."""
    found: dict[str, Node] = {}
    for out in outs.values():
        for _, targets in out.choices:
            nodes = [process.nodes[key] for key in targets]
            if nodes and all(node.kind == "endEvent" for node in nodes):
                found.update((node.id, node) for node in nodes[:1])
    return list(found.values())


def _form(process: Process, langkah: tuple[Langkah, ...]) -> SOP:
    """The identity block, where the file holds one of ours, and the actors' columns."""
    judul = process.name or process.pool
    leads = [one.nama for row in langkah for one in row.pelaksana[:1]]
    lanes = [lane for lane in process.lanes if lane] or list(dict.fromkeys(leads))
    block = own_block(process.element, "sop")
    if block is None:
        notes = tuple(_annotations(process))
        return SOP(judul or "Tanpa judul", langkah, tuple(lanes), catatan=notes)
    lists = lists_of(block)
    columns = _columns(process, lists["pelaksana"])
    dates = dates_of(block)
    return SOP(
        judul=process.element.get("name", ""),
        langkah=langkah,
        pelaksana=columns,
        nomor=nomor_of(block),
        instansi=lists["instansi"],
        tanggal_pembuatan=dates["tanggal_pembuatan"],
        tanggal_revisi=dates["tanggal_revisi"],
        tanggal_efektif=dates["tanggal_efektif"],
        disahkan_oleh=pengesahan_of(block),
        dasar_hukum=lists["dasar_hukum"],
        keterkaitan=lists["keterkaitan"],
        peringatan=lists["peringatan"],
        kualifikasi_pelaksana=lists["kualifikasi_pelaksana"],
        peralatan=lists["peralatan"],
        pencatatan=lists["pencatatan"],
        judul_prosedur=judul_prosedur_of(block),
        catatan=lists["catatan"],
    )


def _columns(process: Process, written: tuple[str, ...]) -> tuple[str, ...]:
    """The columns as written, with the lanes that another program added or renamed.

    Our own file has a lane also for a leading actor without a column; it is no new column.
    """
    blocks = [own_block(node.element, "langkah") for node in process.nodes.values()]
    leads = {actors[0].nama for one in blocks if one is not None and (actors := actors_of(one))}
    lanes = [lane for lane in process.lanes if lane and (lane in written or lane not in leads)]
    return written if set(lanes) == set(written) - {""} else tuple(lanes)


def _annotations(process: Process) -> Iterator[str]:
    for element in process.element.iter():
        if tag_of(element) == "textAnnotation":
            words = " ".join("".join(str(piece) for piece in element.itertext()).split())
            if words:
                yield words


def _parse(data: bytes) -> Element | None:
    """The model's root; None for what is no BPMN. A DOCTYPE is never read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    has_doctype = root.getroottree().docinfo.internalDTD is not None
    return None if has_doctype or tag_of(root) != "definitions" else root


def _no_actor(nos: Sequence[str]) -> Finding:
    return Finding(
        "bpmn.tanpa-pelaksana",
        Level.WARNING,
        f"Langkah {', '.join(nos)} tidak terletak dalam lajur (lane), jadi pelaksananya tidak "
        "diketahui.",
        "Pilih pelaksananya sebelum SOP ini disahkan.",
        Place(langkah=nos[0]),
    )


def _not_bpmn() -> Finding:
    return Finding(
        "bpmn.bukan-model",
        Level.BLOCKER,
        "Berkas ini bukan model BPMN 2.0 atau rusak.",
        "Simpan ulang dari program BPMN sebagai BPMN 2.0 XML, lalu unggah lagi.",
    )


def _no_steps() -> Finding:
    return Finding(
        "bpmn.tanpa-kegiatan",
        Level.BLOCKER,
        "Model BPMN ini tidak memuat kegiatan yang dapat menjadi langkah SOP.",
        "Unggah model yang memuat proses dengan kegiatan (task).",
    )


def _too_many(count: int) -> Finding:
    return Finding(
        "bpmn.terlalu-besar",
        Level.BLOCKER,
        f"Model ini memuat {count} simpul; paling banyak {_MOST_NODES}.",
        "Bagi prosesnya menjadi beberapa SOP, lalu unggah satu per satu.",
    )
