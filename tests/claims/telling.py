"""What a writer of a report knows, and how officials write a number down."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from runut.core.kinerja.anggaran import program_rows
from runut.core.kinerja.model import DataKinerja, Indikator, Nilai, Polaritas, Sasaran
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.lakip.draft import Draft, prepare_draft, unit_name

_ONES = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]
RATINGS = ("C", "CC", "B", "BB", "A", "AA")


def in_words(number: int) -> str:
    """A small number as it is spoken."""
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    tens, rest = divmod(number, 10)
    return f"{_ONES[tens]} puluh {_ONES[rest]}" if rest else f"{_ONES[tens]} puluh"


def dotted(value: Decimal, decimals: int = 2) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if rounded == rounded.to_integral_value():
        rounded = rounded.quantize(Decimal(1))
    whole, _, rest = f"{rounded:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{rest}" if rest else grouped


@dataclass
class Teller:
    """A writer with the figures of a year before him."""

    data: DataKinerja
    rng: Random

    def __post_init__(self) -> None:
        self.draft: Draft = prepare_draft(self.data, {})

    @property
    def tahun(self) -> int:
        return self.data.tahun

    @property
    def unit(self) -> str:
        return unit_name(self.data.profil)

    def row(self, sasaran: Sasaran, want: Callable[[BarisCapaian], bool]) -> BarisCapaian | None:
        found = [row for row in self.draft.rows_of(sasaran) if want(row)]
        return self.rng.choice(found) if found else None

    def ends(self) -> tuple[BarisCapaian, BarisCapaian] | None:
        """The indicators of the highest and the lowest capaian; None where two share an end."""
        rows = [row for row in self.draft.counted if row.hasil.capaian is not None]
        values = [row.hasil.capaian or Decimal(0) for row in rows]
        if len(rows) < 2 or values.count(max(values)) > 1 or values.count(min(values)) > 1:
            return None
        return rows[values.index(max(values))], rows[values.index(min(values))]

    def say(self, nilai: Nilai | None, satuan: str) -> str:
        """A figure with its unit, in one of the ways people write it."""
        if not isinstance(nilai, Decimal):
            return str(nilai)
        bare = dotted(nilai)
        if satuan in ("%", "persen"):
            return bare + self.rng.choice(("%", " persen", " %"))
        if satuan in ("indeks", "nilai"):
            return bare
        return f"{bare} {satuan}"

    def percent(self, value: Decimal) -> str:
        return dotted(value) + self.rng.choice(("%", " persen"))

    def of(self, row: BarisCapaian) -> str:
        """The capaian of an indicator."""
        return self.percent(row.hasil.capaian or Decimal(0))

    def money(self, value: Decimal) -> str:
        way = self.rng.randint(0, 3)
        if way == 0 and value >= 10**9:
            return f"Rp{dotted(value / 10**9)} miliar"
        if way == 1 and 10**6 <= value < 10**9:
            return f"Rp{dotted(value / 10**6)} juta"
        return f"Rp{'' if way < 3 else ' '}{dotted(value, 0)}{',00' if way == 3 else ''}"

    def count(self, number: int) -> str:
        return self.rng.choice((str(number), in_words(number), f"{number} ({in_words(number)})"))

    def name(self, one: Indikator) -> str:
        """The name as it stands in a sentence: whole, in small letters, or in quotation marks."""
        if self.rng.random() < 0.12:
            return f"“{one.nama}”"
        if self.rng.random() < 0.5 and not one.nama.split()[1].isupper():
            return one.nama[0].lower() + one.nama[1:]
        return one.nama


def is_number(row: BarisCapaian) -> bool:
    return isinstance(row.indikator.realisasi.nilai, Decimal)


def is_predikat(row: BarisCapaian) -> bool:
    return row.indikator.polaritas is Polaritas.PREDIKAT


def is_reached(row: BarisCapaian) -> bool:
    return row.hasil.is_tercapai is True


def is_missed(row: BarisCapaian) -> bool:
    return row.hasil.is_tercapai is False


def before(row: BarisCapaian, tahun: int) -> Decimal | None:
    """The realisasi of an earlier year."""
    figure = row.indikator.riwayat.get(tahun)
    return figure.nilai if figure and isinstance(figure.nilai, Decimal) else None


def programs(teller: Teller) -> int:
    return len(program_rows(teller.data))
