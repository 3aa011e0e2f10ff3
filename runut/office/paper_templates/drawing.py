"""The files of a paper: in the layout of the office where it has one, else in ours."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings

from runut.core.report.blocks import Paper
from runut.files.guard.parent import read_guarded
from runut.files.store import DocumentMissing, get
from runut.files.templates.printing import print_docx
from runut.files.write.paper import write_docx, write_pdf
from runut.office.paper_templates.models import TemplateUse, TemplateVersion
from runut.office.people.models import Office

TEMPLAT, RUNUT = "templat", "runut"
BOTH: Final = ("pdf", "docx")
_FILL = "runut.files.templates.fill:fill_template"


@dataclass(frozen=True)
class Use:
    """Which version laid a paper out, and which of its files it did lay out."""

    template: TemplateVersion
    docx: str
    pdf: str

    def facts(self) -> dict[str, object]:
        """What the audit chain says of it."""
        return {
            "jenis": self.template.jenis,
            "versi": self.template.versi,
            "sha256": self.template.sha256,
            "docx": self.docx,
            "pdf": self.pdf,
        }

    def keep(self, kode: str) -> None:
        """Remember it under the code of the paper, in the transaction that records the paper."""
        office_id = self.template.office_id
        TemplateUse.objects.create(
            office_id=office_id, kode=kode, template=self.template, docx=self.docx, pdf=self.pdf
        )


@dataclass(frozen=True)
class Drawn:
    """A paper's files by format; ``use`` where a template of the office was asked for."""

    files: Mapping[str, bytes]
    use: Use | None = None


def draw(
    paper: Paper, office: Office | None, at: datetime, formats: Collection[str] = BOTH
) -> Drawn:
    """The files of a paper. Outside of any transaction: LibreOffice takes some seconds."""
    version = version_in_use(office, paper)
    return draw_by(version, paper, at, formats) if version else Drawn(_ours(paper, at, formats))


def draw_by(
    version: TemplateVersion, paper: Paper, at: datetime, formats: Collection[str] = BOTH
) -> Drawn:
    """The files of a paper by one version. What it cannot lay out we draw, and it is said."""
    filled = _fill(version, paper, at)
    printed = print_docx(filled) if filled and "pdf" in formats else None
    theirs = {"docx": filled, "pdf": printed}
    files = {name: theirs[name] or _ours(paper, at, [name])[name] for name in formats}
    use = Use(version, TEMPLAT if filled else RUNUT, TEMPLAT if printed else RUNUT)
    return Drawn(files, use)


def version_in_use(office: Office | None, paper: Paper) -> TemplateVersion | None:
    """The version that the office lays a paper of this kind out with."""
    if office is None or paper.filling is None:
        return None
    rows = TemplateVersion.objects.filter(office=office, jenis=paper.filling.jenis, dipakai=True)
    return rows.first()


def _fill(version: TemplateVersion, paper: Paper, at: datetime) -> bytes | None:
    try:
        template = get(settings.FILES_DIR, version.sha256)
    except DocumentMissing:
        return None  # the paper can still be right; ``runut verify`` names the lost file
    options = {"paper": paper, "created": at}
    filled, _ = read_guarded(_FILL, template, version.berkas, options=options)
    return filled if isinstance(filled, bytes) else None


def _ours(paper: Paper, at: datetime, formats: Collection[str]) -> dict[str, bytes]:
    writers = {"pdf": write_pdf, "docx": write_docx}
    return {name: writers[name](paper, created=at) for name in formats}
