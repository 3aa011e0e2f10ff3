"""Units of figures: which are percent, which count things, which scale rupiah."""

from decimal import Decimal

_PERSEN = frozenset(("%", "persen", "prosen", "persentase", "percent"))
_KALI = {
    "ribu": Decimal(10) ** 3,
    "juta": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
    "trilyun": Decimal(10) ** 12,
}
_BENDA_TEKS = """
orang jiwa kk keluarga peserta pegawai asn siswa guru kelompok organisasi lembaga instansi opd skpd
satker unit buah dokumen laporan naskah berkas surat sertifikat izin usul perkara kasus kejadian
kegiatan acara kunjungan publikasi berita paket kali desa kelurahan kecamatan sekolah perusahaan
umkm koperasi rumah bidang peraturan rekomendasi aduan layanan rupiah hari
"""
_BENDA = frozenset(_BENDA_TEKS.split())
_RUMPUN_TEKS = (
    "detik",
    "menit",
    "jam",
    "hari hk",
    "minggu",
    "bulan bln",
    "tahun thn",
    "%",
    "orang jiwa kk keluarga peserta pegawai asn siswa guru kelompok organisasi lembaga instansi "
    "opd skpd satker perusahaan umkm koperasi",
    "dokumen dok dok. laporan lap naskah berkas surat sertifikat izin peraturan rekomendasi",
    "rupiah rp ribu juta miliar milyar triliun trilyun",
    "ha hektar hektare",
    "km",
    "ton",
    "kg",
)
_RUMPUN = {kata: n for n, rumpun in enumerate(_RUMPUN_TEKS) for kata in rumpun.split()}


def normal_satuan(satuan: str) -> str:
    """A unit as it is compared.

    >>> normal_satuan(" Persen "), normal_satuan("Organisasi.")
    ('%', 'organisasi')
    """
    words = " ".join(satuan.lower().strip(" .").split())
    return "%" if words in _PERSEN else words


def is_persen(satuan: str) -> bool:
    return normal_satuan(satuan) == "%"


def counts_things(satuan: str) -> bool:
    """Whether the unit counts whole things, so that ``1.200`` of them is a thousand and more.

    >>> counts_things("orang"), counts_things("hari kerja"), counts_things("ton")
    (True, True, False)
    """
    return normal_satuan(satuan).partition(" ")[0] in _BENDA


def is_rupiah(satuan: str) -> bool:
    """Whether money is counted, however much of it at once.

    >>> is_rupiah("juta rupiah"), is_rupiah("Rp."), is_rupiah("orang")
    (True, True, False)
    """
    words = normal_satuan(satuan).replace("(", " ").replace(")", " ").split()
    return bool({"rupiah", "rp", "rp."} & set(words))


def is_other_kind(one: str, other: str) -> bool:
    """Whether two units measure different things for certain; what is not known is not said.

    >>> is_other_kind("jam", "hari"), is_other_kind("Dok.", "dokumen"), is_other_kind("acara", "%")
    (True, False, False)
    """
    kinds = [_RUMPUN.get(normal_satuan(unit).partition(" ")[0]) for unit in (one, other)]
    return None not in kinds and kinds[0] != kinds[1]


def scale_of(satuan: str) -> Decimal:
    """The thousand, million … that the words of a unit hold.

    >>> scale_of("juta rupiah"), scale_of("orang")
    (Decimal('1000000'), Decimal('1'))
    """
    words = normal_satuan(satuan).replace("(", " ").replace(")", " ").split()
    return next((_KALI[word] for word in words if word in _KALI), Decimal(1))
