"""What every act on the register does around its own rows: right, form once, lock, chain."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.locks import lock_register
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.trust.append import Act, append

NOT_A_KEEPER = Refused(
    "bukan_pelaksana", "Daftar pegawai diubah oleh yang berhak mengelola kantor dan pegawai."
)
NOT_HERE = Refused("tidak_ada", "Yang Saudara ubah tidak ada di kantor ini. Muat ulang daftar.")
CHANGED = Refused(
    "sudah_berubah",
    "Data ini baru saja diubah orang lain. Yang Saudara ketik masih ada di bawah; bandingkan "
    "dengan yang tersimpan sekarang, lalu simpan lagi.",
)
Written = tuple[str, Sequence[Act]]
"""Where to go on, and the lines of the audit chain."""


def keep(doer: Doer, write: Callable[[], Written | Refused]) -> Done | Refused:
    """Do one act on the register, wholly or not at all; one act after the other in an office."""
    if not may(doer.person, Right.KANTOR):
        return NOT_A_KEEPER
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(doer.person.office_id)
        written = write()
        if isinstance(written, Refused):
            transaction.set_rollback(True)
            return written
        url, acts = written
        append(doer.person.office_id, acts, actor=doer.person.ref, at=doer.at)
        remember(doer, url)
        return Done(url)


def person_here(doer: Doer, person_id: int) -> Person | None:
    """A person of the doer's office."""
    return Person.objects.filter(office_id=doer.person.office_id, pk=person_id).first()


def line(kind: str, person_id: int, facts: dict[str, Any]) -> Act:
    """A line of the chain about a person."""
    return Act(f"pegawai.{kind}", f"pegawai:{person_id}", facts)


def page_of_person(person_id: int) -> str:
    return f"/kantor/pegawai/{person_id}/"
