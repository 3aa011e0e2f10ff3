"""``runut demo``: the nine steps without a browser, and what they leave behind."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from runut.files.signing.check import check_pdf


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that one run of the command has filled."""
    folder = tmp_path_factory.mktemp("demo")
    env = {name: value for name, value in os.environ.items() if not name.startswith("RUNUT_")}
    done = subprocess.run(
        [sys.executable, "-m", "runut.cli", "demo", "-o", str(folder)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "mengembalikan naskah" in done.stdout
    assert done.stderr == ""  # what a library thinks of a certificate is no business of its reader
    return folder


def test_it_leaves_every_paper_the_report_and_a_timeline(left: Path) -> None:
    names = {path.name for path in left.iterdir()}
    kinds = ("penugasan", "undangan", "draft_awal", "daftar_hadir", "kesiapan", "notulensi")
    for kind in kinds:
        assert any(kind in name and name.endswith(".pdf") for name in names), kind
        assert any(kind in name and name.endswith(".docx") for name in names), kind
    assert {"lakip.pdf", "lakip.docx", "garis-waktu.pdf", "lembar-paraf.pdf"} <= names


def test_the_signed_report_is_the_checked_one_with_a_signature_behind_it(left: Path) -> None:
    signed = (left / "lakip.pdf").read_bytes()
    checked = max(left.glob("*-draft_akhir-v2.pdf")).read_bytes()
    assert signed.startswith(checked)
    trust = [path.read_bytes() for path in left.glob("*.pem")]
    verdict = check_pdf(signed, tuple(trust), expected_sha256=sha256(signed).hexdigest())
    assert verdict.verdict == "sah", verdict.reasons
    assert verdict.is_test_certificate


def test_the_office_it_leaves_behind_verifies(left: Path) -> None:
    env = {**os.environ, "RUNUT_DATA": str(left / "data")}
    done = subprocess.run(
        [sys.executable, "-m", "runut.cli", "verify"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Semua sesuai" in done.stdout) == (0, True), done.stdout
