"""Catalogue of findings: what the reading of a file can say, by the kind of file."""

from typing import Final

from runut.core.findings import Level
from runut.core.sop.catalogue.model import ReadEntry

_STOP: Final = Level.BLOCKER
_CARE: Final = Level.WARNING
_KNOW: Final = Level.INFO


def _table_only_head(text: str) -> str:
    return text[: text.index("1\tMenugaskan")]


def _line_without_number(text: str) -> str:
    return text.replace("3\tMenyusun draft", "\tMenyusun draft")


def _many_steps(text: str) -> str:
    rows = "".join(f"{no}\tMencatat.\t√\n" for no in range(10, 520))
    return f"{text}{rows}"


ENTRIES_BACA: Final = (
    ReadEntry(
        "baca.kosong",
        _STOP,
        "Berkas kosong",
        "Berkas tidak berisi tulisan.",
        "Teks kosong.",
        lambda text: "",
    ),
    ReadEntry(
        "baca.bukan-teks",
        _STOP,
        "Bukan berkas teks",
        "Isi berkas bukan tulisan.",
        "Di dalam teks ada bait nol.",
        lambda text: f"{text}\0",
    ),
    ReadEntry(
        "baca.terlalu-besar",
        _STOP,
        "Berkas terlalu besar",
        "Berkas lebih besar dari 2 MB; sebuah SOP tidak sebesar itu.",
        "Teks lebih dari 2 juta huruf.",
        lambda text: "a" * 2_000_001,
    ),
    ReadEntry(
        "baca.terlalu-luas",
        _STOP,
        "Terlalu banyak baris atau sel",
        "Berkas jauh lebih luas daripada formulir SOP.",
        "Satu baris berisi 600 sel.",
        lambda text: text + "\t" * 600,
    ),
    ReadEntry(
        "baca.bukan-tabel-sop",
        _STOP,
        "Bukan tabel SOP",
        "Kepala tabel dengan Kegiatan, Pelaksana, dan Mutu Baku tidak ditemukan.",
        "Hanya uraian: “Rapat dipimpin oleh pimpinan.”",
        lambda text: "Rapat dipimpin oleh pimpinan.",
    ),
    ReadEntry(
        "baca.tanpa-langkah",
        _STOP,
        "Tabel tanpa langkah",
        "Kepala tabel ada, tetapi tidak ada langkah di bawahnya.",
        "Semua baris langkah dihapus.",
        _table_only_head,
    ),
    ReadEntry(
        "baca.terlalu-banyak-langkah",
        _STOP,
        "Terlalu banyak langkah",
        "Satu SOP paling banyak memuat 500 langkah.",
        "Lebih dari 500 langkah ditambahkan.",
        _many_steps,
    ),
    ReadEntry(
        "baca.tanggal-tidak-dipahami",
        _CARE,
        "Tanggal tidak dipahami",
        "Isian tanggal bukan tanggal yang lengkap; tulisannya disimpan sebagai catatan.",
        "TANGGAL PEMBUATAN berisi “Februari 2026”.",
        lambda text: text.replace("TANGGAL PEMBUATAN\t2 Februari", "TANGGAL PEMBUATAN\tFebruari"),
    ),
    ReadEntry(
        "baca.langkah-tanpa-nomor",
        _CARE,
        "Langkah tanpa nomor",
        "Baris berisi kegiatan dan waktu, tetapi tidak bernomor.",
        "Nomor langkah 3 dihapus.",
        _line_without_number,
    ),
    ReadEntry(
        "baca.baris-disambung",
        _CARE,
        "Baris disambung",
        "Baris tanpa nomor yang letak kolomnya tidak jelas disambungkan ke langkah di atasnya.",
        "Di bawah langkah 9 ada baris tanpa nomor dengan dua sel.",
        lambda text: f"{text}Arsip digital\tdan salinan\n",
    ),
    ReadEntry(
        "baca.sel-di-luar-kolom",
        _CARE,
        "Isi di luar kolom",
        "Langkah mempunyai isi di luar kolom formulir; isi itu ditaruh di Keterangan.",
        "Langkah 2 mempunyai satu sel lebih: “lihat juga”.",
        lambda text: text.replace(
            "SOP Penyusunan Perjanjian Kinerja\n3", "SOP Lain\tlihat juga\n3"
        ),
    ),
    ReadEntry(
        "baca.kolom-tanpa-nama",
        _STOP,
        "Kolom pelaksana tanpa nama",
        "Langkah bertanda di kolom pelaksana yang tidak bernama.",
        "Nama kolom Pemeriksa dihapus dari kepala tabel.",
        lambda text: text.replace("Petugas\tPemeriksa\tKelengkapan", "Petugas\t\tKelengkapan"),
    ),
    ReadEntry(
        "baca.label-cabang-lepas",
        _CARE,
        "Label cabang lepas",
        "Ya atau Tidak tertulis di kolom pelaksana tanpa simbol keputusan.",
        "Kolom Petugas langkah 3 berisi “Tidak”.",
        lambda text: text.replace(
            "3\tMenyusun draft Laporan Kinerja.\t\t√\t", "3\tMenyusun draft.\t\t√\tTidak"
        ),
    ),
    ReadEntry(
        "baca.kode-huruf-lama",
        _CARE,
        "Kode huruf lama",
        "Berkas teks tidak tersimpan sebagai UTF-8; tanda khusus mungkin berubah.",
    ),
    ReadEntry(
        "baca.jenis-berkas",
        _STOP,
        "Jenis berkas tidak dapat dibaca",
        "Berkas adalah gambar, berkas kantor lama, atau jenis lain yang tidak memuat bagan.",
    ),
    ReadEntry(
        "baca.hanya-gambar",
        _STOP,
        "Hanya gambar",
        "Berkas hanya berisi gambar, misalnya hasil pindai; tabel di dalam gambar tidak dibaca.",
    ),
    ReadEntry(
        "baca.hanya-uraian",
        _STOP,
        "Hanya uraian",
        "Berkas berisi uraian tanpa tabel; langkah dan pelaksana tidak pernah dikarang.",
    ),
    ReadEntry(
        "baca.teks-rusak",
        _STOP,
        "Tulisan rusak",
        "Huruf di dalam berkas tersimpan tanpa arti, sehingga tidak terbaca sebagai kata.",
    ),
    ReadEntry(
        "baca.beberapa-sop",
        _CARE,
        "Beberapa SOP dalam satu berkas",
        "Berkas memuat lebih dari satu SOP; yang pertama dibaca, yang lain disebut.",
    ),
    ReadEntry(
        "baca.terlalu-banyak-bentuk",
        _CARE,
        "Terlalu banyak gambar",
        "Halaman memuat lebih banyak gambar daripada yang dapat dibaca.",
    ),
    ReadEntry(
        "baca.nomor-berulang",
        _CARE,
        "Nomor langkah berulang",
        "Nomor langkah tercetak lebih dari sekali; yang berikutnya diberi nomor sementara.",
    ),
    ReadEntry(
        "baca.sel-gabungan",
        _CARE,
        "Sel gabungan",
        "Satu sel digabung untuk beberapa langkah; isinya dicatat pada setiap langkah itu.",
    ),
    ReadEntry(
        "baca.cabang-disimpulkan",
        _CARE,
        "Cabang disimpulkan",
        "Cabang sebuah keputusan tidak berlabel atau tidak jelas dan disimpulkan.",
    ),
    ReadEntry(
        "baca.pelaksana-kurang-pasti",
        _CARE,
        "Pelaksana kurang pasti",
        "Simbol tidak tepat berada di satu kolom; pelaksana yang dibaca harus dipastikan.",
    ),
    ReadEntry(
        "baca.tanggal-salah-tempat",
        _CARE,
        "Tanggal salah tempat",
        "Di samping Nomor SOP atau Nama SOP tertulis sebuah tanggal.",
    ),
    ReadEntry("baca.pdf-terkunci", _STOP, "PDF terkunci", "Berkas PDF terkunci dengan kata sandi."),
    ReadEntry("baca.pdf-rusak", _STOP, "PDF rusak", "Berkas PDF rusak atau terpotong."),
    ReadEntry(
        "baca.pdf-halaman-rusak",
        _CARE,
        "Halaman PDF rusak",
        "Satu halaman rusak dan tidak terbaca.",
    ),
    ReadEntry(
        "baca.pdf-halaman-padat",
        _CARE,
        "Halaman PDF terlalu padat",
        "Halaman memuat terlalu banyak gambar atau huruf; hanya sebagian yang dibaca.",
    ),
    ReadEntry(
        "baca.pdf-terlalu-panjang",
        _CARE,
        "PDF terlalu panjang",
        "Hanya halaman-halaman pertama yang dibaca.",
    ),
    ReadEntry(
        "baca.pdf-huruf-acak",
        _STOP,
        "Huruf PDF acak",
        "Huruf tersimpan acak. Bila hanya satu halaman, temuan ini peringatan.",
    ),
)


def _bpmn(kode: str, tingkat: Level, nama: str, arti: str) -> ReadEntry:
    return ReadEntry(f"bpmn.{kode}", tingkat, nama, arti)


ENTRIES_BPMN: Final = (
    _bpmn("bukan-model", _STOP, "Bukan model BPMN", "Berkas bukan BPMN 2.0 atau rusak."),
    _bpmn("tanpa-kegiatan", _STOP, "Model tanpa kegiatan", "Model tidak memuat kegiatan."),
    _bpmn("terlalu-besar", _STOP, "Model terlalu besar", "Model memuat terlalu banyak simpul."),
    _bpmn(
        "gerbang-tanpa-padanan",
        _STOP,
        "Gerbang tanpa padanan",
        "SOP hanya mengenal keputusan dan kerja bersamaan.",
    ),
    _bpmn(
        "gerbang-berputar",
        _STOP,
        "Gerbang berputar",
        "Gerbang berputar tanpa kegiatan di antaranya.",
    ),
    _bpmn(
        "keputusan-tanpa-langkah",
        _STOP,
        "Keputusan tanpa langkah",
        "Alur bercabang tanpa kegiatan atau pertanyaan yang memutuskannya.",
    ),
    _bpmn(
        "tanpa-pelaksana",
        _CARE,
        "Kegiatan tanpa lajur",
        "Kegiatan tidak terletak dalam lajur, jadi pelaksananya tidak diketahui.",
    ),
    _bpmn("tanpa-alur", _CARE, "Model tanpa alur", "Tidak ada panah di antara kegiatan."),
    _bpmn("proses-lain", _CARE, "Proses lain", "Satu SOP memuat satu proses; yang lain disebut."),
    _bpmn("aliran-pesan", _CARE, "Aliran pesan", "Pesan antarpihak tidak mempunyai padanan."),
    _bpmn("tidak-terjangkau", _CARE, "Kegiatan tidak terjangkau", "Kegiatan tidak dicapai alur."),
    _bpmn(
        "beberapa-awal",
        _CARE,
        "Beberapa awal",
        "Model dapat dimulai di beberapa tempat; dalam SOP semuanya dimulai bersama.",
    ),
    _bpmn(
        "gerbang-jadi-langkah",
        _KNOW,
        "Gerbang menjadi langkah",
        "Gerbang bernama menjadi langkah keputusan tersendiri.",
    ),
    _bpmn(
        "peristiwa-batas",
        _CARE,
        "Peristiwa pada kegiatan",
        "Peristiwa yang melekat pada kegiatan tidak mempunyai padanan.",
    ),
    _bpmn("peristiwa-antara", _CARE, "Peristiwa antara", "Peristiwa di tengah alur dilewati."),
    _bpmn(
        "peristiwa-tepi",
        _KNOW,
        "Peristiwa awal atau akhir",
        "Pemicu atau hasil di tepi alur hanya dicatat sebagai mulai atau selesai.",
    ),
    _bpmn("anak-proses", _CARE, "Anak proses", "Anak proses menjadi satu langkah."),
    _bpmn(
        "memanggil-proses",
        _KNOW,
        "Memanggil proses lain",
        "Proses yang dipanggil dicatat sebagai SOP terkait.",
    ),
    _bpmn("jenis-tugas", _KNOW, "Jenis tugas", "Jenis tugas mesin menjadi langkah biasa."),
    _bpmn("berulang", _CARE, "Kegiatan berulang", "Tanda berulang tidak mempunyai padanan."),
)
