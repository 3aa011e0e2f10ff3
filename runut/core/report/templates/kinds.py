"""The kinds of paper with a template of the office's own, and every name that may stand in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

KAKI: Final = "kaki"
"""The foot of a paper: what it says of itself, and the address at which it is checked."""
NO: Final = "no"
"""The number of a row; within a row of any group it may stand without the group's name."""
SIGN_HERE: Final = "tanda_tangan_"
"""How the names of the places of signatures begin."""
_KAKI = "baris kaki naskah dengan alamat pemeriksaan keaslian"
_PARTS = {
    "jabatan": "jabatan {0}, dengan a.n., u.b., atau Plt.",
    "tanda_tangan": "tempat tanda tangan {0}: ruang tinta, atau kode QR",
    "nama": "nama {0}",
    "pangkat": "pangkat {0}",
    "nip": "NIP {0}",
}


@dataclass(frozen=True)
class Group:
    """Rows of one sort. ``is_row``: in a table each is a row of it; else each is a paragraph."""

    names: Mapping[str, str]
    is_row: bool = True


@dataclass(frozen=True)
class TemplateKind:
    """A kind of paper. ``signers`` in the order of its signature blocks: short name and words.

    ``required`` are the names without which the paper would not be one; "" among ``signers`` is a
    block that the paper leaves to the pen of somebody outside.
    """

    jenis: str
    judul: str
    names: Mapping[str, str]
    groups: Mapping[str, Group]
    required: tuple[str, ...]
    signers: tuple[tuple[str, str], ...] = (("penanda", "penanda tangan"),)
    is_dated: bool = False

    @property
    def signer_names(self) -> dict[str, str]:
        """The names of the signature blocks, with what each stands for."""
        dated = {"tempat_tanggal": "tempat dan tanggal di atas {0}"} if self.is_dated else {}
        return {
            f"{part}_{short}": meaning.format(words)
            for short, words in self.signers
            if short
            for part, meaning in (dated | _PARTS).items()
        }

    @property
    def single(self) -> dict[str, str]:
        """Every name that is no part of a row, with its meaning."""
        return {**self.names, **self.signer_names, KAKI: _KAKI}

    @property
    def required_names(self) -> tuple[str, ...]:
        signed = [
            f"{part}_{short}"
            for short, _ in self.signers
            if short
            for part in ("jabatan", "tanda_tangan", "nama")
        ]
        return (*self.required, *signed, KAKI)

    @property
    def known(self) -> set[str]:
        """Every name as it is written between the braces."""
        rows = {f"{group}.{name}" for group, one in self.groups.items() for name in one.names}
        return {*self.single, *rows}


_MEETING = {
    "hari_tanggal": "hari dan tanggal rapat",
    "waktu": "pukul mulai dan selesai",
    "tempat": "tempat rapat",
    "acara": "acara rapat",
}
_HEAD = {
    "nomor": "nomor naskah",
    "sifat": "sifat naskah",
    "hal": "hal naskah",
    "lampiran": "jumlah lampiran",
}
_COPIES = Group({"nama": "yang menerima tembusan"}, is_row=False)
_THINGS = Group(
    {
        "no": "nomor urut",
        "naskah": "yang dikirimkan",
        "banyaknya": "banyaknya",
        "keterangan": "keterangan",
    }
)

UNDANGAN = TemplateKind(
    "undangan",
    "Surat undangan",
    {
        "kota": "kota kantor",
        "tanggal": "tanggal surat",
        **_HEAD,
        "kepada": "yang diundang, atau tunjukan ke daftar terlampir",
        "rangka": "dalam rangka apa rapat diadakan",
        **_MEETING,
        "catatan": "catatan tambahan, boleh kosong",
    },
    {
        "undangan": Group(
            {
                "no": "nomor urut",
                "jabatan": "yang diundang, menurut pangkat",
                "instansi": "unit atau instansinya",
            }
        ),
        "tembusan": _COPIES,
    },
    ("nomor", "tanggal", "hal", "kepada", "hari_tanggal", "waktu", "tempat"),
)
NOTA_DINAS = TemplateKind(
    "nota_dinas",
    "Nota dinas",
    {
        "judul": "NOTA DINAS, atau CATATAN PENUGASAN bila perintahnya lisan",
        **_HEAD,
        "kepada": "jabatan yang dituju",
        "dari": "jabatan pengirim",
        "tanggal": "tanggal nota",
        "lisan": "kalimat tentang perintah lisan, boleh kosong",
        "pembuka": "kalimat pembuka dengan dasar penugasan, atau isi nota",
        "rapat_hari": "hari dan tanggal rapat yang disiapkan, boleh kosong",
        "rapat_pukul": "pukul rapat, boleh kosong",
        "rapat_tempat": "tempat rapat, boleh kosong",
        "batas": "kalimat batas waktu, boleh kosong",
        "penutup": "kalimat penutup",
    },
    {
        "tugas": Group({"isi": "satu tugas; nota tanpa tugas tidak mencetaknya"}, is_row=False),
        "tembusan": _COPIES,
    },
    ("nomor", "kepada", "dari", "hal", "tanggal", "tugas.isi"),
)
KESIAPAN = TemplateKind(
    "kesiapan",
    "Laporan kesiapan rapat",
    {
        "nomor": "nomor laporan",
        "kepada": "jabatan yang menerima laporan",
        **_MEETING,
        "kegiatan": "kalimat tentang undangan yang disampaikan",
        "simpulan": "kalimat simpulan dan saran",
        "catatan": "catatan tambahan, boleh kosong",
    },
    {
        "butir": Group(
            {
                "no": "nomor urut",
                "nama": "yang disiapkan",
                "keadaan": "siap atau belum siap",
                "keterangan": "keterangan",
            }
        )
    },
    ("nomor", "acara", "simpulan", "tempat_tanggal_penanda"),
    (("penanda", "pelapor"),),
    is_dated=True,
)
NOTULA = TemplateKind(
    "notula",
    "Notula",
    {
        "nomor": "nomor notula",
        "rapat": "nama rapat",
        "hari_tanggal": "hari dan tanggal rapat",
        "dibuka": "pukul dibuka",
        "ditutup": "pukul ditutup",
        "tempat": "tempat rapat",
        "pimpinan": "pimpinan rapat",
        "notulis": "notulis",
        "kehadiran": "jumlah yang hadir",
        "pembukaan": "kalimat pembukaan",
        "penutup": "kalimat penutup",
    },
    {
        "acara": Group({"no": "nomor urut", "isi": "satu acara"}),
        "pembahasan": Group(
            {
                "no": "nomor urut",
                "pembicara": "yang berbicara",
                "bagian": "bagian naskah yang dibahas, boleh kosong",
                "uraian": "yang dikatakannya",
            }
        ),
        "keputusan": Group(
            {
                "no": "nomor urut",
                "bagian": "bagian naskah",
                "isi": "keputusan",
                "penanggung_jawab": "penanggung jawab",
                "batas": "batas waktu",
            }
        ),
        "peserta": Group(
            {"no": "nomor urut", "nama": "nama peserta", "jabatan": "jabatan dan instansi"}
        ),
    },
    ("nomor", "rapat", "hari_tanggal", "keputusan.isi", "tempat_tanggal_notulis"),
    (("pimpinan", "pimpinan rapat"), ("notulis", "notulis")),
    is_dated=True,
)
PENGANTAR = TemplateKind(
    "surat_pengantar",
    "Surat pengantar",
    {
        "kota": "kota kantor",
        "tanggal": "tanggal surat",
        "kepada": "yang dituju",
        "di": "tempat yang dituju",
        "nomor": "nomor surat",
    },
    {"kiriman": _THINGS, "tembusan": _COPIES},
    ("nomor", "tanggal", "kepada", "kiriman.naskah"),
    (("", ""), ("penanda", "penanda tangan")),
)
TANDA_TERIMA = TemplateKind(
    "tanda_terima",
    "Tanda terima",
    {"dari": "jabatan yang menyerahkan", "surat": "surat pengantarnya, boleh kosong"},
    {"kiriman": _THINGS},
    ("dari", "kiriman.naskah"),
    (("", ""),),
)
DISPOSISI = TemplateKind(
    "disposisi",
    "Lembar disposisi",
    {
        "surat_dari": "pengirim surat",
        "nomor_surat": "nomor surat",
        "tanggal_surat": "tanggal surat",
        "diterima": "tanggal diterima",
        "nomor_agenda": "nomor agenda, boleh kosong",
        "sifat": "sifat surat",
        "hal": "hal surat",
    },
    {"diteruskan": Group({"jabatan": "jabatan yang dapat menerima"}, is_row=False)},
    ("surat_dari", "nomor_surat", "tanggal_surat", "hal", "diteruskan.jabatan"),
    (),
)
DAFTAR_HADIR = TemplateKind(
    "daftar_hadir",
    "Daftar hadir",
    {
        **_MEETING,
        "jumlah": "kalimat tentang jumlah yang hadir",
        "qr_hadir": "kode QR untuk mencatat kehadiran, kosong sesudah rapat",
    },
    {
        "hadir": Group(
            {
                "no": "nomor urut",
                "nama": "nama",
                "nip": "NIP",
                "jabatan": "jabatan dan instansi",
                "paraf": "tempat paraf",
            }
        )
    },
    ("acara", "hari_tanggal", "hadir.nama", "hadir.paraf", "qr_hadir"),
)

KINDS: Final = (
    UNDANGAN,
    NOTA_DINAS,
    KESIAPAN,
    NOTULA,
    PENGANTAR,
    TANDA_TERIMA,
    DISPOSISI,
    DAFTAR_HADIR,
)
BY_JENIS: Final[Mapping[str, TemplateKind]] = {one.jenis: one for one in KINDS}
