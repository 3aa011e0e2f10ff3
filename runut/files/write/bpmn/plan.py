"""An SOP as a graph of BPMN: what stands in which lane, and which flow leads where.

A step that decides is a task followed by a gateway: the task keeps its kegiatan and mutu baku.
"""

from dataclasses import dataclass, field
from re import sub

from runut.core.case.model import Definition
from runut.core.case.route import first_steps, is_forward
from runut.core.sop.model import SOP, Langkah
from runut.files.write.bpmn.joins import Join, joins_of, routing_of

TASK, START, END = "userTask", "startEvent", "endEvent"
SPLIT, CHOICE = "parallelGateway", "exclusiveGateway"


@dataclass(frozen=True)
class Node:
    """A thing in a lane; ``langkah`` is set for the task of a step."""

    id: str
    kind: str
    lane: int
    name: str = ""
    langkah: Langkah | None = None


@dataclass(frozen=True)
class Flow:
    """An arrow. ``answer`` is the label of a decision's exit, ``asked`` the step that decides."""

    id: str
    source: str
    target: str
    answer: str = ""
    asked: str = ""


@dataclass
class Plan:
    """The whole graph; nodes are in the order in which they are drawn from left to right."""

    lanes: tuple[str, ...]
    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)

    def incoming(self, node: Node) -> list[Flow]:
        return [flow for flow in self.flows if flow.target == node.id]

    def outgoing(self, node: Node) -> list[Flow]:
        return [flow for flow in self.flows if flow.source == node.id]

    def connect(self, source: str, target: str, answer: str = "", asked: str = "") -> None:
        """A flow whose id says where it leads."""
        taken = sum(f.source == source and f.target == target for f in self.flows)
        tail = f"_{taken + 1}" if taken else ""
        self.flows.append(Flow(f"Alur_{source}_{target}{tail}", source, target, answer, asked))


@dataclass(frozen=True)
class _Draft:
    """What is known while the plan is made."""

    plan: Plan
    definition: Definition
    joins: dict[str, Join]
    names: dict[str, str]
    lane_of: dict[str, int]

    def entry(self, origin: str, target: str) -> str:
        """The node at which work from ``origin`` ("" at the beginning) enters a step."""
        name, joins = self.names[target], self.joins
        is_down = not origin or is_forward(self.definition, origin, target)
        if is_down and joins.get(target) in (Join.ALL, Join.TAKEN):
            return f"Temu_{name}"
        if self.needs_merge(target):
            return f"Gabung_{name}"
        return f"Langkah_{name}"

    def needs_merge(self, target: str) -> bool:
        """Whether ways into a step come together of which one is taken."""
        definition = self.definition
        returns = any(
            way.ke == target and not is_forward(definition, step.no, target)
            for step in definition.steps
            for way in step.exits
        )
        return returns or self.joins.get(target) is Join.ONE


def plan_of(sop: SOP) -> Plan:
    """The graph of an SOP, everything in the order of its rows."""
    lanes = _lanes(sop)
    definition = routing_of(sop)
    names = _names(sop)
    lane_of = {step.no: lanes.index(_lead(step)) for step in sop.langkah}
    draft = _Draft(Plan(lanes), definition, joins_of(definition), names, lane_of)
    if sop.langkah:
        _begin(draft)
    for langkah in sop.langkah:
        _add_step(draft, langkah)
    return draft.plan


def lane_id(number: int) -> str:
    """The id of a lane, counted from 0."""
    return f"Lajur_{number + 1}"


def _begin(draft: _Draft) -> None:
    plan, first = draft.plan, first_steps(draft.definition)
    lane = draft.lane_of[first[0]]
    plan.nodes.append(Node("Mulai", START, lane, "Mulai"))
    source = "Mulai"
    if len(first) > 1:
        source = "Mulai_bersama"
        plan.nodes.append(Node(source, SPLIT, lane))
        plan.connect("Mulai", source)
    for no in first:
        plan.connect(source, draft.entry("", no))


def _add_step(draft: _Draft, langkah: Langkah) -> None:
    plan, name, lane = draft.plan, draft.names[langkah.no], draft.lane_of[langkah.no]
    task = Node(f"Langkah_{name}", TASK, lane, langkah.kegiatan, langkah)
    join = draft.joins.get(langkah.no)
    if join in (Join.ALL, Join.TAKEN):
        plan.nodes.append(Node(f"Temu_{name}", join.value, lane))
        merge = f"Gabung_{name}" if draft.needs_merge(langkah.no) else task.id
        plan.connect(f"Temu_{name}", merge)
    if draft.needs_merge(langkah.no):
        plan.nodes.append(Node(f"Gabung_{name}", CHOICE, lane))
        plan.connect(f"Gabung_{name}", task.id)
    plan.nodes.append(task)
    _add_ways_out(draft, task, langkah.no)


def _add_ways_out(draft: _Draft, task: Node, no: str) -> None:
    plan, name = draft.plan, draft.names[no]
    step = draft.definition.step(no)
    ways = step.exits if step is not None else ()
    always = [way.ke for way in ways if way.jika is None]
    answers = list(dict.fromkeys(way.jika for way in ways if way.jika is not None))
    if not ways:
        plan.nodes.append(Node(f"Selesai_{name}", END, task.lane, "Selesai"))
        plan.connect(task.id, f"Selesai_{name}")
        return
    source = task.id
    if len(always) + bool(answers) > 1:
        source = f"Pecah_{name}"
        plan.nodes.append(Node(source, SPLIT, task.lane))
        plan.connect(task.id, source)
    for target in always:
        plan.connect(source, draft.entry(no, target))
    if answers:
        choice = Node(f"Pilih_{name}", CHOICE, task.lane, f"Hasil langkah {no}?")
        plan.nodes.append(choice)
        plan.connect(source, choice.id)
    for at, answer in enumerate(answers, start=1):
        _add_answer(draft, task, no, answer, at)


def _add_answer(draft: _Draft, task: Node, no: str, answer: str, at: int) -> None:
    plan, name = draft.plan, draft.names[no]
    step = draft.definition.step(no)
    targets = [way.ke for way in step.exits if way.jika == answer] if step is not None else []
    choice = f"Pilih_{name}"
    if len(targets) == 1:
        plan.connect(choice, draft.entry(no, targets[0]), answer, task.id)
        return
    split = f"Pecah_{name}_{at}"
    plan.nodes.append(Node(split, SPLIT, task.lane))
    plan.connect(choice, split, answer, task.id)
    for target in targets:
        plan.connect(split, draft.entry(no, target))


def _lanes(sop: SOP) -> tuple[str, ...]:
    """The columns of the form; then leading actors without a column, and nobody ("")."""
    return tuple(dict.fromkeys([*sop.pelaksana, *(_lead(step) for step in sop.langkah)]))


def _lead(langkah: Langkah) -> str:
    return langkah.pelaksana[0].nama if langkah.pelaksana else ""


def _names(sop: SOP) -> dict[str, str]:
    """A name for each step that may stand in an id, as near to its number as can be."""
    names: dict[str, str] = {}
    for place, step in enumerate(sop.langkah, start=1):
        name = sub(r"[^A-Za-z0-9.-]", "_", step.no)
        names[step.no] = f"{name}_baris{place}" if name in names.values() else name
    return names
