"""Papers become documents: drawn, stored by hash, numbered, recorded with their act."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db.models import Max

from runut.core.report.blocks import Paper
from runut.core.report.digest import canonical_json, paper_from_json
from runut.files.store import get, put
from runut.files.write.paper import write_docx, write_pdf
from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase, case_subject
from runut.office.cases.models import WORKING_COPY, Document, DocumentFile
from runut.office.cases.numbering import claim
from runut.office.paper_templates.drawing import Use, draw
from runut.office.people.address import verification_of
from runut.office.people.models import Office
from runut.office.trust.append import Act

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that are not mistaken for each other when read aloud from paper."""


DRAF = "DRAF"

_LONGEST_NAME = 200
"""A step names its output in as many words as it likes; a document has the first of them."""


@dataclass(frozen=True)
class StoredFile:
    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class Rendered:
    """A paper drawn and stored, not yet part of any case. ``sha256`` is that of its main file.

    ``use``: by which template of the office it was laid out.
    """

    jenis: str
    nama: str
    kode: str
    sha256: str
    files: Mapping[str, StoredFile]
    nomor: str = ""
    use: Use | None = None


def new_kode() -> str:
    """The code that is printed on a document and opens its page of verification."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


def render(
    paper: Paper,
    *,
    jenis: str,
    nama: str,
    at: datetime,
    nomor: str = "",
    kode: str = "",
    is_unsigned: bool = False,
    office: Office | None = None,
) -> Rendered:
    """Draw ``paper`` as PDF and DOCX and store both with its block tree. Before any transaction.

    ``office``: it is laid out by that office's own template where it has one for this paper.

    ``is_unsigned``: a signature is to come on exactly the PDF; until then working copies of it go
    about, with DRAF across every page (docs/decisions/0016-one-life-of-the-text.md).
    Files that no act records afterwards do no harm: nothing points at them.
    """
    kode = kode or new_kode()
    footer = " · ".join(filter(None, [paper.footer, f"Periksa keaslian: {verification_of(kode)}"]))
    paper = replace(paper, footer=footer)
    drawn = draw(paper, office, at)
    data = {**drawn.files, "json": canonical_json(paper).encode()}
    if is_unsigned:
        draft = replace(paper, watermark=DRAF)
        data |= {
            WORKING_COPY["pdf"]: write_pdf(draft, created=at),
            WORKING_COPY["docx"]: write_docx(draft, created=at),
        }
    files = {name: _store(content) for name, content in data.items()}
    pdf = files["pdf"].sha256
    return Rendered(jenis, nama[:_LONGEST_NAME], kode, pdf, files, nomor, drawn.use)


def keep_upload(data: bytes, *, jenis: str, nama: str, ending: str) -> Rendered:
    """Store a file that somebody handed in, as it is."""
    stored = _store(data)
    return Rendered(jenis, nama[:_LONGEST_NAME], new_kode(), stored.sha256, {ending: stored})


def record(
    case: OpenCase, no: str, rendered: Rendered, doer: Doer, signs: Document | None = None
) -> Act:
    """Make ``rendered`` a document of the case. Call inside the transaction of the act.

    Its number, where it has a new one, is given here. Raises NumberLost (numbering.py).
    """
    claim(rendered.nomor)
    office_id = case.row.office_id
    same = Document.objects.filter(office_id=office_id, case=case.row, jenis=rendered.jenis)
    versi = (same.aggregate(last=Max("versi"))["last"] or 0) + 1
    document = Document.objects.create(
        office_id=office_id,
        case=case.row,
        no=no,
        round=case.state.step(no).round,
        jenis=rendered.jenis,
        nama=rendered.nama,
        nomor=str(rendered.nomor),
        versi=versi,
        kode=rendered.kode,
        sha256=rendered.sha256,
        dibuat_oleh=doer.person,
        dibuat_pada=doer.at,
        signs=signs,
    )
    DocumentFile.objects.bulk_create(
        DocumentFile(
            office_id=office_id,
            document=document,
            format=name,
            sha256=stored.sha256,
            size_bytes=stored.size_bytes,
        )
        for name, stored in rendered.files.items()
    )
    facts: dict[str, object] = {
        "jenis": rendered.jenis,
        "nama": rendered.nama,
        "nomor": str(rendered.nomor),
        "versi": versi,
        "kode": rendered.kode,
        "langkah": no,
        "berkas": {name: stored.sha256 for name, stored in rendered.files.items()},
    }
    if rendered.use is not None:
        rendered.use.keep(rendered.kode)
        facts["templat"] = rendered.use.facts()
    return Act("dokumen.disimpan", case_subject(case.row.pk), facts, rendered.sha256)


def stored_bytes(document: Document, name: str) -> bytes:
    """A rendering of a document. Raises DocumentFile.DoesNotExist, store.DocumentMissing."""
    file = document.files.get(office_id=document.office_id, format=name)
    return get(settings.FILES_DIR, file.sha256)


def is_drawn(document: Document) -> bool:
    """Whether the document was drawn here and can be read on the screen; an upload was not."""
    return any(file.format == "json" for file in document.files.all())


def stored_paper(document: Document) -> Paper:
    """The block tree of a document that was drawn here."""
    return paper_from_json(stored_bytes(document, "json").decode())


def paper_on_screen(document: Document) -> Paper:
    """The block tree as it is shown: what waits for its signature says DRAF."""
    paper = stored_paper(document)
    return replace(paper, watermark=DRAF) if document.is_draft else paper


def _store(data: bytes) -> StoredFile:
    return StoredFile(put(settings.FILES_DIR, data), len(data))
