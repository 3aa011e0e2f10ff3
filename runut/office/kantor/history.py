"""Who changed what in the office, in words: the lines of the audit chain that are about it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django.db.models import Q

from runut.office.kantor.forms import in_words
from runut.office.kantor.sections import BY_NAME
from runut.office.people.entered import zone_name
from runut.office.people.models import Office, Person
from runut.office.trust.models import Entry

_WORDS = {
    "kantor.dibuat": "membuat kantor {nama}",
    "kantor.diubah": "mengubah {bagian}",
    "kantor.langkah_dilewati": "melewati penyiapan {bagian}",
    "kantor.langkah_dibuka": "membuka lagi penyiapan {bagian}",
    "kantor.surel_dicoba": "mengirim surel percobaan ke {kepada}: {hasil}",
    "kantor.naskah_diatur": "mengatur naskah dinas: nomor, kode, penanda tangan",
    "kantor.templat_diunggah": "mengunggah templat {nama} versi {versi}",
    "kantor.templat_dipakai": "memakai templat {nama} versi {versi}",
    "kantor.templat_dilepas": "kembali ke tata letak Runut untuk {nama}",
    "kantor.cadangan_diminta": "meminta cadangan sekarang",
    "kantor.dipulihkan": "memulihkan kantor dari cadangan {cadangan}",
    "kantor.dasar_hukum_ditulis": "menulis {nama} di katalog dasar hukum",
    "kantor.dasar_hukum_dihapus": "menghapus {nama} dari katalog dasar hukum kantor",
    "kantor.hari_libur_diisi": "mengisi hari libur {tahun} dari daftar Runut",
    "kantor.keadaan_diterima": "menerima {baris} baris ke dalam catatan: {alasan}",
    "pegawai.ditambah": "menambah pegawai {nama}",
}
_FIELDS = {
    "zona_waktu": "zona waktu",
    "jam_kerja": "jam kerja",
    "alamat_publik": "alamat publik",
    "wajib_langkah_kedua": "wajib langkah kedua",
    "dengar": "alamat yang dilayani",
    "surat_elektronik": "server surel",
    "tempat_cadangan": "folder cadangan",
    "sandi_surel": "kata sandi surel",
    "sandi_cadangan": "frasa sandi cadangan",
    "kop": "baris kop",
    "dicabut_oleh": "dicabut oleh",
    "dicabut_tanggal": "dicabut sejak",
}
MOST_LINES = 200


@dataclass(frozen=True)
class Change:
    """A field that was changed: its name, what stood there, and what stands there since."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    seq: int
    at: datetime
    who: str
    words: str
    changes: tuple[Change, ...]


def history_of(office: Office) -> list[Line]:
    """What was changed in the office and its people, newest first."""
    about = Q(kind__startswith="kantor.") | Q(kind__startswith="pegawai.")
    lines = Entry.objects.filter(about, office=office).order_by("-seq")[:MOST_LINES]
    people = Person.objects.filter(office=office).values_list("pk", "nama")
    names = {str(pk): nama for pk, nama in people}
    return [_line(one, names) for one in lines]


def _line(entry: Entry, names: Mapping[str, str]) -> Line:
    facts: dict[str, Any] = json.loads(entry.payload)
    section = BY_NAME.get(str(facts.get("bagian", "")))
    told = {**facts, "bagian": section.label if section else facts.get("bagian", "")}
    fallback = entry.kind.partition(".")[2].replace("_", " ") + (
        " {nama}" if "nama" in facts else ""
    )
    words = (_WORDS.get(entry.kind) or fallback).format_map(_Known(told))
    before, after = facts.get("sebelum"), facts.get("sesudah")
    changes: tuple[Change, ...] = ()
    if isinstance(before, dict) and isinstance(after, dict):
        changes = tuple(
            Change(field_name(name), _told(name, before.get(name)), _told(name, value))
            for name, value in after.items()
        )
    who = names.get(entry.actor, "Sistem")
    return Line(entry.seq, datetime.fromisoformat(entry.at), who, words, changes)


def field_name(name: str) -> str:
    """A field as readers call it."""
    return _FIELDS.get(name, name.replace("_", " "))


def _told(name: str, value: Any) -> str:
    if name == "zona_waktu" and isinstance(value, str) and value in available_timezones():
        return zone_name(value) or value
    return in_words(value)


class _Known(dict[str, Any]):
    """What a line does not tell stays out of its sentence."""

    def __missing__(self, name: str) -> str:
        return ""
