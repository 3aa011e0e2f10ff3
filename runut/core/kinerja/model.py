"""The figures of a year: sasaran, indicators, programmes, and the words people wrote about them."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Polaritas(StrEnum):
    """Which way is better. ``predikat`` maps a rating such as WTP to a number first."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    STABIL = "stabil"
    PREDIKAT = "predikat"


class Agregasi(StrEnum):
    """How quarters make a year: their sum, or the last one that was filled in."""

    JUMLAH = "jumlah"
    AKHIR = "akhir"


@dataclass(frozen=True)
class Rentang:
    """A target that is a range: being inside is the aim."""

    low: Decimal
    high: Decimal


Nilai = Decimal | Rentang | str
"""A figure as measured: a number, a range (targets only), or a predicate such as ``BB``."""


@dataclass(frozen=True)
class Terukur:
    """A figure and where it stands in the workbook (``Indikator!H7``)."""

    nilai: Nilai | None
    sel: str


@dataclass(frozen=True)
class Indikator:
    """One indicator of a sasaran, with all that the seven analyses of 53/2014 ask about it.

    ``formula``, ``agregasi``, ``batas`` (cap of capaian in percent) and ``skala`` are declared here
    and printed under the table. ``riwayat`` maps earlier years to realisasi, ``riwayat_target`` to
    targets; ``renstra`` maps years of the Renstra to targets. Predicates need ``nilai_predikat``
    (rating → number).
    """

    id: str
    sasaran_id: str
    nama: str
    satuan: str
    polaritas: Polaritas
    target: Terukur
    realisasi: Terukur
    is_iku: bool = True
    formula: str | None = None
    agregasi: Agregasi | None = None
    batas: Decimal | None = None
    skala: str = "permendagri-86-2017"
    definisi: str = ""
    sumber_data: str = ""
    penanggung_jawab: str = ""
    target_triwulan: tuple[Terukur, ...] = ()
    realisasi_triwulan: tuple[Terukur, ...] = ()
    riwayat: dict[int, Terukur] = field(default_factory=dict)
    riwayat_target: dict[int, Terukur] = field(default_factory=dict)
    renstra: dict[int, Terukur] = field(default_factory=dict)
    standar_nasional: Terukur | None = None
    standar_nasional_sumber: str = ""
    tanpa_standar_nasional: bool = False
    nilai_predikat: dict[str, Decimal] = field(default_factory=dict)
    sel: str = ""


@dataclass(frozen=True)
class Analisis:
    """What people wrote about one sasaran. Empty words are gaps in the report, never invented."""

    sasaran_id: str
    penyebab: str = ""
    """Why it was reached or missed, rose or fell (faktor pendukung dan penghambat)."""
    solusi: str = ""
    """What was done about it (alternatif solusi yang telah dilakukan)."""
    program_penunjang: str = ""
    """Which programmes helped or hindered, and how."""
    rencana: str = ""
    """What will be done next year."""
    sel: str = ""


@dataclass(frozen=True)
class Sasaran:
    id: str
    nama: str
    tujuan: str = ""
    sel: str = ""


@dataclass(frozen=True)
class Anggaran:
    """One line of the budget: a program, kegiatan or sub kegiatan, in rupiah.

    Only ``sub`` lines carry money that is summed; the levels above are sums of theirs and are
    checked against what the workbook says.
    """

    kode: str
    nama: str
    tingkat: str
    """``program``, ``kegiatan`` or ``sub``."""
    sasaran_ids: tuple[str, ...]
    pagu: Terukur
    realisasi: Terukur
    sumber_dana: str = "APBD"
    keluaran: str = ""
    """The output indicator of a sub kegiatan, in words."""
    keluaran_satuan: str = ""
    keluaran_target: Terukur | None = None
    keluaran_realisasi: Terukur | None = None
    sel: str = ""


@dataclass(frozen=True)
class Pejabat:
    """A person who signs: post, name with degrees, rank, NIP."""

    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True)
class Profil:
    """The office: what cover, preface and chapter I say about it."""

    instansi: tuple[str, ...]
    """From the government down: PEMERINTAH PROVINSI …, SEKRETARIAT DAERAH, BIRO …"""
    singkatan: str
    alamat: str
    kota: str
    pimpinan: Pejabat
    atasan: Pejabat
    tugas: str
    fungsi: tuple[str, ...]
    struktur: tuple[tuple[str, str], ...]
    """(unit, what it does) of each part of the office."""
    pegawai: tuple[tuple[str, int], ...]
    """(kind, number of people): by education or post, as the office counts them."""
    isu_strategis: tuple[str, ...]
    renstra_periode: tuple[int, int]
    visi: str = ""
    misi: tuple[str, ...] = ()
    is_contoh: bool = False
    """True: invented example data; every paper made of it says so."""


@dataclass(frozen=True)
class DataKinerja:
    """Everything that a LAKIP of one year is composed from."""

    tahun: int
    profil: Profil
    sasarans: tuple[Sasaran, ...]
    indikators: tuple[Indikator, ...]
    anggaran: tuple[Anggaran, ...]
    analisis: tuple[Analisis, ...]
    narasi: dict[str, str] = field(default_factory=dict)
    """Words for whole sections, by section key (``kata_pengantar``, ``penutup`` …)."""
    pk_tanggal: str = ""
    """Date of the Perjanjian Kinerja, as printed on it."""

    def indikators_of(self, sasaran_id: str) -> tuple[Indikator, ...]:
        return tuple(i for i in self.indikators if i.sasaran_id == sasaran_id)
