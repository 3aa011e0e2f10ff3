"""The Perjanjian Kinerja as a record of its own: what was promised, and what a report says of it.

A report agrees with it where its targets are those that were signed; without a signed record
nothing is said at all (PermenPANRB 53/2014, Lampiran I and the points III.1 and III.4 of III).
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from runut.core.kinerja.anggaran import PROGRAM
from runut.core.kinerja.angka import format_exact, format_rupiah, read_angka
from runut.core.kinerja.isi import Butir, butir_of
from runut.core.kinerja.model import DataKinerja
from runut.core.words.dates import format_date

DASAR_PERUBAHAN = (
    ("pejabat", "Pergantian atau mutasi pejabat"),
    (
        "strategi",
        "Perubahan strategi yang memengaruhi tujuan dan sasaran (program, kegiatan, anggaran)",
    ),
    ("prioritas", "Perubahan prioritas atau asumsi yang berakibat signifikan"),
)
"""When a Perjanjian Kinerja may be revised: PermenPANRB 53/2014, Lampiran I."""


@dataclass(frozen=True)
class Pihak:
    """A party: who he is in the agreement, as he signs it."""

    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True)
class Janji:
    """One target that is promised, as it is printed. ``renja`` and ``renstra`` stand beside it."""

    id: str
    sasaran: str
    nama: str
    satuan: str
    target: str
    renja: str = ""
    renstra: str = ""


@dataclass(frozen=True)
class ProgramPK:
    """A programme with its money, in rupiah."""

    kode: str
    nama: str
    anggaran: str
    sumber_dana: str = ""


@dataclass(frozen=True)
class Perjanjian:
    """What the parties sign. ``dasar`` and ``uraian`` say why it was revised, "" for the first."""

    tahun: int
    revisi: int
    kota: str
    tanggal: date | None
    pertama: Pihak
    kedua: Pihak
    janji: tuple[Janji, ...]
    program: tuple[ProgramPK, ...] = ()
    dasar: str = ""
    uraian: str = ""

    @property
    def nama(self) -> str:
        return f"Perubahan ke-{self.revisi}" if self.revisi else "Perjanjian awal"

    def to_dict(self) -> dict[str, Any]:
        given = asdict(self)
        given["tanggal"] = self.tanggal.isoformat() if self.tanggal else ""
        return given

    @staticmethod
    def from_dict(given: dict[str, Any]) -> "Perjanjian":
        day = given["tanggal"]
        return Perjanjian(
            **{
                **given,
                "tanggal": date.fromisoformat(day) if day else None,
                "pertama": Pihak(**given["pertama"]),
                "kedua": Pihak(**given["kedua"]),
                "janji": tuple(Janji(**one) for one in given["janji"]),
                "program": tuple(ProgramPK(**one) for one in given["program"]),
            }
        )


class Jawab(StrEnum):
    """Whether a report agrees with its Perjanjian Kinerja."""

    YA = "ya"
    TIDAK = "tidak"
    TIDAK_DIPERIKSA = "tidak diperiksa"


@dataclass(frozen=True)
class BedaPK:
    """One target that the report and the Perjanjian Kinerja state differently.

    ``pk`` or ``laporan`` is empty where the indicator stands in the other alone.
    """

    id: str
    nama: str
    pk: str
    laporan: str
    sel: str = ""

    @property
    def kalimat(self) -> str:
        if not self.pk:
            return f"Indikator {self.id} {self.nama} tidak ada dalam Perjanjian Kinerja."
        if not self.laporan:
            return f"Indikator {self.id} {self.nama} diperjanjikan tetapi tidak dilaporkan."
        return (
            f"Target {self.id} {self.nama} {self.laporan}, padahal dalam Perjanjian Kinerja "
            f"{self.pk}."
        )


@dataclass(frozen=True)
class SesuaiPK:
    """The answer, in one sentence, and what differs."""

    jawab: Jawab
    kalimat: str
    beda: tuple[BedaPK, ...] = ()


def sesuai_pk(pk: Perjanjian | None, data: DataKinerja, *, is_signed: bool = True) -> SesuaiPK:
    """Whether the targets of a report are those of the signed Perjanjian Kinerja.

    Answered only from the record: without one, or before it is signed, it was not examined.
    """
    if pk is None:
        return SesuaiPK(
            Jawab.TIDAK_DIPERIKSA, f"Perjanjian Kinerja {data.tahun} belum dicatat di Runut."
        )
    if not is_signed:
        return SesuaiPK(
            Jawab.TIDAK_DIPERIKSA, f"Perjanjian Kinerja {data.tahun} belum ditandatangani."
        )
    beda = compare_pk(pk, data)
    said = f"{pk.nama} tanggal {format_date(pk.tanggal) if pk.tanggal else 'tidak diketahui'}"
    if beda:
        return SesuaiPK(
            Jawab.TIDAK, f"{len(beda)} dari {len(pk.janji)} target berbeda dari {said}.", beda
        )
    return SesuaiPK(Jawab.YA, f"{len(pk.janji)} target sama dengan {said}.")


def compare_pk(pk: Perjanjian, data: DataKinerja) -> tuple[BedaPK, ...]:
    """Every target that differs, in the order of the Perjanjian Kinerja."""
    said = {one.id: one for one in janji_of(data)}
    cells = butir_of(data)
    promised = {one.id for one in pk.janji}
    return (
        *(
            BedaPK(
                one.id,
                one.nama,
                one.target,
                said[one.id].target if one.id in said else "",
                _cell(cells, one.id),
            )
            for one in pk.janji
            if one.id not in said or not is_same_target(one, said[one.id])
        ),
        *(
            BedaPK(one.id, one.nama, "", one.target or "belum diisi", _cell(cells, one.id))
            for one in said.values()
            if one.id not in promised
        ),
    )


def janji_of(data: DataKinerja) -> tuple[Janji, ...]:
    """The targets of a year's figures, as an agreement would print them."""
    cells = butir_of(data)
    names = {one.id: one.nama for one in data.sasarans}
    return tuple(
        Janji(
            one.id,
            names.get(one.sasaran_id, one.sasaran_id),
            one.nama,
            one.satuan,
            _text(cells, f"indikator/{one.id}/target"),
            renstra=_text(cells, f"indikator/{one.id}/renstra_{data.tahun}"),
        )
        for one in data.indikators
    )


def program_of(data: DataKinerja) -> tuple[ProgramPK, ...]:
    """The programmes of a year's figures with their money."""
    return tuple(
        ProgramPK(
            one.kode,
            one.nama,
            format_rupiah(one.pagu.nilai) if isinstance(one.pagu.nilai, Decimal) else "",
            one.sumber_dana,
        )
        for one in data.anggaran
        if one.tingkat == PROGRAM
    )


def missing_of(pk: Perjanjian) -> tuple[str, ...]:
    """What is still missing before it can be frozen and signed, in sentences."""
    return tuple(_missing(pk))


def _missing(pk: Perjanjian) -> Iterator[str]:
    for which, party in (("Pihak pertama", pk.pertama), ("Pihak kedua", pk.kedua)):
        if not party.nama or not party.jabatan:
            yield f"{which} belum lengkap: isi nama dan jabatannya."
    if not pk.kota:
        yield "Tempat penandatanganan belum diisi."
    if pk.tanggal is None:
        yield "Tanggal belum diisi."
    elif pk.tanggal.year > pk.tahun:
        yield (
            f"Tanggal {format_date(pk.tanggal)} sesudah tahun {pk.tahun} berakhir; periksa "
            "tanggalnya."
        )
    if not pk.janji:
        yield "Belum ada target yang diperjanjikan."
    for one in pk.janji:
        if not one.target:
            yield f"Target {one.id} {one.nama} belum diisi."
    if pk.revisi and (not pk.dasar or not pk.uraian):
        yield "Dasar perubahan belum diisi."


def is_same_target(one: Janji, other: Janji) -> bool:
    """``97``, ``97,00 %`` and ``97 persen`` are one target; words are compared as words."""
    first, second = _bare(one), _bare(other)
    numbers = read_angka(first), read_angka(second)
    if None not in numbers:
        return numbers[0] == numbers[1]
    return first == second


def _bare(one: Janji) -> str:
    words = " ".join(one.target.casefold().split())
    return words.removesuffix(one.satuan.casefold().strip()).strip() or words


def _text(cells: dict[str, Butir], key: str) -> str:
    found = cells.get(key)
    if found is None:
        return ""
    is_plain = found.angka is not None and found.teks == format_exact(found.angka)
    return format_exact(found.angka) if is_plain and found.angka is not None else found.teks


def _cell(cells: dict[str, Butir], identity: str) -> str:
    found = cells.get(f"indikator/{identity}/target")
    return found.sel if found else ""
