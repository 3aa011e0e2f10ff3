"""What the head of a step says where its actor is outside the office."""

from django import template

from runut.office.cases.queries import StepPage
from runut.office.works.luar.parties import party_of

register = template.Library()


@register.inclusion_tag("works/_pihak_luar.html")
def pihak_luar(page: StepPage) -> dict[str, str]:
    """Who outside does the step, for whoever writes it down."""
    return {"pihak": party_of(page.case.row, page.step)}
