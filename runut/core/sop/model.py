"""An SOP of the form that PermenPANRB 35/2012 prescribes: identity block and step table."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Bentuk(StrEnum):
    """The natures of a step: a capsule starts or ends, a box executes, a diamond decides.

    PermenPANRB 35/2012, symbols of the flowchart part.
    """

    MULAI = "mulai"
    PROSES = "proses"
    KEPUTUSAN = "keputusan"
    SELESAI = "selesai"


class Sumber(StrEnum):
    """How an actor of a step is known: drawn shape, mark in a cell, words, or our proposal."""

    BENTUK = "bentuk"
    TANDA = "tanda"
    TEKS = "teks"
    USULAN = "usulan"


@dataclass(frozen=True)
class Pelaksana:
    """One actor of one step. ``keyakinan`` is 0..1; ``alasan`` is for the owner of the SOP.

    ``bentuk`` is the actor's own symbol, where it is not the leading one of the step.
    """

    nama: str
    sumber: Sumber = Sumber.TANDA
    keyakinan: float = 1.0
    alasan: str = ""
    bentuk: Bentuk | None = None


@dataclass(frozen=True)
class Waktu:
    """The standard time of a step: the words of the form, and working minutes if understood."""

    teks: str
    menit_kerja: int | None = None


@dataclass(frozen=True)
class Lanjut:
    """One way out of a step. ``jika`` is the label of a decision's exit (``Ya``, ``Tidak``)."""

    ke: str
    jika: str | None = None


@dataclass(frozen=True)
class Dalam:
    """An arrow inside a row, from the symbol of one actor to that of another.

    ``jika`` is its label where it leaves a decision.
    """

    dari: str
    ke: str
    jika: str | None = None


@dataclass(frozen=True)
class Langkah:
    """One row of the step table. ``no`` is the number as printed, unique in its SOP.

    A row holds one symbol for each of its actors, with arrows among them (``dalam``) and out of
    it (``lanjut``); ``bentuk`` is the leading one: a decision before a capsule before a box.
    """

    no: str
    kegiatan: str
    pelaksana: tuple[Pelaksana, ...] = ()
    bentuk: Bentuk = Bentuk.PROSES
    kelengkapan: tuple[str, ...] = ()
    waktu: Waktu = Waktu("")
    output: tuple[str, ...] = ()
    keterangan: str = ""
    lanjut: tuple[Lanjut, ...] = ()
    rujukan_sop: tuple[str, ...] = ()
    dalam: tuple[Dalam, ...] = ()

    def symbol_of(self, pelaksana: Pelaksana) -> Bentuk:
        """The symbol in an actor's column of this row."""
        return pelaksana.bentuk or self.bentuk


@dataclass(frozen=True)
class Pengesahan:
    """Who authorised the SOP: post, name, NIP (18 digits)."""

    jabatan: str = ""
    nama: str = ""
    nip: str | None = None


@dataclass(frozen=True)
class SOP:
    """A whole SOP: the identity block in the order of the form, the actors' columns, the steps.

    ``judul_prosedur`` is the line above the step table ("Prosedur Penyusunan LAKIP"); ``catatan``
    are lines of the file that belong to no field of the form.
    """

    judul: str
    langkah: tuple[Langkah, ...]
    pelaksana: tuple[str, ...]
    nomor: str | None = None
    instansi: tuple[str, ...] = ()
    tanggal_pembuatan: date | None = None
    tanggal_revisi: date | None = None
    tanggal_efektif: date | None = None
    disahkan_oleh: Pengesahan = Pengesahan()
    dasar_hukum: tuple[str, ...] = ()
    keterkaitan: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    kualifikasi_pelaksana: tuple[str, ...] = ()
    peralatan: tuple[str, ...] = ()
    pencatatan: tuple[str, ...] = ()
    judul_prosedur: str = ""
    catatan: tuple[str, ...] = ()

    def step(self, no: str) -> Langkah:
        """The step numbered ``no``. Raises KeyError: callers know their numbers."""
        for langkah in self.langkah:
            if langkah.no == no:
                return langkah
        raise KeyError(no)
