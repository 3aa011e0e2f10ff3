"""What an Excel list of people would do to the register: row by row, before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from runut.core.words.dates import format_date, parse_date
from runut.core.words.names import format_nip
from runut.files.read.people_list import HEADS, ListRow
from runut.files.write.workbook.people import Column
from runut.office.people.models import Appointment, Person, Unit
from runut.office.personnel.actions.posts import DEFINITIF, Post
from runut.office.personnel.facts import (
    LABELS,
    Facts,
    Taken,
    proposed_for,
    read_facts,
    taken_in,
)
from runut.office.personnel.roles import nearest_role, roles_of_sops, split_roles

BARU, BERUBAH, SAMA, SALAH = "baru", "berubah", "sama", "salah"
_MORE_LABELS = {"jabatan": "Jabatan", "unit": "Unit", "peran": "Peran", "mulai": "Mulai menjabat"}
TITLES = LABELS | _MORE_LABELS
_LONGEST_JABATAN = 200
_LONGEST_UNIT = 150
_LONGEST_PERAN = 80


@dataclass(frozen=True)
class Fault:
    """What is wrong in a cell: where, what stands there, what to do."""

    cell: str
    label: str
    typed: str
    said: str


@dataclass
class RowPlan:
    """What a row would do. ``changes``: label, old, new. ``unit`` is one that does not exist yet
    where ``post`` names it only by its words."""

    number: int
    kind: str
    facts: Facts
    person: Person | None = None
    post: Post | None = None
    unit: str = ""
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def nip(self) -> str:
        """The NIP in its groups."""
        return format_nip(self.facts.nip)


@dataclass(frozen=True)
class Plan:
    rows: tuple[RowPlan, ...]

    def count(self, kind: str) -> int:
        return sum(row.kind == kind for row in self.rows)

    @property
    def faults(self) -> list[Fault]:
        return [fault for row in self.rows for fault in row.faults]

    @property
    def is_empty(self) -> bool:
        return not any(row.kind in (BARU, BERUBAH) for row in self.rows)

    def shown(self, kind: str, most: int) -> list[RowPlan]:
        return [row for row in self.rows if row.kind == kind][:most]


@dataclass
class _Register:
    """The register as the rows find it, read once."""

    people: dict[int, Person]
    by_nip: dict[str, Person]
    by_username: dict[str, Person]
    by_name: dict[str, list[Person]]
    posts: dict[int, list[Appointment]]
    units: dict[str, Unit]
    roles: list[str]
    taken: Taken


def plan_list(office_id: int, rows: Sequence[ListRow], today: date) -> Plan:
    """What the rows would do to the register of the office on ``today``."""
    register = _read_register(office_id, rows)
    seen: dict[tuple[str, str], int] = {}
    return Plan(tuple(_plan_row(row, register, seen, today) for row in rows))


def _read_register(office_id: int, rows: Sequence[ListRow]) -> _Register:
    people = {one.pk: one for one in Person.objects.filter(office_id=office_id)}
    by_name: dict[str, list[Person]] = {}
    for one in people.values():
        for name in {one.nama.casefold(), one.nama_pokok.casefold()} - {""}:
            by_name.setdefault(name, []).append(one)
    posts: dict[int, list[Appointment]] = {}
    for post in Appointment.objects.filter(office_id=office_id, jenis=DEFINITIF).order_by("pk"):
        posts.setdefault(post.person_id, []).append(post)
    asked = [row.words.get("username", "").lower() or proposed_for(row.words) for row in rows]
    return _Register(
        people=people,
        by_nip={one.nip: one for one in people.values() if one.nip},
        by_username={one.username: one for one in people.values()},
        by_name=by_name,
        posts=posts,
        units={one.nama.casefold(): one for one in Unit.objects.filter(office_id=office_id)},
        roles=roles_of_sops(office_id),
        taken=taken_in(office_id, asked),
    )


def _plan_row(
    row: ListRow, register: _Register, seen: dict[tuple[str, str], int], today: date
) -> RowPlan:
    faults = dict(row.faults)
    known = _who(row.words, register, faults)
    facts, wrong = read_facts(_with_known(row.words, known), known, register.taken)
    plan = RowPlan(row.number, SAMA, facts, known)
    faults = {**wrong, **faults}
    _twice(row, facts, known, seen, faults)
    post = _post(row.words, register, today, faults, plan)
    plan.faults = [_fault(row, key, said) for key, said in faults.items()]
    if row.is_hidden:
        plan.notes.append("Baris ini tersembunyi di Excel, tetapi ikut dibaca.")
    if plan.faults:
        plan.kind = SALAH
        return plan
    if known is None:
        register.taken.add(facts, -row.number)
        plan.kind, plan.post = BARU, post
        return plan
    plan.changes = [
        (LABELS[name], old, new) for name, (old, new) in Facts.of(known).changes(facts).items()
    ]
    if post:
        plan.post = post
        plan.changes.append(("Jabatan ditambah", "", _said(post, plan.unit)))
    plan.kind = BERUBAH if plan.changes else SAMA
    return plan


def _with_known(words: Mapping[str, str], known: Person | None) -> dict[str, str]:
    """What a list leaves empty stays as it is. A name that comes as one, and is the name that is
    known already, leaves its parts as they are."""
    if known is None:
        return dict(words)
    typed = {name: words.get(name) or getattr(known, name) for name in LABELS if name != "nama"}
    if as_one := words.get("nama"):
        if " ".join(as_one.split()) == known.nama:
            return typed
        return typed | {"nama": as_one, "nama_pokok": "", "gelar_depan": "", "gelar_belakang": ""}
    return typed


def _who(words: Mapping[str, str], register: _Register, faults: dict[str, str]) -> Person | None:
    """Whom of the register a row is about: by NIP, else by login name, else by the one of that
    name whose NIP is not another."""
    nip = "".join(sign for sign in words.get("nip", "") if sign.isdigit())
    if nip in register.by_nip:
        return register.by_nip[nip]
    username = words.get("username", "").lower()
    if username in register.by_username:
        return register.by_username[username]
    key = "nama_pokok" if words.get("nama_pokok") else "nama"
    same = register.by_name.get(" ".join(words.get(key, "").split()).casefold(), [])
    same = [one for one in same if not (nip and one.nip)]
    if len(same) > 1:
        faults[key] = "Ada beberapa pegawai dengan nama ini. Isi NIP atau nama penggunanya."
        return None
    return same[0] if same else None


def _twice(
    row: ListRow,
    facts: Facts,
    known: Person | None,
    seen: dict[tuple[str, str], int],
    faults: dict[str, str],
) -> None:
    """The same person, NIP or login name in two rows of the file."""
    marks = [("nip", facts.nip), ("username", row.words.get("username", "").lower())]
    marks.append(
        ("nama" if row.words.get("nama") else "nama_pokok", f"#{known.pk}" if known else "")
    )
    for key, word in marks:
        if word and (first := seen.setdefault((key, word), row.number)) != row.number:
            what = TITLES[key] if not word.startswith("#") else "Pegawai"
            faults[key] = f"{what} ini sudah ada pada baris {first} berkas yang sama."
            return


def _post(
    words: Mapping[str, str],
    register: _Register,
    today: date,
    faults: dict[str, str],
    plan: RowPlan,
) -> Post | None:
    """The post that a row adds; nothing where the person holds it already."""
    jabatan = " ".join(words.get("jabatan", "").split())
    if not jabatan:
        for key in ("peran", "unit", "mulai"):
            if words.get(key):
                faults[key] = "Isi juga kolom Jabatan pada baris ini."
        return None
    roles = split_roles(words.get("peran", ""))
    unit_name = " ".join(words.get("unit", "").split())
    _sizes(jabatan, unit_name, roles, faults)
    _roles(roles, register.roles, faults, plan)
    mulai = parse_date(words["mulai"]) if words.get("mulai") else None
    if words.get("mulai") and mulai is None:
        faults["mulai"] = "Bukan tanggal. Tulis misalnya 1 Januari 2024."
    unit = register.units.get(unit_name.casefold())
    held = register.posts.get(plan.person.pk, []) if plan.person else []
    of_this = [one for one in held if _is_same(one, jabatan, unit, unit_name, mulai)]
    missing = [role for role in roles or [""] if role not in {one.peran for one in of_this}]
    if of_this and (not missing or not roles):
        if mulai and mulai not in {one.mulai for one in of_this}:
            plan.notes.append(
                f"Tercatat mulai menjabat {format_date(of_this[0].mulai)}; tanggal dalam berkas "
                "lain dan tidak dipakai. Betulkan di halaman pegawainya bila perlu."
            )
        return None
    if unit_name and unit is None:
        plan.unit = unit_name
        plan.notes.append(f"Unit “{unit_name}” belum ada dan akan dibuat.")
    if mulai is None:
        plan.notes.append(f"Mulai menjabat kosong; dicatat {format_date(today)}.")
    earlier = [one for one in held if one.selesai is None and one not in of_this]
    if earlier:
        plan.notes.append(
            f"Jabatan lama ({earlier[0].jabatan}) tetap berlaku sampai Saudara mengakhirinya."
        )
    start = mulai or today
    if any(one.peran in missing and one.mulai == start for one in held):
        faults["mulai"] = "Pegawai ini sudah memegang peran itu sejak hari yang sama."
    return Post(jabatan, tuple(role for role in missing if role), start, unit, is_shared=True)


def _is_same(
    held: Appointment, jabatan: str, unit: Unit | None, unit_name: str, mulai: date | None
) -> bool:
    return (
        held.jabatan.casefold() == jabatan.casefold()
        and (not unit_name or (unit is not None and held.unit_id == unit.pk))
        and (held.selesai is None or held.mulai == mulai)
    )


def _roles(
    roles: Sequence[str], known: Sequence[str], faults: dict[str, str], plan: RowPlan
) -> None:
    for role in roles:
        if not known or role in known:
            continue
        if near := nearest_role(role, known):
            faults["peran"] = f"Peran “{role}” tidak ada pada SOP kantor ini; yang mirip: “{near}”."
        else:
            plan.notes.append(f"Peran “{role}” belum ada pada SOP kantor ini.")


def _sizes(jabatan: str, unit: str, roles: Sequence[str], faults: dict[str, str]) -> None:
    longest = (
        ("jabatan", jabatan, _LONGEST_JABATAN),
        ("unit", unit, _LONGEST_UNIT),
        *(("peran", role, _LONGEST_PERAN) for role in roles),
    )
    for key, text, most in longest:
        if len(text) > most:
            faults[key] = f"Paling panjang {most} huruf; tertulis {len(text)}."


def _fault(row: ListRow, key: str, said: str) -> Fault:
    if key not in row.cells and key == "nama_pokok" and "nama" in row.cells:
        key = "nama"
    cell = row.cells.get(key, f"A{row.number}")
    return Fault(cell, TITLES.get(key, key), row.words.get(key, ""), said)


def _said(post: Post, unit: str) -> str:
    where = post.unit.nama if post.unit else unit
    words = [post.jabatan, where, f"peran {', '.join(post.peran)}" if post.peran else ""]
    return ", ".join([word for word in words if word] + [f"mulai {format_date(post.mulai)}"])


def columns_of_template(office_id: int) -> list[Column]:
    """The columns of the template, with the units and roles that the office has now."""
    units = tuple(
        Unit.objects.filter(office_id=office_id).order_by("nama").values_list("nama", flat=True)
    )
    roles = tuple(roles_of_sops(office_id))
    notes = {
        "nip": ("18 angka, boleh dengan spasi. Kosongkan bila belum ber-NIP.", 22),
        "nama_pokok": ("Wajib. Tanpa gelar; gelar ditulis pada dua kolom berikutnya.", 30),
        "gelar_depan": ("Misalnya Dr. atau Drs.", 12),
        "gelar_belakang": ("Misalnya S.Sos., M.AP.", 20),
        "pangkat": ("Penata (III/c), atau III/c saja. PPPK: Golongan IX.", 24),
        "jabatan": ("Nama jabatan seperti pada surat keputusan.", 40),
        "unit": ("Bagian atau subbagian. Yang belum ada dibuat.", 30),
        "peran": (_roles_note(roles), 20),
        "mulai": ("Tanggal mulai menjabat, misalnya 1 Januari 2024.", 18),
        "email": ("Alamat surel, untuk undangan dan pengingat.", 28),
        "telepon": ("Nomor WhatsApp, misalnya 0812 3456 7890.", 18),
        "username": ("Untuk masuk ke Runut. Kosongkan: dibuat dari nama.", 18),
    }
    examples = {
        "nip": "19820314 200501 2 007",
        "nama_pokok": "Rina Astuti",
        "gelar_belakang": "S.Sos., M.AP.",
        "pangkat": "Penata Tingkat I (III/d)",
        "mulai": "1 Januari 2024",
        "telepon": "0812 3456 7890",
    }
    # Excel takes a list of choices of 255 signs at most
    fitting = units if len(",".join(units)) <= 255 else ()
    return [
        Column(
            HEADS[key][0].capitalize().replace("Nip", "NIP").replace(" sop", " SOP"),
            note,
            examples.get(key, ""),
            width,
            fitting if key == "unit" else (),
        )
        for key, (note, width) in notes.items()
    ]


def _roles_note(roles: Sequence[str]) -> str:
    known = f" Yang dikenal: {', '.join(roles)}." if roles else ""
    return f"Peran dalam SOP yang dijalankan jabatan ini; beberapa dipisah koma.{known}"
