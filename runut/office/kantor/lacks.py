"""What will be missing later because nobody has set it: identity, address, people for an SOP."""

from collections.abc import Iterator, Mapping
from datetime import date

from runut.core.case.model import CaseState, Definition, Step
from runut.core.case.stranding import refuse_nobody_left
from runut.office.cases.queries import candidates_by_role, may_be_outside
from runut.office.entry.demand import people_without
from runut.office.founding.doubts import nearest
from runut.office.kantor.sections import (
    ADDRESS,
    DILEWATI,
    ENTRY,
    IDENTITY,
    MAIL,
    PEOPLE,
    Section,
    progress_of,
)
from runut.office.lacks import Lack
from runut.office.people.address import public_url
from runut.office.people.mailing import mail_server_of
from runut.office.people.models import Office, Person, Right
from runut.office.people.naming import posts_on
from runut.office.people.rights import people_with
from runut.office.reach import only_here

Holders = Mapping[str, list[Person]]
_NAMED = 5
_OUTSIDE = " Bila ia pihak luar, sebut siapa saat memulai."


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    """What this room knows to be missing; of a procedure, also its people."""
    found = [*_identity(office), *_address(), *_mail(office), *_rights(office)]
    found += _second_steps(office)
    if definition is not None:
        holders = candidates_by_role(office, day)
        found += [*_nobody(definition, holders), *_stranded(definition, holders)]
        found += _signers(office, day, definition, holders)
    return found


def _identity(office: Office) -> Iterator[Lack]:
    missing = [
        (office.kop, "baris kop", "Setiap naskah tercetak tanpa kepala surat."),
        (office.kode, "kode kantor", "Nomor naskah tidak memuat kode kantor."),
        (office.kota, "kota", "Tempat di depan tanggal naskah kosong."),
    ]
    for value, name, later in missing:
        if not value:
            yield _lack(f"Belum ada {name}.", later, "Isi identitas kantor", IDENTITY)


def _address() -> Iterator[Lack]:
    url = public_url()
    if only_here(url):
        yield _lack(
            f"Alamat publik {url} hanya dapat dibuka di komputer ini.",
            "Kode QR pada naskah dan daftar hadir tidak dapat dibuka dari telepon.",
            "Isi alamat publik",
            ADDRESS,
        )


def _mail(office: Office) -> Iterator[Lack]:
    skipped = {one.section.name for one in progress_of(office) if one.state == DILEWATI}
    if MAIL.name not in skipped and mail_server_of(office) is None:
        yield _lack(
            "Belum ada server surel.",
            "Undangan dan peringatan tidak terkirim lewat surel; undangan dapat dicetak atau "
            "disalin ke WhatsApp.",
            "Atur surel, atau lewati",
            MAIL,
        )


def _rights(office: Office) -> Iterator[Lack]:
    asked = {
        Right.KINERJA: "Data kinerja tahun laporan tidak dapat dimuat.",
        Right.START: "Tidak ada yang dapat memulai SOP berikutnya atau menerbitkan laporan.",
    }
    for right, later in asked.items():
        if not people_with(office.pk, right):
            what = f"Belum ada pegawai dengan hak “{right.label}”."
            yield _lack(what, later, "Beri hak itu", PEOPLE)


def _second_steps(office: Office) -> Iterator[Lack]:
    """Asked for of who signs and who keeps the office; it blocks nothing."""
    people = people_without(office)
    if people:
        more = len(people) - _NAMED
        names = "; ".join(one.nama for one in people[:_NAMED])
        names += f"; dan {more} orang lagi" if more > 0 else ""
        yield _lack(
            f"Belum memasang langkah kedua: {names}.",
            "Siapa yang tahu kata sandinya dapat menandatangani atau mengubah kantor atas namanya.",
            "Lihat cara memasangnya",
            ENTRY,
        )


def _nobody(definition: Definition, holders: Holders) -> Iterator[Lack]:
    for actor, steps in _steps_of(definition).items():
        if holders.get(actor):
            continue
        held = [role for role, people in holders.items() if role and people]
        alike = nearest(actor, held)
        hint = ""
        if alike:
            names = ", ".join(person.nama for person in holders[alike])
            hint = f" Yang mirip: “{alike}” ({names})."
        outside = "" if alike or not may_be_outside(steps) else _OUTSIDE
        yield _lack(
            f"Belum ada pegawai untuk peran {actor}.{hint}",
            f"{_called(steps)} tidak dapat dikerjakan siapa pun.{outside}",
            f"Tetapkan pemegang peran {actor}",
            PEOPLE,
            is_blocking=not outside,
        )


def _stranded(definition: Definition, holders: Holders) -> Iterator[Lack]:
    roles = {role: tuple(person.ref for person in people) for role, people in holders.items()}
    if refused := refuse_nobody_left(definition, CaseState(), roles):
        yield _lack(
            "Seorang pegawai akan menyusun dan memeriksa naskah yang sama.",
            refused.reason,
            "Tambahkan pemegang peran",
            PEOPLE,
            is_blocking=True,
        )


def _signers(office: Office, day: date, definition: Definition, holders: Holders) -> Iterator[Lack]:
    """Who signs is named on paper with his post and his NIP."""
    signing = [step for step in definition.steps if step.signs]
    people = [(step, one) for step in signing for one in holders.get(step.actors[0], ())]
    posts = posts_on(office.pk, [one for _, one in people], day)
    for step, person in people:
        fitting = [post for post in posts.get(person.pk, []) if post.peran == step.actors[0]]
        missing = [
            name
            for name, value in (
                ("NIP", person.nip),
                ("nama jabatan", any(post.jabatan for post in fitting)),
            )
            if not value
        ]
        if missing:
            yield _lack(
                f"{person.nama}, penanda tangan, belum mempunyai {' dan '.join(missing)}.",
                f"Blok tanda tangan pada langkah {step.no} tidak lengkap.",
                "Lengkapi data pegawai",
                PEOPLE,
            )


def _steps_of(definition: Definition) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in definition.steps:
        for actor in step.actors:
            found.setdefault(actor, []).append(step)
    return found


def _called(steps: list[Step]) -> str:
    numbers = [step.no for step in steps]
    joined = ", ".join(numbers[:-1]) + (" dan " if numbers[1:] else "") + numbers[-1]
    return f"Langkah {joined}"


def _lack(what: str, later: str, mend: str, section: Section, *, is_blocking: bool = False) -> Lack:
    return Lack(what, later, mend, section.url, is_blocking)
