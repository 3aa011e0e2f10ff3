"""Writing the words of a report: nothing is overwritten, and no right is lost unasked."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from runut.core.findings import Refused
from runut.core.report.proposals import Choice
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
from runut.office.reports.proposals import Proposals, keep_decisions, proposals_of
from runut.office.reports.register import report_of
from runut.office.trust.append import Act, append


def save_text(
    case_id: int,
    key: str,
    teks: str,
    based_on: int,
    doer: Doer,
    *,
    gives_up: bool = False,
    rewrites: Collection[str] = (),
) -> Done | Refused:
    """Save the words of a section. ``based_on`` is the version that was open in the editor.

    If somebody saved in between, nothing is lost and nothing overwritten: the answer is a
    refusal, and the page shows both texts. Who would lose a later check or signature by it is
    asked first; ``gives_up`` is his answer. ``rewrites`` names the proposals of Runut in the place
    of which these words stand.
    """
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_writing(case, key, doer.person, doer.at):
            return refused
        if teks.strip() and (refused := refuse_loss(case, key, doer.person, gives_up=gives_up)):
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
        keep_text(case, key, teks, based_on, doer)
        _replace_proposals(case, key, rewrites, doer)
        remember(doer, doer.url)
    return Done(doer.url)


def keep_text(
    case: OpenCase,
    key: str,
    teks: str,
    based_on: int,
    doer: Doer,
    *,
    suggested_by: Person | None = None,
) -> SectionText:
    """The next version of a section, with its line in the chain. Call inside the transaction of an
    act that has asked whether it may be written. ``suggested_by``: whose words were taken."""
    row = SectionText.objects.create(
        office_id=case.row.office_id,
        case=case.row,
        key=key,
        versi=based_on + 1,
        teks=teks,
        ditulis_oleh=doer.person,
        ditulis_pada=doer.at,
        usul_dari=suggested_by,
    )
    facts: dict[str, object] = {
        "bagian": key,
        "judul": titles_of(case)[key],
        "versi": row.versi,
        "teks": teks,
    }
    if suggested_by is not None:
        facts["usul_dari"] = suggested_by.ref
    line = Act("laporan.teks_disimpan", case_subject(case.row.pk), facts)
    append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
    if kind := report_of(case.row):
        kind.note_claims(case, doer.at)
    return row


def _replace_proposals(case: OpenCase, key: str, names: Collection[str], doer: Doer) -> None:
    """What a writer has written in his own words is not proposed any more."""
    found = proposals_of(case.row).of(key) if names else Proposals(())
    chosen = [(row.proposal, Choice.REWRITTEN) for row in found.rows if row.proposal.name in names]
    if chosen:
        line = keep_decisions(case, chosen, titles_of(case), doer)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)


def refuse_loss(case: OpenCase, key: str, person: Person, *, gives_up: bool) -> Refused | None:
    """Why words of this person in a section would take a check from everybody, or from him
    before he has agreed to it."""
    lost = steps_given_up(case, key, person.ref)
    for step in lost:
        others = holders_of(case, step) - authors_of(case, step.checks) - {person.ref}
        if not others:
            return Refused(
                "tanpa_pemeriksa",
                f"Bila {person.nama} menulis bagian ini, tidak ada lagi yang dapat mengerjakan "
                f"langkah {step.no}: {step.kegiatan.rstrip('. ')}. Minta pegawai lain "
                "menuliskannya.",
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


def writable_keys(case: OpenCase, person: Person, at: datetime) -> frozenset[str]:
    """The sections that a person may write now; none for who only reads."""
    kind = report_of(case.row)
    keys = [one.key for one in kind.sections(case.row)] if kind else []
    own = kind.signers_own if kind else frozenset()
    asked: dict[bool, bool] = {}
    found = set()
    for key in keys:
        # all but the signer's own are written by the same people
        is_own = key in own
        if is_own not in asked:
            asked[is_own] = refuse_writing(case, key, person, at) is None
        if asked[is_own]:
            found.add(key)
    return frozenset(found)
