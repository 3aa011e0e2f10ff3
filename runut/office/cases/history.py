"""Who did what, when: the lines of the audit chain on one case, in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from runut.core.words.dates import format_date
from runut.office.cases.acting import OpenCase, case_subject
from runut.office.people.models import Person
from runut.office.trust.models import Entry

_WORDS = {
    "kasus.dimulai": "memulai pelaksanaan",
    "kasus.kualifikasi_dikecualikan": "menugaskan pelaksana yang belum memenuhi kualifikasi SOP",
    "kasus.langkah_dikerjakan": "mulai mengerjakan langkah {no}",
    "kasus.langkah_dikonfirmasi": "menyatakan bagian {actor} pada langkah {no} selesai",
    "kasus.langkah_selesai": "menyelesaikan langkah {no}",
    "kasus.langkah_dikembalikan": "mengembalikan naskah dari langkah {no} ke langkah {to}",
    "kasus.langkah_ditugaskan": "menugaskan langkah {no} kepada {person}",
    "kasus.peran_didelegasikan": "menunjuk {substitute} sebagai pengganti {holder} ({actor}), "
    "{first} s.d. {last}, dengan {sk}",
    "kasus.pendelegasian_diakhiri": "mengakhiri penggantian {holder} oleh {substitute} ({actor}) "
    "pada {last}",
    "kasus.pemegang_diganti": "mengganti pemegang peran {actor}; sekarang {holders}",
    "kasus.pengelola_diganti": "menyerahkan pengelolaan kepada {person}",
    "kasus.nama_diganti": "mengganti nama pelaksanaan menjadi “{judul}”",
    "kasus.batas_diganti": "mengubah batas waktu menjadi {due}",
    "kasus.jenis_diganti": "mengganti jenis pekerjaan langkah {no}",
    "kasus.ditunda": "menunda pelaksanaan",
    "kasus.dilanjutkan": "melanjutkan pelaksanaan",
    "kasus.dibatalkan": "membatalkan pelaksanaan",
    "kalender.batas_bergeser": "menggeser batas langkah {no} dari {dari} ke {ke}: {karena}",
    "dokumen.disimpan": "menyimpan {nama} versi {versi}",
    "dokumen.diterbitkan": "menerbitkan {nama}",
}
_MARKS = {"paraf": " dengan paraf", "tanda_tangan": " dengan tanda tangan"}


@dataclass(frozen=True)
class HistoryLine:
    """One line: when, who (for whom), what, and the document it was about."""

    seq: int
    at: datetime
    who: str
    on_behalf_of: str
    words: str
    notes: str
    document: str

    @staticmethod
    def of(line: Entry, names: dict[str, str], words: Mapping[str, str]) -> "HistoryLine":
        facts: dict[str, Any] = json.loads(line.payload)
        return HistoryLine(
            seq=line.seq,
            at=datetime.fromisoformat(line.at),
            who=names.get(line.actor, "Sistem"),
            on_behalf_of=names.get(line.on_behalf_of, ""),
            words=_words(
                words.get(line.kind) or _WORDS.get(line.kind, ""),
                line.kind,
                _told(facts, names) if line.kind.startswith("kasus.") else facts,
            ),
            notes=str(facts.get("notes") or facts.get("reason") or ""),
            document=line.document,
        )


def history_of(case: OpenCase, words: Mapping[str, str]) -> list[HistoryLine]:
    """The lines of the audit chain on this case, oldest first, with names instead of numbers.

    ``words``: what the lines of the kinds of work say.
    """
    lines = Entry.objects.filter(
        office_id=case.row.office_id, subject=case_subject(case.row.pk)
    ).order_by("seq")
    names = {
        str(pk): nama
        for pk, nama in Person.objects.filter(office_id=case.row.office_id).values_list(
            "pk", "nama"
        )
    }
    return [HistoryLine.of(line, names, words) for line in lines]


def _told(facts: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The facts of a line with names for people and days as they are written."""
    given = facts.get("delegation")
    told = {**(given if isinstance(given, dict) else {}), **facts}
    for name in ("person", "holder", "substitute"):
        if name in told:
            told[name] = names.get(str(told[name]), "")
    if isinstance(told.get("holders"), list):
        told["holders"] = ", ".join(names.get(str(ref), "") for ref in told["holders"])
    for name in ("first", "last", "due"):
        if isinstance(told.get(name), str):
            told[name] = format_date(date.fromisoformat(told[name]))
    return told


def _words(sentence: str, kind: str, facts: dict[str, Any]) -> str:
    """What was done, in words; a kind without words of its own says its name."""
    name = kind.partition(".")[2].replace("_", " ")
    known = {name: value for name, value in facts.items() if isinstance(value, str | int)}
    try:
        return (sentence or name).format(**known) + _MARKS.get(str(facts.get("mark", "")), "")
    except KeyError:
        return name
