"""A check answers by the labels of its form: a no puts no mark, wherever the form leads it."""

from runut.core.case.definition import Adoption, definition_of
from runut.core.case.model import CaseStatus
from runut.core.sop.model import SOP, Langkah, Lanjut, Pelaksana
from tests.case.definitions import definition, step
from tests.case.driving import Driven, kode
from tests.people import BUDI, HENDRA

MENDED_BELOW = SOP(
    "Penyusunan surat",
    (
        Langkah("1", "Mengonsep surat", (Pelaksana("Tim"),), output=("Konsep surat",)),
        Langkah(
            "2",
            "Memeriksa konsep surat",
            (Pelaksana("Kabag"),),
            lanjut=(Lanjut("4", "Ya"), Lanjut("3", "Tidak")),
            output=("Konsep surat",),
        ),
        Langkah(
            "3",
            "Memperbaiki konsep surat",
            (Pelaksana("Tim"),),
            lanjut=(Lanjut("4"),),
            output=("Konsep surat yang diperbaiki",),
        ),
        Langkah("4", "Menandatangani surat", (Pelaksana("Karo"),), output=("Surat",)),
    ),
    ("Tim", "Kabag", "Karo"),
)
RUN = definition_of(MENDED_BELOW, "sop", Adoption(marks={"2": "paraf", "4": "tanda_tangan"}))


def test_a_no_that_leads_down_the_form_is_no_paraf() -> None:
    case = Driven(RUN)
    case.run("1 budi")
    assert kode(case.complete("2", HENDRA, exit_="Tidak")) == ""
    assert case.state.marks == ()
    assert case.open == {"3"}


def test_what_was_mended_below_is_what_is_signed() -> None:
    case = Driven(RUN)
    case.run("1 budi")
    case.complete("2", HENDRA, exit_="Tidak")
    case.complete("3", BUDI, bytes_="konsep-diperbaiki")
    assert kode(case.complete("4", "anton")) == "", "the form leads around a second check"
    assert case.state.marks[-1].sha256 == "konsep-diperbaiki"
    assert case.state.status is CaseStatus.SELESAI


def test_a_yes_puts_the_paraf_and_the_signer_waits_for_it() -> None:
    case = Driven(RUN)
    case.run("1 budi")
    case.complete("2", HENDRA, exit_="Ya")
    assert [mark.no for mark in case.state.marks] == ["2"]
    assert kode(case.complete("4", "anton")) == ""


def test_who_mended_a_document_does_not_check_it() -> None:
    again = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Tim", "3", output="Draft"),
        step("3", "Kabag", back="1"),
    )
    steps = tuple(again.steps)
    made = type(again)(
        again.sop_sha256,
        again.judul,
        (*steps[:2], type(steps[2])(**{**vars(steps[2]), "remade_in": ("2",)})),
    )
    case = Driven(made, {"Tim": (BUDI, HENDRA), "Kabag": (HENDRA, "joko")})
    case.run("1 budi")
    case.complete("2", HENDRA, bytes_="draf-2")
    assert kode(case.complete("3", HENDRA)) == "karya_sendiri"
    assert kode(case.complete("3", "joko")) == ""
