"""Promises about the project itself: settings, words, references, what is committed."""

import re
import subprocess
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, models

from runut.core.aturan import Aturan
from runut.database import database_of
from runut.office.people.models import Office, Person

ROOT = Path(__file__).resolve().parents[2]
SOURCE = [path for path in (ROOT / "runut").rglob("*.py") if "migrations" not in path.parts]
TITLES = re.compile(r"\b(Kasubag|Kabag|Karo|Kepala Biro|Sekda)\b")
FORBIDDEN = re.compile(r"T[O]DO|FIX[M]E|/wor[k]/|date -[s] |clock_setti[m]e")


ADDRESS = "postgresql://budi:r%40hasia@db.kantor.id:5433/runut?sslmode=require"


def test_sqlite_survives_a_power_cut_and_waits_for_the_writer_before_it(tmp_path: Path) -> None:
    options = database_of("", tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]
    assert "foreign_keys=ON" in options["init_command"]
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS")


def test_an_address_is_enough_for_postgresql(tmp_path: Path) -> None:
    found = database_of(ADDRESS, tmp_path)
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [found[name] for name in names] == ["runut", "budi", "r@hasia", "db.kantor.id", "5433"]
    assert found["OPTIONS"]["sslmode"] == "require"
    socket = database_of("postgresql:///runut?host=/run/postgresql", tmp_path)
    assert (socket["HOST"], socket["NAME"]) == ("/run/postgresql", "runut")
    assert found["CONN_HEALTH_CHECKS"] and found["CONN_MAX_AGE"] > 0


@pytest.mark.parametrize(
    "address",
    ["mysql://a/b", "postgresql://", "postgresql:///a?salah=1", "runut", "postgresql://[/a"],
)
def test_an_address_that_names_no_database_is_told_in_one_sentence(
    address: str, tmp_path: Path
) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^RUNUT_DATABASE tidak .*Bentuknya"):
        database_of(address, tmp_path)


def test_the_running_connection_has_these_settings(db: None) -> None:
    wanted = {
        "sqlite": {"synchronous": 2, "foreign_keys": 1, "busy_timeout": 20_000},
        "postgresql": {
            "synchronous_commit": "on",
            "default_transaction_isolation": "read committed",
            "lock_timeout": "20s",
            "statement_timeout": "1min",
        },
    }[connection.vendor]
    ask = "PRAGMA" if connection.vendor == "sqlite" else "SHOW"
    found = {}
    with connection.cursor() as cursor:
        for name in wanted:
            cursor.execute(f"{ask} {name}")
            found[name] = cursor.fetchone()[0]
    assert found == wanted


def test_titles_of_posts_are_data_and_never_stand_in_the_code() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in SOURCE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if TITLES.search(line)
    ]
    assert found == []


def test_nothing_committed_names_a_machine_or_leaves_a_wish() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    texts = [
        ROOT / name for name in listed.stdout.split() if name.endswith((".py", ".md", ".html"))
    ]
    found = [str(p) for p in texts if p.exists() and FORBIDDEN.search(p.read_text("utf-8"))]
    assert found == []


def test_every_table_key_and_index_begins_with_the_office() -> None:
    ours = [m for m in apps.get_models() if m.__module__.startswith("runut.office")]
    assert len(ours) > 10
    for model in ours:
        if model is Office:
            continue
        assert "office" in {f.name for f in model._meta.fields}, model
        for rule in (*model._meta.constraints, *model._meta.indexes):
            assert next(iter(getattr(rule, "fields", ["office"]))) == "office", rule
        unique = [f.name for f in model._meta.fields if f.unique and not f.primary_key]
        one_to_one = [f.name for f in model._meta.fields if isinstance(f, models.OneToOneField)]
        allowed = {"username"} if model is Person else set(one_to_one)
        assert set(unique) <= allowed, (model, unique)


def test_every_number_of_a_regulation_says_since_when_and_where_it_stands() -> None:
    names = ("kinerja", "calendar", "sop")
    for module in [import_module(f"runut.core.{name}.aturan") for name in names]:
        rules = [value for value in vars(module).values() if isinstance(value, Aturan)]
        assert rules, module
        for rule in rules:
            assert isinstance(rule.berlaku, date), rule
            assert len(rule.rujukan) > 10, rule
        bare = [name for name, value in vars(module).items() if type(value) in (int, Decimal)]
        assert bare == [], module


def test_every_glossary_word_is_used_and_no_banned_word_is() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE)
    rows = [line.split("|") for line in glossary.splitlines() if line.startswith("| `")]
    words = [word for row in rows for word in re.findall(r"`(\w+)`", row[1])]
    assert len(words) > 25
    assert [word for word in words if not re.search(rf"\b{word}\b", code)] == []
    banned = [word for row in rows if len(row) > 5 for word in re.findall(r"`(\w+)`", row[4])]
    assert len(banned) > 10
    used = [w for w in banned if re.search(rf"\b(class|def) {w}\b|\b{w} =", code)]
    assert used == []


def test_files_stay_small_enough_to_read() -> None:
    too_long = {
        str(path.relative_to(ROOT)): count
        for path in SOURCE
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert too_long == {}
