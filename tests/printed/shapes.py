"""Three workbooks of the shapes that real offices have; every office, name and figure is invented.

``directorate``: 95 indicators with four quarters whose targets end at zero, and money at kegiatan
only. ``halfway``: 17 indicators counted as x of y, two quarters filled. ``in_words``: a Perjanjian
Kinerja whose targets are words.
"""

from tests.printed.books import Row, make_book

QUARTERS = ("I", "II", "III", "IV")
_KINDS = (
    ("Jumlah dokumen kebijakan penataan wilayah yang disusun", "Dokumen", 5),
    ("Jumlah rekomendasi pengendalian pemanfaatan ruang", "Rekomendasi", 12),
    ("Jumlah peta dasar yang dimutakhirkan", "Lembar", 240),
    ("Jumlah daerah yang mendapat pendampingan penyusunan rencana rinci", "Daerah", 34),
    ("Jumlah aparatur yang mengikuti pembinaan teknis", "Orang", 480),
)
_WORDS: Row = {
    "Penyebab keberhasilan atau kegagalan": "Jadwal kerja ditetapkan sejak Januari.",
    "Upaya dan alternatif solusi": "Rapat pemantauan diadakan setiap bulan.",
    "Program dan kegiatan penunjang": "Kegiatan koordinasi menunjang seluruh indikator.",
    "Rencana tindak lanjut": "Menetapkan penanggung jawab data pada setiap unit.",
}


def directorate(tahun: int = 2025) -> bytes:
    """Five sasaran, 95 indicators: reached in the third quarter, so the fourth has no target."""
    sasaran = [
        {"ID": f"SP{n}", "Sasaran strategis": text, "Tujuan": "Terwujudnya ruang yang tertib"}
        for n, text in enumerate(
            (
                "Meningkatnya mutu rencana tata ruang",
                "Meningkatnya kepatuhan pemanfaatan ruang",
                "Tersedianya data dasar yang mutakhir",
                "Meningkatnya kapasitas pemerintah daerah",
                "Meningkatnya tata kelola direktorat jenderal",
            ),
            start=1,
        )
    ]
    return make_book(
        tahun,
        {
            "Sasaran": sasaran,
            "Indikator": [_ended(n, tahun) for n in range(95)],
            "Anggaran": _kegiatan_only(),
            "Analisis": [{"ID sasaran": one["ID"], **_WORDS} for one in sasaran],
        },
        {
            "Instansi": ("KEMENTERIAN CONTOH", "DIREKTORAT JENDERAL CONTOH"),
            "Singkatan": "Ditjen Contoh",
            "Jabatan pimpinan": "Direktur Jenderal Contoh",
        },
    )


def _ended(n: int, tahun: int) -> Row:
    nama, satuan, target = _KINDS[n % 5]
    steps = (target // 5, target * 3 // 5, target, 0)
    done = (target // 5, target * 3 // 5, target, target)
    if n in (7, 40, 93):  # three that stopped in the third quarter
        done = (target // 5, target // 2, target * 4 // 5, target * 4 // 5)
    return {
        "ID": f"IKP-{n + 1:02d}",
        "ID sasaran": f"SP{n // 19 + 1}",
        "Indikator kinerja": f"{nama}, wilayah {n // 5 + 1}",
        "Satuan": satuan,
        "IKU": "ya" if n % 19 == 0 else "tidak",
        "Polaritas": "naik",
        "Agregasi": "akhir",
        f"Target {tahun}": target,
        f"Realisasi {tahun}": "",
        **{f"Target TW {q}": steps[k] for k, q in enumerate(QUARTERS)},
        **{f"Realisasi TW {q}": done[k] for k, q in enumerate(QUARTERS)},
        "Standar nasional": "tidak ada",
        "Sumber data": "Laporan direktorat teknis",
        "Penanggung jawab": f"Direktorat {n // 19 + 1}",
    }


def _kegiatan_only() -> list[Row]:
    """Seven lines of Rp5,6 trillion together, none with a sub kegiatan."""
    money = (812, 1204, 640, 955, 731, 402, 856)
    return [
        {
            "Kode": f"6851.{n:02d}",
            "Uraian": f"Kegiatan pembinaan bidang {n}",
            "Tingkat": "kegiatan",
            "ID sasaran": f"SP{min(n, 5)}" if n != 6 else "SP1; SP2",
            "Pagu (Rp)": f"{part}000000000",
            "Realisasi (Rp)": f"{part * 97 // 100}000000000",
            "Sumber dana": "APBN",
        }
        for n, part in enumerate(money, start=1)
    ]


_QUOTIENTS = (
    ("Persentase aduan yang dijawab tepat waktu", ((31, 34), (28, 30))),
    ("Persentase dokumen perencanaan yang selaras", ((4, 5), (9, 11))),
    ("Persentase rekomendasi pemeriksaan yang ditindaklanjuti", ((3, 20), (8, 20))),
    ("Persentase aset yang bersertifikat", ((112, 260), (131, 260))),
    ("Persentase layanan yang memenuhi standar", ((17, 18), (18, 18))),
    ("Persentase pegawai yang mengikuti pelatihan 20 jam", ((21, 143), (58, 143))),
)


def halfway(tahun: int = 2025) -> bytes:
    """Two quarters of 17 quotients: nothing of it is a result of the year."""
    rows: list[Row] = []
    for n in range(17):
        nama, parts = _QUOTIENTS[n % 6]
        rows.append(
            {
                "ID": f"IKU-{n + 1}",
                "ID sasaran": f"S{n // 6 + 1}",
                "Indikator kinerja": f"{nama} bidang {'ABC'[n // 6]}",
                "Satuan": "persen",
                "Polaritas": "naik",
                "Agregasi": "rasio",
                f"Target {tahun}": 100 if n % 3 else "95",
                f"Realisasi {tahun}": "",
                f"Target {tahun - 1}": 90,
                f"Realisasi {tahun - 1}": "92,31",
                f"Renstra {tahun + 3}": 100,
                **{f"Target TW {q}": 95 for q in QUARTERS},
                **{
                    f"Realisasi TW {q}": f"{x} dari {y}"
                    for q, (x, y) in zip(QUARTERS, parts, strict=False)
                },
                "Definisi operasional": "Jumlah yang memenuhi dibagi jumlah seluruhnya.",
                "Sumber data": "Rekap triwulanan",
                "Penanggung jawab": "Bagian Perencanaan",
                "Standar nasional": "tidak ada",
            }
        )
    return make_book(
        tahun,
        {
            "Sasaran": [
                {"ID": f"S{n}", "Sasaran strategis": f"Meningkatnya mutu layanan bidang {b}"}
                for n, b in enumerate("ABC", start=1)
            ],
            "Indikator": rows,
            "Anggaran": [
                {
                    "Kode": f"4.01.01.2.0{n}.01",
                    "Uraian": f"Penyelenggaraan layanan bidang {b}",
                    "Tingkat": "sub",
                    "ID sasaran": f"S{n}",
                    "Pagu (Rp)": f"{n * 425}000000",
                    "Realisasi (Rp)": f"{n * 187}500000",
                }
                for n, b in enumerate("ABC", start=1)
            ],
        },
        {"Tanggal Perjanjian Kinerja": f"20 Januari {tahun}"},
    )


def in_words(tahun: int = 2025) -> bytes:
    """Targets and results as a real Perjanjian Kinerja writes them."""
    said = (
        (
            "Jumlah organisasi yang aktif",
            "organisasi",
            "naik",
            "100 dari 110 Organisasi",
            "104 dari 110 Organisasi",
        ),
        (
            "Jumlah kelompok binaan",
            "kelompok",
            "naik",
            "140 Kelompok (1400 orang)",
            "138 Kelompok (1385 orang)",
        ),
        ("Waktu penyelesaian izin", "hari", "turun", "2 hari", "3 hari"),
        ("Indeks kepuasan masyarakat", "indeks", "naik", "≥ 95", "95"),
        ("Persentase kehadiran", "persen", "naik", "minimal 80", "79,996"),
        ("Jumlah temuan berulang", "temuan", "turun", "maksimal 3", "2"),
        (
            "Waktu penyampaian laporan keuangan",
            "tanggal",
            "turun",
            f"31 Maret {tahun}",
            f"28 Maret {tahun}",
        ),
        ("Tingkat kematangan organisasi", "level", "naik", "Level 3", "Level 3"),
        ("Dokumen peta jalan", "dokumen", "naik", "Tersusunnya dokumen", "Tersusunnya dokumen"),
        ("Predikat akuntabilitas kinerja", "predikat", "predikat", "BB (75,48)", "BB (74,10)"),
        ("Opini atas laporan keuangan", "opini", "predikat", "WTP", "WTP"),
        ("Suhu ruang arsip", "derajat", "rentang", "18-22", "24"),
    )
    return make_book(
        tahun,
        {
            "Sasaran": [
                {"ID": "S1", "Sasaran strategis": "Meningkatnya peran organisasi masyarakat"},
                {"ID": "S2", "Sasaran strategis": "Meningkatnya tata kelola"},
            ],
            "Indikator": [
                {
                    "ID": f"IKU-{n}",
                    "ID sasaran": "S1" if n < 6 else "S2",
                    "Indikator kinerja": nama,
                    "Satuan": satuan,
                    "Polaritas": polaritas,
                    f"Target {tahun}": target,
                    f"Realisasi {tahun}": result,
                    "Standar nasional": "tidak ada",
                    "Sumber data": "Laporan bidang",
                    "Penanggung jawab": "Sekretariat",
                }
                for n, (nama, satuan, polaritas, target, result) in enumerate(said, start=1)
            ],
            "Anggaran": [
                {
                    "Kode": "8.01.02",
                    "Uraian": "Program pemberdayaan organisasi masyarakat",
                    "Tingkat": "program",
                    "ID sasaran": "S1; S2",
                    "Pagu (Rp)": "2450000000",
                    "Realisasi (Rp)": "2371500000",
                }
            ],
            "Analisis": [{"ID sasaran": one, **_WORDS} for one in ("S1", "S2")],
        },
        {"Tanggal Perjanjian Kinerja": f"17 Januari {tahun}"},
    )
