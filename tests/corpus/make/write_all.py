"""Writes the files of the corpus with the truth beside each.

``python -m tests.corpus.make.write_all [--only PART]``: Word, Excel and text files come out the
same, byte for byte; PDF needs LibreOffice and is made again only with ``--pdf``.
"""

import argparse
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.corpus.definitions import load
from tests.corpus.make import docx_file, text_file, xlsx_file
from tests.corpus.make.catalogue import DOCX, PDF, TEXT, XLSX
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import truth

FILES = Path(__file__).parents[1] / "files"


def put(name: str, data: bytes, facts: dict[str, Any]) -> None:
    (FILES / name).write_bytes(data)
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    (FILES / f"{name}.truth.json").write_text(text + "\n", encoding="utf-8")


def office(variant: Variant, kind: str) -> None:
    maker = docx_file if kind == "docx" else xlsx_file
    sop = load(variant.definisi)
    data, drawing = maker.make(sop, variant)
    name = f"{variant.nama}.{kind}"
    put(name, data, truth(sop, variant, name, kind, drawing.undrawn))


def pdf(variant: Variant) -> None:
    source = variant.pilihan["dari"]
    maker = docx_file if source == "docx" else xlsx_file
    sop = load(variant.definisi)
    data, drawing = maker.make(sop, variant)
    name = f"{variant.nama}.pdf"
    put(name, printed(data, source), truth(sop, variant, name, "pdf", drawing.undrawn))


def printed(data: bytes, kind: str) -> bytes:
    """What LibreOffice prints of an office file."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise RuntimeError("LibreOffice tidak terpasang.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"sumber.{kind}"
        source.write_bytes(data)
        command = [
            soffice,
            f"-env:UserInstallation=file://{tempfile.gettempdir()}/lo-corpus",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (Path(folder) / "sumber.pdf").read_bytes()


def text(variant: Variant) -> None:
    sop = load(variant.definisi)
    is_html = variant.nama.endswith(".html")
    data = text_file.html(sop, variant) if is_html else text_file.tabbed(sop, variant)
    put(variant.nama, data, truth(sop, variant, variant.nama, "teks", set()))


def main() -> None:
    parser = argparse.ArgumentParser(description="Menulis berkas korpus SOP.")
    parser.add_argument("--only", default="", help="hanya nama yang memuat kata ini")
    parser.add_argument("--pdf", action="store_true", help="buat juga PDF lewat LibreOffice")
    asked = parser.parse_args()
    FILES.mkdir(exist_ok=True)
    for variants, write in (
        (DOCX, lambda v: office(v, "docx")),
        (XLSX, lambda v: office(v, "xlsx")),
        (TEXT, text),
        (PDF if asked.pdf else (), pdf),
    ):
        for variant in variants:
            if asked.only in variant.nama:
                write(variant)


if __name__ == "__main__":
    main()
