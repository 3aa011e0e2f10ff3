"""Who holds which post from when to when. A post that ends stays in the history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.office.acts.sending import Doer, Done
from runut.office.people.models import Appointment, Person, Unit
from runut.office.personnel.actions.keeping import (
    CHANGED,
    NOT_HERE,
    Written,
    keep,
    line,
    page_of_person,
    person_here,
)
from runut.office.trust.append import Act

DEFINITIF = "definitif"


@dataclass(frozen=True)
class Post:
    """A definitive post as it is given. ``peran``: the actors of SOPs that it stands for.

    ``is_shared``: it was asked and answered that two people hold it.
    """

    jabatan: str
    peran: tuple[str, ...]
    mulai: date
    unit: Unit | None = None
    selesai: date | None = None
    is_shared: bool = False


def give_post(person_id: int, post: Post, doer: Doer) -> Done | Refused:
    """Somebody holds a post from a day on."""

    def write() -> Written | Refused:
        person = person_here(doer, person_id)
        if person is None:
            return NOT_HERE
        if refused := refuse_post(person, post):
            return refused
        return page_of_person(person_id), write_post(person, post)

    return keep(doer, write)


def end_post(post_id: int, selesai: date, reason: str, doer: Doer) -> Done | Refused:
    """The last day on which somebody holds a post is known, or is another than was said."""

    def write() -> Written | Refused:
        row = Appointment.objects.filter(office_id=doer.person.office_id, pk=post_id).first()
        if row is None:
            return NOT_HERE
        if selesai < row.mulai:
            return Refused(
                "berakhir_dahulu",
                f"Jabatan ini mulai {format_date(row.mulai)}; hari terakhirnya tidak dapat "
                "sebelum itu.",
            )
        as_read = Q(selesai=row.selesai) if row.selesai else Q(selesai__isnull=True)
        changed = Appointment.objects.filter(as_read, pk=post_id).update(selesai=selesai)
        if not changed:
            return CHANGED
        facts = {
            "jabatan": row.jabatan,
            "peran": row.peran,
            "selesai": selesai.isoformat(),
            "reason": reason,
        }
        return page_of_person(row.person_id), [line("jabatan_berakhir", row.person_id, facts)]

    return keep(doer, write)


def correct_post(post_id: int, post: Post, doer: Doer) -> Done | Refused:
    """A post was typed wrongly: its name, unit, role or first day."""

    def write() -> Written | Refused:
        office_id = doer.person.office_id
        row = Appointment.objects.filter(office_id=office_id, pk=post_id).first()
        if row is None or row.jenis != DEFINITIF:
            return NOT_HERE
        role = post.peran[0] if post.peran else ""
        if row.selesai and row.selesai < post.mulai:
            return Refused(
                "berakhir_dahulu", f"Jabatan ini sudah berakhir {format_date(row.selesai)}."
            )
        if refused := refuse_post(row.person, post, post_id):
            return refused
        old = (row.jabatan, row.peran, row.mulai.isoformat(), row.unit.nama if row.unit else "")
        new = (post.jabatan, role, post.mulai.isoformat(), post.unit.nama if post.unit else "")
        names = ("jabatan", "peran", "mulai", "unit")
        changes = {
            name: [was, now] for name, was, now in zip(names, old, new, strict=True) if was != now
        }
        if changes:
            Appointment.objects.filter(pk=post_id).update(
                jabatan=post.jabatan, peran=role, mulai=post.mulai, unit=post.unit
            )
        facts = {"jabatan": row.jabatan, "berubah": changes}
        acts = [line("jabatan_diubah", row.person_id, facts)] if changes else []
        return page_of_person(row.person_id), acts

    return keep(doer, write)


def refuse_post(person: Person, post: Post, post_id: int | None = None) -> Refused | None:
    """Why the post cannot be given as it is."""
    if post.selesai and post.selesai < post.mulai:
        return Refused("berakhir_dahulu", "Hari terakhir tidak dapat sebelum hari mulai.")
    roles = post.peran or ("",)
    same = Appointment.objects.filter(
        office_id=person.office_id, person=person, peran__in=roles, mulai=post.mulai
    ).exclude(pk=post_id or 0)
    if found := same.first():
        return Refused(
            "jabatan_ganda",
            f"{person.nama} sudah tercatat sebagai {found.jabatan} mulai "
            f"{format_date(post.mulai)}.",
        )
    if not post.is_shared and (holders := other_holders(person, post)):
        names = ", ".join(one.person.nama for one in holders)
        return Refused(
            "dipegang_berdua",
            f"{post.jabatan} sedang dipegang {names}. Akhiri dahulu, atau tandai bahwa jabatan "
            "ini memang dipegang bersama.",
        )
    return None


def other_holders(person: Person, post: Post) -> list[Appointment]:
    """Who else holds the same post definitively while ``post`` lasts."""
    until = Q(mulai__lte=post.selesai) if post.selesai else Q()
    rows = Appointment.objects.filter(
        until,
        Q(selesai__isnull=True) | Q(selesai__gte=post.mulai),
        office_id=person.office_id,
        jenis=DEFINITIF,
        unit=post.unit,
        person__is_active=True,
    )
    found: dict[int, Appointment] = {}
    for row in rows.exclude(person_id=person.pk).select_related("person").order_by("pk"):
        if row.jabatan.casefold() == post.jabatan.casefold():
            found.setdefault(row.person_id, row)
    return list(found.values())


def write_post(person: Person, post: Post) -> Sequence[Act]:
    """Store a post that nothing stands against: a row for each of its roles."""
    Appointment.objects.bulk_create(
        Appointment(
            office_id=person.office_id,
            person=person,
            jabatan=post.jabatan,
            unit=post.unit,
            peran=peran,
            mulai=post.mulai,
            selesai=post.selesai,
        )
        for peran in post.peran or ("",)
    )
    facts = {
        "jabatan": post.jabatan,
        "unit": post.unit.nama if post.unit else "",
        "peran": list(post.peran),
        "mulai": post.mulai.isoformat(),
        "selesai": post.selesai.isoformat() if post.selesai else "",
    }
    return [line("jabatan_diberikan", person.pk, facts)]
