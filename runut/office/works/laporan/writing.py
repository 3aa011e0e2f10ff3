"""Writing the words of a report: nothing is overwritten, and no right is lost unasked."""

from datetime import datetime

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject, load_to_write
from runut.office.cases.text_life import (
    checks_of_text,
    holders_of,
    refuse_closed,
    writers_words,
    writes_text,
)
from runut.office.people.models import Person
from runut.office.reports.authorship import authors_of, steps_given_up
from runut.office.reports.models import SectionText
from runut.office.reports.register import report_of
from runut.office.trust.append import Act, append


def save_text(
    case_id: int, key: str, teks: str, based_on: int, doer: Doer, *, gives_up: bool = False
) -> Done | Refused:
    """Save the words of a section. ``based_on`` is the version that was open in the editor.

    If somebody saved in between, nothing is lost and nothing overwritten: the answer is a
    refusal, and the page shows both texts. Who would lose a later check or signature by it is
    asked first; ``gives_up`` is his answer.
    """
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_writing(case, key, doer.person, doer.at):
            return refused
        if teks.strip() and (refused := _refuse_loss(case, key, doer, gives_up=gives_up)):
            return refused
        rows = SectionText.objects.filter(
            office_id=case.row.office_id, case=case.row, key=key
        ).order_by("-versi")
        last = rows.first()
        if (last.versi if last else 0) != based_on:
            return Refused(
                "sudah_berubah",
                "Bagian ini baru saja disimpan orang lain. Bandingkan kedua teks, lalu simpan.",
            )
        row = SectionText.objects.create(
            office_id=case.row.office_id,
            case=case.row,
            key=key,
            versi=based_on + 1,
            teks=teks,
            ditulis_oleh=doer.person,
            ditulis_pada=doer.at,
        )
        facts = {"bagian": key, "judul": titles_of(case)[key], "versi": row.versi, "teks": teks}
        line = Act("laporan.teks_disimpan", case_subject(case_id), facts)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def _refuse_loss(case: OpenCase, key: str, doer: Doer, *, gives_up: bool) -> Refused | None:
    lost = steps_given_up(case, key, doer.person.ref)
    for step in lost:
        others = holders_of(case, step) - authors_of(case, step.checks) - {doer.person.ref}
        if not others:
            return Refused(
                "tanpa_pemeriksa",
                f"Bila Saudara menulis bagian ini, tidak ada lagi yang dapat mengerjakan langkah "
                f"{step.no}: {step.kegiatan.rstrip('. ')}. Minta pegawai lain menuliskannya.",
            )
    if not lost or gives_up:
        return None
    numbers = ", ".join(step.no for step in lost)
    return Refused(
        "hak_hilang",
        f"Saudara memegang langkah {numbers}, yang memeriksa laporan ini. Penulis tidak dapat "
        "memeriksa tulisannya sendiri. Tandai persetujuan di bawah bila Saudara tetap menulis, "
        "atau minta pegawai lain menuliskannya.",
    )


def titles_of(case: OpenCase) -> dict[str, str]:
    """What the sections of the report are called, by their keys."""
    kind = report_of(case.row)
    return {one.key: one.title for one in kind.sections(case.row)} if kind else {}


def refuse_writing(case: OpenCase, key: str, person: Person, at: datetime) -> Refused | None:
    """Why a person cannot write a section now: it is not his to write, or the text is closed."""
    kind = report_of(case.row)
    if kind is None or key not in {section.key for section in kind.sections(case.row)}:
        return Refused("tidak_ada", "Bagian itu tidak ada dalam laporan ini.")
    is_own = key in kind.signers_own and any(
        step.signs and person.ref in holders_of(case, step) for step in checks_of_text(case)
    )
    if not is_own and not writes_text(case, person.ref, at.date()):
        return Refused(
            "bukan_pelaksana",
            f"Naskah laporan ini ditulis oleh {writers_words(case)}. Saudara dapat membacanya; "
            "sampaikan perbaikan kepada mereka.",
        )
    return refuse_closed(case)
