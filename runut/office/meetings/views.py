"""The pages of a meeting, one for each kind of step; their subjects are in the folder ``pages``."""

from runut.office.meetings.pages.assigning import assignment
from runut.office.meetings.pages.deciding import resolutions_context
from runut.office.meetings.pages.discussing import discussion, takes_minutes
from runut.office.meetings.pages.inviting import invitation
from runut.office.meetings.pages.opening import opening
from runut.office.meetings.pages.preparing import readiness

__all__ = [
    "assignment",
    "discussion",
    "invitation",
    "opening",
    "readiness",
    "resolutions_context",
    "takes_minutes",
]
