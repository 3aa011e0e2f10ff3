"""Random offices with a random year of figures: what the reports of the tests speak about."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from runut.core.kinerja.model import (
    Analisis,
    Anggaran,
    DataKinerja,
    Indikator,
    Pejabat,
    Polaritas,
    Profil,
    Sasaran,
    Terukur,
)

NAIK, TURUN = Polaritas.NAIK, Polaritas.TURUN

UNITS = (
    ("PEMERINTAH PROVINSI JAWA TIMUR", "DINAS SOSIAL", "Dinsos", "Surabaya"),
    ("PEMERINTAH KABUPATEN SLEMAN", "DINAS PERPUSTAKAAN DAN KEARSIPAN", "Dispusip", "Sleman"),
    ("PEMERINTAH KOTA PADANG", "KECAMATAN KOTO TANGAH", "Kec. Koto Tangah", "Padang"),
    ("PEMERINTAH PROVINSI BALI", "BIRO HUKUM", "Biro Hukum", "Denpasar"),
    ("PEMERINTAH KABUPATEN BONE", "BADAN KEPEGAWAIAN DAERAH", "BKD", "Watampone"),
    ("PEMERINTAH KOTA MANADO", "DINAS KESEHATAN", "Dinkes", "Manado"),
)
PEOPLE = (
    "Drs. H. Bambang Susetyo, M.Si.",
    "dr. Ni Luh Putu Ariani, M.Kes.",
    "Yohanes Tandi Rerung, S.H., M.H.",
    "Ir. Siti Rahmawati Nasution",
    "Hj. Nurhayati Daeng Caya, S.Sos.",
    "Agus Wibisono, S.STP., M.AP.",
    "Maria Goreti Manalu, S.E.",
    "Rudi Hartawan, S.T., M.T.",
)
THEMES: tuple[tuple[str, tuple[tuple[str, str, Polaritas, int, int], ...]], ...] = (
    (
        "Meningkatnya kualitas pelayanan publik",
        (
            ("Indeks Kepuasan Masyarakat", "indeks", NAIK, 78, 92),
            ("Persentase pengaduan masyarakat yang ditindaklanjuti", "%", NAIK, 80, 99),
            ("Rata-rata waktu penyelesaian izin", "hari", TURUN, 4, 14),
            ("Jumlah aduan yang terlambat ditangani", "aduan", TURUN, 12, 60),
        ),
    ),
    (
        "Meningkatnya akuntabilitas kinerja perangkat daerah",
        (
            ("Nilai evaluasi AKIP", "nilai", NAIK, 61, 84),
            ("Persentase dokumen perencanaan yang tepat waktu", "persen", NAIK, 75, 98),
            ("Persentase temuan pemeriksaan yang selesai ditindaklanjuti", "%", NAIK, 70, 97),
            ("Predikat akuntabilitas kinerja", "predikat", Polaritas.PREDIKAT, 0, 0),
        ),
    ),
    (
        "Menurunnya angka kemiskinan dan masalah sosial",
        (
            ("Persentase penduduk miskin", "%", TURUN, 6, 14),
            ("Jumlah keluarga penerima manfaat yang lulus mandiri", "keluarga", NAIK, 110, 900),
            ("Prevalensi stunting", "persen", TURUN, 12, 26),
            ("Angka putus sekolah", "persen", TURUN, 1, 4),
        ),
    ),
    (
        "Meningkatnya literasi dan budaya baca masyarakat",
        (
            ("Tingkat kegemaran membaca masyarakat", "poin", NAIK, 55, 74),
            ("Jumlah kunjungan perpustakaan", "kunjungan", NAIK, 12000, 48000),
            ("Persentase koleksi yang terpelihara", "%", NAIK, 60, 95),
        ),
    ),
    (
        "Meningkatnya kompetensi aparatur",
        (
            ("Indeks profesionalitas ASN", "indeks", NAIK, 62, 86),
            ("Persentase pegawai yang mengikuti pelatihan 20 jam", "%", NAIK, 65, 97),
            ("Jumlah pelanggaran disiplin pegawai", "kasus", TURUN, 11, 30),
        ),
    ),
    (
        "Meningkatnya kualitas lingkungan permukiman",
        (
            ("Cakupan rumah tangga dengan air minum layak", "%", NAIK, 70, 95),
            ("Luas kawasan kumuh", "hektare", TURUN, 15, 90),
            ("Indeks kualitas air", "indeks", NAIK, 45, 68),
        ),
    ),
)
PROGRAMS = (
    ("Program Penunjang Urusan Pemerintahan Daerah", "Administrasi Keuangan Perangkat Daerah"),
    ("Program Pemberdayaan Sosial", "Pengembangan Potensi Sumber Kesejahteraan"),
    ("Program Pembinaan Perpustakaan", "Pengelolaan Perpustakaan Umum"),
    ("Program Pelayanan Kesehatan", "Penyediaan Layanan Kesehatan Rujukan"),
    ("Program Kepegawaian Daerah", "Pengembangan Kompetensi Aparatur"),
    ("Program Penataan Permukiman", "Perbaikan Kawasan Kumuh"),
)
RATINGS = ("C", "CC", "B", "BB", "A", "AA")


def random_data(rng: Random) -> DataKinerja:
    """A year of an office: two to five sasaran, some reached and some missed, money and history."""
    tahun = rng.randint(2020, 2027)
    government, name, short, kota = rng.choice(UNITS)
    head, chief = rng.sample(PEOPLE, 2)
    start = tahun - rng.randint(0, 4)
    profil = Profil(
        instansi=(government, name),
        singkatan=short,
        alamat="Jalan Merdeka",
        kota=kota,
        pimpinan=Pejabat(f"Kepala {_title(name)}", head, "Pembina", "197001011995031001"),
        atasan=Pejabat("Sekretaris Daerah", chief),
        tugas="Membantu kepala daerah.",
        fungsi=(),
        struktur=(("Sekretariat", ""), ("Bidang Layanan", ""), ("Bidang Data", "")),
        pegawai=(("S1", rng.randint(8, 30)), ("SLTA", rng.randint(3, 12))),
        isu_strategis=("Data belum terpadu.",),
        renstra_periode=(start, start + 4),
    )
    sasarans, indikators = [], []
    for number, (nama, pool) in enumerate(rng.sample(THEMES, rng.randint(2, 5)), start=1):
        sasarans.append(Sasaran(f"S{number}", nama, "Tata kelola yang baik"))
        for spec in rng.sample(pool, rng.randint(1, len(pool))):
            one = _indikator(
                rng,
                f"IKU-{len(indikators) + 1}",
                f"S{number}",
                spec=spec,
                tahun=tahun,
                akhir=start + 4,
            )
            indikators.append(one)
    return DataKinerja(
        tahun=tahun,
        profil=profil,
        sasarans=tuple(sasarans),
        indikators=tuple(indikators),
        anggaran=_budget(rng, tuple(one.id for one in sasarans)),
        analisis=tuple(Analisis(one.id) for one in sasarans),
        pk_tanggal=f"{rng.randint(5, 28)} Januari {tahun}",
    )


def _title(name: str) -> str:
    return " ".join(w if w == "DAN" else w.capitalize() for w in name.split()).replace("DAN", "dan")


def _indikator(
    rng: Random,
    kode: str,
    sasaran: str,
    *,
    spec: tuple[str, str, Polaritas, int, int],
    tahun: int,
    akhir: int,
) -> Indikator:
    nama, satuan, polaritas, low, high = spec
    bare = Indikator(kode, sasaran, nama, satuan, polaritas, Terukur(None, ""), Terukur(None, ""))
    if polaritas is Polaritas.PREDIKAT:
        ratings = [Terukur(rng.choice(RATINGS), "") for _ in range(5)]
        return replace(
            bare, target=ratings[0], realisasi=ratings[1], riwayat={tahun - 1: ratings[2]},
            renstra={akhir: ratings[3]},
        )  # fmt: skip
    is_whole = satuan in ("aduan", "keluarga", "kunjungan", "kasus", "hari")
    seen: set[Decimal] = set()

    def figure() -> Terukur:
        while True:
            raw = Decimal(str(round(rng.uniform(low, high), 0 if is_whole else 2)))
            value = raw.quantize(Decimal(1)) if is_whole else raw
            if value not in seen or (is_whole and rng.random() < 0.1):
                seen.add(value)
                return Terukur(value, "")

    target = figure()
    realisasi = target if rng.random() < 0.08 else figure()
    return replace(
        bare,
        target=target,
        realisasi=realisasi,
        riwayat={tahun - n: figure() for n in range(1, rng.randint(2, 5))},
        riwayat_target={tahun - 1: figure()},
        renstra={tahun: target, akhir: figure()} if akhir != tahun else {akhir: target},
        standar_nasional=figure() if rng.random() < 0.4 else None,
    )


def _budget(rng: Random, sasaran_ids: tuple[str, ...]) -> tuple[Anggaran, ...]:
    lines = []
    for number, (program, kegiatan) in enumerate(rng.sample(PROGRAMS, rng.randint(2, 4)), start=1):
        kode = f"1.0{number}"
        lines.append(_line(kode, program, "program", ()))
        lines.append(_line(f"{kode}.01", kegiatan, "kegiatan", ()))
        for sub in range(1, rng.randint(2, 4)):
            pagu = rng.randint(90, 9000) * 1_000_000 + rng.randint(0, 999) * 1000
            spent = int(pagu * rng.uniform(0.72, 0.99))
            sasaran = sasaran_ids[(number + sub) % len(sasaran_ids)]
            lines.append(
                _line(
                    f"{kode}.01.0{sub}", f"{kegiatan} Tahap {sub}", "sub", (sasaran,), (pagu, spent)
                )
            )
    return tuple(lines)


def _line(
    kode: str,
    nama: str,
    tingkat: str,
    sasaran: tuple[str, ...],
    spent: tuple[int, int] | None = None,
) -> Anggaran:
    """A line of the budget; ``spent`` is pagu and realisasi."""
    pagu, realisasi = (
        (Terukur(Decimal(n), "") for n in spent) if spent else (Terukur(None, ""),) * 2
    )
    return Anggaran(kode, nama, tingkat, sasaran, pagu, realisasi)


def like(rng: Random, data: DataKinerja) -> DataKinerja:
    """The names of a real-looking office with other figures: long names, ranges, stable targets."""

    def figure(one: Terukur) -> Terukur:
        if not isinstance(one.nilai, Decimal):
            return one
        is_whole = one.nilai == one.nilai.to_integral_value()
        moved = one.nilai * Decimal(str(round(rng.uniform(0.82, 1.15), 3)))
        size = Decimal(1) if is_whole and one.nilai > 20 else Decimal("0.01")
        return Terukur(moved.quantize(size), one.sel)

    def change(one: Indikator) -> Indikator:
        return replace(
            one, realisasi=figure(one.realisasi),
            riwayat={y: figure(f) for y, f in one.riwayat.items()},
        )  # fmt: skip

    return replace(data, indikators=tuple(map(change, data.indikators)), analisis=(), narasi={})
