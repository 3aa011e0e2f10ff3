"""The acts on a letter, from its draft to the day it went out."""

from runut.office.letters.actions.cancelling import cancel_letter
from runut.office.letters.actions.checking import check_letter, return_letter
from runut.office.letters.actions.covering import draft_covering
from runut.office.letters.actions.drafting import Draft, direct_letter, draw_letter, save_draft
from runut.office.letters.actions.noting import draft_nota, may_mend, returned_nota
from runut.office.letters.actions.outside import take_back
from runut.office.letters.actions.sending import mark_sent, send_letter
from runut.office.letters.actions.signing import number_letter, record_ink, sign_letter

__all__ = [
    "Draft",
    "cancel_letter",
    "check_letter",
    "direct_letter",
    "draft_covering",
    "draft_nota",
    "draw_letter",
    "mark_sent",
    "may_mend",
    "number_letter",
    "record_ink",
    "return_letter",
    "returned_nota",
    "save_draft",
    "send_letter",
    "sign_letter",
    "take_back",
]
