"""``runut sign`` and ``runut verify FILE``: what a person or a script gets to see."""

import argparse
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from runut.commands import sign
from runut.files.signing.certificates import AUTHORITY_FILE, make_authority, make_signer
from tests.sign.office import NAME, NIP, PASSPHRASE, report, signed_report


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    sign.register(parser.add_subparsers(), lambda _: 42)
    args = parser.parse_args([str(word) for word in words])
    status: int = args.run(args)
    return status


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a report, a certificate valid now, and its passphrase in a file."""
    keys = tmp_path / "data" / "kunci" / "kantor-1"
    make_authority(keys, "Biro Perekonomian", datetime.now(UTC))
    make_signer(keys, NAME, NIP, PASSPHRASE, datetime.now(UTC)).rename(tmp_path / "saya.p12")
    (tmp_path / "sandi").write_text(PASSPHRASE + "\n")
    (tmp_path / "lakip.pdf").write_bytes(report())
    monkeypatch.setenv("RUNUT_DATA", str(tmp_path / "data"))
    return tmp_path


def sign_it(desk: Path, *more: str | Path) -> int:
    words = ["--certificate", desk / "saya.p12", "--passphrase-file", desk / "sandi", *more]
    return run("sign", desk / "lakip.pdf", "-o", desk / "hasil.pdf", *words)


def test_sign_then_verify(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign_it(desk, "--reason", "Pengesahan") == 0
    assert run("verify", desk / "hasil.pdf") == 0
    said = capsys.readouterr().out
    assert "Putusan: sah" in said
    assert f"Penanda tangan menurut sertifikat: {NAME}" in said


def test_a_changed_file_is_tidak_sah_with_status_1(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_it(desk)
    signed = (desk / "hasil.pdf").read_bytes()
    (desk / "hasil.pdf").write_bytes(signed + b"\n")
    assert run("verify", desk / "hasil.pdf") == 1
    assert "Putusan: tidak sah" in capsys.readouterr().out


def test_json_is_one_document_and_nothing_else(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_it(desk)
    capsys.readouterr()
    assert run("verify", "--json", desk / "hasil.pdf") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["putusan"], answer["penanda_tangan"], answer["sertifikat_uji"]) == (
        "sah",
        NAME,
        True,
    )


@pytest.mark.parametrize("data", [b"", b"bukan pdf", report(), signed_report() + b"PK\x05\x06"])
def test_what_cannot_be_judged_has_status_2_and_a_sentence(
    desk: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "x.pdf").write_bytes(data)
    assert run("verify", desk / "x.pdf") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Putusan: tidak dapat diperiksa" in err
    assert "Traceback" not in err


def test_another_authority_may_be_named(desk: Path, tmp_path: Path) -> None:
    sign_it(desk)
    make_authority(tmp_path / "lain", "Biro Hukum", datetime.now(UTC))
    assert run("verify", desk / "hasil.pdf", "--trust", tmp_path / "lain" / AUTHORITY_FILE) == 2
    own = desk / "data" / "kunci" / "kantor-1" / AUTHORITY_FILE
    assert run("verify", desk / "hasil.pdf", "--trust", own) == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda desk: (desk / "lakip.pdf").unlink(), "tidak dapat dibuka"),
        (lambda desk: (desk / "saya.p12").write_bytes(b"x"), "sertifikat tidak dapat dibaca"),
        (lambda desk: (desk / "sandi").write_text("salah"), "Frasa sandi sertifikat salah"),
        (lambda desk: (desk / "sandi").write_bytes(b"\xff"), "bukan berkas teks"),
        (lambda desk: (desk / "lakip.pdf").write_bytes(signed_report()), "sudah ditandatangani"),
        (lambda desk: (desk / "hasil.pdf").mkdir(), "tidak dapat ditulis"),
    ],
)
def test_what_stands_in_the_way_is_said_in_one_sentence(
    desk: Path, change: object, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(change)
    change(desk)
    assert sign_it(desk) == 2
    assert sentence in capsys.readouterr().err
    assert not (desk / "hasil.pdf").is_file()


def test_both_signers_of_a_joint_paper_are_told(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign_it(desk, "--bersama") == 0
    second = make_signer(
        desk / "data" / "kunci" / "kantor-1", "Ratna Dewi", "2", PASSPHRASE, datetime.now(UTC)
    )
    words = ["-o", desk / "dua.pdf", "--certificate", second, "--passphrase-file", desk / "sandi"]
    assert run("sign", desk / "hasil.pdf", *words) == 0
    assert run("verify", desk / "dua.pdf") == 0
    said = capsys.readouterr().out
    assert f"Tanda tangan 1: {NAME}: sah" in said
    assert "Tanda tangan 2: Ratna Dewi: sah" in said
    assert run("verify", "--json", desk / "dua.pdf") == 0
    told = json.loads(capsys.readouterr().out)["tanda_tangan"]
    assert [(one["nomor"], one["putusan"]) for one in told] == [(1, "sah"), (2, "sah")]


def test_a_trust_file_that_is_no_certificate_is_said(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", desk / "lakip.pdf", "--trust", desk / "sandi") == 2
    assert "bukan sertifikat" in capsys.readouterr().err


def test_the_passphrase_may_come_by_stdin(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
    words = ["-o", desk / "hasil.pdf", "--certificate", desk / "saya.p12"]
    assert run("sign", desk / "lakip.pdf", *words) == 0


def test_without_a_file_the_whole_office_is_checked() -> None:
    assert run("verify") == 42
