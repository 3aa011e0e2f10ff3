"""Numbers fixed by a regulation or by practice: value, valid from, reference. Nowhere else.

``berlaku`` is the first day of the first budget year for which the number is used here. Where
``rujukan`` says "praktik", no national rule was found: the number is a choice of the office and
is printed with the figures it made.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from runut.core.aturan import Aturan


@dataclass(frozen=True)
class Jenjang:
    """A step of a scale: from ``batas_bawah`` upward, the bound included unless said otherwise."""

    batas_bawah: Decimal
    nama: str
    warna: str
    is_termasuk: bool = True


@dataclass(frozen=True)
class Skala:
    """A scale of categories, best first; below the last bound stands ``terendah``."""

    nama: str
    jenjang: tuple[Jenjang, ...]
    terendah: Jenjang


@dataclass(frozen=True)
class BatasPmk:
    """The limits of the PMK efficiency value: E in percent, NE in points."""

    efisiensi_tertinggi: Decimal
    nilai_dasar: Decimal
    nilai_tertinggi: Decimal


def _skala(nama: str, *rows: tuple[str, str, str], is_termasuk: bool = True) -> Skala:
    """``rows``: lower bound, name, colour, best first. The last row is the lowest step."""
    steps = tuple(Jenjang(Decimal(low), n, warna, is_termasuk) for low, n, warna in rows)
    return Skala(nama, steps[:-1], steps[-1])


_HIJAU, _HIJAU_MUDA, _KUNING, _JINGGA, _MERAH = "16a34a", "4ade80", "eab308", "f97316", "ef4444"

SKALA_PERMENDAGRI = Aturan(
    "permendagri-86-2017",
    _skala(
        "Permendagri 86/2017",
        ("91", "Sangat Tinggi", _HIJAU),
        ("76", "Tinggi", _HIJAU_MUDA),
        ("66", "Sedang", _KUNING),
        ("51", "Rendah", _JINGGA),
        ("0", "Sangat Rendah", _MERAH),
    ),
    date(2018, 1, 1),
    "Permendagri Nomor 86 Tahun 2017, skala nilai peringkat kinerja (91–100, 76–90, 66–75, "
    "51–65, ≤ 50); batas bawah dibandingkan dengan capaian yang sudah dibulatkan dua desimal",
)

SKALA_KATA_BAIK = Aturan(
    "permendagri-86-2017-baik",
    _skala(
        "Permendagri 86/2017 dengan sebutan Baik",
        ("91", "Sangat Baik", _HIJAU),
        ("76", "Baik", _HIJAU_MUDA),
        ("66", "Cukup", _KUNING),
        ("51", "Kurang", _JINGGA),
        ("0", "Sangat Kurang", _MERAH),
    ),
    date(2019, 1, 1),
    "praktik: LKjIP Kabupaten Sampang 2019, batas sama dengan Permendagri Nomor 86 Tahun 2017",
)

SKALA_ENAM = Aturan(
    "enam-jenjang",
    _skala(
        "Enam jenjang",
        ("85", "Memuaskan", _HIJAU),
        ("75", "Sangat Baik", _HIJAU_MUDA),
        ("65", "Baik", _HIJAU_MUDA),
        ("50", "Cukup Baik", _KUNING),
        ("30", "Agak Kurang", _JINGGA),
        ("0", "Kurang", _MERAH),
        is_termasuk=False,
    ),
    date(2021, 1, 1),
    "praktik: LKjIP Kabupaten Maluku Tengah 2021",
)

SKALA_BERHASIL = Aturan(
    "empat-berhasil",
    _skala(
        "Empat jenjang keberhasilan",
        ("100", "Sangat Berhasil", _HIJAU),
        ("75", "Berhasil", _HIJAU_MUDA),
        ("55", "Cukup", _KUNING),
        ("0", "Kurang", _MERAH),
    ),
    date(2021, 1, 1),
    "praktik: aplikasi evaluasi SAKIP daerah (≥ 100, 75–<100, 55–<75, < 55)",
)

SKALA_LAMPU = Aturan(
    "lampu-90",
    Skala(
        "Lampu lalu lintas 70/90",
        (
            Jenjang(Decimal(90), "Hijau", _HIJAU, is_termasuk=False),
            Jenjang(Decimal(70), "Kuning", _KUNING),
        ),
        Jenjang(Decimal(0), "Merah", _MERAH),
    ),
    date(2024, 1, 1),
    "praktik: aplikasi SAKIP daerah (< 70 merah, 70–90 kuning, > 90 hijau)",
)

SKALA_LAMPU_100 = Aturan(
    "lampu-100",
    _skala(
        "Lampu lalu lintas 70/100",
        ("100", "Hijau", _HIJAU),
        ("70", "Jingga", _JINGGA),
        ("0", "Merah", _MERAH),
    ),
    date(2024, 1, 1),
    "praktik: aplikasi SAKIP daerah (< 70 merah, < 100 jingga, ≥ 100 hijau)",
)

SKALA = (
    SKALA_PERMENDAGRI,
    SKALA_KATA_BAIK,
    SKALA_ENAM,
    SKALA_BERHASIL,
    SKALA_LAMPU,
    SKALA_LAMPU_100,
)
"""The scales an indicator may declare, by ``kode``. The first is the default."""

CAPAIAN_TERCAPAI = Aturan(
    "capaian-tercapai",
    Decimal(100),
    date(2015, 1, 1),
    "PermenPANRB Nomor 53 Tahun 2014, Lampiran II: realisasi dibandingkan dengan target",
)

CAPAIAN_TERENDAH = Aturan(
    "capaian-terendah",
    Decimal(0),
    date(2015, 1, 1),
    "praktik: capaian negatif (realisasi melebihi dua kali target) dicatat 0%",
)

CAPAIAN_TANPA_PEMBANDING = Aturan(
    "capaian-tanpa-pembanding",
    Decimal(100),
    date(2015, 1, 1),
    "praktik: realisasi 0 pada indikator yang makin kecil makin baik dicatat 100% bila rumusnya "
    "membagi dengan 0",
)

BATAS_CAPAIAN = Aturan(
    "batas-capaian",
    (Decimal(100), Decimal(120)),
    date(2015, 1, 1),
    "praktik: capaian tidak dibatasi, kecuali dinyatakan 100% atau 120% (lazim pada SKP dan "
    "evaluasi kinerja anggaran)",
)

EFISIENSI_PMK = Aturan(
    "efisiensi-pmk",
    BatasPmk(Decimal(20), Decimal(50), Decimal(100)),
    date(2018, 1, 1),
    "PMK Nomor 214/PMK.02/2017: NE = 50% + (E ÷ 20 × 50); E di atas 20% bernilai 100, di bawah "
    "-20% bernilai 0. Mengikat kementerian/lembaga, bagi daerah pilihan",
)


LONJAKAN_WAJAR = Aturan(
    "lonjakan-wajar",
    Decimal(5),
    date(2025, 1, 1),
    "praktik: salah letak koma membuat angka sepuluh kali atau sepersepuluh; lima kali sudah "
    "dipertanyakan, karena tahun lalu pun bukan angka yang sama",
)

CAPAIAN_WAJAR = Aturan(
    "capaian-wajar",
    Decimal(150),
    date(2025, 1, 1),
    "praktik: capaian di atas 150% menandakan target terlalu rendah atau angka keliru",
)

CAPAIAN_PENCILAN = Aturan(
    "capaian-pencilan",
    Decimal(300),
    date(2025, 1, 1),
    "praktik: satu capaian di atas 300% menentukan rata-rata seorang diri; rata-rata dan efisiensi "
    "baru disebut bila batas capaiannya dinyatakan",
)

NILAI_PREDIKAT = (
    Aturan(
        "opini-bpk",
        {"WTP": Decimal(4), "WDP": Decimal(3), "TW": Decimal(2), "TMP": Decimal(1)},
        date(2015, 1, 1),
        "praktik: opini BPK diurutkan WTP = 4, WDP = 3, TW = 2, TMP = 1",
    ),
    Aturan(
        "nilai-sakip",
        {
            "AA": Decimal(7),
            "A": Decimal(6),
            "BB": Decimal(5),
            "B": Decimal(4),
            "CC": Decimal(3),
            "C": Decimal(2),
            "D": Decimal(1),
        },
        date(2022, 1, 1),
        "praktik: predikat evaluasi AKIP menurut PermenPANRB Nomor 88 Tahun 2021 (AA sampai D) "
        "diurutkan 7 sampai 1",
    ),
    Aturan(
        "mutu-layanan",
        {
            "SANGAT BAIK": Decimal(4),
            "BAIK": Decimal(3),
            "KURANG BAIK": Decimal(2),
            "TIDAK BAIK": Decimal(1),
        },
        date(2018, 1, 1),
        "praktik: mutu layanan menurut PermenPANRB Nomor 14 Tahun 2017 diurutkan 4 sampai 1",
    ),
)
"""What a predicate is worth where the indicator does not say so itself."""

RUMUS_CAPAIAN = (
    Aturan(
        "naik", "R ÷ T × 100", date(2015, 1, 1), "Pedoman LAN; LKjIP Kabupaten Maluku Tengah 2021"
    ),
    Aturan(
        "turun-lan",
        "(2 × T − R) ÷ T × 100",
        date(2015, 1, 1),
        "Pedoman LAN; LKjIP Kabupaten Maluku Tengah 2021",
    ),
    Aturan("turun-rasio", "T ÷ R × 100", date(2015, 1, 1), "praktik aplikasi SAKIP daerah"),
    Aturan(
        "rentang-rasio",
        "100 di dalam rentang; di luar rentang R ÷ batas terdekat × 100",
        date(2021, 1, 1),
        "PermenPANRB Nomor 8 Tahun 2021, Lampiran",
    ),
    Aturan(
        "rentang-lan",
        "100 di dalam rentang; di luar rentang (2 × batas terdekat − R) ÷ batas terdekat × 100",
        date(2021, 1, 1),
        "PermenPANRB Nomor 8 Tahun 2021, Lampiran",
    ),
    Aturan(
        "rentang-jarak",
        "100 di dalam rentang; di luar rentang (1 − |R − batas terdekat| ÷ batas terdekat) × 100",
        date(2021, 1, 1),
        "praktik: makin jauh dari rentang makin buruk, ke arah mana pun",
    ),
    Aturan(
        "rentang-tanya",
        "100 di dalam rentang; di luar rentang rumusnya belum dinyatakan",
        date(2021, 1, 1),
        "PermenPANRB Nomor 8 Tahun 2021, Lampiran: batas terdekat dipakai menurut arah yang baik, "
        "yang harus dinyatakan",
    ),
    Aturan(
        "tanggal",
        "100 bila paling lambat pada tanggal target, atau lebih awal bila tertulis sebelum; "
        "sesudahnya 0",
        date(2015, 1, 1),
        "praktik: keterlambatan tidak diukur dengan persen",
    ),
    Aturan(
        "ada",
        "100 bila ada; 0 bila tidak ada",
        date(2015, 1, 1),
        "praktik: dokumen yang harus ada",
    ),
    Aturan(
        "stabil",
        "(1 − |R − T| ÷ T) × 100",
        date(2015, 1, 1),
        "praktik: makin dekat ke target makin baik",
    ),
    Aturan(
        "predikat",
        "nilai predikat R ÷ nilai predikat T × 100",
        date(2015, 1, 1),
        "praktik aplikasi SAKIP daerah",
    ),
)
"""The formula of each polarity as printed under a table; R is realisasi, T is target."""
