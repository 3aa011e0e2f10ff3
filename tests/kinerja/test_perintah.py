"""``runut kinerja`` as scripts call it: what stands on stdout and stderr, and the exit status."""

import argparse
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from runut.commands import kinerja
from tests.kinerja.buku import BERLUBANG, LENGKAP, open_book


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: bytes
    stderr: bytes


def runut(*args: str | Path, stdin: str | bytes = b"") -> Done:
    """The command as the shell would run it, but in this process: a shell per case is slow."""
    parser = argparse.ArgumentParser()
    kinerja.register(parser.add_subparsers())
    asked = parser.parse_args(["kinerja", *map(str, args)])
    given = TextIOWrapper(BytesIO(stdin.encode() if isinstance(stdin, str) else stdin))
    out = TextIOWrapper(BytesIO(), encoding="utf-8")
    err = TextIOWrapper(BytesIO(), encoding="utf-8", errors="backslashreplace")
    kept, sys.stdin = sys.stdin, given
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = asked.run(asked)
    finally:
        sys.stdin = kept
    return Done(status, *(_written(stream) for stream in (out, err)))


def _written(stream: TextIOWrapper) -> bytes:
    stream.flush()
    return stream.detach().getvalue()


def compute(*items: dict[str, Any]) -> list[dict[str, str | None]]:
    done = runut("compute", "--json", stdin=json.dumps(items))
    assert (done.returncode, done.stderr) == (0, b"")
    answer: list[dict[str, str | None]] = json.loads(done.stdout)
    return answer


def test_compute_gives_the_contract_for_each_indicator() -> None:
    answer = compute(
        {"id": "a", "polaritas": "turun", "formula": None, "target": 12, "realisasi": 13,
         "agregasi": None, "target_triwulan": [], "realisasi_triwulan": [], "batas": None,
         "skala": "permendagri-86-2017"},
        {"id": "b", "polaritas": "naik", "target": "1.234,5", "realisasi": None},
        {"id": "c", "polaritas": "rentang", "target": [80, 90], "realisasi": 92},
        {"id": "d", "polaritas": "naik", "target": 100, "realisasi": 150, "batas": 120},
        {"id": "e", "polaritas": "predikat", "target": "WTP", "realisasi": "WDP"},
        {"id": "f", "polaritas": "naik", "agregasi": "jumlah", "target": None, "realisasi": None,
         "target_triwulan": [10, 20, 30, 40], "realisasi_triwulan": ["10", None, "15,0", None]},
        {"id": "g", "polaritas": "naik", "target": 0, "realisasi": 3},
    )  # fmt: skip

    assert answer[0] == {
        "id": "a",
        "capaian": "91.67",
        "kategori": "Sangat Tinggi",
        "alasan": None,
        "kerja": "(2 × 12 − 13) ÷ 12 × 100 = 91,67%",
    }
    assert [a["capaian"] for a in answer] == [
        "91.67", None, "102.22", "120.00", "75.00", "62.50", None,
    ]  # fmt: skip
    assert answer[1]["alasan"] == "Belum diukur."
    assert "Target 0" in (answer[6]["alasan"] or "")
    assert {tuple(a) for a in answer} == {("id", "capaian", "kategori", "alasan", "kerja")}


def test_compute_takes_targets_as_plans_write_them_and_says_what_a_row_is_about() -> None:
    items = [
        {"id": "a", "polaritas": "naik", "satuan": "organisasi",
         "target": "100 dari 110 organisasi", "realisasi": "99 dari 110 organisasi"},
        {"id": "b", "polaritas": "turun", "target": "maksimal 3", "realisasi": 3},
        {"id": "c", "polaritas": "naik", "target": 1200, "realisasi": None, "agregasi": "jumlah",
         "target_triwulan": [300, 300, 300, 300], "realisasi_triwulan": [318]},
        {"id": "d", "polaritas": "naik", "target": "≤ 3", "realisasi": 3},
        {"id": "e", "polaritas": "rentang", "target": "7-10", "realisasi": 18},
    ]  # fmt: skip
    done = runut("compute", "--json", "--rinci", stdin=json.dumps(items))
    a, b, c, d, e = json.loads(done.stdout)

    assert (a["capaian"], a["tercapai"], a["target"]) == ("99.00", False, "100 dari 110 organisasi")
    assert (b["capaian"], b["tercapai"]) == ("100.00", True)
    assert (c["capaian"], c["tercapai"], c["lingkup"]) == (None, None, "s.d. TW I")
    assert (c["acuan"], c["bagian_tahun"]) == ("target s.d. TW I", "26,50% dari target tahun")
    assert c["alasan"].startswith("Baru s.d. TW I: 318 (26,50% dari target tahun)")
    assert (d["capaian"], d["tercapai"]) == (None, None)
    assert "padahal polaritasnya naik" in d["alasan"]
    assert (e["tercapai"], e["kategori"]) == (False, None)
    human = runut("compute", stdin=json.dumps(items)).stdout.decode()
    assert "c: tidak ada capaian. Baru s.d. TW I: 318" in human


@pytest.mark.parametrize(
    ("stdin", "says"),
    [
        ("", "bukan JSON"),
        ("{]", "bukan JSON"),
        (b"\xff\xfe", "bukan JSON"),
        ("[" * 100_000, "bukan JSON"),
        ('{"id": "a"}', "daftar JSON"),
        ("[3]", "Indikator ke-1"),
        ('[{"polaritas": "naik"}]', "Indikator ke-1, id"),
        ('[{"id": "a"}]', "Indikator 'a', polaritas"),
        ('[{"id": "a", "polaritas": "naik", "target": "banyak"}]', "'a', target: 'banyak'"),
        ('[{"id": "a", "polaritas": "naik", "target": true}]', "'a', target"),
        ('[{"id": "a", "polaritas": "naik", "target": 1e999}]', "'a', target"),
        ('[{"id": "a", "polaritas": "naik", "target": NaN}]', "'a', target"),
        ('[{"id": "a", "polaritas": "naik", "target": 1e-300}]', "'a', target"),
        ('[{"id": "a", "polaritas": "rentang", "target": [9, 8]}]', "'a', target"),
        ('[{"id": "a", "polaritas": "rentang", "target": 9}]', "'a', target"),
        ('[{"id": "a", "polaritas": "naik", "skala": "x"}]', "'a', skala"),
        ('[{"id": "a", "polaritas": "naik", "formula": ["lan"]}]', "'a', formula"),
        ('[{"id": "a", "polaritas": "naik", "agregasi": "rerata"}]', "'a', agregasi"),
        ('[{"id": "a", "polaritas": "naik", "batas": 50}]', "'a', batas"),
        ('[{"id": "a", "polaritas": "naik", "target_triwulan": [1,2,3,4,5]}]', "target_triwulan"),
        ('[{"id": "\\ud800", "polaritas": "naik", "target": "x"}]', "target"),
    ],
)
def test_bad_input_is_said_in_a_plain_sentence_that_names_the_item(
    stdin: str | bytes, says: str
) -> None:
    done = runut("compute", "--json", stdin=stdin)

    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_every_bad_item_is_named_at_once() -> None:
    done = runut("compute", stdin='[{"id": "a", "polaritas": "x"}, {"id": "b", "polaritas": "y"}]')

    assert done.returncode == 2
    assert "'a', polaritas" in done.stderr.decode()
    assert "'b', polaritas" in done.stderr.decode()


def test_human_text_shows_the_working_and_warns_of_the_other_formula() -> None:
    item = {"id": "IKU-1", "polaritas": "turun", "target": 10, "realisasi": 12.5}
    done = runut("compute", stdin=json.dumps([item]))

    assert done.stdout.decode().startswith("IKU-1: 75% (Sedang). (2 × 10 − 12,5) ÷ 10 × 100 = 75%")
    assert (
        "Peringatan: dengan rumus T ÷ R × 100 capaian menjadi 80% (Tinggi)" in done.stdout.decode()
    )


def test_half_a_character_in_an_id_still_gives_one_json_document() -> None:
    done = runut("compute", "--json", stdin='[{"id": "\\ud800", "polaritas": "naik"}]')

    assert json.loads(done.stdout)[0]["capaian"] is None


def test_check_of_a_sound_workbook_is_status_0() -> None:
    for file in (LENGKAP, BERLUBANG):
        done = runut("check", file, "--json")
        said = json.loads(done.stdout)
        assert (done.returncode, said["temuan"]) == (0, [])
        assert any("Perjanjian Kinerja" in one for one in said["tidak_diperiksa"])
        assert "Tidak diperiksa di sini" in runut("check", file).stdout.decode()


def test_check_names_the_cell_and_is_status_1(tmp_path: Path) -> None:
    book = open_book()
    book["Indikator"]["H7"] = "sembilan"
    book.save(tmp_path / "buku.xlsx")

    done = runut("check", tmp_path / "buku.xlsx", "--json")

    assert done.returncode == 1
    finding = json.loads(done.stdout)["temuan"][0]
    assert (finding["kode"], finding["tingkat"]) == ("bukan_angka", "blocker")
    assert finding["letak"]["sel"] == "Indikator!H7"
    human = runut("check", tmp_path / "buku.xlsx").stdout.decode()
    assert "Lembar Indikator, sel H7: 'sembilan' bukan angka. Isi dengan angka" in human


def test_check_of_no_workbook_is_status_2(tmp_path: Path) -> None:
    (tmp_path / "surat.xlsx").write_text("bukan buku kerja")

    for file in (tmp_path / "surat.xlsx", tmp_path / "tidak-ada.xlsx", tmp_path):
        done = runut("check", file, "--json")
        assert (done.returncode, done.stdout) == (2, b"")
        assert file.name in done.stderr.decode()
        assert "Traceback" not in done.stderr.decode()


def test_a_template_is_written_but_never_over_a_filled_one(tmp_path: Path) -> None:
    file = tmp_path / "data.xlsx"

    assert runut("template", "-o", file, "--year", "2025").returncode == 0
    again = runut("template", "-o", file, "--year", "2025")

    assert again.returncode == 2
    assert "sudah ada" in again.stderr.decode()
    assert runut("check", file).returncode == 1
    assert runut("template", "-o", tmp_path / "tak-ada" / "x.xlsx").returncode == 2


def test_last_years_book_opens_this_years(tmp_path: Path) -> None:
    done = runut("template", "-o", tmp_path / "2026.xlsx", "--dari", LENGKAP)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "tahun 2026" in done.stdout.decode()
    again = runut("check", tmp_path / "2026.xlsx")
    assert "Data tahun 2026" in again.stdout.decode()


def test_a_book_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    done = runut("template", "-o", tmp_path / "a.xlsx", "--dari", tmp_path / "b.xlsx")

    assert done.returncode == 2
    assert "b.xlsx tidak dapat dibuka" in done.stderr.decode()
    assert not (tmp_path / "a.xlsx").exists()
