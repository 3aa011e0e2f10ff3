"""Everything of an office leaves in open formats, under words that people read."""

import argparse
import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from runut.files.store import put
from runut.office.cases.models import Case
from runut.office.example.walk import walk
from runut.office.export.headings import FIELDS, LEFT_OUT, SECRETS, TABLES, heading_of
from runut.office.export.papers import readable
from runut.office.export.tables import exported_models
from runut.office.people.models import Person
from runut.office.running import export
from tests.kantor import MONDAY, kantor, kasus

ENGLISH = {part for name in FIELDS for part in name.split("_")} | {
    *("name", "by", "why", "date", "time", "number", "title", "type", "count", "is", "has", "user"),
    *("code", "value", "note", "reason", "file", "place", "order", "level", "address", "phone"),
}
_SAME_IN_BOTH = {"agenda", "kode", "notula", "surel", "tanggal", "sumber", "indikator", "nip"}


@pytest.fixture
def exported(data: Path, db: None, tmp_path: Path) -> Path:
    """An office with a case on its way, and a name that would be a formula."""
    example = kantor()
    case = kasus(example)
    Case.objects.filter(pk=case.pk).update(judul='=HYPERLINK("http://jahat")')
    Person.objects.filter(username="rina").update(telepon="081234567890")
    put(data / "berkas", b"\x89PNG tanpa pemilik")
    walk(example, case, MONDAY, lambda line: None, before="kesiapan")
    folder = tmp_path / "keluar"
    assert export.run(argparse.Namespace(folder=folder)) == 0
    return folder


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "tabel" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_every_row_leaves_twice_and_every_file_under_a_name(exported: Path, data: Path) -> None:
    for model in exported_models():
        name = TABLES[model._meta.db_table]
        told = json.loads((exported / "tabel" / f"{name}.json").read_text(encoding="utf-8"))
        assert len(told) == len(rows_of(exported, name)) == model._default_manager.count(), name
    stored = {path.parent.name + path.name for path in (data / "berkas").glob("??/*")}
    with (exported / "daftar-berkas.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = {row["Sidik (SHA-256)"]: row for row in csv.DictReader(file, delimiter=";")}
    assert listed.keys() == stored
    assert all((exported / row["Berkas"]).is_file() for row in listed.values())
    papers = [path.name for path in (exported / "naskah").rglob("*.pdf")]
    assert "Langkah 2 Undangan rapat versi 1.pdf" in papers
    assert len(list((exported / "lainnya").glob("*.png"))) == 1


def test_the_chain_is_checked_by_the_program_printed_beside_it(exported: Path) -> None:
    about = (exported / "rantai" / "BACA-SAYA.txt").read_text(encoding="utf-8")
    program = re.sub("(?m)^ {4}", "", about[about.index("    import") :])
    words = [sys.executable, "-c", program]
    folder = exported / "rantai"

    def checked() -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)

    assert checked().stdout == "Rantai utuh\n"
    lines = folder / "catatan.jsonl"
    lines.write_text(lines.read_text(encoding="utf-8").replace("Rina", "Rani", 1), encoding="utf-8")
    assert checked().returncode == 1


def test_no_text_is_taken_for_a_formula_and_no_number_loses_digits(exported: Path) -> None:
    assert rows_of(exported, "pelaksanaan")[0]["Judul"] == '\'=HYPERLINK("http://jahat")'
    rina = next(one for one in rows_of(exported, "pegawai") if one["Nama pengguna"] == "rina")
    assert (rina["Telepon"], rina["NIP"]) == ("'081234567890", "'198203142005012007")
    for path in (exported / "tabel").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file, delimiter=";") for cell in row]
        assert not [cell for cell in cells if re.match(r"[=+@\t\r]|-\D", cell)], path.name


def test_nothing_by_which_somebody_could_act_as_another_leaves(exported: Path) -> None:
    everything = b"".join(p.read_bytes() for p in (exported / "tabel").iterdir()).decode()
    secrets = {person.password for person in Person.objects.all()}
    with connection.cursor() as cursor:
        for column in SECRETS - {"people_person.password"}:
            table, name = column.split(".")
            cursor.execute(f"SELECT DISTINCT {name} FROM {table}")  # noqa: S608 - our own names
            secrets |= {value for (value,) in cursor.fetchall() if value}
    assert len(secrets) > 3
    assert not [secret for secret in secrets if secret in everything]
    about = (exported / "BACA-SAYA.txt").read_text(encoding="utf-8")
    assert all(f"{name}: " in about for name in (*LEFT_OUT, *SECRETS))


def test_every_table_is_exported_or_left_out_with_its_reason() -> None:
    there = {model._meta.db_table for model in apps.get_models()}
    assert there == TABLES.keys() | LEFT_OUT.keys()
    assert not TABLES.keys() & LEFT_OUT.keys()
    assert len(set(TABLES.values())) == len(TABLES)
    columns = {f"{m._meta.db_table}.{f.name}" for m in apps.get_models() for f in m._meta.fields}
    assert columns >= SECRETS


def test_every_column_reads_as_indonesian() -> None:
    fields = {field.name for model in exported_models() for field in model._meta.concrete_fields}
    unknown = {
        name for name in fields - FIELDS.keys() if (ENGLISH - _SAME_IN_BOTH) & set(name.split("_"))
    }
    assert not unknown, "give these a heading in runut/office/export/headings.py"
    assert FIELDS.keys() <= fields, "these are of no table any more"
    assert heading_of("dibuat_oleh") == "Dibuat oleh"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("Laporan: triwulan 1/2", "Laporan triwulan 1 2"),
        ("a" * 300, "a" * 80),
        (" . ", "_"),
    ],
)
def test_a_title_becomes_a_name_that_stays_in_its_folder(words: str, name: str) -> None:
    assert readable(words) == name
