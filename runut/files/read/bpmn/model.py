"""A BPMN file as nodes and flows: the one process of it that holds the work."""

from dataclasses import dataclass, field

from lxml import etree

from runut.files.bpmn_names import BPMN

Element = etree._Element

TASKS = (
    "task",
    "userTask",
    "manualTask",
    "serviceTask",
    "scriptTask",
    "businessRuleTask",
    "sendTask",
    "receiveTask",
)
SUB_PROCESSES = ("subProcess", "transaction", "adHocSubProcess")
ACTIVITIES = (*TASKS, *SUB_PROCESSES, "callActivity")
PASSED_EVENTS = ("intermediateCatchEvent", "intermediateThrowEvent")
_EVENTS = ("startEvent", "endEvent", *PASSED_EVENTS, "boundaryEvent")
_GATEWAYS = (
    "exclusiveGateway",
    "parallelGateway",
    "inclusiveGateway",
    "complexGateway",
    "eventBasedGateway",
)


@dataclass(frozen=True)
class Flow:
    """A sequence flow with the words at it."""

    id: str
    source: str
    target: str
    name: str
    condition: str
    is_default: bool = False


@dataclass
class Node:
    """A flow node; ``kind`` is its element's name, ``lane`` the name of the lane it lies in."""

    id: str
    kind: str
    name: str
    element: Element
    lane: str = ""
    incoming: list[Flow] = field(default_factory=list)
    outgoing: list[Flow] = field(default_factory=list)

    @property
    def is_activity(self) -> bool:
        return self.kind in ACTIVITIES

    @property
    def events(self) -> list[str]:
        """What an event waits for or tells: ``timer``, ``message`` …"""
        ending = "EventDefinition"
        names = [tag_of(child) for child in self.element]
        return [name.removesuffix(ending) for name in names if name.endswith(ending)]


@dataclass
class Process:
    """One process: its nodes in the order of the file, and what stands around it."""

    element: Element
    name: str
    pool: str
    nodes: dict[str, Node]
    lanes: tuple[str, ...]

    @property
    def activities(self) -> list[Node]:
        return [node for node in self.nodes.values() if node.is_activity]


def processes_of(root: Element) -> list[Process]:
    """The processes of a file, the one with most activities first."""
    pools = {
        (one.get("processRef") or "").rpartition(":")[2]: words_of(one)
        for one in root.iterfind(f"{{{BPMN}}}collaboration/{{{BPMN}}}participant")
    }
    found = [
        _process(element, pools.get(element.get("id", ""), ""))
        for element in root.iterfind(f"{{{BPMN}}}process")
    ]
    return sorted(found, key=lambda process: -len(process.activities))


def words_of(element: Element, name: str = "name") -> str:
    """The words of an attribute, as a person reads them."""
    return "\n".join(" ".join(line.split()) for line in element.get(name, "").split("\n")).strip()


def tag_of(element: Element) -> str:
    """The name of a BPMN element; of anything else, nothing."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.removeprefix(f"{{{BPMN}}}") if tag.startswith(f"{{{BPMN}}}") else ""


def _process(element: Element, pool: str) -> Process:
    nodes: dict[str, Node] = {}
    for child in element:
        kind, key = tag_of(child), child.get("id", "")
        if kind in ACTIVITIES or kind in _EVENTS or kind in _GATEWAYS:
            nodes[key] = Node(key, kind, words_of(child), child)
    for child in element.iterfind(f"{{{BPMN}}}sequenceFlow"):
        _join(nodes, child)
    for node in nodes.values():
        _put_in_written_order(node)
    return Process(element, words_of(element), pool, nodes, _lanes(element, nodes))


def _join(nodes: dict[str, Node], child: Element) -> None:
    source, target = child.get("sourceRef", ""), child.get("targetRef", "")
    if source not in nodes or target not in nodes:
        return
    key = child.get("id", "")
    condition = " ".join((child.findtext(f"{{{BPMN}}}conditionExpression") or "").split())
    is_default = nodes[source].element.get("default", "") == key != ""
    flow = Flow(key, source, target, words_of(child), condition, is_default)
    nodes[source].outgoing.append(flow)
    nodes[target].incoming.append(flow)


def _put_in_written_order(node: Node) -> None:
    """Flows in the order in which the node names them, where it does."""
    written = [(one.text or "").strip() for one in node.element.iterfind(f"{{{BPMN}}}outgoing")]
    order = {key: place for place, key in enumerate(written)}
    node.outgoing.sort(key=lambda flow: order.get(flow.id, len(order)))


def _lanes(element: Element, nodes: dict[str, Node]) -> tuple[str, ...]:
    """The names of the lanes that are not divided further; nodes learn theirs, the inner one of
    two because it comes later in the file."""
    names: list[str] = []
    for lane in element.iter(f"{{{BPMN}}}lane"):
        is_divided = lane.find(f"{{{BPMN}}}childLaneSet/{{{BPMN}}}lane") is not None
        for reference in lane.iterfind(f"{{{BPMN}}}flowNodeRef"):
            node = nodes.get((reference.text or "").strip())
            if node is not None:
                node.lane = words_of(lane)
        if not is_divided:
            names.append(words_of(lane))
    return tuple(dict.fromkeys(names))
