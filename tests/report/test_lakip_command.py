"""``runut lakip build`` and ``check`` on the example workbooks, called as a script calls them."""

import argparse
import json
from pathlib import Path

import pytest

from runut.commands import lakip

EXAMPLES = Path(__file__).parents[2] / "examples" / "kinerja"
FULL, HOLED = EXAMPLES / "lakip-2025.xlsx", EXAMPLES / "lakip-2025-berlubang.xlsx"


def run(*words: object) -> int:
    parser = argparse.ArgumentParser()
    lakip.register(parser.add_subparsers())
    args = parser.parse_args(["lakip", *(str(word) for word in words)])
    status: int = args.run(args)
    return status


def test_build_writes_every_format_twice_the_same(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert run("build", FULL, "-o", tmp_path / folder, "--tanggal", "2026-01-31") == 0
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == [
        f"lakip-biro-administrasi-pimpinan-2025.{e}" for e in ("docx", "html", "pdf", "txt")
    ]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_build_writes_only_the_formats_that_were_asked_for(tmp_path: Path) -> None:
    assert run("build", FULL, "-o", tmp_path, "--formats", "txt") == 0
    assert [path.suffix for path in tmp_path.iterdir()] == [".txt"]


def test_build_of_a_holed_workbook_marks_the_hole_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", HOLED, "-o", tmp_path, "--formats", "txt") == 0
    text = next(tmp_path.iterdir()).read_text(encoding="utf-8")
    assert "[BELUM DIISI: alternatif solusi" in text
    assert "bab3.sasaran.S3.analisis.5.solusi" in capsys.readouterr().out


def test_sentences_are_marked_unless_who_builds_takes_them_and_check_counts_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", FULL, "-o", tmp_path, "--formats", "txt", "--json") == 0
    path = next(tmp_path.iterdir())
    waiting = json.loads(capsys.readouterr().out)["usulan"]
    assert waiting and "[usulan] Dari 12 indikator" in path.read_text(encoding="utf-8")

    assert run("build", FULL, "-o", tmp_path, "--formats", "txt", "--json", "--pakai-usulan") == 0
    assert json.loads(capsys.readouterr().out)["usulan"] == 0
    assert "[usulan]" not in path.read_text(encoding="utf-8")

    assert run("check", FULL, "--json") == 0
    found = json.loads(capsys.readouterr().out)["temuan"]
    told = [one["pesan"] for one in found if one["kode"] == "lakip.usulan"]
    counted = sum(int(words.split(": ")[1].split()[0]) for words in told)
    assert counted == waiting and "Bab III.A, sasaran 1: 5 usulan Runut" in told[2]


def test_check_of_the_full_workbook_finds_nothing_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("check", FULL) == 0
    said = capsys.readouterr().out
    assert "35 dari 35 terisi." in said
    assert "nilai" not in said.replace("dinilai", "")
    assert "38 butir reviu: 0 ya, 20 terisi, 0 tidak, 18 perlu orang" in said
    assert "0 dari 20 uraian hampir sama dengan uraian lain." in said
    assert "BELUM LENGKAP" not in said


def test_check_of_a_holed_workbook_names_the_missing_analysis(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("check", HOLED) == 1
    assert "BELUM LENGKAP: Bab III.A, sasaran 3, analisis 5" in capsys.readouterr().out


def test_check_as_json_is_one_document_with_matrix_review_and_findings(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run("check", HOLED, "--json") == 1
    document = json.loads(capsysbinary.readouterr().out)
    assert document["matriks"] | {"sel": []} == {
        "terisi": 34,
        "jumlah": 35,
        "sel": [],
    }
    assert len(document["reviu"]) == 38
    assert [*document["arti_jawaban"]] == ["ya", "terisi", "tidak", "perlu orang", "tidak berlaku"]
    assert sum(document["jumlah_jawaban"].values()) == 38
    assert document["jumlah_jawaban"]["ya"] == 0, "a workbook alone is compared with nothing"
    assert {"kode", "kalimat", "jumlah", "dari", "letak"} == {*document["fakta"][0]}
    keys = [one["letak"]["bagian"] for one in document["temuan"] if one["tingkat"] == "warning"]
    assert keys == ["bab3.sasaran.S3.analisis.5.solusi"]


@pytest.mark.parametrize("content", [b"", b"bukan buku kerja", b"PK\x03\x04rusak"])
def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    bad = tmp_path / "data.xlsx"
    bad.write_bytes(content)
    assert run("check", bad) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().count("\n") == 0
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("check", "tidak-ada.xlsx"),
        ("build", FULL, "-o", "{tmp}", "--formats", "odt"),
        ("build", FULL, "-o", "{tmp}", "--formats", ""),
        ("build", FULL, "-o", "{tmp}", "--tanggal", "31 Januari"),
        ("build", FULL, "-o", FULL, "--formats", "txt"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[object, ...]
) -> None:
    assert run(*(tmp_path if word == "{tmp}" else word for word in words)) == 2
    assert capsys.readouterr().err.strip().endswith(".")


def test_a_quarter_is_written_in_every_format(tmp_path: Path) -> None:
    assert run("triwulan", FULL, "--triwulan", 2, "-o", tmp_path, "--tanggal", "2026-01-31") == 0
    stem = "laporan-triwulan-biro-administrasi-pimpinan-2025-tw2"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{stem}.{ending}" for ending in ("docx", "html", "pdf", "txt")
    ]
    words = (tmp_path / f"{stem}.txt").read_text(encoding="utf-8")
    assert "LAPORAN KINERJA TRIWULAN II TAHUN 2025" in words
    assert "bukan capaian tahun" in words
