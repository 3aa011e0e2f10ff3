"""A canary in every text that people wrote: on a page of another office it is seen at once."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from runut.office.example.office import ExampleOffice
from tests.security import packs_sent


def kanari(letter: str, word: str) -> str:
    """A word that no page of another office may show, and that no page shows as markup."""
    return f"kanari{letter}{word}<i>"


MACHINE_WORDS = {
    "username",
    "password",
    "nip",
    "email",
    "jenis",
    "sk",
    "peran",
    "right",
    "zona_waktu",
    "sha256",
    "sumber_sha256",
    "teks",
    "laporan",
    "occasion",
    "status",
    "snapshot",
    "no",
    "kode",
    "format",
    "key",
    "fingerprint",
    "answer",
    "token",
    "device",
    "notula_kode",
    "message_id",
    "sent_by",
    "attended_by",
    "section_key",
    "kunci",
    "kunci_umum",
    "kredensial",
    "sel",
    "angka",
    "cara",
    "tertanda",
    "pindaian",
    "tentang",
    "naskah",
    "prev_hash",
    "at",
    "actor",
    "on_behalf_of",
    "kind",
    "subject",
    "payload",
    "document",
    "states",
    "hash",
}
"""Columns that people do not write in; the texts of SOPs and sections got theirs when made."""

LINKS = {("Meeting", "nomor"), *packs_sent.LINKS}
"""Columns that find a row of another table by its words, and take its canary with them."""


def mark(example: ExampleOffice, letter: str) -> None:
    """Put a canary into every text that people wrote, wherever a table keeps one."""
    for model, field in texts_of_people():
        rows = model._default_manager.filter(**{_office_of(model): example.office.pk})
        for row in rows:
            word = f"{model.__name__}.{field.name}".lower()
            text = f"{getattr(row, field.name)} {kanari(letter, word)}"
            model._default_manager.filter(pk=row.pk).update(**{field.name: text})


def _office_of(model: type[models.Model]) -> str:
    return "pk" if model.__name__ == "Office" else "office_id"


def texts_of_people() -> Iterator[tuple[type[models.Model], models.Field[Any, Any]]]:
    """Every column of every table of ours that holds words of people."""
    from django.apps import apps  # noqa: PLC0415 - the registry is there only now

    for model in apps.get_models():
        if not model.__module__.startswith("runut.office"):
            continue
        for field in model._meta.fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            is_link = (model.__name__, field.name) in LINKS
            if is_text and not field.choices and field.name not in MACHINE_WORDS and not is_link:
                yield model, field
