"""What pages of a meeting say beside its facts, whoever draws them."""

from django import template

from runut.office.works.rapat.clashes import clashes_of, plan_of
from runut.office.works.rapat.models import Invitee, Meeting

register = template.Library()


@register.inclusion_tag("rapat/_bentrok.html")
def bentrok(meeting: Meeting | None, invitees: list[Invitee] | None = None) -> dict[str, list[str]]:
    """The clashes of a meeting that is still to be held; ``invitees`` where the page has them."""
    is_to_come = meeting is not None and not meeting.is_over and not meeting.is_held
    return {"clashes": clashes_of(plan_of(meeting, invitees)) if meeting and is_to_come else []}
