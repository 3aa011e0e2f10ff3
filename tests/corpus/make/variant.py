"""What varies between two files of one SOP: wording of the form, marks, geometry, layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.corpus.make.geometry import Drawing, Plan


@dataclass(frozen=True)
class Variant:
    """How one file of the corpus is made. ``jebakan`` names its traps for the figures."""

    nama: str
    definisi: str
    jebakan: tuple[str, ...] = ()
    # Wording of the head of the step table.
    kegiatan: str = "Kegiatan"
    pelaksana: str | None = "Pelaksana"
    pelaksana_atas: int | None = None  # the head covers only so many actors
    mutu: str | None = "Mutu Baku"
    kelengkapan: str = "Kelengkapan"
    waktu: str = "Waktu"
    output: str = "Output"
    keterangan: str | None = "Keterangan"
    urutan: tuple[str, str, str] = ("kelengkapan", "waktu", "output")
    satuan_waktu: bool = False  # the unit stands in the head, the cells hold bare numbers
    baris_nomor: bool = False
    kepala_berbaris: bool = False
    # Identity block.
    identitas: str = "tabel"  # tabel | satu sel | tanpa garis | tidak ada
    label_besar: bool = False
    titik_dua: bool = False
    gaya_tanggal: str = "panjang"  # panjang | angka | garis miring
    nip_berjarak: bool = False
    butir: str = "1."  # 1. | a. | - | (kosong)
    satu_halaman: bool = False
    singkatan: bool = False  # Tgl. for Tanggal
    strip: bool = False  # a dash where nothing is filled in
    pangkat: str = ""  # the rank under the name of who signs
    di_tengah: bool = False  # words in the middle of their cells
    judul_prosedur: str = ""
    pembuka: str = ""
    # Marks and drawing.
    tanda: str = "bentuk"  # bentuk, or the text of a typed mark
    nama_bentuk: str = "flowchart"  # flowchart | dasar | campur
    sejajar: bool = False
    siku: str = "vhv"  # vhv | hv: bent lines between neighbouring rows
    di_antara: tuple[tuple[str, str, str], ...] = ()  # (step, actor, actor)
    dua_bentuk: tuple[str, ...] = ()  # steps of two symbols, one above the other
    tanpa_panah: bool = False
    tanpa_kepala: bool = False
    # Table.
    per_halaman: tuple[int, ...] = ()
    ulang_kepala: bool = True
    penghubung: str | None = "dalam"  # dalam | luar | None
    gabung_waktu: tuple[str, ...] = ()
    tanpa_nomor: tuple[str, ...] = ()
    tanggal_campur: bool = False
    kertas: str = "A4"
    ceroboh: bool = False  # symbols off centre, arrows that do not quite meet them
    isi_bentuk: bool = False  # words inside the symbols
    bagian: tuple[tuple[str, str], ...] = ()  # heading rows: (before step, words)
    jumlah: str = ""  # a last row that is no step
    aktor_tambahan: str = ""  # a column of somebody who does nothing here
    isian: tuple[tuple[int, str], ...] = ()  # other words in a row of the upper right block
    # What only one format knows.
    pilihan: dict[str, str] = field(default_factory=dict)

    @property
    def mutu_baku(self) -> list[str]:
        """The heads of the three columns, in the order of this file."""
        return [getattr(self, key) for key in self.urutan]


class Touch:
    """What may be done to a file while it is being made; by itself nothing."""

    def drawn(self, drawing: Drawing, plan: Plan) -> None:
        """The drawing, before it is put over the table."""

    def filled(self, host: Any) -> None:
        """The document or the sheet with all its words."""
