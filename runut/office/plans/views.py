"""The pages of the Perjanjian Kinerja: all of them, one with its acts, its draft, its PDF."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.kinerja.perjanjian import DASAR_PERUBAHAN, missing_of
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.acts.sending import Doer, Done
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.stored import data_of
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.plans.actions import signing, writing
from runut.office.plans.forms import (
    ActOnForm,
    AgreementForm,
    BeginForm,
    FileForm,
    InkForm,
    ReviseForm,
    SignForm,
)
from runut.office.plans.models import PerjanjianKinerja, PkSignature
from runut.office.plans.queries import agreements_of, file_of, sesuai_of
from runut.office.plans.words import WORDS
from runut.office.signing.ways import Secret, signer_of, way_of
from runut.office.trust.telling import told_lines

_TOLD = {
    "beku": "Perjanjian Kinerja dibekukan dan siap ditandatangani.",
    "buka": "Perjanjian Kinerja dibuka lagi.",
    "tandatangan": "Tanda tangan Saudara tercatat.",
    "luar": "Tanda tangan tercatat.",
    "basah": "Tanda tangan kedua pihak tercatat.",
    "ubah": "Perubahan Perjanjian Kinerja dimulai.",
}


def overview(request: HttpRequest) -> HttpResponse:
    """The agreements of all years, and the way to begin one."""
    person = person_of(request)
    form = BeginForm(request.POST or None, initial={"tahun": clock.now().year})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        done = writing.begin(form.cleaned_data["tahun"], form.doer(request, ""))
        if isinstance(done, Done):
            return redirect(done.url)
        status = form.refuse(done)
    context = {
        "rows": agreements_of(person.office_id),
        "form": form,
        "may_manage": may(person, Right.KINERJA),
    }
    return render(request, "plans/overview.html", context, status=status)


def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """One agreement: what it says, who has signed, what is to be done next."""
    row, person = _found(request, agreement_id), person_of(request)
    given = _forms(request, row, person)
    act = request.POST.get("tindakan", "")
    status = 200
    if request.method == "POST":
        form = given.get(act)
        if form is None or not form.is_valid():
            status = 422
        else:
            done = _ACTS[act](row, form, form.doer(request, reverse("pk", args=[row.pk])))
            if isinstance(done, Done):
                messages.success(request, _TOLD[act])
                return redirect(done.url)
            status = form.refuse(done)
    return render(request, "plans/agreement.html", _context(row, person, given, act), status=status)


def draft(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Write the draft of an agreement."""
    row, person = _found(request, agreement_id), person_of(request)
    is_looking = request.method != "POST"
    if not row.is_draft or (is_looking and not may(person, Right.KINERJA)):
        return redirect("pk", row.pk)
    said = row.says
    form = AgreementForm(request.POST or None, said=said, initial={"versi": row.versi})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, reverse("pk", args=[row.pk]))
        done = writing.change(row, form.written, form.cleaned_data["versi"], doer)
        if isinstance(done, Done):
            messages.success(request, "Isi Perjanjian Kinerja tersimpan.")
            return redirect(done.url)
        status = form.refuse(done)
    return render(request, "plans/draft.html", {"row": row, "form": form}, status=status)


@require_safe
def pdf(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """The frozen agreement with the signatures that it has so far, or its scan."""
    row = _found(request, agreement_id)
    if row.is_draft:
        raise Http404
    response = HttpResponse(file_of(row), "application/pdf")
    name = f"perjanjian-kinerja-{row.tahun}-{row.revisi}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _found(request: HttpRequest, agreement_id: int) -> PerjanjianKinerja:
    rows = PerjanjianKinerja.objects.filter(office_id=person_of(request).office_id)
    row = rows.filter(pk=agreement_id).select_related("office").first()
    if row is None:
        raise Http404
    return row


def _forms(request: HttpRequest, row: PerjanjianKinerja, person: Person) -> dict[str, ActForm]:
    """What may be done with it now, by this person; what was sent is bound to its own form."""
    keeps, turn = may(person, Right.KINERJA), signing.party_to_sign(row)
    is_mine = turn is not None and signing.is_party(person, signing.party_of(row, turn))
    way, seen = way_of(person, clock.now()), {"versi": row.versi}
    offered: dict[str, tuple[bool, Callable[..., ActForm], dict[str, Any]]] = {
        "beku": (row.is_draft and keeps, ActOnForm, {"initial": seen}),
        "buka": (row.is_frozen and keeps, ActOnForm, {"initial": seen}),
        "tandatangan": (is_mine and way.can_sign, SignForm, {"way": way}),
        "luar": (row.is_frozen and keeps, FileForm, {}),
        "basah": (row.is_frozen and keeps, InkForm, {}),
        "ubah": (row.is_signed and keeps, ReviseForm, {}),
    }
    act = request.POST.get("tindakan", "")
    sent = (request.POST, request.FILES)
    return {
        name: form(*(sent if name == act else ()), prefix=None, auto_id=f"{name}_%s", **more)
        for name, (is_open, form, more) in offered.items()
        if is_open
    }


def _sign(row: PerjanjianKinerja, form: ActForm, doer: Doer) -> Done | Refused:
    given = form.cleaned_data
    signer = signer_of(doer.person, Secret(given["sandi"], given.get("nik", "")), doer.at)
    return signer if isinstance(signer, Refused) else signing.sign(row, doer, signer)


def _ink(row: PerjanjianKinerja, form: ActForm, doer: Doer) -> Done | Refused:
    given = form.cleaned_data
    file = given["berkas"]
    return signing.record_ink(row, file.read(), file.name, given["tertanda"], doer)


_ACTS: dict[str, Callable[[PerjanjianKinerja, Any, Doer], Done | Refused]] = {
    "beku": lambda row, form, doer: writing.freeze(row, form.cleaned_data["versi"], doer),
    "buka": lambda row, form, doer: writing.reopen(row, form.cleaned_data["versi"], doer),
    "tandatangan": _sign,
    "luar": lambda row, form, doer: signing.take_signed_elsewhere(
        row, form.cleaned_data["berkas"].read(), doer
    ),
    "basah": _ink,
    "ubah": lambda row, form, doer: writing.revise(
        row, form.cleaned_data["dasar_perubahan"], form.cleaned_data["uraian"], doer
    ),
}


def _context(
    row: PerjanjianKinerja, person: Person, given: dict[str, ActForm], act: str
) -> dict[str, Any]:
    said, dataset = row.says, latest_dataset(row.office_id, row.tahun)
    signed = {one.pihak: one for one in row.signatures.select_related("dicatat_oleh")}
    turn = signing.party_to_sign(row)
    return {
        "row": row,
        "said": said,
        "dasar": dict(DASAR_PERUBAHAN).get(said.dasar, ""),
        "missing": missing_of(said) if row.is_draft else (),
        "parties": [
            (PkSignature.Pihak(pihak).label, signing.party_of(row, pihak), signed.get(pihak))
            for pihak in PkSignature.Pihak.values
        ],
        "turn": signing.party_of(row, turn) if turn else None,
        "forms": given,
        "sent": given.get(act),
        "way": way_of(person, clock.now()),
        "is_mine": turn is not None and signing.is_party(person, signing.party_of(row, turn)),
        "may_manage": may(person, Right.KINERJA),
        "sesuai": sesuai_of(row.office_id, data_of(dataset)) if dataset else None,
        "dataset": dataset,
        "history": told_lines(row.office_id, writing.subject_of(row), WORDS),
    }
