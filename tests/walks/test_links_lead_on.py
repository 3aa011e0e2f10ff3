"""Every link of every inbox and page leads its reader to a page where he can do what it says."""

from pathlib import Path

import pytest

from runut.office.cases.acting import OpenCase
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from tests.depth import WHOLE
from tests.kantor import kantor
from tests.walks import walking
from tests.walks.sops import ROOT
from tests.walks.stranger import Lost, Page, Stranger
from tests.walks.walking import Walked, Walker

TRIED = (
    "examples/sop/penyusunan-lakip-diperbaiki.txt",
    "tests/corpus/files/docx-07-ppdb-otomatis.docx",
    "tests/sop/lain_teks/cuti-pegawai.txt",
)
WORK = ("Kerjakan", "Tulis notula", "Muat dahulu", "Masukkan SOP", "Mulai", "Mulai pelaksanaan")
"""Words of links that promise a form to be filled in."""


class Looking(Walker):
    """Before each step everybody in the case opens all that his pages link to; in the daily suite
    a quarter of them by turns, and nobody the same address twice.
    """

    def __init__(self, example: ExampleOffice, starts: tuple[str, ...]) -> None:
        super().__init__(example)
        self.starts = starts
        self.opened: set[tuple[int, str]] = set()
        self.turn = 0

    def _do(self, case: OpenCase, walked: Walked, *, files: bool) -> None:
        refs = dict.fromkeys(ref for people in case.state.roles.values() for ref in people)
        everybody = list(Person.objects.filter(pk__in=[int(ref) for ref in refs]).order_by("pk"))
        if WHOLE:
            self.opened.clear()
        self.turn += 1
        for person in everybody if WHOLE else everybody[self.turn % 4 :: 4]:
            self._look_around(self._of(person), person, case)
        super()._do(case, walked, files=files)

    def _look_around(self, stranger: Stranger, person: Person, case: OpenCase) -> None:
        for start in self.starts:
            page = stranger.go(f"/pelaksanaan/{case.row.pk}/" if start == "kasus" else start)
            for label, url in _links(page):
                is_file = "unduh" in url or url.rstrip("/").endswith(("pdf", "docx"))
                if is_file or (person.pk, url) in self.opened:
                    continue
                self.opened.add((person.pk, url))
                _must_keep_its_word(person, label, url, stranger.go(url))


def _links(page: Page) -> list[tuple[str, str]]:
    found = page.tree.xpath("//main//a[@href]")
    return [
        (" ".join(one.text_content().split()), one.get("href"))
        for one in found
        if one.get("href").startswith("/")
    ]


def _must_keep_its_word(person: Person, label: str, url: str, page: Page) -> None:
    if page.status != 200:
        raise Lost(f"{person}: “{label}” ({url}) answers {page.status}")
    if label.startswith(WORK) and page.main_button is None:
        raise Lost(f"{person}: “{label}” ({url}) leads to a page without a form: {page.heading}")


@pytest.mark.django_db
def test_links_of_every_inbox_are_followed_through_a_whole_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each day through one case, before a release until every exit was taken."""
    if not WHOLE:
        monkeypatch.setattr(walking, "MOST_CASES", 1)
    path = ROOT / "examples/sop/penyusunan-lakip.txt"
    looking = Looking(kantor(figures=True), ("/",))
    walked = looking.walk(path.read_bytes(), path.name)
    assert walked.steps >= 9 and len(looking.opened) > 20


@pytest.mark.gate
@pytest.mark.django_db
@pytest.mark.parametrize("name", TRIED, ids=lambda name: Path(name).name)
def test_links_of_every_page_are_followed_through_a_whole_case(name: str) -> None:
    path = ROOT / name
    walked = Looking(kantor(figures=True), ("/", "kasus")).walk(path.read_bytes(), path.name)
    assert walked.clicks > 100
