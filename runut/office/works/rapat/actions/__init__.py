"""The acts on a meeting, from the order to prepare it to the last decision worked through."""

from runut.office.works.rapat.actions.assigning import assign
from runut.office.works.rapat.actions.attending import (
    Arrival,
    Guest,
    check_in,
    check_in_for,
    check_in_guest,
    undo_attendance,
)
from runut.office.works.rapat.actions.cancelling import cancel_meeting
from runut.office.works.rapat.actions.confirming import confirm_minutes
from runut.office.works.rapat.actions.deciding import change_resolution, remove_resolution
from runut.office.works.rapat.actions.holding import complete_minutes, open_meeting
from runut.office.works.rapat.actions.inviting import (
    complete_invitation,
    compose_invitation,
    invite_guest,
    remove_invitee,
    save_facts,
)
from runut.office.works.rapat.actions.mailing import deliver_by_email, deliver_cancellation
from runut.office.works.rapat.actions.preparing import (
    complete_readiness,
    compose_attendance,
    save_checklist,
    share_draft,
)
from runut.office.works.rapat.actions.recording import record_later
from runut.office.works.rapat.actions.replying import Reply, reply
from runut.office.works.rapat.actions.resolving import (
    refuse_resolution,
    reopen_resolution,
    resolve,
)
from runut.office.works.rapat.actions.screen import hide_code, runs_room, show_code
from runut.office.works.rapat.actions.sending import (
    note_delivery,
    send_again,
    send_by_email,
    undo_delivery,
)
from runut.office.works.rapat.actions.writing import add_resolution, save_notes, write_minutes

__all__ = [
    "Arrival",
    "Guest",
    "Reply",
    "add_resolution",
    "assign",
    "cancel_meeting",
    "change_resolution",
    "check_in",
    "check_in_for",
    "check_in_guest",
    "complete_invitation",
    "complete_minutes",
    "complete_readiness",
    "compose_attendance",
    "compose_invitation",
    "confirm_minutes",
    "deliver_by_email",
    "deliver_cancellation",
    "hide_code",
    "invite_guest",
    "note_delivery",
    "open_meeting",
    "record_later",
    "refuse_resolution",
    "remove_invitee",
    "remove_resolution",
    "reopen_resolution",
    "reply",
    "resolve",
    "runs_room",
    "save_checklist",
    "save_facts",
    "save_notes",
    "send_again",
    "send_by_email",
    "share_draft",
    "show_code",
    "undo_attendance",
    "undo_delivery",
    "write_minutes",
]
