"""The invitation: facts and invitees put right, the letter drawn and numbered, the step done."""

from collections.abc import Sequence

from django.db.models import Max

from runut.core.case.model import CompleteStep
from runut.core.findings import Refused
from runut.core.report.blocks import Paper
from runut.core.report.papers.undangan import compose_undangan
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, StepRef, act, load
from runut.office.cases.documents import Rendered, record
from runut.office.cases.numbering import UNDANGAN, numbered
from runut.office.letters.actions import Draft, direct_letter, draw_letter, mark_sent, save_draft
from runut.office.letters.drawing import Naskah
from runut.office.letters.models import Letter
from runut.office.letters.rules import Choice
from runut.office.trust.append import Act
from runut.office.works.penugasan.order import completion
from runut.office.works.rapat.actions.assigning import call_meeting
from runut.office.works.rapat.actions.working import (
    NO_MEETING,
    change_meeting,
    is_completed,
    line,
    refuse_work,
    start_request,
    work_on,
)
from runut.office.works.rapat.facts import (
    MeetingFacts,
    changes_since_composed,
    copies_of,
    is_letter_changed,
    printed_facts,
    refuse_facts,
)
from runut.office.works.rapat.kinds import BEFORE
from runut.office.works.rapat.letters import (
    about,
    leader_of,
    letter_of,
    refuse_unsigned,
    signer_for,
    signer_of,
    signs_outside,
    waits_for_delivery,
)
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.occasions import last_meeting, meeting_of
from runut.office.works.rapat.papers import undangan
from runut.office.works.rapat.queries import invitation_of, invitees_of

NO_INVITATION = Refused("undangan_kosong", "Undangan belum disusun. Susun undangannya dahulu.")


def save_facts(ref: StepRef, doer: Doer, facts: MeetingFacts, *, versi: int) -> Done | Refused:
    """Put the facts of the meeting right, or call it where no earlier step did (``versi`` 0)."""

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        step = case.definition.step(ref.no)
        may_be_past = step is not None and step.work not in {kind.name for kind in BEFORE}
        if refused := refuse_facts(facts, None if may_be_past else doer.at):
            return refused
        meeting = meeting_of(case, ref.no)
        if meeting is None:
            return [call_meeting(case, ref.no, doer, facts)]
        if refused := change_meeting(meeting, versi, **vars(facts)):
            return refused
        changed = {
            name: str(value)
            for name, value in vars(facts).items()
            if getattr(meeting, name) != value
        }
        return [line(case, "fakta_diubah", changed)]

    return act(ref.case_id, doer, [start_request(ref, doer)], also=save)


def invite_guest(ref: StepRef, doer: Doer, nama: str, jabatan: str) -> Done | Refused:
    """Invite somebody who has no role in the case."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        add_invitee(meeting, nama, jabatan)
        return [line(case, "tamu_ditambah", {"nama": nama, "jabatan": jabatan})]

    return work_on(ref, doer, save)


def add_invitee(meeting: Meeting, nama: str, jabatan: str) -> Invitee:
    """Add a line to the list. Call inside the transaction of an act."""
    last = meeting.invitees.filter(office_id=meeting.office_id).aggregate(last=Max("urutan"))
    return Invitee.objects.create(
        office_id=meeting.office_id,
        meeting=meeting,
        urutan=(last["last"] or 0) + 1,
        nama=nama,
        jabatan=jabatan,
    )


def remove_invitee(ref: StepRef, doer: Doer, invitee_id: int) -> Done | Refused:
    """Take somebody off the list, as long as the invitation has not reached him."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        found = Invitee.objects.filter(
            office_id=meeting.office_id, meeting=meeting, pk=invitee_id
        ).first()
        if found is None:
            return Refused("tidak_ada", "Orang itu sudah tidak ada dalam daftar undangan.")
        if found.sent_at:
            return Refused(
                "sudah_disampaikan",
                f"Undangan untuk {found.nama} sudah disampaikan. Batalkan dahulu catatan itu.",
            )
        found.delete()
        return [line(case, "undangan_dihapus", {"nama": found.nama})]

    return work_on(ref, doer, save)


@numbered
def compose_invitation(
    ref: StepRef, doer: Doer, *, tembusan: tuple[str, ...] | None = None
) -> Done | Refused:
    """Draw the letter from the facts as they are now, and keep it as a draft to be checked and
    signed; or, where the office signs outside of the application, with its number.

    Where a letter with other words has already gone out, the new one has a new number, says
    which one it replaces, and has to be delivered to everybody again. ``tembusan``: who gets a
    copy; None leaves them as they were.
    """
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    meeting = meeting_of(case, ref.no)
    if meeting is None:
        return NO_MEETING
    invitees = invitees_of(meeting)
    before = copies_of(meeting)
    copies = before if tembusan is None else tembusan
    changes = changes_since_composed(meeting, invitees)
    changes += ("tembusan",) if copies != before else ()
    refused = refuse_work(case, ref, doer) or _refuse_composing(
        invitees, changes, letter_of(meeting)
    )
    if refused:
        return refused
    choice = signer_for(meeting, invitees, doer.at)
    if isinstance(choice, Refused):
        return choice
    is_out = any(one.sent_at for one in invitees)
    is_replaced = is_out and is_letter_changed(changes)
    current = invitation_of(meeting)
    nomor = current.nomor if current else ""
    told = nomor if is_replaced else meeting.composed_from.get("menggantikan", "")
    facts = {**printed_facts(meeting, invitees), "menggantikan": told, "tembusan": copies}
    letter = undangan(meeting, invitees, choice.person, menggantikan=told, tembusan=copies)
    tree = compose_undangan(letter)
    drawn = _draw(meeting, tree, doer, choice, nomor="" if is_replaced else nomor)

    def save(now: OpenCase) -> Sequence[Act] | Refused:
        nomor = str(drawn.nomor) if isinstance(drawn, Rendered) else ""
        changed = change_meeting(meeting, meeting.version, composed_from=facts, nomor=nomor)
        if changed:
            return changed
        if is_replaced:
            _forget_deliveries(meeting)
        if isinstance(drawn, Rendered):
            return [record(now, ref.no, drawn, doer)]
        return save_draft(now, ref.no, drawn, doer, letter_of(meeting), is_new=is_replaced)

    return act(ref.case_id, doer, [start_request(ref, doer)], also=save)


def complete_invitation(
    ref: StepRef, doer: Doer, *, kelengkapan: Sequence[str], exit_label: str = ""
) -> Done | Refused:
    """Complete the step: the letter is right, and it has reached everybody on the list."""

    def requests(case: OpenCase) -> Sequence[CompleteStep] | Refused:
        meeting = meeting_of(case, ref.no)
        document = invitation_of(meeting) if meeting else None
        if meeting is None or document is None:
            return refuse_work(case, ref, doer) or NO_INVITATION
        refused = refuse_work(case, ref, doer) or refuse_undelivered(meeting)
        asked = completion(
            case, ref, doer, document.sha256, kelengkapan=kelengkapan, exit_label=exit_label
        )
        return refused or [asked]

    def send(case: OpenCase) -> Sequence[Act] | Refused:
        meeting = meeting_of(case, ref.no) or last_meeting(case, ref.no)
        letter = letter_of(meeting) if meeting else None
        if letter is None or letter.status != Letter.Status.SIGNED or not is_completed(case.events):
            return ()
        return mark_sent(letter, doer, kepada="yang diundang")

    return act(ref.case_id, doer, requests, also=send)


def refuse_undelivered(meeting: Meeting) -> Refused | None:
    """Why the invitations are not out yet."""
    invitees = invitees_of(meeting)
    if refused := refuse_stale(meeting, invitees) or refuse_unsigned(meeting):
        return refused
    signer = signer_of(letter_of(meeting), signer_for(meeting, invitees, meeting.mulai))
    waiting = [one.nama for one in waits_for_delivery(invitees, signer)]
    if not waiting:
        return None
    names = ", ".join(waiting[:3]) + (f" dan {len(waiting) - 3} lainnya" if waiting[3:] else "")
    return Refused(
        "belum_disampaikan",
        f"Undangan belum tercatat disampaikan kepada {names}. Catat penyampaiannya dahulu.",
    )


def refuse_stale(meeting: Meeting, invitees: Sequence[Invitee]) -> Refused | None:
    """Why the letter drawn last is not to be sent: facts have changed since."""
    changes = changes_since_composed(meeting, invitees)
    if not changes:
        return None
    return Refused(
        "undangan_usang",
        f"Data rapat berubah sejak undangan disusun: {', '.join(changes)}. Susun lagi undangannya.",
    )


def _refuse_composing(
    invitees: Sequence[Invitee], changes: Sequence[str], letter: Letter | None
) -> Refused | None:
    if not invitees:
        return Refused("tanpa_undangan", "Daftar undangan masih kosong. Tambahkan yang diundang.")
    is_returned = letter is not None and letter.status == Letter.Status.RETURNED
    if not changes and not is_returned:
        return Refused(
            "tidak_berubah", "Undangan yang tersusun sudah sesuai dengan data rapat sekarang."
        )
    return None


def _draw(
    meeting: Meeting, tree: Paper, doer: Doer, choice: Choice, *, nomor: str
) -> Rendered | Draft:
    """The letter: with its number, where it is signed outside of the application; else its draft.

    ``nomor`` is that of its earlier version, "" where it gets a new one.
    """
    naskah = Naskah(tree, "undangan", "Undangan rapat")
    if signs_outside(meeting):
        return direct_letter(
            naskah, doer, choice, office=meeting.office, jenis=UNDANGAN, nomor=nomor
        )
    return draw_letter(
        naskah,
        doer,
        choice,
        jenis=UNDANGAN,
        tentang=about(meeting),
        hal=meeting.acara,
        pemeriksa=leader_of(meeting),
        kepada="yang diundang",
    )


def _forget_deliveries(meeting: Meeting) -> None:
    Invitee.objects.filter(office_id=meeting.office_id, meeting=meeting).update(
        sent_by="", sent_at=None
    )
