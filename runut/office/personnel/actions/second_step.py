"""Who keeps the office takes the second step off somebody who has lost the telephone."""

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.logins.second import forget_second
from runut.office.personnel.actions.keeping import (
    NOT_HERE,
    Written,
    keep,
    line,
    page_of_person,
    person_here,
)

_OWN = Refused(
    "diri_sendiri",
    "Langkah kedua Saudara sendiri dilepas di Akun saya dengan kodenya, atau oleh pengelola lain.",
)


def take_off(person_id: int, reason: str, doer: Doer) -> Done | Refused:
    """Take it off; the person comes in by the password alone, and sets up another."""

    def write() -> Written | Refused:
        person = person_here(doer, person_id)
        if person is None:
            return NOT_HERE
        if person.pk == doer.person.pk:
            return _OWN
        if not forget_second(person):
            return Refused("belum_ada", f"{person.nama} tidak memakai langkah kedua.")
        told = line("langkah_kedua_dilepaskan", person_id, {"reason": reason})
        return page_of_person(person_id), [told]

    return keep(doer, write)
