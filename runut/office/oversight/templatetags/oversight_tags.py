"""What a case shows of the comments on it."""

from typing import Any

from django import template

from runut.office.cases.acting import OpenCase
from runut.office.oversight.models import Comment

register = template.Library()


@register.inclusion_tag("oversight/_link.html")
def comments_link(case: OpenCase) -> dict[str, Any]:
    """The way to the comments on a case, and how many there are."""
    said = Comment.objects.filter(office_id=case.row.office_id, case=case.row, answers=None)
    return {"case": case, "count": said.count()}
