"""``runut sop``: what it prints, its exit status, and that nothing ever ends in a traceback."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from runut.commands import sop
from runut.core.sop.text.parse import read_sop_text
from tests.sop.test_read_and_print import EXAMPLES, SEED, read

LAKIP = str(EXAMPLES / "penyusunan-lakip.txt")
REPAIRED = str(EXAMPLES / "penyusunan-lakip-diperbaiki.txt")

Capture = pytest.CaptureFixture[str]


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    sop.register(parser.add_subparsers(required=True))
    args = parser.parse_args(["sop", *words])
    status = args.run(args)
    assert isinstance(status, int)
    return status


def test_read_shows_the_steps_with_proposed_actors(capsys: Capture) -> None:
    assert run("read", LAKIP) == 0
    out = capsys.readouterr().out
    assert "PENYUSUNAN LAPORAN AKUNTABILITAS KINERJA" in out
    assert "Kasubag (97%)" in out and "Tim (57%) ?" in out and "perlu dikonfirmasi" in out
    assert max(map(len, out.splitlines()[:-1])) <= 100


def test_read_json_is_the_contract(capsys: Capture) -> None:
    assert run("read", LAKIP, "--json") == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    document = json.loads(captured.out)
    assert list(document) == ["sop", "temuan", "lainnya"]
    found = document["sop"]
    assert list(found) == [
        "nomor",
        "judul",
        "instansi",
        "tanggal_pembuatan",
        "tanggal_revisi",
        "tanggal_efektif",
        "disahkan_oleh",
        "dasar_hukum",
        "keterkaitan",
        "peringatan",
        "kualifikasi_pelaksana",
        "peralatan",
        "pencatatan",
        "pelaksana",
        "langkah",
    ]
    assert found["nomor"] is None and found["tanggal_pembuatan"] == "2022-01-03"
    assert found["disahkan_oleh"] == {
        "jabatan": "KEPALA BIRO ADMINISTRASI PIMPINAN",
        "nama": "SEFPR KURNIADI, S.STP.",
        "nip": None,
    }
    step = found["langkah"][0]
    assert list(step) == [
        "no",
        "kegiatan",
        "pelaksana",
        "bentuk",
        "kelengkapan",
        "waktu",
        "output",
        "keterangan",
        "lanjut",
        "dalam",
        "rujukan_sop",
    ]
    assert step["waktu"] == {"teks": "10 menit", "menit_kerja": 10}
    assert step["lanjut"] == [{"ke": "2", "jika": None}] and step["bentuk"] == "proses"
    actors = [step["pelaksana"][0] for step in found["langkah"]]
    assert " ".join(a["nama"] for a in actors) == (
        "Kasubag Staf Staf Kasubag Tim Tim Kasubag Kabag Karo"
    )
    assert all(a["sumber"] == "usulan" and 0 < a["keyakinan"] <= 1 and a["alasan"] for a in actors)
    assert "Kemungkinan lain: Kabag" in actors[3]["alasan"]
    for finding in document["temuan"]:
        assert list(finding) == ["kode", "tingkat", "letak", "pesan", "usul"]
        assert list(finding["letak"]) == ["halaman", "baris", "kolom", "langkah"]
    (early,) = [f for f in document["temuan"] if f["kode"] == "data.masukan-belum-ada"]
    assert early["letak"]["langkah"] == "8" and early["letak"]["baris"] == 33


def test_marks_in_the_file_are_no_proposals(capsys: Capture) -> None:
    assert run("read", REPAIRED, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["temuan"] == []
    sources = {a["sumber"] for s in document["sop"]["langkah"] for a in s["pelaksana"]}
    assert sources == {"tanda"}


def test_check_status_follows_the_asked_level(capsys: Capture) -> None:
    assert run("check", LAKIP) == 1
    assert run("check", LAKIP, "--level", "blocker") == 1
    out = capsys.readouterr().out
    assert "Menghalangi (" in out and "Peringatan (" in out and "tidak ditampilkan" in out
    assert run("check", REPAIRED, "--level", "info") == 0
    assert capsys.readouterr().out.startswith("Tidak ada temuan.\n")


def test_check_below_the_asked_level_is_done(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "sop.txt"
    text = Path(REPAIRED).read_text(encoding="utf-8").replace("2 hari kerja", "2 hari")
    file.write_text(text, encoding="utf-8")
    assert run("check", str(file)) == 0
    assert run("check", str(file), "--level", "info") == 1
    capsys.readouterr()
    assert run("check", str(file), "--json") == 0
    (finding,) = json.loads(capsys.readouterr().out)["temuan"]
    assert finding["tingkat"] == "info" and finding["letak"]["langkah"] == "8"


def test_draw_text_is_canonical_and_json_is_the_document(tmp_path: Path, capsys: Capture) -> None:
    text, document = tmp_path / "a.txt", tmp_path / "a.json"
    assert run("draw", LAKIP, "-o", str(text)) == 0
    assert run("draw", LAKIP, "-o", str(document)) == 0
    assert read_sop_text(text.read_text(encoding="utf-8"))[0] == read(SEED)
    assert json.loads(document.read_text(encoding="utf-8"))["sop"]["langkah"]
    assert str(text) in capsys.readouterr().out


def test_what_cannot_be_done_is_said_in_one_plain_sentence(tmp_path: Path, capsys: Capture) -> None:
    story = tmp_path / "cerita.txt"
    story.write_text("Rapat dipimpin oleh atasan.\nKegiatan lain menyusul.\n", encoding="utf-8")
    binary = tmp_path / "gambar.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 40)
    odd = tmp_path / "aneh.txt"
    odd.write_bytes(b"\x81\x8d\x8f" * 10)
    empty = tmp_path / "kosong.txt"
    empty.touch()
    big = tmp_path / "besar.txt"
    big.write_bytes(b"a" * 2_000_001)
    word = tmp_path / "sop.docx"
    word.write_bytes(b"PK")
    for words, said in (
        (["read", str(story)], "tidak memuat tabel SOP"),
        (["read", str(story), "--json"], "tidak memuat tabel SOP"),
        (["check", str(binary)], "gambar"),
        (["check", str(odd)], "bukan berkas teks"),
        (["read", str(empty)], "kosong"),
        (["read", str(big)], "lebih besar dari 2 MB"),
        (["read", str(word)], "rusak"),
        (["read", str(tmp_path)], "bukan berkas biasa"),
        (["read", str(tmp_path / "tiada.txt")], "tidak ditemukan"),
        (["read", "a\0b"], "tidak"),
        (["draw", LAKIP, "-o", str(tmp_path / "a.odt")], "tidak dikenal"),
        (["draw", LAKIP, "-o", str(tmp_path / "tiada" / "a.txt")], "tidak dapat ditulis"),
        (["draw", LAKIP, "-o", LAKIP], "pilih nama lain"),
    ):
        assert run(*words) == 2, words
        captured = capsys.readouterr()
        assert said in captured.err and captured.out == "", words
        assert len(captured.err.splitlines()) == 1


def test_other_encodings_are_read_and_the_old_one_is_said(tmp_path: Path, capsys: Capture) -> None:
    text = SEED.replace("Staf membagikan", "Staf – membagikan")
    for code, odd in (("utf-8-sig", False), ("utf-16", False), ("cp1252", True)):
        file = tmp_path / f"{code}.txt"
        file.write_bytes(text.encode(code))
        assert run("read", str(file), "--json") == 0
        document = json.loads(capsys.readouterr().out)
        assert "Staf – membagikan" in document["sop"]["langkah"][4]["keterangan"]
        codes = [finding["kode"] for finding in document["temuan"]]
        assert ("baca.kode-huruf-lama" in codes) is odd


def test_reading_an_sop_loads_neither_django_nor_the_readers_and_writers_of_files() -> None:
    program = (
        "import sys; from runut.cli import main; status = main(['sop', 'check', sys.argv[1]]);"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr);"
        "raise SystemExit(status)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, REPAIRED], capture_output=True, text=True, check=False
    )
    loaded = set(ran.stderr.split())
    assert ran.returncode in (0, 1) and "runut" in loaded
    assert loaded & {"django", "lxml", "pypdfium2", "openpyxl", "xlsxwriter", "pyhanko"} == set()


def test_check_says_by_which_catalogue_the_legal_bases_were_checked(
    capsys: Capture, tmp_path: Path
) -> None:
    run("check", LAKIP)
    assert "Dasar hukum diperiksa dengan katalog bawaan Runut" in capsys.readouterr().out
    bare = tmp_path / "tanpa.txt"
    lines = Path(LAKIP).read_text(encoding="utf-8").splitlines()
    bare.write_text("\n".join(one for one in lines if not one.startswith("1. PERMENPAN")), "utf-8")
    run("check", str(bare))
    assert "katalog" not in capsys.readouterr().out
