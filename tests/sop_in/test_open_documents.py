"""Open documents and rich text are read through LibreOffice; without it refused by name."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from runut.core.sop.model import SOP, Bentuk, Dalam, Langkah, Lanjut, Pelaksana
from runut.files.read import libreoffice
from runut.files.read.sop import read_sop_file
from runut.files.write.docx.sop import docx_of_sop
from runut.files.write.xlsx.sop import xlsx_of_sop

PROGRAM = next(filter(None, map(shutil.which, libreoffice.PROGRAMS)), None)
has_program = pytest.mark.skipif(PROGRAM is None, reason="needs LibreOffice")

SURAT = SOP(
    "Pelayanan Surat",
    (
        Langkah("1", "Menerima surat", (Pelaksana("Staf"),), Bentuk.MULAI, lanjut=(Lanjut("2"),)),
        Langkah(
            "2",
            "Memeriksa surat",
            (Pelaksana("Kasi"), Pelaksana("Staf", bentuk=Bentuk.PROSES)),
            Bentuk.KEPUTUSAN,
            lanjut=(Lanjut("3", "Ya"),),
            dalam=(Dalam("Kasi", "Staf", "Tidak"),),
        ),
        Langkah("3", "Mengarsipkan surat", (Pelaksana("Staf"),), Bentuk.SELESAI),
    ),
    ("Staf", "Kasi"),
    nomor="SOP-01/CONTOH/2030",
)


def saved_as(data: bytes, kind: str, goal: str, folder: Path) -> bytes:
    (folder / f"sop.{kind}").write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'rumah').as_uri()}"
    asked = ["--headless", "--convert-to", goal, "--outdir", str(folder)]
    subprocess.run(
        [str(PROGRAM), home, *asked, str(folder / f"sop.{kind}")], check=True, capture_output=True
    )
    made = folder / f"sop.{goal}"
    if not made.exists():
        pytest.skip(f"this LibreOffice cannot write {goal}")
    return made.read_bytes()


@has_program
@pytest.mark.parametrize("goal", ["odt", "ods", "rtf"])
def test_an_open_document_gives_its_steps_and_says_how_it_was_read(
    goal: str, tmp_path: Path
) -> None:
    kind, drawn = ("xlsx", xlsx_of_sop(SURAT)) if goal == "ods" else ("docx", docx_of_sop(SURAT))
    reading = read_sop_file(saved_as(drawn, kind, goal, tmp_path), f"sop.{goal}")
    assert reading.sop is not None, reading.findings
    assert [step.kegiatan for step in reading.sop.langkah] == [s.kegiatan for s in SURAT.langkah]
    assert reading.sop.nomor == SURAT.nomor
    assert reading.findings[0].kode == "baca.melalui-libreoffice"


def test_without_the_program_it_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "PROGRAMS", ())
    (finding,) = read_sop_file(b"{\\rtf1 Kegiatan}", "sop.rtf").findings
    assert "RTF" in finding.pesan and "simpan" in finding.usul


def test_what_unpacks_to_more_than_the_office_takes_in_never_reaches_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(libreoffice, "MOST_PARTS", 0)
    monkeypatch.setattr(libreoffice, "_converted", lambda *_: pytest.fail("was started"))
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert libreoffice.office_xml_of(stream.getvalue()) is None
