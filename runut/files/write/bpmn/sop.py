"""An SOP as BPMN 2.0: lanes per Pelaksana, tasks, gateways, and the diagram that shows them.

What BPMN has no place for (identity block, mutu baku) goes into extension elements of our own,
so the file read again gives the same SOP.
"""

from collections.abc import Iterator
from re import compile as pattern

from lxml import etree

from runut.core.sop.model import SOP, Langkah
from runut.files.bpmn_names import (
    BPMN,
    BPMNDI,
    DATE_FIELDS,
    DC,
    DI,
    LIST_FIELDS,
    RUNUT,
    STEP_LISTS,
    XSI,
)
from runut.files.write.bpmn.diagram import add_diagram
from runut.files.write.bpmn.joins import routing_of, taken_back
from runut.files.write.bpmn.plan import Flow, Node, Plan, lane_id, plan_of

PROCESS, POOL = "Prosedur", "Kolam"
_NAMES = {"bpmn": BPMN, "bpmndi": BPMNDI, "dc": DC, "di": DI, "xsi": XSI, "runut": RUNUT}
_UNSAYABLE = pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def bpmn_of_sop(sop: SOP) -> bytes:
    """The SOP as a BPMN file. The same SOP gives the same bytes.

    An engine that runs it asks for the answer of the step with the id ``Langkah_3`` in the
    variable ``putusan_Langkah_3``.
    """
    plan = plan_of(sop)
    root = etree.Element(f"{{{BPMN}}}definitions", nsmap=_NAMES)
    root.set("id", "Definisi")
    root.set("targetNamespace", RUNUT)
    root.set("exporter", "Runut")
    pool = _add(_add(root, "collaboration", id="Kolaborasi"), "participant", id=POOL)
    pool.set("name", _clean(sop.judul_prosedur or sop.judul))
    pool.set("processRef", PROCESS)
    process = _add(root, "process", id=PROCESS, isExecutable="true")
    process.set("name", _clean(sop.judul))
    for remark in _remarks(sop):
        _add(process, "documentation").text = _clean(remark)
    _add_identity(process, sop)
    _add_lanes(process, plan)
    for node in plan.nodes:
        _add_node(process, plan, node)
    for flow in plan.flows:
        _add_flow(process, flow)
    add_diagram(root, plan, POOL)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _remarks(sop: SOP) -> Iterator[str]:
    """What an engine that is not ours must be told: BPMN cannot say it."""
    for (no, answer), steps in taken_back(routing_of(sop)).items():
        words = f" dengan jawaban {answer}" if answer else ""
        yield (
            f"Bila langkah {no} selesai{words}, langkah {', '.join(steps)} yang sedang berjalan "
            "di cabang lain ditarik; BPMN tidak menyatakannya dalam gambar."
        )


def _add_identity(process: etree._Element, sop: SOP) -> None:
    block = _own(_add(process, "extensionElements"), "sop")
    _own_text(block, "nomor", sop.nomor)
    _own_text(block, "judul_prosedur", sop.judul_prosedur)
    for name in DATE_FIELDS:
        day = getattr(sop, name)
        _own_text(block, name, day.isoformat() if day else None)
    signed = sop.disahkan_oleh
    signer = _own(block, "disahkan_oleh", jabatan=signed.jabatan, nama=signed.nama)
    if signed.nip is not None:
        signer.set("nip", _clean(signed.nip))
    for name in LIST_FIELDS:
        for words in getattr(sop, name):
            _own_text(block, name, words)


def _add_lanes(process: etree._Element, plan: Plan) -> None:
    if not plan.nodes:
        return
    lanes = _add(process, "laneSet", id="Lajur")
    for number, name in enumerate(plan.lanes):
        lane = _add(lanes, "lane", id=lane_id(number))
        lane.set("name", _clean(name))
        for node in plan.nodes:
            if node.lane == number:
                _add(lane, "flowNodeRef").text = node.id


def _add_node(process: etree._Element, plan: Plan, node: Node) -> None:
    element = _add(process, node.kind, id=node.id)
    if node.name:
        element.set("name", _clean(node.name))
    incoming, outgoing = plan.incoming(node), plan.outgoing(node)
    if node.kind.endswith("Gateway"):
        is_fork = len(outgoing) > 1 or node.name != ""
        element.set("gatewayDirection", "Diverging" if is_fork else "Converging")
    if node.langkah is not None:
        _add_step(element, node.langkah)
    for flow in incoming:
        _add(element, "incoming").text = flow.id
    for flow in outgoing:
        _add(element, "outgoing").text = flow.id


def _add_step(element: etree._Element, langkah: Langkah) -> None:
    block = _own(_add(element, "extensionElements"), "langkah", no=langkah.no)
    block.set("bentuk", langkah.bentuk.value)
    for actor in langkah.pelaksana:
        one = _own(block, "pelaksana", nama=actor.nama, sumber=actor.sumber.value)
        one.set("keyakinan", repr(actor.keyakinan))
        if actor.alasan:
            one.set("alasan", _clean(actor.alasan))
        if actor.bentuk is not None:
            one.set("bentuk", actor.bentuk.value)
    time = _own(block, "waktu", teks=langkah.waktu.teks)
    if langkah.waktu.menit_kerja is not None:
        time.set("menit_kerja", str(langkah.waktu.menit_kerja))
    for name in STEP_LISTS:
        for words in getattr(langkah, name):
            _own_text(block, name, words)
    _own_text(block, "keterangan", langkah.keterangan)
    for way in langkah.lanjut:
        written = _own(block, "lanjut", ke=way.ke)
        if way.jika is not None:
            written.set("jika", _clean(way.jika))
    for arrow in langkah.dalam:
        inner = _own(block, "dalam", dari=arrow.dari, ke=arrow.ke)
        if arrow.jika is not None:
            inner.set("jika", _clean(arrow.jika))


def _add_flow(process: etree._Element, flow: Flow) -> None:
    element = _add(process, "sequenceFlow", id=flow.id)
    element.set("sourceRef", flow.source)
    element.set("targetRef", flow.target)
    if flow.asked:
        element.set("name", _clean(flow.answer))
        condition = _add(element, "conditionExpression")
        condition.set(f"{{{XSI}}}type", "bpmn:tFormalExpression")
        condition.text = f"{variable_of(flow.asked)} == {_quoted(flow.answer)}"


def variable_of(task_id: str) -> str:
    """The variable in which an engine finds the answer of a step."""
    return "putusan_" + pattern(r"\W").sub("_", task_id)


def _quoted(words: str) -> str:
    clean = _clean(words).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{clean}"'


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{BPMN}}}{name}", attributes)


def _own(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    clean = {key: _clean(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{RUNUT}}}{name}", clean)


def _own_text(parent: etree._Element, name: str, words: str | None) -> None:
    if words is not None:
        _own(parent, name).text = _clean(words)


def _clean(words: str) -> str:
    """Words without the characters that XML cannot say."""
    return _UNSAYABLE.sub("", words)
