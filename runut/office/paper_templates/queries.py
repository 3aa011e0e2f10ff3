"""What pages ask about templates: versions by kind, and by what a paper was made."""

from dataclasses import dataclass

from runut.core.report.templates.kinds import KINDS, TemplateKind
from runut.files.templates.printing import can_print
from runut.office.paper_templates.drawing import RUNUT
from runut.office.paper_templates.models import TemplateUse, TemplateVersion
from runut.office.people.models import Office


@dataclass(frozen=True)
class KindLine:
    """A kind of paper as the list shows it."""

    kind: TemplateKind
    in_use: TemplateVersion | None
    count: int


def kinds_of(office: Office) -> list[KindLine]:
    """Every kind with the version in use and how many were handed in."""
    rows = list(TemplateVersion.objects.filter(office=office).select_related("diunggah_oleh"))
    found = []
    for kind in KINDS:
        own = [row for row in rows if row.jenis == kind.jenis]
        found.append(KindLine(kind, next((r for r in own if r.dipakai), None), len(own)))
    return found


def versions_of(office: Office, jenis: str) -> list[TemplateVersion]:
    """The versions of a kind, the newest first."""
    rows = TemplateVersion.objects.filter(office=office, jenis=jenis)
    return list(rows.select_related("diunggah_oleh").order_by("-versi"))


def made_by(office_id: int, kode: str) -> str:
    """How a paper was laid out, in words; "" where it is our own layout all through."""
    rows = TemplateUse.objects.filter(office_id=office_id, kode=kode)
    use = rows.select_related("template").first()
    if use is None:
        return ""
    if use.docx == RUNUT:
        return f"Templat kantor, {use.template}, tidak dapat diisi; tata letaknya dari Runut."
    if use.pdf == RUNUT:
        return (
            f"DOCX memakai templat kantor, {use.template}. PDF digambar Runut dengan tata letaknya "
            f"sendiri{'' if can_print() else ': komputer ini tidak mempunyai LibreOffice'}."
        )
    return f"Memakai templat kantor, {use.template}. PDF dicetak dari DOCX oleh LibreOffice."
