"""The acts on packs: opening a window, sending, filling in, deciding. Nobody else writes."""

from runut.office.packs.actions.deciding import refuse_proposals, take_over
from runut.office.packs.actions.receiving import Filled, Received, receive, receive_evidence
from runut.office.packs.actions.sending import open_window, send_pack, withdraw_pack

__all__ = (
    "Filled",
    "Received",
    "open_window",
    "receive",
    "receive_evidence",
    "refuse_proposals",
    "send_pack",
    "take_over",
    "withdraw_pack",
)
