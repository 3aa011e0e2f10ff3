"""The file that describes an office before it is made: read whole, every mistake named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from runut.core.findings import Finding, Level, Place
from runut.files.read.placed_json import Path, PlacedJson, read_placed_json
from runut.office.founding.doubts import doubts_about
from runut.office.people import entered
from runut.office.people.models import Appointment, Office, OfficeProfile, Person, Right

LARGEST = 1_000_000

_TOP = {"catatan": False, "kantor": True, "pegawai": True}
_OFFICE = {
    "nama": True,
    "kop": False,
    "alamat": False,
    "kota": False,
    "kode": True,
    "zona_waktu": False,
    "telepon": False,
    "surel": False,
    "laman": False,
    "jam_kerja": False,
    "alamat_publik": False,
    "dengar": False,
    "tempat_cadangan": False,
}
_OF_PROFILE = frozenset(
    ("telepon", "surel", "laman", "jam_kerja", "alamat_publik", "dengar", "tempat_cadangan")
)
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
_MAY_BE_EMPTY = frozenset({"alamat", "kota", "nip", "pangkat", "email", *_OF_PROFILE})
_RULES: dict[str, entered.Rule] = {
    "kode": entered.code_fault,
    "zona_waktu": entered.zone_fault,
    "telepon": entered.phone_fault,
    "surel": entered.email_fault,
    "laman": entered.site_fault,
    "alamat_publik": entered.public_url_fault,
    "dengar": entered.listen_fault,
    "username": entered.username_fault,
    "nip": entered.nip_fault,
    "email": entered.email_fault,
}
"""What a field has to be beyond a line of text: the same rules as on the pages of the office."""


@dataclass(frozen=True)
class OfficeFile:
    """What an office and its people are to be made of, checked. ``profile``: what it tells of
    itself beyond its row."""

    office: dict[str, Any]
    people: tuple[dict[str, Any], ...]
    profile: dict[str, Any] = field(default_factory=dict)


def read_office_file(data: bytes) -> tuple[OfficeFile | None, tuple[Finding, ...]]:
    """Read and check a description of an office. With any mistake there is no office, only them.

    What is only doubtful comes as a warning beside the office.
    """
    if len(data) > LARGEST:
        return None, (_mistake("Berkas terlalu besar untuk daftar pegawai.", Place()),)
    placed, problems = read_placed_json(data)
    if placed is None:
        return None, problems
    check = _Check(placed)
    made = check.whole()
    found = sorted(check.mistakes, key=lambda finding: finding.letak.baris or 0)
    if found:
        return None, tuple(found)
    return made, tuple(check.doubts(made))


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
        told = self._office(top["kantor"]) if "kantor" in top else {}
        office = {name: value for name, value in told.items() if name not in _OF_PROFILE}
        profile = {name: value for name, value in told.items() if name in _OF_PROFILE}
        people = tuple(self._people(top["pegawai"])) if "pegawai" in top else ()
        self._unique(people, "username", "nama untuk masuk")
        self._unique(people, "nip", "NIP")
        return OfficeFile(office, people, profile)

    def doubts(self, made: OfficeFile) -> Iterator[Finding]:
        """What may well be meant so, and is asked about: at its line, as a warning."""
        for path, words in doubts_about(made.office, made.people):
            said = f"{_called(path)}: {words}"
            yield Finding("berkas_kantor_ragu", Level.WARNING, said, letak=self._place(path))

    def _office(self, given: Any) -> dict[str, Any]:
        path: Path = ("kantor",)
        fields = self._fields(path, given, _OFFICE)
        made: dict[str, Any] = {
            name: self._text(
                (*path, name),
                value,
                OfficeProfile if name in _OF_PROFILE else Office,
                is_needed=name not in _MAY_BE_EMPTY,
            )
            for name, value in fields.items()
            if name not in ("kop", "jam_kerja")
        }
        if "kop" in fields:
            made["kop"] = self._texts((*path, "kop"), fields["kop"])
        if "jam_kerja" in fields:
            made["jam_kerja"] = self._hours((*path, "jam_kerja"), fields["jam_kerja"])
        self._rules(path, made)
        if made.get("zona_waktu"):
            made["zona_waktu"] = entered.zone_of(made["zona_waktu"])
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
        for name, rule in _RULES.items():
            if made.get(name) and (fault := rule(made[name])):
                self._say((*path, name), fault)
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
            return entered.tidied_nip(value)
        text = entered.tidied(value)
        if is_needed and not text:
            self._say(path, "tidak boleh kosong.")
        self._fits(path, text, _longest(model, str(path[-1])))
        return text

    def _texts(self, path: Path, value: Any, longest: int = 300) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._say(path, 'harus daftar teks, misalnya ["Staf"]; tulis [] bila tidak ada.')
            return []
        texts = [entered.tidied(one) for one in value]
        for number, text in enumerate(texts):
            if not text:
                self._say((*path, number), "tidak boleh kosong.")
            elif path[-1] != "kop" and text in texts[:number]:
                self._say((*path, number), f"“{text}” disebut dua kali.")
            self._fits((*path, number), text, longest)
        return texts

    def _fits(self, path: Path, text: str, longest: int) -> None:
        if fault := entered.line_fault(text, longest):
            self._say(path, fault)

    def _hours(self, path: Path, value: Any) -> dict[str, list[str]]:
        if fault := entered.hours_fault(value):
            self._say(path, fault)
            return {}
        return {day: [entered.clock_of(one) for one in times] for day, times in value.items()}

    def _unique(self, people: tuple[dict[str, Any], ...], name: str, called: str) -> None:
        first: dict[str, int] = {}
        for number, one in enumerate(people):
            key = one.get(name, "").casefold()
            if key and first.setdefault(key, number) != number:
                said = f"{called} “{one[name]}” sudah dipakai pegawai ke-{first[key] + 1}."
                self._say(("pegawai", number, name), said)

    def _say(self, path: Path, what: str) -> None:
        self.mistakes.append(_mistake(f"{_called(path)}: {what}", self._place(path)))

    def _place(self, path: Path) -> Place:
        line = next(
            self.placed.lines[path[:size]]
            for size in range(len(path), -1, -1)
            if path[:size] in self.placed.lines
        )
        return Place(baris=line)


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
