"""The same SOP a second time: which text of the register has the name or the number of this one."""

from dataclasses import dataclass

from runut.core.sop.mending.difference import Change, difference
from runut.core.sop.model import SOP
from runut.office.sops.draft import sop_of
from runut.office.sops.models import SopVersion

NAME, NUMBER = "nama", "nomor"


@dataclass(frozen=True)
class Twin:
    """A text that was in the register before, and what is different in the new one.

    ``by`` is what both have in common: the name, or only the number.
    """

    other: SopVersion
    by: str
    changes: tuple[Change, ...]

    @property
    def is_same(self) -> bool:
        return not self.changes


def twin_of(version: SopVersion, sop: SOP) -> Twin | None:
    """What a text that was just taken in repeats; nothing for a revision made here."""
    if not version.is_draft or version.revisi_dari_id is not None:
        return None
    earlier = (
        SopVersion.objects.filter(office_id=version.office_id, pk__lt=version.pk)
        .exclude(status=SopVersion.Status.DIGANTI)
        .select_related("sop")
        .order_by("-pk")
    )
    named = list(earlier.filter(sop_id=version.sop_id))
    if named:
        return _twin(named, NAME, sop)
    number = sop.nomor or ""
    if not any(sign.isdigit() for sign in number):
        return None
    known = [one for one in earlier.filter(teks__contains=number) if sop_of(one).nomor == number]
    return _twin(known, NUMBER, sop) if known else None


def _twin(found: list[SopVersion], by: str, sop: SOP) -> Twin:
    """Of several the one in force, else the newest."""
    other = next((one for one in found if one.status == SopVersion.Status.BERLAKU), found[0])
    return Twin(other, by, difference(sop_of(other), sop))
