"""The order inside a step: who of its actors works when, by the arrows among their symbols.

The leading actor completes the step; the others confirm their parts before. An answer of the
decision that leads to a symbol of the same row sends the step round once more, and only in that
round does the actor of that symbol work.
"""

from runut.core.case.model import CaseState, Step
from runut.core.findings import Refused


def to_confirm(step: Step, state: CaseState) -> tuple[str, ...]:
    """The actors who have to confirm in this round before the leading one can complete it."""
    if not step.inner:
        return step.actors[1:]
    idle = {
        actor
        for label, actors in _answered_inside(step).items()
        if label != state.step(step.no).exit
        for actor in actors
    }
    due = _answered_inside(step).get(state.step(step.no).exit, frozenset())
    return tuple(actor for actor in step.actors[1:] if actor not in idle or actor in due)


def mends_inside(step: Step, actor: str) -> bool:
    """Whether the actor works in the row only after the decision has sent it round again: he
    mends, and examines nothing."""
    return bool(step.inner) and any(actor in who for who in _answered_inside(step).values())


def refuse_before_turn(step: Step, state: CaseState, actor: str) -> Refused | None:
    """Who works after another in the row waits for him; who works after an answer, for that."""
    if not step.inner or actor == step.actors[0]:
        return None
    due = to_confirm(step, state)
    if actor not in due:
        labels = [label for label, who in _answered_inside(step).items() if actor in who]
        return Refused(
            "belum_gilirannya",
            f"{actor} bekerja pada langkah ini setelah {step.actors[0]} memutuskan "
            f"{' atau '.join(labels)}.",
        )
    confirmed = state.step(step.no).confirmed
    before = [one for one in due if one not in confirmed and actor in _after(step, one)]
    first = [one for one in before if one not in _after(step, actor)]
    if not first:
        return None
    return Refused(
        "belum_gilirannya",
        f"Menurut panah dalam langkah ini {actor} bekerja setelah {' dan '.join(first)}. Tunggu "
        f"sampai {' dan '.join(first)} menyatakan bagiannya selesai.",
    )


def _answered_inside(step: Step) -> dict[str, frozenset[str]]:
    """Answer → the actors who work after it, of the answers that send the step round again."""
    lead = step.actors[0] if step.actors else ""
    again = {way.jika for way in step.exits if way.ke == step.no and way.jika}
    found: dict[str, set[str]] = {}
    for arrow in step.inner:
        if arrow.dari == lead and arrow.jika in again:
            found.setdefault(arrow.jika, set()).update({arrow.ke} | _after(step, arrow.ke))
    others = {one.dari for one in step.inner} - {one.ke for one in step.inner} - {lead}
    always = others.union(*(_after(step, one) for one in others))
    return {label: frozenset(actors - always - {lead}) for label, actors in found.items()}


def _after(step: Step, actor: str) -> set[str]:
    """The actors to whom the arrows of the row lead from one, past the leading one to nobody."""
    lead = step.actors[0] if step.actors else ""
    seen: set[str] = set()
    todo = [actor]
    while todo:
        here = todo.pop()
        for arrow in step.inner:
            if arrow.dari == here and arrow.ke not in seen | {lead}:
                seen.add(arrow.ke)
                todo.append(arrow.ke)
    return seen
