"""Every single change that somebody can make in the database: drawn from the tables themselves.

Of each column another value, of each table a row taken out and a row put in. A new model is among
them without a word here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import connection, models

from runut.office.people.models import Office
from runut.office.recording.columns import UNRECORDED_TABLES, unrecorded_columns
from tests.databases import sql
from tests.kantor import MONDAY

Model = type[models.Model]
NOWHERE = 987_654


@dataclass(frozen=True)
class Change:
    """One change: of a column, or of a whole row where ``column`` is "-" (out) or "+" (in)."""

    table: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.column}"

    @property
    def reason(self) -> str:
        """Why this change need not be found; "" where it must be."""
        return unrecorded_columns(models_by_table()[self.table]).get(self.column, "")


def models_by_table() -> dict[str, Model]:
    return {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.db_table not in UNRECORDED_TABLES
    }


def all_changes() -> Iterator[Change]:
    for table, model in sorted(models_by_table().items()):
        for field in model._meta.concrete_fields:
            if not field.primary_key:
                yield Change(table, str(field.column))
        if table != "people_office":  # all keys point there: an office that goes has its own test
            yield Change(table, "-")
            yield Change(table, "+")


def fill(office: Office) -> None:
    """A row in each table that has none yet, so that each can be changed."""
    others = dict(models_by_table())
    while others:
        for table, model in list(others.items()):
            if model._base_manager.filter(**_of(model, office)).exists():
                del others[table]
            elif all(target not in others or target == table for target in _needs(model)):
                _row(model, office, 1).save(force_insert=True)
                del others[table]


def apply(change: Change, office: Office) -> None:
    """Straight to the database, past every rule of ours."""
    model = models_by_table()[change.table]
    row = model._base_manager.filter(**_of(model, office)).order_by("pk")[0]
    key = model._meta.pk.column
    if change.column == "-":
        sql(f'DELETE FROM "{change.table}" WHERE "{key}" = %s', row.pk)  # noqa: S608
    elif change.column == "+":
        _insert(_row(model, office, 7))
    else:
        field = next(one for one in model._meta.concrete_fields if one.column == change.column)
        value = _other(field, getattr(row, field.attname))
        statement = f'UPDATE "{change.table}" SET "{change.column}" = %s WHERE "{key}" = %s'  # noqa: S608
        sql(statement, _for_database(field, value), row.pk)


def _of(model: Model, office: Office) -> dict[str, object]:
    return {"pk": office.pk} if model is Office else {"office_id": office.pk}


def _needs(model: Model) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if field.is_relation and not field.null:
            yield field.related_model._meta.db_table


def _row(model: Model, office: Office, number: int) -> models.Model:
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key:
            continue
        values[field.attname] = _value(field, office, number)
    return model(**values)


def _value(field: Any, office: Office, number: int) -> object:
    if field.name == "office":
        return office.pk
    if field.is_relation:
        # a key to nowhere is put in too: two rows of some tables may not point to one
        found = field.related_model._base_manager.order_by("-pk").first()
        return found.pk if found and number == 1 else None if field.null else NOWHERE
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.IntegerField):
        return number
    if isinstance(field, models.JSONField):
        return {"nomor": number}
    if isinstance(field, models.DateTimeField):
        return MONDAY + timedelta(minutes=number)
    if isinstance(field, models.DateField):
        return MONDAY.date() + timedelta(days=number)
    return f"{number}{field.name}"[: field.max_length or 40]


def _other(field: Any, value: Any) -> object:
    """Another value than this one, as somebody would put it there."""
    if field.is_relation:
        return NOWHERE
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.IntegerField):
        return (value or 0) + 3
    if isinstance(field, models.JSONField):
        return {"lain": [value]}
    if isinstance(value, datetime) or isinstance(field, models.DateTimeField):
        return (value or MONDAY) + timedelta(hours=1)
    if isinstance(value, date) or isinstance(field, models.DateField):
        return (value or MONDAY.date()) + timedelta(days=1)
    longest = field.max_length or 10_000
    return f"{value}x" if len(f"{value}x") <= longest else f"x{value[1:]}"


def _for_database(field: Any, value: object) -> object:
    return field.get_db_prep_save(value, connection)


def _insert(row: models.Model) -> None:
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f'INSERT INTO "{row._meta.db_table}" ({columns}) VALUES ({marks})'  # noqa: S608
    sql(statement, *(_for_database(field, getattr(row, field.attname)) for field in fields))
