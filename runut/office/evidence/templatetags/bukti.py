"""The evidence of a figure, on whatever page shows the figure."""

from typing import Any

from django import template
from django.template import Context

from runut.office.evidence.models import Evidence
from runut.office.evidence.queries import core_of, evidence_of_year

register = template.Library()
_KNOWN = "_bukti_of_year"


@register.inclusion_tag("evidence/_beside.html", takes_context=True)
def bukti(context: Context, tahun: int, indikator_id: str) -> dict[str, Any]:
    """Links to the evidence of an indicator, and to the page to add some; asked once for a page."""
    user = context["request"].user
    known: dict[int, dict[str, list[Evidence]]] = context["request"].__dict__.setdefault(_KNOWN, {})
    if tahun not in known:
        known[tahun] = {}
        for one in evidence_of_year(user.office_id, tahun):
            known[tahun].setdefault(one.indikator_id, []).append(one)
    found = known[tahun].get(indikator_id, [])
    return {
        "rows": [(one, core_of(one).kapan) for one in found],
        "tahun": tahun,
        "indikator_id": indikator_id,
    }
