"""The file that describes an office before it is made: read whole, every mistake named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from runut.core.findings import Finding, Level, Place
from runut.files.read.placed_json import Path, PlacedJson, read_placed_json
from runut.office.people.models import Appointment, Office, Person, Right

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
NIP_DIGITS = 18
LARGEST = 1_000_000

_TOP = {"catatan": False, "kantor": True, "pegawai": True}
_OFFICE = {
    "nama": True,
    "kop": False,
    "alamat": False,
    "kota": False,
    "kode": True,
    "zona_waktu": False,
}
_PERSON = {
    "username": True,
    "nama": True,
    "nip": False,
    "pangkat": False,
    "email": False,
    "jabatan": True,
    "peran": True,
    "hak": True,
}
"""The fields of each part, and whether they have to be there."""
_MAY_BE_EMPTY = frozenset({"alamat", "kota", "nip", "pangkat", "email"})


@dataclass(frozen=True)
class OfficeFile:
    """What an office and its people are to be made of, checked."""

    office: dict[str, Any]
    people: tuple[dict[str, Any], ...]


def read_office_file(data: bytes) -> tuple[OfficeFile | None, tuple[Finding, ...]]:
    """Read and check a description of an office. With any mistake there is no office, only them."""
    if len(data) > LARGEST:
        return None, (_mistake("Berkas terlalu besar untuk daftar pegawai.", Place()),)
    placed, problems = read_placed_json(data)
    if placed is None:
        return None, problems
    check = _Check(placed)
    made = check.whole()
    found = sorted(check.mistakes, key=lambda finding: finding.letak.baris or 0)
    return (None if found else made), tuple(found)


def _mistake(pesan: str, place: Place) -> Finding:
    return Finding("berkas_kantor", Level.BLOCKER, pesan, letak=place)


@dataclass
class _Check:
    """One pass over the file: what it makes, and every mistake met on the way."""

    placed: PlacedJson
    mistakes: list[Finding] = field(default_factory=list)

    def whole(self) -> OfficeFile:
        for path in self.placed.repeated:
            self._say(path, "ditulis dua kali; hapus salah satunya.")
        top = self._fields((), self.placed.value, _TOP)
        office = self._office(top["kantor"]) if "kantor" in top else {}
        people = tuple(self._people(top["pegawai"])) if "pegawai" in top else ()
        self._unique(people, "username", "nama untuk masuk")
        self._unique(people, "nip", "NIP")
        return OfficeFile(office, people)

    def _office(self, given: Any) -> dict[str, Any]:
        path: Path = ("kantor",)
        fields = self._fields(path, given, _OFFICE)
        made: dict[str, Any] = {
            name: self._text((*path, name), value, Office, is_needed=name not in _MAY_BE_EMPTY)
            for name, value in fields.items()
            if name != "kop"
        }
        if "kop" in fields:
            made["kop"] = self._texts((*path, "kop"), fields["kop"])
        if made.get("zona_waktu"):
            made["zona_waktu"] = self._zone((*path, "zona_waktu"), made["zona_waktu"])
        return made

    def _people(self, given: Any) -> Iterator[dict[str, Any]]:
        if not isinstance(given, list) or not given:
            self._say(("pegawai",), "harus daftar [ … ] yang berisi sedikitnya satu orang.")
            return
        for number, one in enumerate(given):
            yield self._person(("pegawai", number), one)

    def _person(self, path: Path, given: Any) -> dict[str, Any]:
        fields = self._fields(path, given, _PERSON)
        made: dict[str, Any] = {}
        for name, value in fields.items():
            here = (*path, name)
            if name in ("peran", "hak"):
                made[name] = self._texts(here, value, longest=_longest(Appointment, "peran"))
            else:
                model = Appointment if name == "jabatan" else Person
                made[name] = self._text(here, value, model, is_needed=name not in _MAY_BE_EMPTY)
        self._rules(path, made)
        return made

    def _rules(self, path: Path, made: dict[str, Any]) -> None:
        if any(sign.isspace() for sign in made.get("username", "")):
            self._say((*path, "username"), "tidak boleh berisi spasi.")
        nip = made.get("nip", "")
        if nip and not (nip.isascii() and nip.isdigit() and len(nip) == NIP_DIGITS):
            self._say((*path, "nip"), f"harus {NIP_DIGITS} angka; tertulis “{nip}”.")
        if email := made.get("email"):
            try:
                validate_email(email)
            except ValidationError:
                self._say((*path, "email"), f"bukan alamat surel; tertulis “{email}”.")
        for number, right in enumerate(made.get("hak", ())):
            if right not in Right.values:
                known = ", ".join(Right.values)
                self._say((*path, "hak", number), f"“{right}” tidak dikenal; yang ada: {known}.")

    def _fields(self, path: Path, given: Any, known: dict[str, bool]) -> dict[str, Any]:
        if not isinstance(given, dict):
            self._say(path, "harus berupa { … } dengan nama isian dan isinya.")
            return {}
        for name in given.keys() - known.keys():
            self._say((*path, name), f"isian ini tidak dikenal; yang ada: {', '.join(known)}.")
        for name, is_needed in known.items():
            if is_needed and name not in given:
                self._say(path, f"isian “{name}” belum ada.")
        return {name: value for name, value in given.items() if name in known}

    def _text(self, path: Path, value: Any, model: Any, *, is_needed: bool) -> str:
        if not isinstance(value, str):
            self._say(path, "harus teks di antara tanda kutip.")
            return ""
        if path[-1] == "nip":
            return _tidy(value).replace(" ", "")  # papers print it in groups
        text = _tidy(value)
        if is_needed and not text:
            self._say(path, "tidak boleh kosong.")
        self._fits(path, text, _longest(model, str(path[-1])))
        return text

    def _texts(self, path: Path, value: Any, longest: int = 300) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._say(path, 'harus daftar teks, misalnya ["Staf"]; tulis [] bila tidak ada.')
            return []
        texts = [_tidy(one) for one in value]
        for number, text in enumerate(texts):
            if not text:
                self._say((*path, number), "tidak boleh kosong.")
            elif path[-1] != "kop" and text in texts[:number]:
                self._say((*path, number), f"“{text}” disebut dua kali.")
            self._fits((*path, number), text, longest)
        return texts

    def _fits(self, path: Path, text: str, longest: int) -> None:
        if len(text) > longest:
            self._say(path, f"paling panjang {longest} huruf; tertulis {len(text)}.")
        if not text.isprintable():
            self._say(path, "berisi tanda yang tidak dapat dicetak (misalnya ganti baris).")

    def _zone(self, path: Path, value: str) -> str:
        zone: str = ZONES.get(value.upper(), value)
        if zone not in available_timezones():
            self._say(
                path,
                f"zona waktu “{value}” tidak dikenal. Tulis WIB, WITA, atau WIT, "
                "atau nama seperti Asia/Pontianak.",
            )
        return zone

    def _unique(self, people: tuple[dict[str, Any], ...], name: str, called: str) -> None:
        first: dict[str, int] = {}
        for number, one in enumerate(people):
            key = one.get(name, "").casefold()
            if key and first.setdefault(key, number) != number:
                said = f"{called} “{one[name]}” sudah dipakai pegawai ke-{first[key] + 1}."
                self._say(("pegawai", number, name), said)

    def _say(self, path: Path, what: str) -> None:
        line = next(
            self.placed.lines[path[:size]]
            for size in range(len(path), -1, -1)
            if path[:size] in self.placed.lines
        )
        self.mistakes.append(_mistake(f"{_called(path)}: {what}", Place(baris=line)))


def _tidy(text: str) -> str:
    """Word writes spaces that look like spaces and are none."""
    return text.replace("\xa0", " ").strip()


def _longest(model: Any, name: str) -> int:
    length: int = model._meta.get_field(name).max_length
    return length


def _called(path: Path) -> str:
    """A place in the file as people call it: "pegawai ke-2, nip"."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int) and words:
            words[-1] += f" ke-{part + 1}"
        else:
            words.append(str(part))
    return ", ".join(words) or "berkas"
