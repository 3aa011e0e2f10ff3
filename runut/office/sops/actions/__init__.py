"""The acts on an SOP: taking one in, correcting and mending the proposal, adopting it."""

from runut.office.sops.actions.adopting import Confirmation, adopt, open_blockers, with_actors
from runut.office.sops.actions.correcting import Correction, correct
from runut.office.sops.actions.mending import DRAWING_ONLY, mend
from runut.office.sops.actions.proposing import Source
from runut.office.sops.actions.taking_in import (
    ENDINGS,
    Several,
    Unread,
    stored_text,
    take_in,
    take_in_chosen,
    take_in_file,
    take_in_typed,
)
from runut.office.sops.rights import may_manage

__all__ = [
    "DRAWING_ONLY",
    "ENDINGS",
    "Confirmation",
    "Correction",
    "Several",
    "Source",
    "Unread",
    "adopt",
    "correct",
    "may_manage",
    "mend",
    "open_blockers",
    "stored_text",
    "take_in",
    "take_in_chosen",
    "take_in_file",
    "take_in_typed",
    "with_actors",
]
