"""False sentences: true ones of another year, another office, other figures.

A writer who has the wrong data before him writes sentences as good as any other. Where what he
writes differs from what the same writer says of the right data, it is a contradiction.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from runut.core.kinerja.model import DataKinerja, Indikator, Pejabat, Sasaran, Terukur
from tests.claims.offices import PEOPLE, UNITS
from tests.claims.telling import RATINGS, Teller

_MANY = 300

Phrase = Callable[[Teller, Sasaran], str | None]
Lie = Callable[[DataKinerja, Random], DataKinerja]


def _each(data: DataKinerja, change: Callable[[Indikator], Indikator]) -> DataKinerja:
    return replace(data, indikators=tuple(change(one) for one in data.indikators))


def target_for_result(data: DataKinerja, rng: Random) -> DataKinerja:
    """Target and realisasi changed over: what was missed is reached, and the other way round."""
    return _each(data, lambda i: replace(i, target=i.realisasi, realisasi=i.target))


def last_years_result(data: DataKinerja, rng: Random) -> DataKinerja:
    """Last year's realisasi stands for this year's: leftovers, and every direction turned."""

    def change(i: Indikator) -> Indikator:
        old = i.riwayat[data.tahun - 1]
        return replace(i, realisasi=old, riwayat=i.riwayat | {data.tahun - 1: i.realisasi})

    return _each(data, change)


def neighbours_figures(data: DataKinerja, rng: Random) -> DataKinerja:
    """Each indicator with the figures of the next one: right numbers at the wrong name."""
    rated = [i for i in data.indikators if not isinstance(i.target.nilai, Decimal)]
    plain = [i for i in data.indikators if i not in rated]
    turned = dict(zip([i.id for i in plain], [*plain[1:], *plain[:1]], strict=True))
    return _each(
        data,
        lambda i: i
        if i.id not in turned
        else replace(
            i, target=turned[i.id].target, realisasi=turned[i.id].realisasi,
            riwayat=turned[i.id].riwayat, renstra=turned[i.id].renstra,
            standar_nasional=i.standar_nasional and turned[i.id].standar_nasional,
        ),
    )  # fmt: skip


def slips(data: DataKinerja, rng: Random) -> DataKinerja:
    """A slip of the pen in every figure; another rating."""

    def slip(one: Terukur | None) -> Terukur | None:
        if one is None or one.nilai is None:
            return one
        if isinstance(one.nilai, str):
            others = [r for r in RATINGS if r != one.nilai]
            return replace(one, nilai=rng.choice(others))
        assert isinstance(one.nilai, Decimal)
        return replace(one, nilai=one.nilai + Decimal(rng.choice((3, 4, 6))))

    return _each(
        data,
        lambda i: replace(
            i, target=slip(i.target) or i.target, realisasi=slip(i.realisasi) or i.realisasi,
            riwayat={y: slip(f) or f for y, f in i.riwayat.items()},
            renstra={y: slip(f) or f for y, f in i.renstra.items()},
            standar_nasional=slip(i.standar_nasional),
        ),
    )  # fmt: skip


def other_money(data: DataKinerja, rng: Random) -> DataKinerja:
    """Another budget: one digit more here and there."""

    def more(one: Terukur, by: str) -> Terukur:
        return (
            replace(one, nilai=one.nilai * Decimal(by)) if isinstance(one.nilai, Decimal) else one
        )

    lines = tuple(
        replace(a, pagu=more(a.pagu, "1.25"), realisasi=more(a.realisasi, "1.12"))
        for a in data.anggaran
    )
    return replace(data, anggaran=lines)


def another_sasaran(data: DataKinerja, rng: Random) -> DataKinerja:
    """A sasaran and two indicators more than there are."""
    first = data.indikators[0]
    more = tuple(
        replace(first, id=f"X-{n}", sasaran_id="SX", nama=f"Jumlah hal lain ke {n}") for n in (1, 2)
    )
    return replace(
        data, sasarans=(*data.sasarans, Sasaran("SX", "Sasaran lain")),
        indikators=(*data.indikators, *more),
    )  # fmt: skip


def another_office(data: DataKinerja, rng: Random) -> DataKinerja:
    """The words of another office."""
    p = data.profil
    unit = rng.choice([u for u in UNITS if u[1] not in p.instansi])
    name = " ".join(w if w == "DAN" else w.capitalize() for w in unit[1].split()).replace(
        "DAN", "dan"
    )
    head = replace(p.pimpinan, jabatan=f"Kepala {name}")
    return replace(data, profil=replace(p, instansi=(unit[0], unit[1]), pimpinan=head))


def last_head(data: DataKinerja, rng: Random) -> DataKinerja:
    """Last year's head."""
    p = data.profil
    who = rng.choice([n for n in PEOPLE if n not in (p.pimpinan.nama, p.atasan.nama)])
    return replace(data, profil=replace(p, pimpinan=Pejabat(p.pimpinan.jabatan, who)))


def last_year(data: DataKinerja, rng: Random) -> DataKinerja:
    """The text of the year before: every year one too low."""
    down = {"riwayat", "riwayat_target", "renstra"}
    a, b = data.profil.renstra_periode

    def change(i: Indikator) -> Indikator:
        moved = {name: {y - 1: f for y, f in getattr(i, name).items()} for name in down}
        return replace(i, **moved)

    year = data.tahun - 1
    day = data.pk_tanggal.split()[0]
    profil = replace(data.profil, renstra_periode=(a - 1, b - 1))
    return replace(
        _each(data, change), tahun=year, profil=profil, pk_tanggal=f"{day} Januari {year}"
    )


LIES: tuple[Lie, ...] = (
    target_for_result, last_years_result, neighbours_figures, slips, other_money, another_sasaran,
    another_office, last_head, last_year,
)  # fmt: skip


def told(phrase: Phrase, data: DataKinerja, number: int, seed: int) -> str | None:
    """What a writer says of the sasaran of that number."""
    return phrase(Teller(data, Random(seed)), data.sasarans[number])


def lie_of(phrase: Phrase, lie: Lie, data: DataKinerja, number: int, seed: int) -> str | None:
    """A false sentence, or None where this writer says nothing or the same of both."""
    false = told(phrase, lie(data, Random(seed)), number, seed)
    true = told(phrase, data, number, seed)
    if not false or not true or false == true:
        return None
    return None if false in _true_words(phrase, data, number) else false


def _true_words(phrase: Phrase, data: DataKinerja, number: int) -> frozenset[str]:
    """Nearly all that this writer may truly say: a lie may be true by chance of another row."""
    teller = Teller(data, Random(0))
    sasaran = data.sasarans[number]
    said = (phrase(teller, sasaran) for _ in range(_MANY))
    return frozenset(one for one in said if one)
