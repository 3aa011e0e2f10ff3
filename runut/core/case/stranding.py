"""A case never comes to a check that nobody may do: who would be left to check what."""

from collections.abc import Iterator, Mapping, Set

from runut.core.case.model import CaseState, Definition, Output, Request, Step
from runut.core.case.rights import hands_in, makers_of, who_acts
from runut.core.findings import Refused


def refuse_stranding(
    definition: Definition,
    step: Step,
    state: CaseState,
    request: Request,
    left: tuple[Output, ...],
) -> Refused | None:
    """A case never reaches a step that nobody may do: a document whose every checker had a hand
    in it is not handed on."""
    documents = [out for out in left if out.sha256]
    if not documents:
        return None
    hands = {who_acts(request), request.on_behalf_of} - {""}
    hands |= {who for out in documents for who in out.authors}
    for later in definition.steps:
        if step.no not in later.made_in:
            continue
        others = hands_in(state, (no for no in later.made_in if no != step.no))
        if actor := without_free_holder(later, state.roles, hands | others):
            return Refused(
                "tanpa_pemeriksa",
                f"Langkah {later.no} memeriksa hasil langkah ini, tetapi semua pemegang peran "
                f"{actor} ikut menyusunnya. Minta pegawai lain menyelesaikan langkah ini, atau "
                f"tambahkan pemegang peran {actor}.",
            )
    return None


def refuse_nobody_left(
    definition: Definition, state: CaseState, roles: Mapping[str, tuple[str, ...]], actor: str = ""
) -> Refused | None:
    """Why a case with these holders would come to a check that nobody may do.

    Who made a document is known where it was left; before that, whoever holds a role of its step
    alone will have a hand in it. A change of ``actor`` answers for what it brings about, not for
    what stood so before: else two roles in the same trouble could not be mended one by one.
    """
    before = dict(_stranded(definition, state, state.roles))
    for later, stranded in _stranded(definition, state, roles):
        if stranded != actor and before.get(later) == stranded:
            continue
        return Refused(
            "tanpa_pemeriksa",
            f"Langkah {later} memeriksa hasil langkah {_checked(definition, later)}, tetapi tidak "
            f"ada pemegang peran {stranded} yang tidak ikut menyusunnya. Pilih pegawai lain untuk "
            "salah satu peran itu.",
        )
    return None


def _stranded(
    definition: Definition, state: CaseState, roles: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """The checks that nobody could do with these holders, and the role that lacks somebody."""
    for later in definition.steps:
        maker = definition.step(later.checks)
        if maker is None:
            continue
        alone = {holders[0] for a in maker.actors if len(holders := roles.get(a, ())) == 1}
        if actor := without_free_holder(later, roles, makers_of(later, state) or alone):
            yield later.no, actor


def _checked(definition: Definition, no: str) -> str:
    step = definition.step(no)
    return step.checks if step else ""


def without_free_holder(step: Step, roles: Mapping[str, tuple[str, ...]], hands: Set[str]) -> str:
    """The actor of ``step`` whose every holder is among ``hands``, "" if there is none."""
    held = ((actor, roles.get(actor, ())) for actor in step.actors)
    return next((actor for actor, people in held if people and not set(people) - hands), "")
