"""The files of an office under names that people read; and every other one by its hash.

Nothing that is stored is left behind: what no list below names lies in ``lainnya``.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from runut.files.store import DocumentMissing, get, write_whole
from runut.office.cases.models import DocumentFile
from runut.office.evidence.models import Evidence
from runut.office.kinerja.models import Dataset
from runut.office.paper_templates.models import TemplateVersion
from runut.office.people.models import Office, profile_of
from runut.office.plans.models import PerjanjianKinerja
from runut.office.sops.models import SopVersion

OTHERS = "lainnya"
LONGEST = 80
_OF_A_TITLE = 60
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_KINDS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"{", "json"),
    (b"PK\x03\x04", "zip"),
)


@dataclass(frozen=True)
class Named:
    """A stored file, and the folders and the name under which it is laid down."""

    sha256: str
    folder: tuple[str, ...]
    name: str
    ending: str


@dataclass(frozen=True)
class Laid:
    """A file as it was laid down. ``fault`` says why it could not be, "" if it was."""

    path: Path
    sha256: str
    fault: str = ""


def write_papers(office: Office, folder: Path) -> Iterator[Laid]:
    """Lay every stored file of the office down; answers each as it is written."""
    taken: set[Path] = set()
    seen: set[str] = set()
    for named in _named(office):
        seen.add(named.sha256)
        yield _lay(named, folder, taken)
    for path in sorted(Path(settings.FILES_DIR).glob("??/*")):
        digest = path.parent.name + path.name
        if re.fullmatch(r"[0-9a-f]{64}", digest) and digest not in seen:
            yield _lay(Named(digest, (OTHERS,), digest, ""), folder, taken)


def _named(office: Office) -> Iterator[Named]:
    files = DocumentFile.objects.filter(office=office).select_related("document__case")
    for file in files.order_by("document__case_id", "document_id", "pk"):
        paper = file.document
        words = [f"Langkah {paper.no}" if paper.no else "", paper.nama, f"versi {paper.versi}"]
        name = " ".join(one for one in words if one)
        place = ("naskah", f"{paper.case_id:04d} {paper.case.judul}")
        yield Named(file.sha256, place, name, file.format)
    for sop in SopVersion.objects.filter(office=office).select_related("sop").order_by("pk"):
        name = f"{sop.sop.judul[:_OF_A_TITLE]} revisi {sop.revisi}"
        yield Named(sop.sumber_sha256, ("sop",), name, sop.sumber_jenis)
    for data in Dataset.objects.filter(office=office).order_by("pk"):
        yield Named(data.sha256, ("kinerja",), f"{data.tahun} versi {data.versi}", "xlsx")
    for one in Evidence.objects.filter(office=office).order_by("pk"):
        quarter = ("bukti", str(one.tahun), f"triwulan {one.triwulan}")
        yield Named(one.sha256, quarter, Path(one.nama).stem, one.format)
    for plan in PerjanjianKinerja.objects.filter(office=office).order_by("pk"):
        name = f"Perjanjian Kinerja {plan.tahun} revisi {plan.revisi}"
        stored = {"": plan.sha256, " tertanda": plan.tertanda, " pindaian": plan.pindaian}
        for which, digest in stored.items():
            if digest:
                yield Named(digest, ("perjanjian kinerja",), name + which, "")
    for template in TemplateVersion.objects.filter(office=office).order_by("pk"):
        name = f"{template.jenis} versi {template.versi}"
        yield Named(template.sha256, ("templat",), name, "docx")
    if lambang := profile_of(office).lambang:
        yield Named(lambang, (), "lambang", "")


def _lay(named: Named, folder: Path, taken: set[Path]) -> Laid:
    try:
        data = get(Path(settings.FILES_DIR), named.sha256)
    except DocumentMissing as missing:
        return Laid(Path(*named.folder, named.name), named.sha256, str(missing))
    ending = named.ending or next((kind for start, kind in _KINDS if data.startswith(start)), "bin")
    inside = Path(*map(readable, named.folder)) if named.folder else Path()
    number, path = 1, inside / f"{readable(named.name)}.{readable(ending)}"
    while path in taken:
        number += 1
        path = inside / f"{readable(named.name)} ({number}).{readable(ending)}"
    taken.add(path)
    write_whole(folder / path, data)
    return Laid(path, named.sha256)


def readable(words: str) -> str:
    """Words as the name of a file or folder that every system takes.

    >>> readable("LAKIP 2025: Biro/Bagian?"), readable("..")
    ('LAKIP 2025 Biro Bagian', '_')
    """
    plain = _NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", words))
    short = " ".join(plain.split())[:LONGEST]
    return short.strip(" .") or "_"
