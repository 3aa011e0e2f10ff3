"""What changes from one version of a year's figures to the next: old, new, difference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.angka import divide, format_angka, format_exact
from runut.core.kinerja.aturan import LONJAKAN_WAJAR
from runut.core.kinerja.isi import Butir, butir_of
from runut.core.kinerja.model import DataKinerja

BERKALI_LIPAT = "berubah_berkali_lipat"
_TOLD_EXACTLY = Decimal(1000)


class Jenis(StrEnum):
    """What became of a field."""

    BARU = "baru"
    BERUBAH = "berubah"
    HILANG = "hilang"


@dataclass(frozen=True)
class Perubahan:
    """One field that differs. ``lama`` is empty for what is new, ``baru`` for what is gone."""

    kunci: str
    milik: str
    """The row that it belongs to, ``Indikator IKU-1``."""
    apa: str
    lama: str
    baru: str
    selisih: str = ""
    kali: str = ""
    """``10 kali`` where a figure became far larger, ``1/10`` where it became far smaller."""
    sel: str = ""
    is_figure: bool = False
    """Whether a number stood or stands in it."""

    @property
    def judul(self) -> str:
        return f"{self.milik}: {self.apa}" if self.milik else self.apa

    @property
    def jenis(self) -> Jenis:
        if not self.lama:
            return Jenis.BARU
        return Jenis.BERUBAH if self.baru else Jenis.HILANG


@dataclass(frozen=True)
class BarisBerubah:
    """A row that is new, gone, or changed in some fields. ``nama`` is what it is called."""

    milik: str
    nama: str
    jenis: Jenis
    isian: tuple[Perubahan, ...]


def rows_of(
    lama: Mapping[str, Butir], baru: Mapping[str, Butir], changes: Iterable[Perubahan]
) -> tuple[BarisBerubah, ...]:
    """The changes row by row: a row that came or went is one thing, not thirty."""
    grouped: dict[str, list[Perubahan]] = {}
    for one in changes:
        grouped.setdefault(one.milik, []).append(one)
    before, after = ({one.milik for one in side.values()} for side in (lama, baru))
    names = {
        one.milik: one.teks
        for side in (lama, baru)
        for one in side.values()
        if one.kunci.endswith("/nama") and one.kunci.count("/") > 1
    }
    return tuple(
        BarisBerubah(
            milik,
            names.get(milik, ""),
            _kind_of_row(milik in before, milik in after),
            tuple(fields),
        )
        for milik, fields in grouped.items()
    )


def _kind_of_row(was_there: bool, is_there: bool) -> Jenis:
    if was_there and is_there:
        return Jenis.BERUBAH
    return Jenis.BARU if is_there else Jenis.HILANG


def compare_versions(lama: DataKinerja | None, baru: DataKinerja) -> tuple[Perubahan, ...]:
    """Every field that differs, in the order of the new version; what is gone comes last."""
    before = butir_of(lama) if lama else {}
    after = butir_of(baru)
    return compare_butir(before, after)


def compare_butir(before: Mapping[str, Butir], after: Mapping[str, Butir]) -> tuple[Perubahan, ...]:
    """As ``compare_versions``, for fields that were listed already."""
    changed = (
        _change(before.get(kunci), after.get(kunci))
        for kunci in (*after, *(k for k in before if k not in after))
    )
    return tuple(one for one in changed if one.lama != one.baru)


def findings_of(changes: Iterable[Perubahan]) -> tuple[Finding, ...]:
    """A figure that became many times larger or smaller: most often a slipped comma."""
    return tuple(
        Finding(
            BERKALI_LIPAT,
            Level.WARNING,
            f"{_place(one.sel)}{one.judul} {one.lama} menjadi {one.baru}, {one.kali} lipat.",
            "Periksa letak koma, persen, dan satuannya.",
            Place(sel=one.sel or None),
            tentang=f"{one.kunci}|{one.lama}|{one.baru}",
        )
        for one in changes
        if one.kali
    )


def figure_of(finding: Finding) -> str:
    """The key of the figure that leapt; "" for any other finding."""
    return finding.tentang.partition("|")[0] if finding.kode == BERKALI_LIPAT else ""


def _place(sel: str) -> str:
    sheet, _, cell = sel.partition("!")
    return f"Lembar {sheet}, sel {cell}: " if cell else ""


def _change(lama: Butir | None, baru: Butir | None) -> Perubahan:
    known = baru or lama
    assert known is not None  # noqa: S101 - a key comes from one of the two
    old, new = (lama.angka if lama else None), (baru.angka if baru else None)
    return Perubahan(
        known.kunci,
        known.milik,
        known.apa,
        lama.teks if lama else "",
        baru.teks if baru else "",
        _difference(old, new),
        _times(old, new),
        baru.sel if baru else "",
        old is not None or new is not None,
    )


def _difference(old: Decimal | None, new: Decimal | None) -> str:
    if old is None or new is None:
        return ""
    return f"{'+' if new > old else ''}{format_exact(new - old)}"


def _times(old: Decimal | None, new: Decimal | None) -> str:
    """
    >>> _times(Decimal("93.75"), Decimal("937.5")), _times(Decimal(10), Decimal(1))
    ('10 kali', '1/10 kali')
    >>> _times(Decimal("7842560000"), Decimal(1))
    'kurang dari 1/1.000 kali'
    >>> _times(Decimal(10), Decimal(20)), _times(None, Decimal(1))
    ('', '')
    """
    if not old or not new or (old > 0) != (new > 0):
        return ""
    grown, shrunk = divide(new, old), divide(old, new)
    if max(grown, shrunk) > _TOLD_EXACTLY:
        return "lebih dari 1.000 kali" if grown > shrunk else "kurang dari 1/1.000 kali"
    if grown >= LONJAKAN_WAJAR.nilai:
        return f"{format_angka(grown)} kali"
    return f"1/{format_angka(shrunk)} kali" if shrunk >= LONJAKAN_WAJAR.nilai else ""
