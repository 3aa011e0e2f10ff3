"""A letter is signed and, at that moment, numbered: with a certificate, or in ink."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.conf import settings

from runut.core.findings import Refused
from runut.files.guard.parent import read_guarded
from runut.files.signing.sign import Signer, SigningFailed
from runut.files.store import get, put
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import Rendered, StoredFile, keep_upload, record
from runut.office.cases.models import Document
from runut.office.cases.numbering import numbered, take_number
from runut.office.letters.actions.working import CHANGED, act_on, change, line
from runut.office.letters.drawing import Naskah, draw_final, tree_of
from runut.office.letters.models import Letter
from runut.office.letters.queries import is_number_used, is_signer
from runut.office.letters.rules import capacity_of
from runut.office.people.models import Person
from runut.office.trust.append import Act
from runut.office.trust.checkpoints import checkpoint_now

_UPLOAD = "runut.files.guard.upload_check:check_upload"
_SCANS = ("pdf", "png", "jpg", "jpeg")


@numbered
def sign_letter(letter: Letter, doer: Doer, signer: Signer, *, read_sha256: str) -> Done | Refused:
    """Sign with a certificate: number and day are given, the letter is drawn with them and signed.

    It is signed before the transaction, and only recorded with it: a recorded signature without
    its file cannot exist.
    """
    if known := recall(doer):
        return known
    if refused := refuse_signing(letter, doer) or _refuse_other(letter, read_sha256):
        return refused
    drawn = _draw(letter, doer.person, doer, electronic=True)
    signed = _sign(drawn, letter, doer, signer)
    if isinstance(signed, Refused):
        return signed

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        return _save(
            case,
            letter,
            signed,
            doer,
            status=Letter.Status.SIGNED,
            cara=Letter.Manner.ELECTRONIC,
            penanda=doer.person,
            ditandatangani_pada=doer.at,
        )

    done = act_on(letter, doer, save)
    if isinstance(done, Done) and not done.is_repeat:
        checkpoint_now(doer.at)
    return done


@numbered
def number_letter(letter: Letter, doer: Doer, *, nomor: str = "") -> Done | Refused:
    """Give the letter its number and draw it with room for ink; it is printed and signed then.

    ``nomor``: a number that another agenda book gave (SRIKANDI, paper), as it was typed.
    """
    if known := recall(doer):
        return known
    refused = refuse_numbering(letter, doer) or refuse_used(letter, nomor)
    if refused:
        return refused
    drawn = _draw(letter, letter.penanda, doer, electronic=False, nomor=nomor)

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        if refused := refuse_used(letter, nomor):
            return refused
        fields = {"status": Letter.Status.NUMBERED, "cara": Letter.Manner.WET}
        return _save(case, letter, drawn, doer, **fields, nomor_dari_luar=bool(nomor))

    return act_on(letter, doer, save)


def record_ink(
    letter: Letter, doer: Doer, *, tanggal: date, berkas: Any, tempat: str
) -> Done | Refused:
    """Record that the printed letter was signed in ink: which day, its scan, where it is kept."""
    if known := recall(doer):
        return known
    if letter.status != Letter.Status.NUMBERED:
        return Refused("belum_terbuka", "Surat ini belum bernomor atau sudah ditandatangani.")
    if refused := _refuse_hand(letter, doer) or refuse_day(letter, tanggal, doer):
        return refused
    kept = keep_scan(berkas, letter)
    if isinstance(kept, Refused):
        return kept

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        recorded = record(case, letter.no, kept, doer)
        refused = change(
            letter,
            status=Letter.Status.SIGNED,
            scan=Document.objects.get(office_id=letter.office_id, kode=kept.kode),
            ditandatangani_pada=doer.at,
            tanggal=tanggal,
            tempat_asli=tempat,
        )
        facts = {"tanggal": tanggal.isoformat(), "oleh": letter.penanda.nama, "tempat": tempat}
        return refused or [recorded, line(letter, "ditandatangani_basah", facts, kept.sha256)]

    return act_on(letter, doer, save)


def refuse_signing(letter: Letter, doer: Doer) -> Refused | None:
    """Why this person does not sign this letter now."""
    if not is_signer(letter, doer.person, _day(letter, doer)):
        return Refused("bukan_pelaksana", f"Surat ini ditandatangani {letter.penanda.nama}.")
    return _refuse_unchecked(letter)


def refuse_numbering(letter: Letter, doer: Doer) -> Refused | None:
    """Why this person does not give the letter its number now."""
    return _refuse_hand(letter, doer) or _refuse_unchecked(letter)


def keep_scan(berkas: Any, letter: Letter) -> Rendered | Refused:
    """A scan from outside: looked at in a process of its own before it is kept."""
    data = berkas.read()
    ending, problems = read_guarded(_UPLOAD, data, berkas.name or "")
    if ending is None:
        return Refused("berkas_ditolak", " ".join(f"{p.pesan} {p.usul}" for p in problems))
    if ending not in _SCANS:
        return Refused("berkas_ditolak", "Unggah hasil pindai sebagai PDF, PNG, atau JPG.")
    jenis = f"{letter.document.jenis}_ttd"
    return replace(
        keep_upload(data, jenis=jenis, nama=f"{letter.nama} bertanda tangan", ending=ending),
        nomor=letter.nomor,
    )


def refuse_day(letter: Letter, tanggal: date, doer: Doer) -> Refused | None:
    """Ink is not dated before the number was given, nor tomorrow."""
    if tanggal > _day(letter, doer):
        return Refused("waktu_mendatang", "Tanggal itu belum tiba. Betulkan tanggalnya.")
    if letter.tanggal and tanggal < letter.tanggal:
        return Refused(
            "waktu_terbalik",
            "Surat ditandatangani sebelum diberi nomor. Betulkan tanggalnya.",
        )
    return None


def _draw(
    letter: Letter, signer: Person, doer: Doer, *, electronic: bool, nomor: str = ""
) -> Rendered:
    number = nomor or letter.nomor or take_number(letter.office, letter.jenis, doer.at)
    return draw_final(
        Naskah(tree_of(letter.naskah), letter.document.jenis, letter.nama),
        signer,
        capacity_of(letter.kapasitas),
        nomor=number,
        tanggal=_day(letter, doer),
        at=doer.at,
        electronic=electronic,
    )


def _sign(drawn: Rendered, letter: Letter, doer: Doer, signer: Signer) -> Rendered | Refused:
    try:
        signed = signer.sign_pdf(
            get(settings.FILES_DIR, drawn.sha256),
            reason=f"{letter.nama}, {letter.case.judul}",
            location=letter.office.kota,
            signer_name=doer.person.nama,
            at=doer.at,
        )
    except SigningFailed as failed:
        return Refused("tanda_tangan_gagal", str(failed))
    sha256 = put(settings.FILES_DIR, signed)
    files = {**drawn.files, "pdf": StoredFile(sha256, len(signed))}
    return replace(drawn, sha256=sha256, files=files)


def _save(
    case: OpenCase, letter: Letter, drawn: Rendered, doer: Doer, **fields: Any
) -> Sequence[Act] | Refused:
    recorded = record(case, letter.no, drawn, doer)
    day = _day(letter, doer)
    refused = change(
        letter,
        document=Document.objects.get(office_id=letter.office_id, kode=drawn.kode),
        nomor=str(drawn.nomor),
        tahun=day.year,
        tanggal=day,
        **fields,
    )
    kind = "ditandatangani" if fields["status"] == Letter.Status.SIGNED else "dinomori"
    return refused or [recorded, line(letter, kind, {"nomor": str(drawn.nomor)}, drawn.sha256)]


def _refuse_unchecked(letter: Letter) -> Refused | None:
    if letter.is_to_be_checked:
        return Refused(
            "belum_diperiksa",
            f"Surat ini belum diperiksa {letter.pemeriksa}. Tunggu pemeriksaannya dahulu.",
        )
    if not letter.is_to_be_signed:
        return Refused("belum_terbuka", "Surat ini tidak sedang menunggu tanda tangan.")
    return None


def _refuse_hand(letter: Letter, doer: Doer) -> Refused | None:
    """Printing and filing is the work of who drafted it; the signer may do it himself."""
    if letter.dibuat_oleh_id == doer.person.pk or is_signer(
        letter, doer.person, _day(letter, doer)
    ):
        return None
    return Refused(
        "bukan_pelaksana", f"Ini dikerjakan {letter.dibuat_oleh} atau penanda tangannya."
    )


def refuse_used(letter: Letter, nomor: str) -> Refused | None:
    """A number that was typed is not one that another paper has."""
    if not nomor or not is_number_used(letter.office_id, nomor, letter):
        return None
    return Refused(
        "nomor_dipakai", f"Nomor {nomor} sudah dipakai naskah lain. Periksa nomor yang diketik."
    )


def _refuse_other(letter: Letter, read_sha256: str) -> Refused | None:
    return None if letter.document.sha256 == read_sha256 else CHANGED


def _day(letter: Letter, doer: Doer) -> date:
    return doer.at.astimezone(letter.office.zone).date()
