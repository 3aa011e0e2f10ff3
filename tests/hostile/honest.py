"""Files as an office has them, one for each door: what is spoiled afterwards."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from runut.core.kinerja.paket import AngkaDiminta
from runut.core.sop.model import SOP
from runut.core.sop.text.parse import read_sop_text
from runut.files.write.bpmn.sop import bpmn_of_sop
from runut.files.write.docx.sop import docx_of_sop
from runut.files.write.pdf.sop import pdf_of_sop
from runut.files.write.workbook.pack import PackSheet, write_pack
from runut.files.write.workbook.people import Column, write_people_template
from runut.files.write.xlsx.sop import xlsx_of_sop
from tests.paper_templates.word import our_template
from tests.sign.office import signed_report
from tests.word.copies import copy

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
_CREATED = datetime(2026, 1, 5, tzinfo=UTC)


@cache
def sop_text() -> bytes:
    return (EXAMPLES / "sop" / "penyusunan-lakip.txt").read_bytes()


@cache
def _sop() -> SOP:
    sop, _ = read_sop_text(sop_text().decode())
    assert sop is not None
    return sop


@cache
def sop_docx() -> bytes:
    return docx_of_sop(_sop(), created=_CREATED)


@cache
def sop_xlsx() -> bytes:
    return xlsx_of_sop(_sop(), created=_CREATED)


@cache
def sop_pdf() -> bytes:
    return pdf_of_sop(_sop(), created=_CREATED)


@cache
def sop_bpmn() -> bytes:
    return bpmn_of_sop(_sop())


@cache
def workbook() -> bytes:
    return (EXAMPLES / "kinerja" / "lakip-2025.xlsx").read_bytes()


@cache
def pack() -> bytes:
    asked = [
        AngkaDiminta(f"IKU-{n}", "realisasi_tw3", "Indeks", "TW 3", "%", "", "90", "88", "", "")
        for n in range(1, 6)
    ]
    return write_pack(PackSheet("Paket data", "", "Batas 12 Januari", asked, {}))


@cache
def people() -> bytes:
    titles = ("NIP", "Nama tanpa gelar", "Jabatan", "Unit", "Peran dalam SOP", "Nama pengguna")
    columns = [Column(title, "", "") for title in titles]
    rows = [[f"19740512199903200{n}", f"Orang {n}", "Staf", "", "", f"orang{n}"] for n in range(5)]
    return write_people_template("Pegawai", columns, rows)


def copy_in_word() -> bytes:
    return copy().docx


def template() -> bytes:
    return our_template("notula")


def _picture(kind: str) -> bytes:
    out = BytesIO()
    picture = Image.linear_gradient("L").resize((400, 300)).convert("RGB")
    picture.save(out, kind)
    return out.getvalue()


@cache
def png() -> bytes:
    return _picture("PNG")


@cache
def jpeg() -> bytes:
    return _picture("JPEG")


WORD: dict[str, Callable[[], bytes]] = {
    "sop.docx": sop_docx,
    "salinan.docx": copy_in_word,
    "templat.docx": template,
}
EXCEL: dict[str, Callable[[], bytes]] = {
    "buku.xlsx": workbook,
    "paket.xlsx": pack,
    "pegawai.xlsx": people,
    "sop.xlsx": sop_xlsx,
}
OTHERS: dict[str, Callable[[], bytes]] = {
    "sop.pdf": sop_pdf,
    "bertanda.pdf": signed_report,
    "gambar.png": png,
    "foto.jpg": jpeg,
    "sop.bpmn": sop_bpmn,
    "sop.txt": sop_text,
}
EVERY = {**WORD, **EXCEL, **OTHERS}
