"""What the register keeps of a person, read from what was typed: one set of rules for the form
and for the Excel list."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from runut.core.words.names import full_name, nip_fault, proposed_username
from runut.core.words.pangkat import read_pangkat
from runut.core.words.telephone import read_telephone
from runut.office.people.models import Person

LABELS = {
    "nama": "Nama",
    "nama_pokok": "Nama tanpa gelar",
    "gelar_depan": "Gelar depan",
    "gelar_belakang": "Gelar belakang",
    "nip": "NIP",
    "pangkat": "Pangkat/golongan",
    "email": "Surel",
    "telepon": "Telepon",
    "username": "Nama pengguna",
}
"""The facts of a person, as forms, lists and the history call them."""
_LONGEST = {one.name: getattr(one, "max_length", None) for one in Person._meta.fields}
_TITLE = re.compile(r",|\b[SMA]\.(?:[A-Z]|\s?[A-Z][a-z]*\.)|\b(?:Dr|Drs|Dra|Prof|Ir)\.")
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]*")


@dataclass(frozen=True)
class Facts:
    """A person as the register keeps him. ``nama`` is the name as papers print it."""

    nama: str
    nama_pokok: str = ""
    gelar_depan: str = ""
    gelar_belakang: str = ""
    nip: str = ""
    pangkat: str = ""
    email: str = ""
    telepon: str = ""
    username: str = ""

    @staticmethod
    def of(person: Person) -> "Facts":
        return Facts(**{one.name: getattr(person, one.name) for one in fields(Facts)})

    def changes(self, new: "Facts") -> dict[str, list[str]]:
        """What differs: name of the fact to [old, new]. The printed name says its parts too."""
        mine, other = vars(self), vars(new)
        return {name: [mine[name], other[name]] for name in LABELS if mine[name] != other[name]}


@dataclass
class Taken:
    """What can be given to one person only: NIP and login name, with whose they are.

    ``asked``: login names of which it is known here whether anybody in any office has them.
    """

    nips: dict[str, int] = field(default_factory=dict)
    usernames: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def add(self, facts: Facts, owner: int) -> None:
        self.usernames[facts.username] = owner
        if facts.nip:
            self.nips[facts.nip] = owner


def taken_in(office_id: int, usernames: Iterable[str]) -> Taken:
    """The NIPs of the office, and its login names; of other offices only those asked about."""
    taken = Taken(asked=set(usernames))
    for pk, nip, username in Person.objects.filter(office_id=office_id).values_list(
        "pk", "nip", "username"
    ):
        taken.usernames[username] = pk
        if nip:
            taken.nips[nip] = pk
    others = Person.objects.exclude(office_id=office_id)
    for pk, username in others.filter(username__in=taken.asked).values_list("pk", "username"):
        taken.usernames.setdefault(username, pk)
    return taken


def read_facts(
    typed: Mapping[str, str], known: Person | None, taken: Taken
) -> tuple[Facts, dict[str, str]]:
    """(the facts, faults by field) of what was typed about somebody new, or ``known``.

    ``nama``: a name with its titles in one, as lists of offices have it; it is kept so.
    """
    words = {name: _tidy(typed.get(name, "")) for name in LABELS}
    faults: dict[str, str] = {}
    nama = _name(words, known, faults)
    pangkat, faults["pangkat"] = read_pangkat(words["pangkat"])
    telepon, faults["telepon"] = read_telephone(words["telepon"])
    nip = _nip(words["nip"], known, taken, faults)
    if words["email"]:
        try:
            validate_email(words["email"])
        except ValidationError:
            faults["email"] = (
                f"“{words['email']}” bukan alamat surel. Tulis misalnya nama@kantor.go.id."
            )
    username = _username(words, known, taken, faults)
    parts = {name: words[name] for name in ("nama_pokok", "gelar_depan", "gelar_belakang", "email")}
    facts = Facts(nama=nama, nip=nip, pangkat=pangkat, telepon=telepon, username=username, **parts)
    for name, text in vars(facts).items():
        longest = _LONGEST.get(name) or len(text)
        if len(text) > longest:
            faults.setdefault(name if name != "nama" else "nama_pokok", "")
            faults[name if name != "nama" else "nama_pokok"] = (
                f"Paling panjang {longest} huruf; tertulis {len(text)}."
            )
        elif not text.isprintable():
            faults[name] = "Berisi tanda yang tidak dapat dicetak. Ketik ulang isian ini."
    return facts, {name: fault for name, fault in faults.items() if fault}


def _name(words: dict[str, str], known: Person | None, faults: dict[str, str]) -> str:
    """The name as papers print it, from its parts, or as one that nobody has taken apart."""
    pokok, as_one = words["nama_pokok"], words["nama"]
    if pokok:
        if _TITLE.search(pokok):
            faults["nama_pokok"] = (
                "Tulis nama tanpa gelar; gelar ditulis pada isian gelar depan dan gelar belakang."
            )
        return full_name(words["gelar_depan"], pokok, words["gelar_belakang"])
    as_one = as_one or (known.nama if known and not known.nama_pokok else "")
    if not as_one:
        faults["nama_pokok"] = "Isi nama pegawai, tanpa gelar."
    elif words["gelar_depan"] or words["gelar_belakang"]:
        faults["nama_pokok"] = f"Isi juga nama tanpa gelar; tercatat sekarang “{as_one}”."
    return as_one


def _nip(typed: str, known: Person | None, taken: Taken, faults: dict[str, str]) -> str:
    nip = re.sub(r"[\s.'’]", "", typed)
    if not nip:
        return ""
    owner = taken.nips.get(nip)
    if fault := nip_fault(nip):
        faults["nip"] = fault
    elif owner is not None and (known is None or owner != known.pk):
        faults["nip"] = "NIP ini sudah dipakai pegawai lain di kantor ini."
    return nip


def _username(
    words: dict[str, str], known: Person | None, taken: Taken, faults: dict[str, str]
) -> str:
    """As typed; else as it is; else proposed from the name, with a number if somebody has it."""
    username = words["username"].lower()
    if not username and known:
        return known.username
    if not username:
        return free_username(words, taken)
    owner = taken.usernames.get(username)
    if known and username == known.username:
        return username
    if not _USERNAME.fullmatch(username):
        faults["username"] = (
            "Nama pengguna hanya huruf kecil, angka, titik, dan garis; tanpa spasi."
        )
    elif owner is not None and (known is None or owner != known.pk):
        faults["username"] = f"Nama pengguna “{username}” sudah dipakai. Pilih yang lain."
    return username


def free_username(words: Mapping[str, str], taken: Taken) -> str:
    """A login name for a person of that name which nobody has yet."""
    wanted = username = proposed_for(words)
    number = 1
    while username in taken.usernames or not _is_free(username, taken):
        number += 1
        username = f"{wanted}{number}"
    return username


def proposed_for(words: Mapping[str, str]) -> str:
    """The login name that somebody would get if nobody had it."""
    nama = words.get("nama_pokok") or words.get("nama", "").partition(",")[0]
    return proposed_username(nama)[:50]


def _is_free(username: str, taken: Taken) -> bool:
    return username in taken.asked or not Person.objects.filter(username=username).exists()


def _tidy(text: str) -> str:
    """Word writes spaces that look like spaces and are none."""
    return " ".join(text.replace("\xa0", " ").split())
