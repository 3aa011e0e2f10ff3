"""What pages of a meeting say beside its facts, whoever draws them."""

from django import template

from runut.office.works.rapat.clashes import clashes_of, plan_of
from runut.office.works.rapat.models import Meeting

register = template.Library()


@register.inclusion_tag("rapat/_bentrok.html")
def bentrok(meeting: Meeting | None) -> dict[str, list[str]]:
    """The clashes of a meeting that is still to be held."""
    is_to_come = meeting is not None and not meeting.is_over and not meeting.is_held
    return {"clashes": clashes_of(plan_of(meeting)) if meeting and is_to_come else []}
