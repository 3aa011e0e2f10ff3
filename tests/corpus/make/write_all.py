"""Writes the files of the corpus with the truth beside each.

``python -m tests.corpus.make.write_all [--only PART]``: Word, Excel and text files come out the
same, byte for byte; PDF needs LibreOffice and is made again only with ``--pdf``.
"""

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.corpus.definitions import Definition, load
from tests.corpus.make import docx_file, pdf_by_hand, refused, text_file, xlsx_file
from tests.corpus.make.catalogue.docx import DOCX
from tests.corpus.make.catalogue.pdf import PDF
from tests.corpus.make.catalogue.text import TEXT
from tests.corpus.make.catalogue.xlsx import XLSX
from tests.corpus.make.measured import remember, rows_in
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import truth

FILES = Path(__file__).parents[1] / "files"


def put(name: str, data: bytes, facts: dict[str, Any]) -> None:
    (FILES / name).write_bytes(data)
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    (FILES / f"{name}.truth.json").write_text(text + "\n", encoding="utf-8")


def sop_of(variant: Variant) -> Definition:
    """The SOP of a file, with the column that only this file has."""
    sop = load(variant.definisi)
    extra = (variant.aktor_tambahan,) if variant.aktor_tambahan else ()
    return replace(sop, pelaksana=(*sop.pelaksana, *extra))


def office(variant: Variant, kind: str) -> None:
    maker = docx_file if kind == "docx" else xlsx_file
    sop = sop_of(variant)
    data, drawing = maker.make(sop, variant)
    name = f"{variant.nama}.{kind}"
    put(name, data, truth(sop, variant, name, kind, drawing.undrawn))


def pdfs(variants: list[Variant]) -> None:
    """All PDF files: LibreOffice prints the office files in one go, the others are written."""
    sources: dict[str, bytes] = {}
    for variant in variants:
        sop = sop_of(variant)
        source = variant.pilihan["dari"]
        maker = {"docx": docx_file, "xlsx": xlsx_file, "tangan": pdf_by_hand}[source]
        data, drawing = maker.make(sop, variant)
        name = f"{variant.nama}.pdf"
        put(name, data, truth(sop, variant, name, "pdf", drawing.undrawn))
        if source != "tangan":
            sources[f"{variant.nama}.{source}"] = data
    for name, data in printed(sources).items():
        (FILES / f"{name.rpartition('.')[0]}.pdf").write_bytes(data)


def measure(variants: list[Variant]) -> None:
    """Lays out forms of growing rows once without symbols, and keeps where their rows came."""
    bare = {
        f"{v.nama}.docx": docx_file.make(sop_of(v), replace(v, tanda=""), measured=False)[0]
        for v in variants
    }
    prints = printed(bare)
    for variant in variants:
        heads = 3 if variant.baris_nomor else 2
        count = len(sop_of(variant).langkah)
        remember(variant, rows_in(prints[f"{variant.nama}.docx"], heads, count))


def printed(sources: dict[str, bytes]) -> dict[str, bytes]:
    """What LibreOffice prints of office files, by the names of the files."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise RuntimeError("LibreOffice tidak terpasang.")
    if not sources:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in sources.items():
            (Path(folder) / name).write_bytes(data)
        profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/lo-corpus"
        names = [str(Path(folder) / name) for name in sources]
        command = [
            soffice,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *names,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return {
            name: (Path(folder) / f"{name.rpartition('.')[0]}.pdf").read_bytes() for name in sources
        }


def text(variant: Variant) -> None:
    sop = sop_of(variant)
    is_html = variant.nama.endswith(".html")
    data = text_file.html(sop, variant) if is_html else text_file.tabbed(sop, variant)
    put(variant.nama, data, truth(sop, variant, variant.nama, "teks", set()))


def main() -> None:
    parser = argparse.ArgumentParser(description="Menulis berkas korpus SOP.")
    parser.add_argument("--only", default="", help="hanya nama yang cocok dengan pola ini")
    parser.add_argument("--pdf", action="store_true", help="buat juga PDF lewat LibreOffice")
    parser.add_argument("--measure", action="store_true", help="ukur lagi baris yang tumbuh")
    asked = parser.parse_args()
    FILES.mkdir(exist_ok=True)
    chosen = [v for v in (*DOCX, *XLSX, *PDF, *TEXT) if re.search(asked.only, v.nama)]
    if asked.measure:
        measure([v for v in chosen if v.pilihan.get("tinggi") == "otomatis"])
    for variant in chosen:
        if variant in DOCX:
            office(variant, "docx")
        elif variant in XLSX:
            office(variant, "xlsx")
        elif variant in TEXT:
            text(variant)
    for name, (trap, make) in refused.FILES.items():
        if re.search(asked.only, name) and (asked.pdf or not name.endswith(".pdf")):
            put(name, make(), refused.truth(name, trap))
    if asked.pdf:
        pdfs([v for v in chosen if v in PDF])


if __name__ == "__main__":
    main()
