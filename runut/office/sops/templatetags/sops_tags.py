"""What a page says of an SOP that is in the register already."""

from django import template

from runut.office.sops.draft import sop_of
from runut.office.sops.models import SopVersion
from runut.office.sops.same import Twin, twin_of

register = template.Library()


@register.inclusion_tag("sops/_same.html")
def same_sop(version: SopVersion) -> dict[str, SopVersion | Twin | None]:
    """Says that the SOP was taken in before, and how many fields differ."""
    return {"version": version, "twin": twin_of(version, sop_of(version))}
