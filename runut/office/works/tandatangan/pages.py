"""The pages of a signature: study what everybody checked, and sign it, here or on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.case.explain import people_who_may
from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.queries import StepPage, step_page
from runut.office.cases.standing_in import title_of
from runut.office.people.models import Person
from runut.office.signing.attempts import attempt_of, is_going, words_of
from runut.office.signing.stamping import stamp_for
from runut.office.signing.ways import Secret, signer_of, way_of
from runut.office.web.kept.pages import instead
from runut.office.works.answers import go_on
from runut.office.works.periksa.checking import CheckPage, check_page
from runut.office.works.periksa.pages import mark_or_return
from runut.office.works.periksa.pages import words_of as words_of_check
from runut.office.works.tandatangan.forms import SignForm, WetForm
from runut.office.works.tandatangan.signing import sign_step
from runut.office.works.tandatangan.wet import Wet, record_wet
from runut.office.works.umum.pages import general


def sign(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Study the draft that everybody checked, and sign it."""
    found = check_page(page, person_of(request))
    if found.document is None:
        return general(request, page)
    person = person_of(request)
    way = way_of(person, clock.now())
    form = SignForm(request.POST or None, page=page, read_sha256=found.sha256, way=way)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = mark_or_return(request, form) if form.says_no else _sign(request, form, found)
        if isinstance(result, Done):
            told = f"{_output(found)} telah ditandatangani."
            return go_on(request, result, words_of_check(form, told))
        status = form.refuse(result)
    last = attempt_of(page.ref(page.state.round), person.office_id)
    context = {
        "page": page,
        "check": found,
        "form": form,
        "way": way,
        "last": "" if form.is_bound else words_of(last, clock.now()),
        "is_going": is_going(last, clock.now()),
        "wet_url": wet_url(page),
    }
    return render(request, "tandatangan/sign.html", context, status=status)


def sign_by_hand(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Print the checked paper, sign it by hand, bring its scan back."""
    person = person_of(request)
    page = step_page(case_id, no, person, "tandatangan")
    found = check_page(page)
    signers = signers_of(page)
    if found.document is None or not (request.method == "POST" or may_record(page, person)):
        return instead(request, page.url)
    form = WetForm(
        request.POST or None,
        request.FILES or None,
        page=page,
        signers=signers,
        read_sha256=found.sha256,
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = _record(request, form)
        if isinstance(result, Done):
            return go_on(request, result, f"Tanda tangan basah pada {_output(found)} tercatat.")
        status = form.refuse(result)
    context = {"page": page, "check": found, "form": form, "url": wet_url(page)}
    return render(request, "tandatangan/wet.html", context, status=status)


def wet_url(page: StepPage) -> str:
    return f"{page.url}tanda-tangan-basah/"


def may_record(page: StepPage, person: Person) -> bool:
    """Whoever has a part in the case, by a role or as a substitute, records what was signed on
    paper, while the step is open."""
    state = page.case.state
    parts = [*state.roles.values(), [one.substitute for one in state.delegations]]
    return page.step.no in state.open_steps and any(person.ref in one for one in parts)


def record_instead(page: StepPage, person: Person) -> str:
    """Where somebody who may not sign records a signature by hand, "" if there is nothing to."""
    return wet_url(page) if may_record(page, person) and check_page(page).document else ""


def signers_of(page: StepPage) -> dict[Person, str]:
    """Who may have signed, each with the words for him: the holders of the leading role and who
    stands in for one of them; who has it today stands first."""
    state, role = page.case.state, page.step.actors[0]
    titles = dict.fromkeys(state.roles.get(role, ()), "")
    titles |= {one.substitute: title_of(one) for one in state.delegations if one.actor == role}
    people = Person.objects.filter(
        office_id=page.case.row.office_id, pk__in=[int(ref) for ref in titles]
    )
    now = clock.now().astimezone(page.case.row.office.zone)
    asked = people_who_may(page.case.definition, state, page.step.no, now)
    order = [*asked, *titles]
    found = sorted(people, key=lambda one: order.index(one.ref))
    return {
        one: f"{one.nama} ({titles[one.ref]})" if titles[one.ref] else one.nama for one in found
    }


def _output(found: CheckPage) -> str:
    output = found.step_page.step.output
    return output[0] if output else (found.document.nama if found.document else "Naskah")


def _sign(request: HttpRequest, form: SignForm, found: CheckPage) -> Done | Refused:
    doer = form.doer(request, form.page.case_url)
    given = form.cleaned_data
    secret = Secret(given.get("sandi", ""), given.get("nik", ""))
    stamp = stamp_for(doer.person, doer.at, found.document) if found.document else None
    signer = signer_of(doer.person, secret, doer.at, stamp)
    if isinstance(signer, Refused):
        return signer
    return sign_step(
        form.ref,
        doer,
        signer,
        read_sha256=given["dibaca"],
        kelengkapan=form.kelengkapan_given,
        exit_label=form.exit_chosen,
    )


def _record(request: HttpRequest, form: WetForm) -> Done | Refused:
    given = form.cleaned_data
    file = given["pindaian"]
    wet = Wet(
        given["penanda_tangan"],
        given["tanggal"],
        given["tempat_asli"].strip(),
        file.name or "",
        file.read(),
    )
    return record_wet(
        form.ref,
        form.doer(request, form.page.case_url),
        wet,
        read_sha256=given["dibaca"],
        kelengkapan=form.kelengkapan_given,
        exit_label=form.exit_chosen,
    )
