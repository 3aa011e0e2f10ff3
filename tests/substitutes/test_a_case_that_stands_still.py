"""A case in which nobody can act says so, where people look, and names what leads out of it."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from django.test import Client

from runut.core.case.explain import people_who_may
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, act, load
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from tests.kantor import MONDAY
from tests.substitutes.recording import complete, go_on

pytestmark = pytest.mark.django_db
Browser = Callable[[str], Client]


def kabag_step(case: Case) -> str:
    definition = load(case.pk, case.office_id).definition
    return next(step.no for step in definition.steps if step.actors[0] == "Kabag")


def test_who_has_left_alone_in_his_role_leaves_a_case_that_says_so(
    example: ExampleOffice, case: Case, browser: Browser
) -> None:
    """An account that was closed beside the hand-over."""
    no = kabag_step(case)
    go_on(case, no)
    Person.objects.filter(pk=example.people["hendra"].pk).update(is_active=False)
    words = f"Langkah {no} menunggu Kabag, tetapi Hendra Gunawan"
    for path in (
        "/",
        "/pelaksanaan/",
        f"/pelaksanaan/{case.pk}/",
        f"/pelaksanaan/{case.pk}/kelola/",
    ):
        page = browser("rina").get(path).content.decode()
        assert words in page, path
        assert "tidak lagi bekerja di sini" in page
    form = browser("rina").get(f"/pelaksanaan/{case.pk}/").content.decode()
    assert "Tidak seorang pun" in form
    for way in ("Tambahkan pemegang peran Kabag", "Batalkan pelaksanaan"):
        assert way in form
    other = browser("budi").get(f"/pelaksanaan/{case.pk}/").content.decode()
    assert words in other
    assert "Minta Rina Astuti" in other
    assert "Tambahkan pemegang peran Kabag" not in other


def test_the_way_out_leads_out(example: ExampleOffice, case: Case, browser: Browser) -> None:
    no = kabag_step(case)
    go_on(case, no)
    Person.objects.filter(pk=example.people["hendra"].pk).update(is_active=False)
    rina = browser("rina")
    halt = rina.get(f"/pelaksanaan/{case.pk}/").context["halted"].halts[0]
    url, maria = halt.ways[0].url, example.people["maria"]
    key = rina.get(url).context["form"]["kunci"].value()
    answer = rina.post(url, {"kunci": key, "pemegang": [maria.pk], "alasan": "Hendra pensiun."})
    assert answer.status_code == 302
    assert rina.get(f"/pelaksanaan/{case.pk}/").context["halted"] is None
    assert isinstance(complete(case, no, Doer(maria, MONDAY + timedelta(hours=2))), Done)


def test_a_checker_who_wrote_is_named_before_the_case_comes_to_him(
    example: ExampleOffice, case: Case, browser: Browser
) -> None:
    """Seen: one word saved by the only Kabag, then a return; nobody could act, for good.

    Such a case of old is made here past the guards, as their rows would tell it.
    """
    no = kabag_step(case)
    go_on(case, no)
    _write_into_it(case, example.people["hendra"].ref)
    now = load(case.pk, case.office_id)
    assert people_who_may(now.definition, now.state, no, MONDAY) == ()
    page = browser("rina").get("/pelaksanaan/").content.decode()
    assert "Terhenti" in page
    assert "satu-satunya pemegang peran itu, ikut menyusun naskah yang diperiksa" in page
    refused = complete(case, no, Doer(example.people["hendra"], MONDAY + timedelta(hours=2)))
    assert isinstance(refused, Refused)


def _write_into_it(case: Case, ref: str) -> None:
    """The draft that lies with the Kabag has his hand in it."""
    import json  # noqa: PLC0415 - the row is spoilt by hand

    row = Case.objects.get(pk=case.pk)
    snapshot = json.loads(row.snapshot)
    step = load(case.pk, case.office_id).definition.step(kabag_step(case))
    assert step is not None
    for maker in step.made_in:
        for output in snapshot["steps"].get(maker, {}).get("outputs", []):
            output["authors"].append(ref)
    Case.objects.filter(pk=case.pk).update(snapshot=json.dumps(snapshot))


def test_whoever_would_leave_a_draft_without_a_checker_is_stopped(
    example: ExampleOffice, case: Case
) -> None:
    """The guard before it: the only Kabag's word keeps the draft from being handed on."""
    now = load(case.pk, case.office_id)
    maker = next(s for s in now.definition.steps if s.actors[0] == "Kabag").checks
    go_on(case, maker)

    def asked(case: OpenCase) -> Sequence[object]:
        return []

    assert isinstance(act(case.pk, Doer(example.people["rina"], MONDAY), asked), Done)  # type: ignore[arg-type]
    from runut.core.case.model import CompleteStep, Output  # noqa: PLC0415 - for one request

    step = load(case.pk, case.office_id).definition.step(maker)
    assert step is not None
    hendra, budi = example.people["hendra"].ref, example.people["budi"]
    request = CompleteStep(
        by=budi.ref, at=MONDAY + timedelta(hours=2), no=maker, round=1,
        outputs=tuple(Output(name, "a" * 64, authors=(hendra,)) for name in step.output),
        kelengkapan=step.kelengkapan,
    )  # fmt: skip
    refused = act(case.pk, Doer(budi, request.at), [request])
    assert isinstance(refused, Refused)
    assert refused.kode == "tanpa_pemeriksa"
    assert "tambahkan pemegang peran Kabag" in refused.reason
