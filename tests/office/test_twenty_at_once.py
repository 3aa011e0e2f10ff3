"""Twenty at once, with the same form, the same act, or each with another: nothing twice or lost.

What one waits for is a row, on PostgreSQL, or the whole database, on SQLite; what they are
answered is the same.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from runut.core.findings import Refused
from runut.core.report.lakip.keys import SIMPULAN
from runut.core.sop.model import SOP
from runut.files.read.workbook.year import read_workbook
from runut.office.acts.sending import Doer, Done, Sending
from runut.office.cases.acting import OpenCase, act
from runut.office.cases.documents import keep_upload, record
from runut.office.cases.models import Case, Document, Task
from runut.office.cases.numbering import UNDANGAN, numbered, take_number
from runut.office.example.office import ExampleOffice, examples
from runut.office.kinerja import actions as kinerja
from runut.office.kinerja.models import Dataset
from runut.office.people.models import Person
from runut.office.reports.models import SectionText
from runut.office.sops.actions import Correction, correct, mend, take_in, take_in_file
from runut.office.sops.draft import sop_of
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY, kantor, kasus
from tests.office.at_once import at_once
from tests.office.berkas import TEXT, isian, kasus_berkas, sop_berkas

pytestmark = pytest.mark.usefixtures("shared_db")

TWENTY = 20
Post = Callable[[], HttpResponse]


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path / "berkas"


def _post(person: Person, url: str, fields: dict[str, object]) -> Post:
    client = Client()
    client.force_login(person)
    return partial(client.post, url, fields)


def _crowd(example: ExampleOffice) -> list[Person]:
    return [example.people[name] for name in ("dewi", "joko")] * (TWENTY // 2)


def _writers(example: ExampleOffice) -> list[Person]:
    """Those who hold the step that composes the text: nobody else writes it."""
    return [example.people[name] for name in ("budi", "sari")] * (TWENTY // 2)


def _is_whole(example: ExampleOffice) -> bool:
    seqs = list(Entry.objects.filter(office=example.office).order_by("seq").values_list("seq"))
    return seqs == [(n,) for n in range(1, len(seqs) + 1)] and verify_all() == ()


# --- the same form ----------------------------------------------------------------------------


def test_one_form_that_arrives_twenty_times_completes_the_step_once() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    url, fields = f"/pelaksanaan/{case.pk}/langkah/1/", isian(case, "sama")
    answers = at_once([_post(example.people["dewi"], url, fields) for _ in range(TWENTY)])
    told = Counter((one.status_code, one.headers.get("Location")) for one in answers)
    assert told == {(302, f"/pelaksanaan/{case.pk}/"): TWENTY}
    assert Entry.objects.filter(kind="kasus.langkah_selesai").count() == 1
    assert list(Task.objects.values_list("no", flat=True)) == ["2"]
    assert _is_whole(example)


def test_one_form_that_arrives_twenty_times_starts_one_case() -> None:
    example = kantor()
    version = sop_berkas(example)
    people = {f"peran_{n}": [example.people[one].pk] for n, one in enumerate(("dewi", "budi"))}
    fields = {"kunci": "mulai", "judul": "Berkas 2025", "tahun": 2025, **people}
    posts = [
        _post(example.people["rina"], f"/pelaksanaan/mulai/{version.pk}/", fields)
        for _ in range(TWENTY)
    ]
    told = Counter((one.status_code, one.headers.get("Location")) for one in at_once(posts))
    case = Case.objects.get()
    assert told == {(302, f"/pelaksanaan/{case.pk}/"): TWENTY}
    assert _is_whole(example)


def test_one_form_that_arrives_twenty_times_saves_the_words_once() -> None:
    example = kantor(figures=True)
    case = kasus(example)
    url = f"/laporan/{case.pk}/bagian/{SIMPULAN}/"
    fields: dict[str, object] = {"kunci": "kata", "teks": "Baik.", "dasar": 0}
    answers = at_once([_post(example.people["budi"], url, fields) for _ in range(TWENTY)])
    assert Counter(one.status_code for one in answers) == {302: TWENTY}
    assert list(SectionText.objects.values_list("versi", "teks")) == [(1, "Baik.")]
    assert _is_whole(example)


def test_one_file_that_arrives_twenty_times_is_one_proposal() -> None:
    example = kantor()
    doer = Doer(example.people["rina"], MONDAY, Sending("berkas", "0" * 64), "/x/")
    before = SopVersion.objects.count()
    answers = at_once([partial(take_in_file, TEXT.encode(), "a.txt", doer)] * TWENTY)
    assert len({one.url for one in answers if isinstance(one, Done)}) == 1
    assert len([one for one in answers if isinstance(one, Done)]) == TWENTY
    assert SopVersion.objects.count() == before + 1
    assert _is_whole(example)


# --- the same act -----------------------------------------------------------------------------


def test_twenty_people_save_other_words_for_one_section_and_one_is_first() -> None:
    example = kantor(figures=True)
    case = kasus(example)
    url = f"/laporan/{case.pk}/bagian/{SIMPULAN}/"
    posts = [
        _post(person, url, {"kunci": f"k{n}", "teks": f"Kata {n}.", "dasar": 0})
        for n, person in enumerate(_writers(example))
    ]
    answers = at_once(posts)
    assert Counter(one.status_code for one in answers) == {302: 1, 409: TWENTY - 1}
    assert SectionText.objects.count() == 1
    for one in answers:
        assert one.status_code == 302 or "baru saja disimpan orang lain" in one.content.decode()
    assert _is_whole(example)


# --- counted numbers --------------------------------------------------------------------------


def test_twenty_papers_of_one_kind_are_counted_one_by_one() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))

    def keep(person: Person, number: int) -> object:
        def save(now: OpenCase) -> list[Act]:
            paper = keep_upload(b"%d" % number, jenis="unggahan", nama="Berkas", ending="pdf")
            return [record(now, "1", paper, Doer(person, MONDAY))]

        return act(case.pk, Doer(person, MONDAY), [], also=save)

    works = [partial(keep, person, n) for n, person in enumerate(_crowd(example))]
    assert all(isinstance(one, Done) for one in at_once(works))
    versions = Document.objects.order_by("versi").values_list("versi", flat=True)
    assert list(versions) == list(range(1, TWENTY + 1))
    assert _is_whole(example)


def test_the_agenda_book_has_no_gap_and_no_number_twice() -> None:
    """A number is given with its paper: who loses it draws the paper again with the next one."""
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))

    @numbered
    def leave(person: Person, mark: int) -> object:
        nomor = take_number(example.office, UNDANGAN, MONDAY)
        paper = keep_upload(b"%d" % mark, jenis="unggahan", nama="Berkas", ending="pdf")
        drawn = replace(paper, nomor=nomor)
        doer = Doer(person, MONDAY)
        return act(case.pk, doer, [], also=lambda now: [record(now, "1", drawn, doer)])

    works = [partial(leave, person, n) for n, person in enumerate(_crowd(example))]
    assert all(isinstance(one, Done) for one in at_once(works))
    numbers = sorted(Document.objects.values_list("nomor", flat=True))
    assert numbers == [f"{n:03d}/UND/{example.office.kode}/2026" for n in range(1, TWENTY + 1)]
    assert _is_whole(example)


def test_an_act_that_is_refused_gives_no_number() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    doer = Doer(example.people["dewi"], MONDAY)
    nomor = take_number(example.office, UNDANGAN, MONDAY)
    paper = replace(keep_upload(b"1", jenis="unggahan", nama="Berkas", ending="pdf"), nomor=nomor)

    def refuse(now: OpenCase) -> Refused:
        record(now, "1", paper, doer)
        return Refused("tidak", "Tidak.")

    assert isinstance(act(case.pk, doer, [], also=refuse), Refused)
    assert take_number(example.office, UNDANGAN, MONDAY) == nomor


def test_twenty_texts_under_one_title_are_twenty_revisions() -> None:
    example = kantor()
    works = [partial(take_in, TEXT, f"{n}.txt", example.people["rina"], MONDAY) for n in range(20)]
    taken = at_once(works)
    assert sorted(one.revisi for one in taken if isinstance(one, SopVersion)) == list(range(20))
    assert _is_whole(example)


def test_corrections_repairs_and_new_texts_of_one_procedure_never_meet() -> None:
    """Each takes a revision of it, and two of them change the very text they start from."""
    example = kantor()
    rina = example.people["rina"]
    taken = take_in(TEXT, "a.txt", rina, MONDAY)
    assert isinstance(taken, SopVersion)
    renamed = Correction(_renamed(sop_of(taken), "PENCATATAN LAIN"), frozenset(), taken.versi)
    works: list[Callable[[], object]] = [
        *[partial(take_in, TEXT, "b.txt", rina, MONDAY)] * 6,
        *[partial(correct, _again(taken), renamed, Doer(rina, MONDAY)) for _ in range(7)],
        *[partial(mend, _again(taken), "*", Doer(rina, MONDAY)) for _ in range(7)],
    ]
    answers = at_once(works)
    assert all(isinstance(one, SopVersion) for one in answers[:6])
    won = [one for one in answers[6:] if isinstance(one, Done)]
    lost = [one.reason for one in answers[6:] if isinstance(one, Refused)]
    assert len(won) + len(lost) == 14
    assert all("diubah orang lain" in reason or "diperbaiki" in reason for reason in lost)
    numbers = SopVersion.objects.values_list("sop_id", "revisi")
    assert len(set(numbers)) == len(numbers)
    assert _is_whole(example)


def _again(version: SopVersion) -> SopVersion:
    return SopVersion.objects.get(pk=version.pk)


def _renamed(sop: SOP, judul: str) -> SOP:
    return replace(sop, judul=judul)


def test_twenty_workbooks_of_one_year_are_twenty_versions() -> None:
    example = kantor()
    data = (examples() / "kinerja" / "lakip-2025.xlsx").read_bytes()
    content, _ = read_workbook(data, "a.xlsx")
    person = example.people["rina"]
    with pytest.MonkeyPatch.context() as patch:
        # read in a process of its own each time, which is not what is asked here
        patch.setattr(kinerja, "read_guarded", lambda *_, **__: (content, ()))
        works = [
            partial(kinerja.import_workbook, data, f"{n}.xlsx", Doer(person, MONDAY))
            for n in range(TWENTY)
        ]
        answers = at_once(works)
    assert all(isinstance(one, Done) for one in answers), answers
    versions = Dataset.objects.order_by("versi").values_list("versi", flat=True)
    assert list(versions) == list(range(1, TWENTY + 1))
    assert _is_whole(example)


# --- each another act -------------------------------------------------------------------------


def test_twenty_people_with_each_another_act_on_one_case_are_all_answered() -> None:
    example = kantor(figures=True)
    case = kasus(example)
    step = f"/pelaksanaan/{case.pk}/langkah/1/"
    posts = []
    for n, person in enumerate(_crowd(example)):
        words: dict[str, object] = {"kunci": f"k{n}", "teks": f"Kata {n}.", "dasar": 0}
        posts.append(
            [
                _post(example.people["budi"], f"/laporan/{case.pk}/bagian/{SIMPULAN}/", words),
                _post(example.people["rina"], step, isian(case, f"k{n}")),
                _post(person, step, {"putaran": 1, "kunci": f"k{n}"}),
                _post(example.people["rina"], f"{step}kembalikan/", {"kunci": f"k{n}"}),
            ][n % 4]
        )
    statuses = Counter(one.status_code for one in at_once(posts))
    assert set(statuses) <= {302, 403, 404, 409, 422}, statuses
    assert _is_whole(example)


def test_twenty_cases_of_one_office_go_on_at_once_and_one_chain_holds_them_all() -> None:
    example = kantor()
    version = sop_berkas(example)
    cases = [kasus_berkas(example, version) for _ in range(TWENTY)]

    def walk(case: Case, dewi: Person, joko: Person) -> list[int]:
        step = f"/pelaksanaan/{case.pk}/langkah/"
        second = {"kelengkapan": ["Berkas tercatat"], "putaran": 1, "hasil_0": "Sudah."}
        return [
            _post(dewi, f"{step}1/", isian(case, f"a{case.pk}"))().status_code,
            _post(joko, f"{step}2/", {"kunci": f"b{case.pk}", **second})().status_code,
        ]

    people = (example.people["dewi"], example.people["budi"])
    answers = at_once([partial(walk, case, *people) for case in cases])
    assert answers == [[302, 302]] * TWENTY
    assert Entry.objects.filter(kind="kasus.langkah_selesai").count() == 2 * TWENTY
    assert _is_whole(example)
