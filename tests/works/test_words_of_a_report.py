"""Who writes in a report and still may check or sign it: asked before, never found out after."""

from datetime import timedelta
from typing import Any

import pytest

from runut.core.findings import Refused
from runut.core.report.lakip.keys import KATA_PENGANTAR, LATAR_BELAKANG, SIMPULAN
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import load
from runut.office.cases.actions import start_case
from runut.office.cases.models import Case
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.example.walk import Walk, walk
from runut.office.reports.models import SectionText
from runut.office.trust.test_certificates import make_test_certificates
from runut.office.verification.verify import verify_all
from runut.office.works.laporan.writing import authors_of, save_text
from tests.kantor import MONDAY, kantor
from tests.works.running import browser, first_form, text

SIGNER, CHECKER = "andreas", "hendra"
START = MONDAY + timedelta(minutes=1)


@pytest.fixture
def example(db: None, monkeypatch: pytest.MonkeyPatch) -> ExampleOffice:
    monkeypatch.setattr(clock, "now", lambda: START)
    return kantor(figures=True)


def case_of(
    example: ExampleOffice,
    *,
    checkers: tuple[str, ...] = (CHECKER,),
    writing: tuple[str, ...] = (CHECKER, "joko"),
) -> Case:
    """ "LAKIP 2025" with these holders of the second check, and these in the Tim that writes."""
    roles = example.roles()
    roles["Kabag"] = [example.people[name] for name in checkers]
    roles["Tim"] = [*roles["Tim"], *(example.people[name] for name in writing)]
    doer = Doer(example.people["rina"], MONDAY)
    case = start_case(example.sop, "LAKIP 2025", roles, doer, laporan="lakip", tahun=2025)
    assert isinstance(case, Case)
    return case


def write(
    example: ExampleOffice, case: Case, username: str, key: str, words: str, **asked: Any
) -> Done | Refused:
    last = SectionText.objects.filter(case=case, key=key).order_by("-versi").first()
    doer = Doer(example.people[username], START)
    return save_text(case.pk, key, words, last.versi if last else 0, doer, **asked)


def walk_to(example: ExampleOffice, case: Case, work: str) -> Walk:
    return walk(example, case, START, lambda line: None, before=work)


def authors(example: ExampleOffice, case: Case) -> set[str]:
    """Whose words stand in the report, by their logins."""
    found = authors_of(load(case.pk, case.office_id), "6")
    return {name for name, person in example.people.items() if person.ref in found}


def test_the_signer_writes_his_own_foreword_and_still_signs(example: ExampleOffice) -> None:
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    case = case_of(example)
    assert write(example, case, SIGNER, KATA_PENGANTAR, "Puji syukur.") == Done("")
    assert SIGNER not in authors(example, case)

    going = walk_to(example, case, "")

    assert going.open_case().state.status == "selesai"
    assert verify_all() == ()


def test_the_same_words_by_a_checker_are_asked_about_first(example: ExampleOffice) -> None:
    case = case_of(example, checkers=(CHECKER, "joko"))

    unasked = write(example, case, CHECKER, KATA_PENGANTAR, "Puji syukur.")
    nothing = SectionText.objects.filter(case=case).exists()
    agreed = write(example, case, CHECKER, KATA_PENGANTAR, "Puji syukur.", gives_up=True)

    assert isinstance(unasked, Refused)
    assert unasked.kode == "hak_hilang"
    assert "langkah 8" in unasked.reason
    assert not nothing
    assert agreed == Done("")
    assert authors(example, case) == {CHECKER, "dewi"}  # she loaded the figures


def test_the_only_checker_may_not_write_even_if_he_agrees(example: ExampleOffice) -> None:
    case = case_of(example)

    answer = write(example, case, CHECKER, KATA_PENGANTAR, "Puji syukur.", gives_up=True)

    assert isinstance(answer, Refused)
    assert answer.kode == "tanpa_pemeriksa"
    assert "langkah 8: Memeriksa draft LAKIP" in answer.reason
    assert not SectionText.objects.filter(case=case).exists()


def test_the_last_of_two_checkers_may_not_write_after_the_other_did(
    example: ExampleOffice,
) -> None:
    case = case_of(example, checkers=(CHECKER, "joko"))
    assert write(example, case, CHECKER, SIMPULAN, "Cukup.", gives_up=True) == Done("")

    answer = write(example, case, "joko", LATAR_BELAKANG, "Bagus.", gives_up=True)

    assert isinstance(answer, Refused)
    assert answer.kode == "tanpa_pemeriksa"


def test_what_is_not_the_signers_own_takes_his_signature(example: ExampleOffice) -> None:
    case = case_of(example, writing=(SIGNER,))
    answer = write(example, case, SIGNER, SIMPULAN, "Cukup.", gives_up=True)

    assert isinstance(answer, Refused)
    assert answer.kode == "tanpa_pemeriksa"


def test_who_checks_nothing_is_asked_nothing(example: ExampleOffice) -> None:
    assert write(example, case_of(example), "budi", SIMPULAN, "Cukup.") == Done("")


@pytest.mark.parametrize(("key", "is_author"), [(SIMPULAN, False), (LATAR_BELAKANG, True)])
def test_only_words_that_still_stand_exclude_their_writer(
    example: ExampleOffice, key: str, is_author: bool
) -> None:
    """On the way the Tim writes the conclusion anew, and leaves the background as it was."""
    case = case_of(example, checkers=(CHECKER, "joko"))
    assert write(example, case, CHECKER, key, "Hasilnya memuaskan.", gives_up=True) == Done("")

    going = walk_to(example, case, "periksa").open_case()

    [draft] = {out.sha256: out for out in going.state.step("6").outputs}.values()
    assert (example.people[CHECKER].ref in draft.authors) is is_author
    assert (CHECKER in authors(example, case)) is is_author


def test_the_page_asks_and_then_saves(example: ExampleOffice) -> None:
    case = case_of(example, checkers=(CHECKER, "joko"))
    client, url = browser(example, CHECKER), f"/laporan/{case.pk}/bagian/{SIMPULAN}/"
    form = first_form(client, url)
    assert "tidak akan memeriksa laporan ini pada langkah 8" in text(client.get(url))

    unasked = client.post(url, {"kunci": "k", "dasar": "0", "teks": "Hasilnya memuaskan."})
    agreed = form.send(client, teks="Hasilnya memuaskan.")

    assert unasked.status_code == 422
    assert "Hasilnya memuaskan." in text(unasked)
    assert "Penulis tidak dapat memeriksa tulisannya sendiri" in text(unasked)
    assert agreed.status_code == 302
