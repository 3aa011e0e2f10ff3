"""``runut sop draw``: which writer draws the form for which ending."""

import json
from collections.abc import Callable, Sequence
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.as_json import sop_as_json
from runut.core.sop.model import SOP
from runut.core.sop.text.print import print_sop_text
from runut.files.write.bpmn.sop import bpmn_of_sop
from runut.files.write.docx.sop import docx_of_sop
from runut.files.write.form.sheet import PaperName
from runut.files.write.pdf.sop import pdf_of_sop
from runut.files.write.svg.sop import svg_of_sop
from runut.files.write.xlsx.sop import xlsx_of_sop

Drawer = Callable[[SOP, Sequence[Finding], PaperName], bytes]


def _txt(sop: SOP, _: Sequence[Finding], __: PaperName) -> bytes:
    return print_sop_text(sop).encode()


def _json(sop: SOP, findings: Sequence[Finding], _: PaperName) -> bytes:
    return (json.dumps(sop_as_json(sop, findings), ensure_ascii=False, indent=2) + "\n").encode()


def _svg(sop: SOP, _: Sequence[Finding], paper: PaperName) -> bytes:
    return svg_of_sop(sop, paper).encode()


def _pdf(sop: SOP, _: Sequence[Finding], paper: PaperName) -> bytes:
    return pdf_of_sop(sop, paper)


def _docx(sop: SOP, _: Sequence[Finding], paper: PaperName) -> bytes:
    return docx_of_sop(sop, paper)


def _xlsx(sop: SOP, _: Sequence[Finding], paper: PaperName) -> bytes:
    return xlsx_of_sop(sop, paper)


def _bpmn(sop: SOP, _: Sequence[Finding], __: PaperName) -> bytes:
    return bpmn_of_sop(sop)


DRAWERS: Final[dict[str, Drawer]] = {
    ".svg": _svg,
    ".pdf": _pdf,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".bpmn": _bpmn,
    ".txt": _txt,
    ".json": _json,
}
"""By the ending of the file: what the command can write."""
_WITH_SYMBOLS: Final = (".svg", ".pdf", ".docx", ".xlsx")


def say_undrawn(sop: SOP, ending: str) -> str:
    """The sentence on steps without Pelaksana, which have no symbol in the form; or nothing."""
    missing = [step.no for step in sop.langkah if not step.pelaksana]
    if not missing or ending not in _WITH_SYMBOLS:
        return ""
    which = "semua langkah" if len(missing) == len(sop.langkah) else f"langkah {', '.join(missing)}"
    return (
        f"Simbol {which} tidak digambar karena Pelaksananya belum diketahui. Lihat usulannya "
        "dengan runut sop read, lalu isi kolom Pelaksana."
    )
