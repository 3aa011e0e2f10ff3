"""The figures of a year: sasaran, indicators, programmes, and the words people wrote about them."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from runut.core.kinerja.tindakan import Pemanfaatan, Rekomendasi, RencanaAksi


class Polaritas(StrEnum):
    """Which way is better. ``predikat`` maps a rating such as WTP to a number first."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    STABIL = "stabil"
    PREDIKAT = "predikat"


class Agregasi(StrEnum):
    """How quarters make a year: sum, last one filled in, mean, or x and y each added up."""

    JUMLAH = "jumlah"
    AKHIR = "akhir"
    RATA_RATA = "rata-rata"
    RASIO = "rasio"
    """The figures of the quarters are ``x dari y``; the year is Σx ÷ Σy."""


@dataclass(frozen=True)
class Rentang:
    """A target that is a range: being inside is the aim."""

    low: Decimal
    high: Decimal


Nilai = Decimal | Rentang | str
"""A figure as measured: a number, a range (targets only), or a predicate such as ``BB``."""


class Sisi(StrEnum):
    """The sense of a target that says more than a number: ``≥ 95``, ``maksimal 3``."""

    MIN = "≥"
    LEBIH = ">"
    MAKS = "≤"
    KURANG = "<"

    @property
    def is_naik(self) -> bool:
        """Whether more is better."""
        return self in (Sisi.MIN, Sisi.LEBIH)


class Jenis(StrEnum):
    """What kind of thing a figure in words is."""

    ANGKA = "angka"
    PECAHAN = "pecahan"
    """``100 dari 110``: x and y are known."""
    TINGKAT = "tingkat"
    """``Level 3``."""
    PREDIKAT = "predikat"
    """``BB (75,48)``: a rating beside its number."""
    TANGGAL = "tanggal"
    """A day; ``nilai`` counts days, as ``date.toordinal``."""
    ADA = "ada"
    """A document that must exist: ``nilai`` 1 is there, 0 is not."""


@dataclass(frozen=True)
class Tulisan:
    """A figure in words: the words are printed, ``Terukur.nilai`` is computed with.

    ``x`` and ``y`` are the two numbers of a quotient, ``predikat`` the rating beside a number,
    ``satuan`` the unit that the words name.
    """

    teks: str
    jenis: Jenis = Jenis.ANGKA
    sisi: Sisi | None = None
    x: Decimal | None = None
    y: Decimal | None = None
    predikat: str = ""
    satuan: str = ""


@dataclass(frozen=True)
class Terukur:
    """A figure and where it stands in the workbook (``Indikator!H7``).

    ``tulisan`` is there when the cell says more than the bare value; then it is what is printed.
    """

    nilai: Nilai | None
    sel: str
    tulisan: Tulisan | None = None

    @property
    def sisi(self) -> Sisi | None:
        return self.tulisan.sisi if self.tulisan else None

    @property
    def jenis(self) -> Jenis:
        return self.tulisan.jenis if self.tulisan else Jenis.ANGKA


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
    induk_id: str = ""
    """The indicator that this one is a part of (sub-indicator)."""
    cara_hitung: str = ""
    """How the figure is made, in words: ``x ÷ y × 100``."""
    pembilang: str = ""
    """What x counts, where the indicator is a quotient."""
    penyebut: str = ""
    """What y counts."""
    frekuensi: str = ""
    """How often it is measured."""
    dasar: Terukur | None = None
    """The figure of the baseline year."""
    tahun_dasar: int | None = None
    berubah_tahun: int | None = None
    """The first year of the definition that holds now; figures before it are another thing."""
    perubahan_definisi: str = ""
    """What changed then, in words."""


@dataclass(frozen=True)
class Pembanding:
    """The result of a named peer for one indicator: another office, a province, an average."""

    id: str
    indikator_id: str
    nama: str
    nilai: Terukur
    tahun: int | None = None
    sumber: str = ""
    sel: str = ""


@dataclass(frozen=True)
class Analisis:
    """What people wrote about one sasaran, or about one of its indicators.

    Empty words are gaps in the report, never invented.
    """

    sasaran_id: str
    """The ID of the sasaran or of the indicator."""
    penyebab: str = ""
    """Why it was reached or missed, rose or fell (faktor pendukung dan penghambat)."""
    solusi: str = ""
    """What was done about it (alternatif solusi yang telah dilakukan)."""
    program_penunjang: str = ""
    """Which programmes helped or hindered, and how."""
    rencana: str = ""
    """What will be done next year."""
    sel: str = ""
    pendorong: str = ""
    """What helped."""
    hambatan: str = ""
    """What stood in the way."""


@dataclass(frozen=True)
class Sasaran:
    """A node of the plan: a sasaran, or a tujuan that has indicators of its own.

    ``induk_id`` is the node above; a sasaran may stand under a sasaran. ``tujuan`` is the wording
    of the aim where it is no node of its own.
    """

    id: str
    nama: str
    tujuan: str = ""
    sel: str = ""
    induk_id: str = ""
    misi: str = ""


TINGKAT_ANGGARAN = ("program", "kegiatan", "sub")
"""The levels of the budget, highest first. Money may stand at any of them."""


@dataclass(frozen=True)
class Anggaran:
    """One line of the budget: a program, kegiatan or sub kegiatan, in rupiah.

    Money is summed from the lowest level that has any; the levels above are sums of theirs and are
    checked against what the workbook says. ``pagu`` and ``realisasi`` are what counts at the end of
    the year; how the pagu came about and the quarters stand beside them. ``bagian`` is the share in
    percent of each sasaran; several sasaran without shares use the line together.
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
    bagian: dict[str, Decimal] = field(default_factory=dict)
    pagu_awal: Terukur | None = None
    pagu_pergeseran: Terukur | None = None
    pagu_perubahan: Terukur | None = None
    realisasi_triwulan: tuple[Terukur, ...] = ()
    """The money of each quarter by itself, not added up."""
    is_gaji: bool = False
    """Salaries: part of the whole, kept apart from the sasaran."""
    tenaga_rencana: Terukur | None = None
    tenaga_realisasi: Terukur | None = None
    """Work of people in days of one person (orang-hari), planned and used."""
    hari_rencana: Terukur | None = None
    hari_realisasi: Terukur | None = None
    """How many working days it took, planned and used."""


def codes_above(kode: str) -> tuple[str, ...]:
    """The codes under which a budget code stands, nearest first.

    >>> codes_above("4.01.02")
    ('4.01', '4')
    """
    parts = kode.split(".")
    return tuple(".".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))


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
    """(kind, number of people): by education or as the office counts them."""
    isu_strategis: tuple[str, ...]
    renstra_periode: tuple[int, int]
    visi: str = ""
    misi: tuple[str, ...] = ()
    pegawai_jabatan: tuple[tuple[str, int], ...] = ()
    """The same people by kind of post."""
    pegawai_golongan: tuple[tuple[str, int], ...] = ()
    """The same people by rank."""
    isu_rincian: tuple[str, ...] = ()
    """Of each issue, by its place in ``isu_strategis``: the data behind it and its sasaran."""
    kertas: str = "a4"
    """``a4`` or ``f4``: on what the report is printed."""
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
    tujuans: tuple[Sasaran, ...] = ()
    """The aims above the sasaran that are nodes of their own; they may have indicators."""
    pembanding: tuple[Pembanding, ...] = ()
    rencana_aksi: tuple[RencanaAksi, ...] = ()
    rekomendasi: tuple[Rekomendasi, ...] = ()
    pemanfaatan: tuple[Pemanfaatan, ...] = ()

    @property
    def simpul(self) -> tuple[Sasaran, ...]:
        """Every node of the plan that may have indicators: aims first, then sasaran."""
        return (*self.tujuans, *self.sasarans)

    @cached_property
    def anggaran_per_kode(self) -> dict[str, Anggaran]:
        return {line.kode: line for line in self.anggaran}

    @cached_property
    def tingkat_terbawah(self) -> str:
        """The lowest level of the budget that is in use; empty without a budget."""
        used = {line.tingkat for line in self.anggaran}
        return next((t for t in reversed(TINGKAT_ANGGARAN) if t in used), "")

    @cached_property
    def anggaran_di_bawah(self) -> dict[str, tuple[Anggaran, ...]]:
        """By code: every line of the budget below it, at any depth, in the order of the data."""
        below: dict[str, list[Anggaran]] = {}
        for line in self.anggaran:
            for kode in codes_above(line.kode):
                below.setdefault(kode, []).append(line)
        return {kode: tuple(lines) for kode, lines in below.items()}

    def indikators_of(self, sasaran_id: str) -> tuple[Indikator, ...]:
        return tuple(i for i in self.indikators if i.sasaran_id == sasaran_id)
