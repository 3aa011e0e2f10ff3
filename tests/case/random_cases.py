"""Procedures as nobody would draw them: splits, joins, decisions and ways back at random."""

from hypothesis import strategies as st

from runut.core.case.model import Definition, Step
from runut.core.case.route import forward_reach
from runut.core.sop.model import Bentuk, Lanjut

ACTORS = ("Staf", "Tim", "Kabag")
PEOPLE = ("ani", "bima", "cici", "dodo", "eka")

Exits = tuple[Lanjut, ...]


@st.composite
def exits_of(draw: st.DrawFn, position: int, count: int) -> Exits:
    """A process, a split, a decision (whose Tidak may lead anywhere), or an end."""
    ahead = st.integers(position + 1, count - 1).map(lambda at: str(at + 1))
    anywhere = st.integers(0, count - 1).map(lambda at: str(at + 1))
    kind = draw(st.sampled_from(["next", "next", "next", "split", "decision", "mixed", "end"]))
    following = str(position + 2)
    if kind == "next":
        return (Lanjut(following),)
    if kind == "split":
        return (Lanjut(following), Lanjut(draw(ahead)))
    if kind == "decision":
        return (Lanjut(draw(ahead), "Ya"), Lanjut(draw(anywhere), "Tidak"))
    if kind == "mixed":
        return (Lanjut(draw(ahead)), Lanjut(draw(ahead), "Ya"), Lanjut(draw(anywhere), "Tidak"))
    return ()


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    count = draw(st.integers(2, 8))
    drawn: list[Exits] = [draw(exits_of(at, count)) for at in range(count - 1)]
    actors = st.lists(st.sampled_from(ACTORS), min_size=1, max_size=3, unique=True).map(tuple)
    plain = [
        Step(str(at + 1), f"Langkah {at + 1}", draw(actors), Bentuk.PROSES, exits, output=("N",))
        for at, exits in enumerate([*drawn, ()])
    ]
    graph = Definition("acak", "Prosedur acak", tuple(plain))
    makers: list[str] = []
    steps = []
    for step in plain:
        before = [no for no in makers if step.no in forward_reach(graph, no)]
        if before and draw(st.booleans()):
            steps.append(draw(checking(step, before, graph, tuple(makers))))
        else:
            makers.append(step.no)
            steps.append(step)
    return Definition("acak", "Prosedur acak", tuple(steps))


@st.composite
def checking(
    draw: st.DrawFn, step: Step, before: list[str], graph: Definition, makers: tuple[str, ...]
) -> Step:
    """The step as a check of one before it; like an adopted one it has no drawn way back. What it
    checks may have been mended further on."""
    checks = draw(st.sampled_from(before))
    mending = [no for no in makers if no in before and int(no) > int(checks)]
    remade = draw(st.lists(st.sampled_from(mending), max_size=1)) if mending else []
    others = [s.no for s in graph.steps if step.no in forward_reach(graph, s.no)]
    back = (checks, draw(st.sampled_from(others)))
    forward = tuple(way for way in step.exits if int(way.ke) > int(step.no))
    return Step(
        no=step.no,
        kegiatan=step.kegiatan,
        actors=step.actors,
        bentuk=step.bentuk,
        exits=forward,
        output=step.output,
        checks=checks,
        remade_in=tuple(remade),
        returns=tuple(Lanjut(no) for no in dict.fromkeys(back)),
        signs=draw(st.booleans()),
    )


roles = st.fixed_dictionaries(
    {
        actor: st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True).map(tuple)
        for actor in ACTORS
    }
)
