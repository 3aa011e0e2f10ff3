"""Each table of an office as CSV for people and as JSON for programs."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, ForeignKey, Model

from runut.files.store import write_pieces
from runut.files.write.table import BOM, guarded
from runut.office.export.headings import SECRETS, TABLES, heading_of
from runut.office.people.models import Office

FOLDER = "tabel"
_FOR_PROGRAMS = frozenset({"cases_case.snapshot"})
"""Columns that only a program reads: in the JSON alone."""


def exported_models() -> list[type[Model]]:
    """The tables that leave, in the order of their names."""
    models = [one for one in apps.get_models() if one._meta.db_table in TABLES]
    return sorted(models, key=lambda model: TABLES[model._meta.db_table])


def write_tables(office: Office, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write every table of the office; answers each file with its rows as it is written."""
    called = _Called()
    for model in exported_models():
        table = model._meta.db_table
        own = "pk" if model is Office else "office"
        rows = model._default_manager.filter(**{own: office.pk}).order_by("pk")
        fields = [
            field for field in model._meta.concrete_fields if f"{table}.{field.name}" not in SECRETS
        ]
        path = folder / FOLDER / f"{TABLES[table]}.csv"
        for_people = [one for one in fields if f"{table}.{one.name}" not in _FOR_PROGRAMS]
        yield path, _write(path, _lines(rows.iterator(2000), for_people, called, office))
        path = path.with_suffix(".json")
        yield path, _write(path, _objects(rows.iterator(2000), fields))


def _write(path: Path, pieces: Iterator[str]) -> int:
    """The number of pieces but the first and the last, which frame the rows."""
    count = -2

    def counted() -> Iterator[bytes]:
        nonlocal count
        for piece in pieces:
            count += 1
            yield piece.encode()

    write_pieces(path, counted())
    return count


class _Line:
    """What ``csv`` writes into; the last line is kept for whoever asks."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text = text


def _lines(
    rows: Iterator[Model], fields: list[Field[Any, Any]], called: "_Called", office: Office
) -> Iterator[str]:
    line = _Line()
    # the semicolon is what a spreadsheet set to Indonesian expects
    writer = csv.writer(line, delimiter=";")
    writer.writerow([heading_of(field.name) for field in fields])
    yield BOM + line.text
    for row in rows:
        writer.writerow([_cell(row, field, called, office) for field in fields])
        yield line.text
    yield ""


def _cell(row: Model, field: Field[Any, Any], called: "_Called", office: Office) -> Any:
    value = field.value_from_object(row)
    match value:
        case None | "":
            return ""
        case bool():
            return "ya" if value else "tidak"
        case datetime():
            return value.astimezone(office.zone).isoformat(" ", "seconds")[:19]
        case int() | float() | Decimal() if not isinstance(field, ForeignKey):
            return value
        case dict() | list():
            return guarded(json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder))
    if isinstance(field, ForeignKey):
        return guarded(called.by(field, value))
    shown = dict(field.flatchoices).get(value, value)
    return guarded(str(shown))


class _Called:
    """What other rows are called, asked once for each table."""

    def __init__(self) -> None:
        self._known: dict[type[Model], Mapping[Any, str]] = {}

    def by(self, field: ForeignKey[Any, Any], key: Any) -> str:
        """The row that a column points at: its name, where it has one, and its number."""
        model: type[Model] = field.related_model
        if model.__str__ is Model.__str__:
            return str(key)
        if model not in self._known:
            self._known[model] = {row.pk: str(row) for row in model._default_manager.all()}
        name = self._known[model].get(key, "")
        return f"{name} [{key}]" if name else str(key)


def _objects(rows: Iterator[Model], fields: list[Field[Any, Any]]) -> Iterator[str]:
    """A list of objects, one to a line; values as they are stored."""
    yield "["
    before = "\n"
    for row in rows:
        told = {field.attname: field.value_from_object(row) for field in fields}
        yield before + json.dumps(told, ensure_ascii=False, cls=DjangoJSONEncoder)
        before = ",\n"
    yield "\n]\n"
