"""The pictures of a Word file: which part holds which, and each as a paper carries it."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import normpath
from zipfile import BadZipFile, ZipFile

from runut.core.findings import Finding, Level
from runut.core.report.word.flow import plain
from runut.files.read.docx.xml import WP, A, Element, R, V, W, parse
from runut.files.read.photo import LARGEST_BYTES, read_photo

_RELATIONS = "word/_rels/document.xml.rels"
_IMAGE = "/relationships/image"
BOXES = (W + "txbxContent",)


def media_of(archive: ZipFile) -> dict[str, str]:
    """The part behind each relation of the body that is a picture inside the file."""
    if _RELATIONS not in archive.namelist():
        return {}
    found = {}
    for one in parse(archive.read(_RELATIONS)):
        is_inside = one.get("TargetMode") != "External"
        if (one.get("Type") or "").endswith(_IMAGE) and is_inside:
            target = one.get("Target") or ""
            part = target.lstrip("/") if target.startswith("/") else f"word/{target}"
            found[one.get("Id") or ""] = normpath(part)
    return found


def pictures_of(drawing: Element) -> list[str]:
    """The pictures of a drawing, by the words they carry for who cannot see them."""
    boxed = any(next(drawing.iter(tag), None) is not None for tag in BOXES)
    if boxed:
        return []
    named = [one.get("descr") or one.get("title") or "" for one in drawing.iter(WP + "docPr")]
    return [plain(one) for one in named] or [""]


def parts_in(drawing: Element, media: Mapping[str, str], count: int) -> list[str]:
    """The parts that hold the pictures of a drawing, as many as it has pictures."""
    ids = [one.get(R + "embed") or "" for one in drawing.iter(A + "blip")]
    ids += [one.get(R + "id") or "" for one in drawing.iter(V + "imagedata")]
    return [*(media.get(one, "") for one in ids), *[""] * count][:count]


def read_pictures(
    data: bytes, name: str, parts: list[str]
) -> tuple[list[object] | None, tuple[Finding, ...]]:
    """``[JPEG, width, height]`` of each part in order, or the words why it is not taken.

    Call it through ``guard.read_guarded``: the file comes from outside.
    """
    found: list[object] = []
    try:
        with ZipFile(BytesIO(data)) as archive:
            for part in parts:
                found.append(_picture(archive, part))
    except BadZipFile:
        pesan = f"{name} bukan berkas Word (.docx) yang utuh."
        return None, (Finding("berkas_bukan_salinan", Level.BLOCKER, pesan),)
    return found, ()


def _picture(archive: ZipFile, part: str) -> object:
    try:
        info = archive.getinfo(part)
    except KeyError:
        return "Gambarnya tidak ada dalam berkas."
    if info.file_size > LARGEST_BYTES:
        return "Gambar ini lebih besar dari 15 MB."
    made, problems = read_photo(archive.read(info), PurePosixPath(part).name)
    return made if made is not None else " ".join(one.pesan for one in problems)
