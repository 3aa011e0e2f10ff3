"""The page of a letter: how it stands, what it waits for, and the act of who is asked."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.files.write.html import write_html
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import is_drawn, stored_paper
from runut.office.letters import actions
from runut.office.letters.actions.cancelling import refuse_cancelling
from runut.office.letters.actions.checking import refuse_check
from runut.office.letters.actions.signing import refuse_numbering, refuse_signing
from runut.office.letters.drawing import srikandi_docx, tree_of
from runut.office.letters.forms import (
    BackForm,
    CancelForm,
    CheckForm,
    InkForm,
    LetterForm,
    NumberForm,
    ReturnForm,
    SendForm,
    SignForm,
)
from runut.office.letters.models import Letter
from runut.office.letters.queries import letter_page
from runut.office.paper_templates.queries import made_by
from runut.office.people.address import unreachable
from runut.office.people.models import Person
from runut.office.signing.ways import Secret, signer_of
from runut.office.web.kept.pages import stands_on

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Act = Callable[[Letter, Any, Doer], Done | Refused]


def _check(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    return actions.check_letter(letter, doer, read_sha256=form.cleaned_data["dibaca"])


def _return(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    given = form.cleaned_data
    return actions.return_letter(letter, doer, notes=given["catatan"], read_sha256=given["dibaca"])


def _sign(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    signer = signer_of(doer.person, Secret(form.cleaned_data["sandi"]), doer.at)
    if isinstance(signer, Refused):
        return signer
    return actions.sign_letter(letter, doer, signer, read_sha256=form.cleaned_data["dibaca"])


def _number(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    return actions.number_letter(letter, doer, nomor=form.cleaned_data["nomor"])


def _ink(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    given = form.cleaned_data
    return actions.record_ink(
        letter, doer, tanggal=given["tanggal"], berkas=given["berkas"], tempat=given["tempat"]
    )


def _back(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    given = form.cleaned_data
    return actions.take_back(
        letter, doer, nomor=given["nomor"], tanggal=given["tanggal"], berkas=given["berkas"]
    )


def _cancel(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    return actions.cancel_letter(letter, doer, alasan=form.cleaned_data["alasan"])


def _send(letter: Letter, form: Any, doer: Doer) -> Done | Refused:
    given = form.cleaned_data
    at = datetime.combine(given["tanggal"], given["pukul"], tzinfo=letter.office.zone)
    return actions.send_letter(letter, doer, kepada=given["kepada"], at=at)


ACTS: dict[str, tuple[type[LetterForm], Act, str]] = {
    "periksa": (CheckForm, _check, "Surat sudah diperiksa; sekarang menunggu tanda tangan."),
    "kembalikan": (ReturnForm, _return, "Surat dikembalikan dengan catatan Saudara."),
    "tandatangan": (SignForm, _sign, "Surat bernomor dan ditandatangani secara elektronik."),
    "nomori": (NumberForm, _number, "Surat bernomor. Cetak, lalu minta tanda tangannya."),
    "basah": (InkForm, _ink, "Tanda tangan basah dicatat; hasil pindainya tersimpan."),
    "kembali": (BackForm, _back, "Nomor dan naskah bertanda tangan diambil kembali."),
    "batalkan": (CancelForm, _cancel, "Surat dibatalkan; nomornya tetap tercatat."),
    "kirim": (SendForm, _send, "Pengiriman surat dicatat."),
}


@require_safe
def letter(request: HttpRequest, letter_id: int) -> HttpResponse:
    return _show(request, letter_id)


@stands_on("surat", "letter_id")
def act(request: HttpRequest, letter_id: int, slug: str) -> HttpResponse:
    """Do what a form of the page asks."""
    person = person_of(request)
    found, _ = letter_page(letter_id, person)
    if slug not in ACTS:
        raise Http404
    form_class, do, words = ACTS[slug]
    form = form_class(request.POST, request.FILES, sha256=found.document.sha256)
    if not form.is_valid():
        return _show(request, letter_id, form, status_shown(form))
    answer = do(found, form, form.doer(request, f"/naskah-keluar/{found.pk}/"))
    if isinstance(answer, Refused):
        return _show(request, letter_id, form, form.refuse(answer))
    messages.success(request, words)
    return redirect(answer.url)


@require_safe
def srikandi(request: HttpRequest, letter_id: int) -> HttpResponse:
    """The draft as DOCX, with the names that SRIKANDI fills."""
    found, _ = letter_page(letter_id, person_of(request))
    response = HttpResponse(
        srikandi_docx(tree_of(found.naskah), found.office, found.dibuat_pada), DOCX
    )
    name = f"{found.document.jenis}-srikandi-{found.document.kode}.docx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _show(
    request: HttpRequest, letter_id: int, failed: LetterForm | None = None, status: int = 200
) -> HttpResponse:
    person = person_of(request)
    found, case = letter_page(letter_id, person)
    forms = {
        slug: ACTS[slug][0](sha256=found.document.sha256) for slug in _open_acts(found, person)
    }
    if "kirim" in forms:
        forms["kirim"].initial["kepada"] = found.kepada
    if failed is not None:
        forms[failed.slug] = failed
    context = {
        "letter": found,
        "case": case,
        "forms": forms,
        "failed": failed,
        "mends": actions.may_mend(found, person),
        "unreachable": unreachable(found.office, person) if "kirim" in forms else None,
        "laid_out": made_by(found.office_id, found.document.kode),
        "html": write_html(stored_paper(found.document)) if is_drawn(found.document) else "",
    }
    return render(request, "letters/letter.html", context, status=status)


def _open_acts(found: Letter, person: Person) -> list[str]:
    """The acts that this person may do on the letter as it stands."""
    doer = Doer(person, clock.now())
    may_number = refuse_numbering(found, doer) is None
    opened = []
    if refuse_check(found, person) is None:
        opened += ["periksa", "kembalikan"]
    if refuse_signing(found, doer) is None:
        opened += ["tandatangan", "kembalikan"]
    if may_number:
        opened += ["nomori", "kembali"]
    if found.status == Letter.Status.NUMBERED:
        opened.append("basah")
    if found.status == Letter.Status.SIGNED and not found.tentang.startswith("rapat:"):
        opened.append("kirim")
    if refuse_cancelling(found, doer) is None:
        opened.append("batalkan")
    return opened
