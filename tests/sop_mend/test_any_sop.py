"""Checks, repairs and differences answer for any SOP whatever, also one that makes no sense."""

from dataclasses import replace
from datetime import date
from random import Random

from runut.core.findings import Refused
from runut.core.sop.checks.all import check_sop
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.mending.difference import difference
from runut.core.sop.mending.repairs import apply_all, apply_repair
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana, Pengesahan
from tests.sop_mend.mended import repairs_of

WORDS = (
    "",
    ".",
    "Menyusun draft",
    "Memeriksa , konsep",
    "undangan",
    "SOP",
    "Pelaksanaan rapat",
    "( x )",
    "Lapran",
    "Disposisi Tim",
    "PERMENPAN Nomor 29 Tahun 2010",
    "PP Nomor tentang",
    "0 menit",
    "3 hari kalender",
    "2 hari",
    "Penugasan lisan",
    "Tim menyusun",
    "langkah 3",
    "[a-z",
    "{SOP:",
    "\\1",
    "total waktu 1 jam",
    "Menandatangani",
    "Perpres 29/2014 tentang tentang",
    "3O menitt",
    "é 漢字",
)
NUMBERS = ("1", "2", "2", "3", "3a", "9", "", "x")
LABELS = (None, None, "Ya", "Tidak", "")


def some(random: Random, most: int = 3) -> tuple[str, ...]:
    return tuple(random.choice(WORDS) for _ in range(random.randrange(most)))


def some_day(random: Random) -> date | None:
    return random.choice((None, date(2020, 2, 29), date(1900, 1, 1), date(9999, 12, 31)))


def some_step(random: Random) -> Langkah:
    return Langkah(
        random.choice(NUMBERS),
        " ".join(some(random)),
        tuple(Pelaksana(name) for name in some(random)),
        random.choice(list(Bentuk)),
        some(random),
        parse_waktu(random.choice(WORDS)),
        some(random),
        random.choice(WORDS),
        tuple(
            Lanjut(random.choice(NUMBERS), random.choice(LABELS))
            for _ in range(random.randrange(4))
        ),
        some(random),
    )


def some_sop(random: Random) -> SOP:
    return SOP(
        random.choice(("", "LAKIP", "(", "Menyusun draft")),
        tuple(some_step(random) for _ in range(random.randrange(7))),
        some(random, 4),
        random.choice((None, "", "....", "1")),
        some(random),
        some_day(random),
        some_day(random),
        some_day(random),
        Pengesahan(random.choice(WORDS), random.choice(WORDS), random.choice((None, "", "1"))),
        some(random, 4),
        some(random, 4),
        some(random, 4),
        some(random, 4),
        some(random, 4),
        some(random, 4),
        judul_prosedur=random.choice(WORDS),
        catatan=some(random),
    )


def test_no_sop_is_too_odd_to_be_checked_mended_and_compared() -> None:
    random = Random(7)
    before = replace(some_sop(random), judul="")
    for _ in range(25):
        sop = some_sop(random)
        assert check_sop(sop)
        for repair in repairs_of(sop):
            assert not isinstance(apply_repair(sop, repair.key), Refused)
            assert difference(sop, repair.hasil), repair.key
        assert difference(sop, sop) == ()
        assert difference(before, sop)
        assert repairs_of(apply_all(sop)) == ()
        before = sop
