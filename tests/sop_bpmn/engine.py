"""The engine that is not ours: which steps a BPMN file opens, as SpiffWorkflow runs it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from runut.files.write.bpmn.sop import variable_of

Act = tuple[str, str]
"""A step done: its number and the answer given ("" where nothing is asked)."""


class Engine:
    """One BPMN file as the engine understands it."""

    def __init__(self, data: bytes) -> None:
        root = etree.parse(BytesIO(data))
        parser = BpmnParser()
        parser.add_bpmn_xml(root)
        self.spec = parser.get_spec("Prosedur")
        self.no_of = {
            task.get("id", ""): block.get("no", "")
            for task in root.iterfind(".//{*}userTask")
            for block in task.iterfind("{*}extensionElements/{urn:runut:sop:1}langkah")
        }

    def run(self, acts: Sequence[Act] = ()) -> "Run":
        """A new case in which these acts were done."""
        run = Run(self)
        for no, answer in acts:
            run.do(no, answer)
        return run


class Run:
    """One case in the engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.workflow = BpmnWorkflow(engine.spec)
        self.workflow.do_engine_steps()

    @property
    def open_steps(self) -> list[str]:
        """The steps to do now, each as often as it is open; none when the case has ended."""
        return sorted(self.engine.no_of[task.task_spec.bpmn_id] for task in self._ready())

    def do(self, no: str, answer: str) -> None:
        no_of = self.engine.no_of
        task = next(task for task in self._ready() if no_of[task.task_spec.bpmn_id] == no)
        task.data[variable_of(task.task_spec.bpmn_id)] = answer
        task.run()
        self.workflow.do_engine_steps()

    def _ready(self) -> list[Any]:
        ready = self.workflow.get_tasks(state=TaskState.READY)
        return [task for task in ready if task.task_spec.manual]
