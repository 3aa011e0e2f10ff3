"""``runut sop draw``: the ending of the file says which form is written."""

import xml.etree.ElementTree as ET
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from runut.cli import main
from tests.sop_out.contoh import ROOT

Capture = pytest.CaptureFixture[str]
LAKIP = str(ROOT / "examples" / "sop" / "penyusunan-lakip-diperbaiki.txt")
SEED = str(ROOT / "examples" / "sop" / "penyusunan-lakip.txt")
STARTS = {
    "svg": b"<svg",
    "pdf": b"%PDF-",
    "docx": b"PK",
    "xlsx": b"PK",
    "bpmn": b"<?xml",
    "json": b"{",
    "txt": b"PEMERINTAH",
}


@pytest.mark.parametrize("ending", STARTS)
def test_every_ending_of_the_contract_is_written(
    ending: str, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / f"SOP LAKIP.{ending}"
    assert main(["sop", "draw", LAKIP, "-o", str(out)]) == 0
    assert out.read_bytes().lstrip().startswith(STARTS[ending])
    assert capsys.readouterr().out == f"Ditulis: {out}\n"


def test_f4_is_wider_than_a4_in_every_form(tmp_path: Path) -> None:
    widths = {"a4": (841.89, 16838), "f4": (935.43, 18709)}
    for paper, (points, twips) in widths.items():
        for ending in ("svg", "pdf", "docx"):
            out = str(tmp_path / f"{paper}.{ending}")
            assert main(["sop", "draw", LAKIP, "-o", out, "--paper", paper]) == 0
        root = ET.parse(tmp_path / f"{paper}.svg").getroot()  # noqa: S314 - our own file
        assert root.get("width") == f"{points}pt"
        page = PdfReader(tmp_path / f"{paper}.pdf").pages[0]
        assert abs(float(page.mediabox.width) - points) < 0.01
        with zipfile.ZipFile(BytesIO((tmp_path / f"{paper}.docx").read_bytes())) as book:
            assert f'w:w="{twips}"' in book.read("word/document.xml").decode()


def test_steps_whose_actor_is_not_known_are_named(tmp_path: Path, capsys: Capture) -> None:
    """The seed lost its symbols: nobody is invented to draw them again."""
    assert main(["sop", "draw", SEED, "-o", str(tmp_path / "a.pdf")]) == 0
    said = capsys.readouterr().out
    assert "Simbol semua langkah tidak digambar" in said
    assert main(["sop", "draw", SEED, "-o", str(tmp_path / "a.json")]) == 0
    assert "tidak digambar" not in capsys.readouterr().out
