"""The acts on an SOP: taking one in, correcting and mending the proposal, adopting it."""

from runut.office.sops.actions.adopting import Confirmation, adopt, with_actors
from runut.office.sops.actions.correcting import Correction, correct
from runut.office.sops.actions.mending import DRAWING_ONLY, mend
from runut.office.sops.actions.taking_in import ENDINGS, take_in, take_in_file
from runut.office.sops.rights import may_manage

__all__ = [
    "DRAWING_ONLY",
    "ENDINGS",
    "Confirmation",
    "Correction",
    "adopt",
    "correct",
    "may_manage",
    "mend",
    "take_in",
    "take_in_file",
    "with_actors",
]
