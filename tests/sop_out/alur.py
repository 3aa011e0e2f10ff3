"""What a laid out form shows: every way from step to step, followed over the breaks of pages."""

from runut.core.sop.drawing.sheet.model import Form
from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind

Way = tuple[str, str, str]


def step_of(key: str) -> str:
    return key.rpartition(":")[0]


def drawn_ways(form: Form) -> set[Way]:
    """(from, to, label) of every way; one that leaves a page goes on where its letter stands."""
    goes_on = {
        step_of(connector.start or ""): step_of(connector.end or "")
        for page in form.procedure
        for connector in page.connectors
        if (connector.start or "").startswith("\0")
    }
    found = set()
    for page in form.procedure:
        for connector in page.connectors:
            source, target = step_of(connector.start or ""), step_of(connector.end or "")
            if connector.has_head_at_end and not source.startswith("\0"):
                found.add((source, goes_on.get(target, target), connector.text))
    return found


def ways_of(sop: SOP) -> set[Way]:
    """The ways an SOP has between steps that somebody does; several labels to one step are one."""
    done = {step.no for step in sop.langkah if step.pelaksana}
    labels: dict[tuple[str, str], list[str]] = {}
    for step in sop.langkah:
        for way in step.lanjut:
            if step.no in done and way.ke in done:
                words = labels.setdefault((step.no, way.ke), [])
                words += [way.jika] if way.jika else []
    return {(*ends, " / ".join(words)) for ends, words in labels.items()}


def letters(form: Form) -> list[list[str]]:
    """The letters of the off-page connectors, by page."""
    return [
        sorted(shape.text for shape in page.shapes if shape.kind is ShapeKind.OFF_PAGE)
        for page in form.procedure
    ]


def overlaps(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > 0.01
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.01
    )


def runs_through(connector: Connector, shape: Shape) -> bool:
    """Whether a line enters the inside of a symbol; a diamond is only half of its box."""
    for (x1, y1), (x2, y2) in zip(connector.points, connector.points[1:], strict=False):
        line = Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        x = min(max(shape.box.centre[0], line.left), line.right)
        y = min(max(shape.box.centre[1], line.top), line.bottom)
        if _depth(shape, x, y) > 0.01:
            return True
    return False


def _depth(shape: Shape, x: float, y: float) -> float:
    middle_x, middle_y = shape.box.centre
    half_width = (shape.box.right - shape.box.left) / 2
    half_height = (shape.box.bottom - shape.box.top) / 2
    dx, dy = abs(x - middle_x), abs(y - middle_y)
    if shape.kind is ShapeKind.DECISION:
        return half_width * (1 - dy / half_height) - dx
    return min(half_width - dx, half_height - dy)
