"""What a yearly report shows of the years beside it."""

from typing import Any

from django import template
from django.template import Context

from runut.core.case.model import CaseStatus
from runut.office.acts.forms import person_of
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import may_start
from runut.office.next_year.queries import year_after, year_before

register = template.Library()


@register.inclusion_tag("next_year/_links.html", takes_context=True)
def years_beside(context: Context, case: OpenCase) -> dict[str, Any]:
    """The ways to the report of last year, and to that of the next once this one has ended."""
    if not case.row.laporan:
        return {}
    is_over = case.row.status == CaseStatus.SELESAI
    return {
        "case": case,
        "before": year_before(case.row),
        "after": year_after(case.row),
        "is_over": is_over,
        "may_begin": is_over and may_start(person_of(context["request"])),
    }
