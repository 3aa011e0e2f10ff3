"""Which columns the audit chain records: all of every table of ours, less a short list.

A model that has something to except says so itself, with the reason::

    UNRECORDED: ClassVar = {"last_login": "read by no page"}
    SECRETS: ClassVar = ("password",)  # recorded as a keyed hash

Nothing else is needed: a new model and a new column are recorded from their first row on.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

UNRECORDED_TABLES = {
    "auth_permission": "Django membuatnya; Runut tidak membacanya (hak ada pada people_grant)",
    "auth_group": "Django membuatnya; Runut tidak membacanya",
    "auth_group_permissions": "Django membuatnya; Runut tidak membacanya",
    "django_content_type": "daftar model milik Django; tidak dibaca halaman, naskah, atau hak",
    "django_session": "siapa sedang masuk dan ketikan yang dititipkan; berakhir sendiri",
    "django_tasks_database_dbtaskresult": "antrean pekerjaan; akibatnya dicatat pada barisnya",
    "cases_idempotencykey": "alamat lanjutan formulir yang terkirim dua kali; bukan perbuatan",
    "logins_failedlogin": "percobaan masuk yang salah, disimpan dua hari; tidak memberi hak",
    "logins_loginsession": "di mana seseorang sedang masuk; tidak memberi hak, berakhir sendiri",
    "trust_entry": "rantai itu sendiri: diperiksa baris demi baris",
    "trust_chainhead": "ujung rantai: dibandingkan dengan baris terakhir rantai",
}
"""Tables that are not recorded, and why a change in them cannot matter or is found otherwise."""


@dataclass(frozen=True)
class Column:
    """A recorded column; ``is_plain``: the database hands it out as a whole number or yes/no."""

    name: str
    is_secret: bool
    is_plain: bool


@dataclass(frozen=True)
class Table:
    """A recorded table: its key, the column that names its office, and what is recorded of it."""

    name: str
    key: str
    office: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns)


@cache
def recorded_tables() -> dict[str, Table]:
    """Every recorded table by its name."""
    models = sorted(apps.get_models(include_auto_created=True), key=lambda one: one._meta.db_table)
    return {
        model._meta.db_table: _table_of(model)
        for model in models
        if model._meta.db_table not in UNRECORDED_TABLES
    }


def unrecorded_columns(model: type[Model]) -> dict[str, str]:
    """The columns that ``model`` excepts, each with its reason."""
    reasons: dict[str, str] = getattr(model, "UNRECORDED", {})
    return reasons


def secrets_of(model: type[Model]) -> tuple[str, ...]:
    """The columns of ``model`` that stand in the chain as keyed hashes only."""
    names: tuple[str, ...] = getattr(model, "SECRETS", ())
    return names


def _table_of(model: type[Model]) -> Table:
    meta = model._meta
    fields = [one for one in meta.concrete_fields if one.column not in unrecorded_columns(model)]
    key = str(meta.pk.column)
    is_office = meta.db_table == "people_office"
    return Table(
        meta.db_table,
        key,
        key if is_office else "office_id",
        tuple(_column_of(model, field) for field in fields),
    )


def _column_of(model: type[Model], field: "Field[Any, Any]") -> Column:
    target: Any = getattr(field, "target_field", field)  # of a key to another table: its key
    kind = target.get_internal_type()
    is_plain = "Integer" in kind or "AutoField" in kind or kind == "BooleanField"
    return Column(str(field.column), field.column in secrets_of(model), is_plain)
