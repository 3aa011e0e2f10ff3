"""Where each step of a BPMN process leads: gateways and events between the steps taken away."""

from collections.abc import Callable
from dataclasses import dataclass, field

from runut.core.findings import Finding, Level
from runut.files.read.bpmn.model import Flow, Node, Process

_MOST_FLOWS = 20_000
_DEEPEST = 100
_MOST_CHOICES = 40
_LONGEST_LABEL = 60
_OTHERWISE = "Lainnya"
_FORKS = {
    "inclusiveGateway": "gerbang inklusif",
    "complexGateway": "gerbang kompleks",
    "eventBasedGateway": "gerbang peristiwa",
}


class Unroutable(Exception):
    """The flow says what an SOP cannot say; the finding says what."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.pesan)
        self.finding = finding


@dataclass(frozen=True)
class Out:
    """Where work goes: ``always`` to all of these, and by ``choices`` (label, targets) to some."""

    always: tuple[str, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass
class Routes:
    """The ways of one process; ``steps`` are the nodes that become rows, ``passed`` the events
    on the way between them, ``ends`` the end events that a way leads to."""

    process: Process
    steps: dict[str, Node] = field(default_factory=dict)
    passed: dict[str, Node] = field(default_factory=dict)
    followed: int = 0

    def out_of(self, node: Node) -> Out:
        """The ways out of a step."""
        if node.kind == "exclusiveGateway":
            return self._choose(node, 0)
        conditional = [flow for flow in node.outgoing if flow.condition and not flow.is_default]
        if conditional and len(node.outgoing) > 1:
            return self._choose(node, 0)
        return self._all(node, 0)

    def starts(self) -> tuple[str, ...]:
        """The steps at which the process begins."""
        found: list[str] = []
        for node in self.process.nodes.values():
            if node.incoming or node.kind == "boundaryEvent":
                continue
            out = Out((node.id,)) if node.id in self.steps else self._all(node, 0)
            if out.choices:
                raise Unroutable(_no_question(node))
            found.extend(out.always)
        return tuple(dict.fromkeys(one for one in found if one in self.steps))

    def _follow(self, flow: Flow, depth: int) -> Out:
        self.followed += 1
        if depth > _DEEPEST or self.followed > _MOST_FLOWS:
            raise Unroutable(_endless(flow))
        node = self.process.nodes[flow.target]
        if node.id in self.steps or node.kind == "endEvent":
            return Out((node.id,))
        if not node.kind.endswith("Gateway"):
            self.passed[node.id] = node
            return self._all(_landing(self.process, node), depth)
        if len(node.outgoing) > 1 and node.kind in _FORKS:
            raise Unroutable(_no_counterpart(node))
        if node.kind == "exclusiveGateway" and _chooses(node):
            return self._choose(node, depth)
        return self._all(node, depth)

    def _all(self, node: Node, depth: int) -> Out:
        parts = [self._follow(flow, depth + 1) for flow in node.outgoing]
        choices = [part.choices for part in parts if part.choices]
        if len(choices) > 1:
            raise Unroutable(_no_question(node))
        always = tuple(dict.fromkeys(one for part in parts for one in part.always))
        return Out(always, choices[0] if choices else ())

    def _choose(self, node: Node, depth: int) -> Out:
        choices: list[tuple[str, tuple[str, ...]]] = []
        for flow in node.outgoing:
            part = self._follow(flow, depth + 1)
            label = self._label(flow)
            inner = part.choices or (("", ()),)
            for words, targets in inner:
                whole = f"{label}, {words}" if words else label
                choices.append((_unique(whole, choices), (*part.always, *targets)))
                if len(choices) > _MOST_CHOICES:
                    raise Unroutable(_endless(flow))
        return Out((), tuple(choices))

    def _label(self, flow: Flow) -> str:
        """The words at a flow, else its condition, else where it leads."""
        if flow.name:
            return " ".join(flow.name.split())
        if flow.condition and not flow.is_default:
            return flow.condition[:_LONGEST_LABEL]
        target = self.process.nodes[flow.target]
        if flow.is_default or not target.name:
            return _OTHERWISE
        return f"ke {' '.join(target.name.split())}"[:_LONGEST_LABEL]


def _chooses(node: Node) -> bool:
    """Whether a gateway asks: it has several ways out, or one with a condition."""
    return len(node.outgoing) > 1 or any(flow.condition for flow in node.outgoing)


def is_question(process: Process, node: Node) -> bool:
    """Whether a choosing gateway is a step of its own: it asks something, and no step before it
    alone could be the one that decides."""
    if node.kind != "exclusiveGateway" or len(node.outgoing) < 2 or not node.name:
        return False
    return deciding_step(process, node) is None


def asks_after(process: Process, gateway: Node, step: Node) -> bool:
    """Whether a gateway asks for the answer of the step before it."""
    is_choice = gateway.kind == "exclusiveGateway" and len(gateway.outgoing) > 1
    return is_choice and deciding_step(process, gateway) is step


def deciding_step(process: Process, node: Node) -> Node | None:
    """The activity that a choosing gateway belongs to: the one right before it."""
    if len(node.incoming) != 1:
        return None
    before = process.nodes[node.incoming[0].source]
    if before.kind == "parallelGateway" and len(before.incoming) == 1:
        asked = [process.nodes[flow.target] for flow in before.outgoing]
        if sum(one.kind == "exclusiveGateway" and len(one.outgoing) > 1 for one in asked) == 1:
            before = process.nodes[before.incoming[0].source]
            return before if before.is_activity and len(before.outgoing) == 1 else None
    return before if before.is_activity and len(before.outgoing) == 1 else None


def _landing(process: Process, node: Node) -> Node:
    """Where a link event leads: the catching one of its name; every other event, itself."""
    if node.kind != "intermediateThrowEvent" or "link" not in node.events or node.outgoing:
        return node
    same: Callable[[Node], bool] = lambda other: (  # noqa: E731
        other.kind == "intermediateCatchEvent"
        and "link" in other.events
        and other.name == node.name
    )
    return next(filter(same, process.nodes.values()), node)


def _unique(label: str, choices: list[tuple[str, tuple[str, ...]]]) -> str:
    taken = {words for words, _ in choices}
    number, whole = 2, label
    while whole in taken:
        whole, number = f"{label} ({number})", number + 1
    return whole


def _no_counterpart(node: Node) -> Finding:
    what = _FORKS[node.kind]
    return Finding(
        "bpmn.gerbang-tanpa-padanan",
        Level.BLOCKER,
        f"Model memuat {what}{said(node)} yang bercabang; SOP hanya mengenal keputusan "
        "(satu cabang dipilih) dan kerja bersamaan (semua cabang).",
        "Ganti dengan gerbang eksklusif atau paralel, lalu unggah lagi.",
    )


def _no_question(node: Node) -> Finding:
    return Finding(
        "bpmn.keputusan-tanpa-langkah",
        Level.BLOCKER,
        f"Sesudah {node.kind}{said(node)} alur bercabang menurut keputusan, padahal tidak ada "
        "kegiatan atau pertanyaan yang memutuskannya.",
        "Beri nama (pertanyaan) pada gerbang itu atau tambahkan kegiatan sebelumnya.",
    )


def _endless(flow: Flow) -> Finding:
    return Finding(
        "bpmn.gerbang-berputar",
        Level.BLOCKER,
        f"Gerbang pada alur {flow.id or flow.source} berputar atau bercabang terlalu banyak tanpa "
        "kegiatan di antaranya.",
        "Betulkan alurnya di program BPMN, lalu unggah lagi.",
    )


def said(node: Node) -> str:
    """The name of a node for a sentence, where it has one."""
    return f" “{' '.join(node.name.split())}”" if node.name else ""
