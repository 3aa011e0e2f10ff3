"""The DOCX in a real word processor: opens, shows every heading, filled lists, no blank page."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from runut.core.report.blocks import Heading
from runut.files.write.paper import write_docx
from tests.write.reading import pdf_pages, squeezed
from tests.write.sample import report

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice (soffice) tidak terpasang"
)


def test_libreoffice_shows_the_whole_report(tmp_path: Path) -> None:
    (tmp_path / "laporan.docx").write_bytes(write_docx(report(), created=date(2026, 2, 27)))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        [SOFFICE or "soffice", profile, "--headless", "--convert-to", "pdf", "laporan.docx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = pdf_pages((tmp_path / "laporan.pdf").read_bytes())
    text = squeezed("".join(pages))
    for block in (*report().front, *report().body):
        if isinstance(block, Heading):
            assert squeezed(block.number + block.text) in text
    contents = next(page for page in pages if "DAFTAR ISI" in page and "BAB IV" in page)
    assert "KATA PENGANTAR.." in contents
    assert contents.count("...") >= 20
    paper = report()
    for page in pages[1:]:
        left = page.replace(paper.header, "").replace(paper.footer, "").strip()
        assert len(left) > 20
    assert pages[1].rstrip().endswith(" i")
