"""The acts on what an office tells of itself: each leaves old and new in the audit chain."""

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from runut.core.findings import Refused
from runut.core.trust.canonical import canonical_json
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.backup import last
from runut.office.kantor.models import SetupStep
from runut.office.kantor.sections import Section, facts_of
from runut.office.locks import lock_register
from runut.office.people.models import Office, OfficeProfile, Person, Right, profile_of
from runut.office.people.rights import may
from runut.office.trust.append import Act, append
from runut.office.trust.models import Entry

CHANGED, PUT_OFF, TAKEN_UP = "kantor.diubah", "kantor.langkah_dilewati", "kantor.langkah_dibuka"
COPY_ASKED = "kantor.cadangan_diminta"
NOT_YOURS = Refused("bukan_pelaksana", "Hanya pengelola kantor yang dapat mengubahnya.")
_NO_PLACE = Refused(
    "tanpa_tempat", "Belum ada folder cadangan. Isi dahulu folder cadangan, lalu simpan."
)
_LOST = Refused("sudah_berubah", "Baru saja diubah orang lain. Muat ulang halaman ini.")

Also = Callable[[Office], Mapping[str, str]]
"""Keeps what is not a row (a password); answers what the chain says of it."""


def fingerprint(section: Section, office: Office, profile: OfficeProfile) -> str:
    """What stands in a section, in short: a form carries it to say what its reader saw."""
    return sha256(canonical_json(facts_of(section, office, profile)).encode()).hexdigest()[:32]


def change(
    section: Section,
    values: Mapping[str, Any],
    seen: str,
    doer: Doer,
    also: Also | None = None,
) -> Done | Refused:
    """Set the fields of a section. ``seen`` is the fingerprint of what the form was opened on:
    what somebody else has changed since is not overwritten unseen."""
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            lock_register(doer.person.office_id)
            office = Office.objects.get(pk=doer.person.office_id)
            profile, _ = OfficeProfile.objects.get_or_create(office=office)
            if fingerprint(section, office, profile) != seen:
                return _changed_meanwhile(section, office)
            told = _set(section, (office, profile), values)
            beside = dict(also(office)) if also else {}
            mark(office, section, SetupStep.State.SUDAH)
            if told["sesudah"] or beside:
                told["sesudah"] |= beside
                line = Act(CHANGED, _subject(office), {"bagian": section.name, **told})
                append(office.pk, [line], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
            return Done(doer.url)
    except KeyUsed:
        return recall(doer) or _LOST


def _set(
    section: Section, kept: tuple[Office, OfficeProfile], values: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """Write what is new; answers it, with what stood there before."""
    office, profile = kept
    before = facts_of(section, office, profile)
    news = {name: value for name, value in values.items() if value != before[name]}
    own = {field.name for field in Office._meta.fields}
    of_office = {name: value for name, value in news.items() if name in own}
    if of_office:
        Office.objects.filter(pk=office.pk).update(**of_office)
    if of_profile := {name: value for name, value in news.items() if name not in own}:
        OfficeProfile.objects.filter(office=office).update(**of_profile)
    return {"sebelum": {name: before[name] for name in news}, "sesudah": news}


def _changed_meanwhile(section: Section, office: Office) -> Refused:
    line = (
        Entry.objects.filter(
            office=office,
            kind=CHANGED,
            subject=_subject(office),
            payload__contains=f'"bagian":"{section.name}"',
        )
        .order_by("seq")
        .last()
    )
    actor = line.actor if line and line.actor else ""
    name = (
        Person.objects.filter(pk=int(actor)).values_list("nama", flat=True).first() if actor else ""
    )
    return Refused(
        "sudah_berubah",
        f"Isi bagian ini diubah {name or 'orang lain'} sejak Saudara membuka halaman ini. Yang "
        "berbeda ditunjukkan di bawah; ketikan Saudara belum disimpan. Periksa, lalu simpan lagi.",
    )


def put_off(section: Section, doer: Doer, *, is_put_off: bool) -> Done | Refused:
    """Leave a step of setting up for later, or take it up again."""
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            lock_register(doer.person.office_id)
            office = Office.objects.get(pk=doer.person.office_id)
            if _is_put_off(office, section) != is_put_off:
                if is_put_off:
                    mark(office, section, SetupStep.State.DILEWATI)
                else:
                    SetupStep.objects.filter(office=office, langkah=section.name).delete()
                kind = PUT_OFF if is_put_off else TAKEN_UP
                line = Act(kind, _subject(office), {"bagian": section.name})
                append(office.pk, [line], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
            return Done(doer.url)
    except KeyUsed:
        return recall(doer) or _LOST


def ask_for_copy(doer: Doer) -> Done | Refused:
    """Ask the worker for a copy of the office as soon as it can."""
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            if not profile_of(doer.person.office).tempat_cadangan:
                return _NO_PLACE
            line = Act(COPY_ASKED, _subject(doer.person.office), {})
            append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
            transaction.on_commit(lambda: last.ask(doer.at))
            return Done(doer.url)
    except KeyUsed:
        return recall(doer) or _LOST


def _is_put_off(office: Office, section: Section) -> bool:
    marks = SetupStep.objects.filter(office=office, langkah=section.name)
    return marks.filter(keadaan=SetupStep.State.DILEWATI).exists()


def mark(office: Office, section: Section, state: SetupStep.State) -> None:
    SetupStep.objects.update_or_create(
        office=office, langkah=section.name, defaults={"keadaan": state}
    )


def note_test_mail(person: Person, to: str, outcome: str, at: datetime) -> None:
    """That a letter was sent to try the mail server, and how it went."""
    facts = {"kepada": to, "hasil": outcome}
    line = Act("kantor.surel_dicoba", f"kantor:{person.office_id}", facts)
    with transaction.atomic():
        append(person.office_id, [line], actor=person.ref, at=at)


def _subject(office: Office) -> str:
    return f"kantor:{office.pk}"
