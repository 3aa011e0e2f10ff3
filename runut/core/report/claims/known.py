"""Every number that is an indicator's own, by what it says of it and by its year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from runut.core.kinerja.capaian import compute_pair
from runut.core.kinerja.cetak import value_text
from runut.core.kinerja.deret import direction, renstra_progress
from runut.core.kinerja.model import Indikator, Rentang, Terukur
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.kinerja.satuan import is_persen, normal_satuan


class Peran(StrEnum):
    """What a number says of its indicator."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    STANDAR = "standar nasional"
    KEMAJUAN = "kemajuan terhadap target akhir Renstra"
    PERUBAHAN = "perubahan"
    SELISIH = "selisih"


@dataclass(frozen=True)
class Own:
    """A number of an indicator. ``unit`` is ``%``, ``poin`` or the unit of the indicator."""

    peran: Peran
    tahun: int
    nilai: Decimal
    unit: str
    sejak: int = 0
    """Of a change: the year it is counted from."""


class Known:
    """One indicator with all that is known of it."""

    def __init__(self, row: BarisCapaian, tahun: int) -> None:
        self.row = row
        self.indikator: Indikator = row.indikator
        self.tahun = tahun
        self.satuan = normal_satuan(row.indikator.satuan)
        self.own = tuple(self._own())
        self.loose = frozenset(self._loose())

    def at(self, tahun: int) -> Terukur | None:
        """The realisasi of a year."""
        return (
            self.indikator.realisasi if tahun == self.tahun else self.indikator.riwayat.get(tahun)
        )

    def reached(self, tahun: int) -> bool | None:
        """Whether an earlier year reached its own target; None where that is not known."""
        target, real = self.indikator.riwayat_target.get(tahun), self.indikator.riwayat.get(tahun)
        if target is None or real is None:
            return None
        return compute_pair(self.indikator, target, real).is_tercapai

    def better(self, sejak: int) -> str | None:
        """``membaik``, ``memburuk`` or ``tetap`` since a year."""
        old, new = self.at(sejak), self.at(self.tahun)
        if old is None or new is None or old.nilai is None or new.nilai is None:
            return None
        arah = direction(self.indikator, old.nilai, new.nilai)
        return arah.value if arah else None

    def rise(self, sejak: int, peran: Peran = Peran.REALISASI) -> Decimal | None:
        """By how much the number itself rose since a year, of realisasi or of capaian."""
        new = self.number(peran, self.tahun)
        old = self.number(peran, sejak)
        return None if new is None or old is None else new - old

    def number(self, peran: Peran, tahun: int) -> Decimal | None:
        return next((o.nilai for o in self.own if o.peran is peran and o.tahun == tahun), None)

    def text(self, peran: Peran, tahun: int) -> str:
        """A figure as a finding says it."""
        number = self.number(peran, tahun)
        unit = self.indikator.satuan if peran in (Peran.TARGET, Peran.REALISASI) else "%"
        if peran is Peran.STANDAR:
            unit = self.indikator.satuan
        return "belum ada" if number is None else value_text(number, unit)

    @property
    def summary(self) -> str:
        """The figures of this year in one line."""
        parts = [
            f"{peran.value} {self.text(peran, self.tahun)}"
            for peran in (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)
            if self.number(peran, self.tahun) is not None
        ]
        return ", ".join(parts) or "belum terukur"

    def _own(self) -> Iterator[Own]:
        one, year = self.indikator, self.tahun
        targets = {**one.renstra, **one.riwayat_target, year: one.target}
        reals = {**one.riwayat, year: one.realisasi}
        if one.dasar is not None and one.tahun_dasar:
            reals.setdefault(one.tahun_dasar, one.dasar)
        for tahun, figure in targets.items():
            yield from self._plain(Peran.TARGET, tahun, figure)
        for tahun, figure in one.renstra.items():
            if tahun == year and figure.nilai != one.target.nilai:
                yield from self._plain(Peran.TARGET, tahun, figure)
        for tahun, figure in reals.items():
            yield from self._plain(Peran.REALISASI, tahun, figure)
        yield from self._computed(targets, reals)
        if one.standar_nasional is not None:
            yield from self._plain(Peran.STANDAR, year, one.standar_nasional)

    def _plain(self, peran: Peran, tahun: int, figure: Terukur) -> Iterator[Own]:
        if isinstance(figure.nilai, Decimal):
            yield Own(peran, tahun, figure.nilai, self.satuan)

    def _computed(self, targets: dict[int, Terukur], reals: dict[int, Terukur]) -> Iterator[Own]:
        one, hasil = self.indikator, self.row.hasil
        numbers = {y: f.nilai for y, f in reals.items() if isinstance(f.nilai, Decimal)}
        caps: dict[int, Decimal] = {}
        if hasil.capaian is not None:
            caps[self.tahun] = hasil.capaian
        for tahun, real in numbers.items():
            target = targets.get(tahun)
            if target is None or target.nilai is None:
                continue
            if tahun != self.tahun and tahun in one.riwayat:
                past = compute_pair(one, target, one.riwayat[tahun])
                if past.capaian is not None:
                    caps[tahun] = past.capaian
            if isinstance(target.nilai, Decimal):
                yield Own(Peran.SELISIH, tahun, real - target.nilai, self.satuan)
                if target.nilai:
                    share = (real - target.nilai) / target.nilai * 100
                    yield Own(Peran.SELISIH, tahun, share, "%")
        for tahun, cap in caps.items():
            yield Own(Peran.CAPAIAN, tahun, cap, "%")
            yield Own(Peran.SELISIH, tahun, cap - 100, "%")
        yield from _changes(numbers, self.satuan)
        yield from _changes(caps, "%")
        for tahun in one.renstra:
            done = renstra_progress(one, tahun).hasil.capaian
            if done is not None:
                yield Own(Peran.KEMAJUAN, tahun, done, "%")
                yield Own(Peran.SELISIH, tahun, done - 100, "%")
            goal, now = one.renstra[tahun].nilai, one.realisasi.nilai
            if isinstance(goal, Decimal) and isinstance(now, Decimal):
                yield Own(Peran.SELISIH, tahun, now - goal, self.satuan)
        std, now = one.standar_nasional, one.realisasi.nilai
        if std is not None and isinstance(std.nilai, Decimal) and isinstance(now, Decimal):
            yield Own(Peran.SELISIH, self.tahun, now - std.nilai, self.satuan)

    def _loose(self) -> Iterator[Decimal]:
        """Numbers that belong to it without a year of their own: quotients, quarters, bounds."""
        one = self.indikator
        quarters = (*one.target_triwulan, *one.realisasi_triwulan)
        every = (one.target, one.realisasi, *one.riwayat.values(), *one.renstra.values(), *quarters)
        for figure in every:
            if figure.tulisan:
                yield from (n for n in (figure.tulisan.x, figure.tulisan.y) if n is not None)
            if isinstance(figure.nilai, Rentang):
                yield from (figure.nilai.low, figure.nilai.high)
        yield from (q.nilai for q in quarters if isinstance(q.nilai, Decimal))


def _changes(series: dict[int, Decimal], unit: str) -> Iterator[Own]:
    for new_year, new in series.items():
        for old_year, old in series.items():
            if old_year >= new_year:
                continue
            yield Own(Peran.PERUBAHAN, new_year, new - old, unit, old_year)
            if old:
                yield Own(Peran.PERUBAHAN, new_year, (new - old) / old * 100, "%", old_year)


def fits_unit(amount_unit: str, own_unit: str) -> bool:
    """Whether a number with this unit may be that figure: a bare number may be any."""
    if amount_unit in ("", "poin"):
        return True
    if amount_unit == "%":
        return is_persen(own_unit)
    if amount_unit == "rp":
        return own_unit in ("rp", "rupiah")
    return own_unit != "%"
