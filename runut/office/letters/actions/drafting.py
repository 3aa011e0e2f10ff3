"""A letter is drafted: drawn before the transaction, and kept with the act that drafted it."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import Rendered, record
from runut.office.cases.models import Document
from runut.office.cases.numbering import take_number
from runut.office.letters.actions.working import line
from runut.office.letters.drawing import Naskah, draw_draft, draw_final, keep_tree
from runut.office.letters.models import Letter
from runut.office.letters.rules import Choice, as_json
from runut.office.people.models import Office, Person
from runut.office.trust.append import Act


@dataclass(frozen=True)
class Draft:
    """A drafted letter, drawn. ``tentang``: what it is about; ``pemeriksa``: who looks first."""

    jenis: str
    naskah: Naskah
    hal: str
    tentang: str
    choice: Choice
    pemeriksa: Person | None
    rendered: Rendered
    kepada: str = ""


def draw_letter(
    naskah: Naskah,
    doer: Doer,
    choice: Choice,
    *,
    jenis: str,
    tentang: str,
    hal: str,
    pemeriksa: Person | None,
    kepada: str = "",
) -> Draft:
    """Draw the draft. Who drafted it, and who signs it, do not check it besides."""
    checks = pemeriksa if pemeriksa not in (doer.person, choice.person) else None
    drawn = draw_draft(naskah, choice.person, choice.capacity, doer.at)
    return Draft(jenis, naskah, hal, tentang, choice, checks, drawn, kepada)


def direct_letter(
    naskah: Naskah, doer: Doer, choice: Choice, *, office: Office, jenis: str, nomor: str = ""
) -> Rendered:
    """The letter of an office that signs outside of the application: numbered at once, with room
    for ink. ``nomor``: it keeps the number of its earlier version. Within a ``numbered`` act."""
    number = nomor or take_number(office, jenis, doer.at)
    return draw_final(
        naskah,
        choice.person,
        choice.capacity,
        nomor=number,
        tanggal=doer.at.astimezone(office.zone).date(),
        at=doer.at,
        electronic=False,
    )


def save_draft(
    case: OpenCase, no: str, draft: Draft, doer: Doer, before: Letter | None, *, is_new: bool
) -> Sequence[Act]:
    """Keep the draft. ``before`` is the letter about the same that counts until now: it is drafted
    again, and keeps its number as long as it has not gone out; or, ``is_new``, it is replaced.

    Call inside the transaction of the act.
    """
    recorded = record(case, no, draft.rendered, doer)
    document = Document.objects.get(office_id=case.row.office_id, kode=draft.rendered.kode)
    fields = {
        "nama": draft.naskah.nama,
        "hal": draft.hal[:300],
        "kepada": draft.kepada[:300],
        "naskah": keep_tree(draft.naskah.tree),
        "document": document,
        "dibuat_oleh": doer.person,
        "dibuat_pada": doer.at,
        "pemeriksa": draft.pemeriksa,
        "penanda": draft.choice.person,
        "kapasitas": as_json(draft.choice.capacity),
        "status": Letter.Status.DRAFT,
        "diperiksa_pada": None,
        "ditandatangani_pada": None,
        "tanggal": None,
        "cara": "",
        "scan": None,
        "catatan": "",
    }
    rows = Letter.objects.filter(office_id=case.row.office_id)
    if before is not None and not is_new:
        rows.filter(pk=before.pk).update(version=before.version + 1, **fields)
        letter = before
    else:
        if before is not None:
            rows.filter(pk=before.pk).update(
                version=before.version + 1, status=Letter.Status.REPLACED
            )
        letter = Letter.objects.create(
            office_id=case.row.office_id,
            case=case.row,
            no=no,
            jenis=draft.jenis,
            tentang=draft.tentang,
            **fields,
        )
    facts = {"penanda": draft.choice.person.nama, "hal": draft.hal}
    return [recorded, line(letter, "disusun", facts, draft.rendered.sha256)]
