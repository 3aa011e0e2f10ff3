"""Every column of every table is in the audit chain, or stands in a short list with its reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models

from runut.office.recording.columns import (
    UNRECORDED_TABLES,
    recorded_tables,
    secrets_of,
    unrecorded_columns,
)

OFFICE = Path(__file__).resolve().parents[2] / "runut" / "office"
MODELS = list(apps.get_models(include_auto_created=True))
EXCEPTED = {
    ("cases_case", "snapshot"),
    ("cases_case", "status"),
    ("cases_case", "version"),
    ("logins_passkey", "hitungan"),
    ("logins_passkey", "terakhir"),
    ("logins_secondfactor", "terakhir"),
    ("people_person", "last_login"),
}
"""What is not recorded. One more needs its reason at the model, and a second reader here."""
NO_SECRETS = {
    ("kinerja_keptfinding", "kunci"): "names a finding of the figures",
    ("packs_proposal", "kunci"): "names the figure that is proposed",
    ("reports_sectionclaim", "kunci"): "names a sentence",
    ("personnel_fulfilment", "hash"): "of the words of a demand, which the SOP shows",
}
_LOOKS_SECRET = re.compile(r"token|kunci|password|sandi|rahasia|secret|^hash$|device|otp|pulih")
_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|MERGE|TRUNCATE|DROP)\s")
WRITERS = {
    "trust/append.py": "the chain itself",
    "acts/sending.py": "sent forms, which are not recorded",
    "backup/postgres.py": "puts rows back as a copy holds them, their chain with them",
    "cases/rows.py": "notes each row it writes",
    "running/database.py": "a demo takes away what a demo made",
}
"""The files that write past Django's compilers, and why that is no hole."""


def test_each_column_is_recorded_or_excepted_with_a_reason() -> None:
    recorded = recorded_tables()
    for model in MODELS:
        table = model._meta.db_table
        if table in UNRECORDED_TABLES:
            assert len(UNRECORDED_TABLES[table]) > 20, table
            continue
        for field in model._meta.concrete_fields:
            is_recorded = str(field.column) in recorded[table].names
            reason = unrecorded_columns(model).get(str(field.column), "")
            assert is_recorded or len(reason) > 20, f"{table}.{field.column}"
            assert is_recorded is not ((table, field.column) in EXCEPTED)


def test_no_exception_is_left_over() -> None:
    by_table = {model._meta.db_table: model for model in MODELS}
    assert set(UNRECORDED_TABLES) <= set(by_table)
    assert len(UNRECORDED_TABLES) < 12
    for model in MODELS:
        columns = {str(field.column) for field in model._meta.concrete_fields}
        assert set(unrecorded_columns(model)) | set(secrets_of(model)) <= columns, model


def test_each_recorded_table_has_a_number_for_key_and_names_its_office() -> None:
    for model in MODELS:
        if model._meta.db_table in UNRECORDED_TABLES:
            continue
        assert isinstance(model._meta.pk, models.AutoField), model
        is_office = model._meta.db_table == "people_office"
        assert is_office or model._meta.get_field("office").concrete, model


def test_what_looks_like_a_secret_is_one_or_is_said_to_be_none() -> None:
    for model in MODELS:
        table = model._meta.db_table
        if table in UNRECORDED_TABLES:
            continue
        for field in model._meta.concrete_fields:
            if _LOOKS_SECRET.search(field.name) and (table, field.name) not in NO_SECRETS:
                assert field.column in secrets_of(model), f"{table}.{field.name}"


def test_the_settings_name_the_database_that_records() -> None:
    assert "runut.office.recording." in settings.DATABASES["default"]["ENGINE"]


def _writing_statements(path: Path) -> Iterator[str]:
    """Texts in a file that write rows when a database is given them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and _WRITES.match(text):
            yield text


def test_nothing_writes_rows_past_the_recording() -> None:
    """``save``, ``update``, ``delete`` and ``bulk_*`` go through the compilers, which note rows;
    statements written by hand stand in few files, and a raw cursor in no other."""
    found = {
        str(path.relative_to(OFFICE))
        for path in OFFICE.rglob("*.py")
        if "migrations" not in path.parts and any(_writing_statements(path))
    }
    assert found == set(WRITERS)
