"""What the meeting decides: each decision is about one section of the draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef
from runut.office.cases.queries import people_of
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.working import CHANGED, line, write_on
from runut.office.works.rapat.models import Meeting, Resolution
from runut.office.works.rapat.queries import sections_of

GONE = Refused("tidak_ada", "Keputusan itu sudah dihapus orang lain. Muat ulang halaman.")


@dataclass(frozen=True)
class Decided:
    """What was decided: on which section, who does it by when. ``pic`` is a person or ""."""

    section_key: str
    isi: str
    pic: str = ""
    tenggat: date | None = None


def note_decision(case: OpenCase, meeting: Meeting, decided: Decided) -> Sequence[Act] | Refused:
    """Add a decision to the minutes. Call inside the transaction of an act."""
    fields = _fields(case, decided)
    if isinstance(fields, Refused):
        return fields
    rows = Resolution.objects.filter(office_id=meeting.office_id, meeting=meeting)
    number = (rows.aggregate(last=Max("urutan"))["last"] or 0) + 1
    Resolution.objects.create(office_id=meeting.office_id, meeting=meeting, urutan=number, **fields)
    return [line(case, "keputusan_dicatat", {"urutan": number, **_plain(decided)})]


def change_resolution(
    ref: StepRef, doer: Doer, resolution_id: int, decided: Decided, *, versi: int
) -> Done | Refused:
    """Word a decision anew, if nobody changed it since it was opened."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        fields = _fields(case, decided)
        if isinstance(fields, Refused):
            return fields
        rows = Resolution.objects.filter(
            office_id=meeting.office_id, meeting=meeting, pk=resolution_id
        )
        number = rows.values_list("urutan", flat=True).first()
        if number is None:
            return GONE
        if not rows.filter(version=versi).update(version=versi + 1, **fields):
            return CHANGED
        return [line(case, "keputusan_diubah", {"urutan": number, **_plain(decided)})]

    return write_on(ref, doer, save)


def remove_resolution(ref: StepRef, doer: Doer, resolution_id: int) -> Done | Refused:
    """Take a decision out of the minutes; the audit chain keeps what it said."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        found = Resolution.objects.filter(
            office_id=meeting.office_id, meeting=meeting, pk=resolution_id
        ).first()
        if found is None:
            return GONE
        found.delete()
        facts = {"urutan": found.urutan, "bagian": found.section_key, "isi": found.isi}
        return [line(case, "keputusan_dihapus", facts)]

    return write_on(ref, doer, save)


def _fields(case: OpenCase, decided: Decided) -> dict[str, object] | Refused:
    titles = dict(sections_of(case.row))
    person = people_of(case).get(decided.pic)
    if decided.section_key not in titles:
        return Refused("tidak_ada", "Bagian itu tidak ada dalam naskah ini. Pilih yang lain.")
    if decided.pic and person is None:
        return Refused("bukan_anggota", "Penanggung jawab harus salah satu pelaksana SOP ini.")
    return {
        "section_key": decided.section_key,
        "section_title": titles[decided.section_key][:200],
        "isi": decided.isi,
        "pic": person,
        "tenggat": decided.tenggat,
    }


def _plain(decided: Decided) -> dict[str, str]:
    return {
        "bagian": decided.section_key,
        "isi": decided.isi,
        "pic": decided.pic,
        "tenggat": decided.tenggat.isoformat() if decided.tenggat else "",
    }
