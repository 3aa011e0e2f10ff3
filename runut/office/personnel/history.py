"""What happened to somebody in the register: the lines of the audit chain, in words."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from runut.core.words.dates import format_date, format_moment
from runut.core.words.names import format_nip
from runut.core.words.telephone import format_telephone
from runut.office.cases.history import HistoryLine
from runut.office.people.models import Person, Right
from runut.office.personnel.models import Fulfilment
from runut.office.personnel.people_list import TITLES
from runut.office.trust.models import Entry

WORDS: Mapping[str, str] = {
    "pegawai.ditambah": "mencatat pegawai ini",
    "pegawai.diubah": "mengubah {berubah}",
    "pegawai.dinonaktifkan": "menonaktifkan akun",
    "pegawai.diaktifkan": "mengaktifkan akun kembali",
    "pegawai.jabatan_diberikan": "mencatat jabatan {jabatan} mulai {mulai}",
    "pegawai.jabatan_diubah": "membetulkan jabatan {jabatan}: {berubah}",
    "pegawai.jabatan_berakhir": "mengakhiri jabatan {jabatan} pada {selesai}",
    "pegawai.hak_diubah": "mengubah hak: {hak}",
    "pegawai.kode_dibuat": "membuat kode masuk, berlaku sampai {berlaku_sampai}",
    "pegawai.kode_dipakai": "masuk dengan kode dan membuat kata sandi sendiri",
    "pegawai.langkah_kedua_dipasang": "memasang langkah kedua",
    "pegawai.langkah_kedua_dilepas": "melepas langkah kedua sendiri",
    "pegawai.langkah_kedua_dilepaskan": "melepas langkah kedua pegawai ini",
    "pegawai.kunci_sandi_dipasang": "memasang kunci sandi “{nama}”",
    "pegawai.kunci_sandi_dilepas": "melepas kunci sandi “{nama}” sendiri",
    "pegawai.kode_pemulihan_dibuat": "membuat kode pemulihan baru",
    "pegawai.kode_pemulihan_dipakai": "masuk dengan kode pemulihan",
    "pegawai.kualifikasi_dicatat": "mencatat kualifikasi {nama}",
    "pegawai.kualifikasi_dicabut": "mencabut catatan kualifikasi {nama}",
    "pegawai.syarat_dipastikan": "memastikan syarat “{syarat}”: {menjadi}",
}
_SHOWN = 60


def history_of_person(person: Person) -> list[HistoryLine]:
    """The newest lines about a person first."""
    lines = Entry.objects.filter(office_id=person.office_id, subject=f"pegawai:{person.pk}")
    people = Person.objects.filter(office_id=person.office_id)
    names = {str(pk): nama for pk, nama in people.values_list("pk", "nama")}
    found = lines.order_by("-seq")[:_SHOWN]
    return [_line(one, names, person) for one in found]


def _line(entry: Entry, names: dict[str, str], person: Person) -> HistoryLine:
    facts = json.loads(entry.payload)
    line = HistoryLine.of(entry, names, {})
    words = WORDS.get(entry.kind)
    if words is None:
        return line
    zone = person.office.zone
    told = {name: _said(name, value, zone) for name, value in facts.items()}
    told["hak"] = _rights(facts)
    try:
        said = words.format(**told)
    except KeyError:
        return line
    return HistoryLine(
        line.seq, line.at, line.who, line.on_behalf_of, said, line.notes, line.document
    )


def _said(name: str, value: Any, zone: Any) -> str:
    if name == "berubah" and isinstance(value, dict):
        return "; ".join(
            f"{TITLES.get(what, what)} dari {_plain(what, old)} menjadi {_plain(what, new)}"
            for what, (old, new) in value.items()
        )
    if name == "berlaku_sampai" and "T" in str(value):
        moment = datetime.fromisoformat(value).astimezone(zone)
        return format_moment(moment, moment.tzname() or "")
    if name in ("dari", "menjadi"):
        answers = dict(Fulfilment.Jawaban.choices)
        return str(answers.get(str(value), "belum diperiksa")).lower()
    return _plain(name, value).strip("“”") if isinstance(value, str) else ""


def _plain(name: str, value: str) -> str:
    """A value as people read it."""
    if not value:
        return "kosong"
    if name in ("mulai", "selesai"):
        return format_date(date.fromisoformat(value))
    shown = {"nip": format_nip, "telepon": format_telephone}.get(name, str)(value)
    return f"“{shown}”"


def _rights(facts: dict[str, Any]) -> str:
    parts = [
        f"{word} {', '.join(Right(one).label.lower() for one in facts.get(key, []))}"
        for key, word in (("diberi", "diberi"), ("dicabut", "dicabut"))
        if facts.get(key)
    ]
    return "; ".join(parts)
