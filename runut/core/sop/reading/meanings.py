"""What the reading of a file can say: every code with its name and what it means.

The codes are raised where the fault is seen, here and in the readers of files.
"""

from typing import Final

from runut.core.findings import Level, Meaning

_STOP: Final = Level.BLOCKER
_CARE: Final = Level.WARNING
_KNOW: Final = Level.INFO

MEANINGS: Final = (
    Meaning("baca.kosong", _STOP, "Berkas kosong", "Berkas tidak berisi tulisan."),
    Meaning("baca.bukan-teks", _STOP, "Bukan berkas teks", "Isi berkas bukan tulisan."),
    Meaning(
        "baca.terlalu-besar",
        _STOP,
        "Berkas terlalu besar",
        "Berkas lebih besar dari 2 MB; sebuah SOP tidak sebesar itu.",
    ),
    Meaning(
        "baca.terlalu-luas",
        _STOP,
        "Terlalu banyak baris atau sel",
        "Berkas jauh lebih luas daripada formulir SOP.",
    ),
    Meaning(
        "baca.bukan-tabel-sop",
        _STOP,
        "Bukan tabel SOP",
        "Kepala tabel dengan Kegiatan, Pelaksana, dan Mutu Baku tidak ditemukan.",
    ),
    Meaning(
        "baca.tanpa-langkah",
        _STOP,
        "Tabel tanpa langkah",
        "Kepala tabel ada, tetapi tidak ada langkah di bawahnya.",
    ),
    Meaning(
        "baca.terlalu-banyak-langkah",
        _STOP,
        "Terlalu banyak langkah",
        "Satu SOP paling banyak memuat 500 langkah.",
    ),
    Meaning(
        "baca.tanggal-tidak-dipahami",
        _CARE,
        "Tanggal tidak dipahami",
        "Isian tanggal bukan tanggal yang lengkap; tulisannya disimpan sebagai catatan.",
    ),
    Meaning(
        "baca.langkah-tanpa-nomor",
        _CARE,
        "Langkah tanpa nomor",
        "Baris berisi kegiatan dan waktu, tetapi tidak bernomor.",
    ),
    Meaning(
        "baca.baris-disambung",
        _CARE,
        "Baris disambung",
        "Baris tanpa nomor yang letak kolomnya tidak jelas disambungkan ke langkah di atasnya.",
    ),
    Meaning(
        "baca.sel-di-luar-kolom",
        _CARE,
        "Isi di luar kolom",
        "Langkah mempunyai isi di luar kolom formulir; isi itu ditaruh di Keterangan.",
    ),
    Meaning(
        "baca.kolom-tanpa-nama",
        _STOP,
        "Kolom pelaksana tanpa nama",
        "Langkah bertanda di kolom pelaksana yang tidak bernama.",
    ),
    Meaning(
        "baca.label-cabang-lepas",
        _CARE,
        "Label cabang lepas",
        "Ya atau Tidak tertulis di kolom pelaksana tanpa simbol keputusan.",
    ),
    Meaning(
        "baca.kode-huruf-lama",
        _CARE,
        "Kode huruf lama",
        "Berkas teks tidak tersimpan sebagai UTF-8; tanda khusus mungkin berubah.",
    ),
    Meaning(
        "baca.jenis-berkas",
        _STOP,
        "Jenis berkas tidak dapat dibaca",
        "Berkas adalah gambar, berkas kantor lama, atau jenis lain yang tidak memuat bagan.",
    ),
    Meaning(
        "baca.hanya-gambar",
        _STOP,
        "Hanya gambar",
        "Berkas hanya berisi gambar, misalnya hasil pindai; tabel di dalam gambar tidak dibaca.",
    ),
    Meaning(
        "baca.tabel-berupa-gambar",
        _STOP,
        "Tabel berupa gambar",
        "Tabel langkah tersimpan sebagai gambar; hanya tulisan di luarnya yang terbaca.",
    ),
    Meaning(
        "baca.formulir-kosong",
        _STOP,
        "Formulir belum diisi",
        "Berkas adalah formulir SOP yang baris langkahnya belum diisi.",
    ),
    Meaning(
        "baca.terpotong-ke-samping",
        _STOP,
        "Tabel terpotong ke samping",
        "Tabel dicetak melebar ke beberapa halaman; berkas Excel-nya yang dibutuhkan.",
    ),
    Meaning(
        "baca.aksara-lain",
        _STOP,
        "Aksara lain",
        "Tulisan dalam berkas beraksara lain, bukan Latin.",
    ),
    Meaning(
        "baca.baris-tersembunyi",
        _CARE,
        "Baris atau kolom tersembunyi",
        "Lembar Excel menyembunyikan baris atau kolom yang berisi; isinya tidak dibaca.",
    ),
    Meaning(
        "baca.melalui-libreoffice",
        _KNOW,
        "Dibaca melalui LibreOffice",
        "Berkas ODT, ODS, atau RTF diubah dahulu oleh LibreOffice; periksa bagan alirnya.",
    ),
    Meaning(
        "baca.bagan-tidak-dibaca",
        _CARE,
        "Bagan tidak dibaca",
        "Tulisan berkas ODS terbaca tanpa LibreOffice, simbol dan panahnya tidak.",
    ),
    Meaning(
        "baca.hanya-uraian",
        _STOP,
        "Hanya uraian",
        "Berkas berisi uraian tanpa tabel; langkah dan pelaksana tidak pernah dikarang.",
    ),
    Meaning(
        "baca.teks-rusak",
        _STOP,
        "Tulisan rusak",
        "Huruf di dalam berkas tersimpan tanpa arti, sehingga tidak terbaca sebagai kata.",
    ),
    Meaning(
        "baca.beberapa-sop",
        _CARE,
        "Beberapa SOP dalam satu berkas",
        "Berkas memuat lebih dari satu SOP; yang pertama dibaca, yang lain disebut.",
    ),
    Meaning(
        "baca.pilihan-tidak-ada",
        _STOP,
        "SOP yang dipilih tidak ada",
        "Berkas memuat lebih sedikit SOP daripada urutan yang diminta.",
    ),
    Meaning(
        "baca.keterangan-tanda-tangan",
        _KNOW,
        "Keterangan tanda tangan elektronik",
        "Kaki halaman atau cap menyebut tanda tangan elektronik; tulisannya tidak disalin ke SOP.",
    ),
    Meaning(
        "baca.waktu-rincian",
        _CARE,
        "Waktu pada rincian langkah",
        "Baris rincian sebuah langkah mempunyai waktu sendiri; waktu langkahnya yang dibaca.",
    ),
    Meaning(
        "baca.pindaian-berteks",
        _CARE,
        "Hasil pindai yang berteks",
        "Halaman hasil pindai dibaca dari pengenalan hurufnya; simbol dan panahnya tidak terbaca.",
    ),
    Meaning(
        "baca.simbol-berupa-gambar",
        _CARE,
        "Simbol berupa gambar",
        "Simbol tersimpan sebagai gambar; pelaksananya terbaca dari letaknya, jenisnya tidak.",
    ),
    Meaning(
        "baca.label-cabang-kurang-pasti",
        _CARE,
        "Label cabang kurang pasti",
        "Label Ya dan Tidak pada sebuah keputusan mungkin tertukar.",
    ),
    Meaning(
        "baca.perubahan-belum-diterima",
        _CARE,
        "Perubahan belum diterima",
        "Berkas Word masih memuat lacak perubahan yang belum diterima atau ditolak.",
    ),
    Meaning(
        "baca.komentar",
        _CARE,
        "Komentar di berkas",
        "Berkas Word memuat komentar yang tidak ikut dibaca.",
    ),
    Meaning(
        "baca.terlalu-banyak-bentuk",
        _CARE,
        "Terlalu banyak gambar",
        "Halaman memuat lebih banyak gambar daripada yang dapat dibaca.",
    ),
    Meaning(
        "baca.nomor-berulang",
        _CARE,
        "Nomor langkah berulang",
        "Nomor langkah tercetak lebih dari sekali; yang berikutnya diberi nomor sementara.",
    ),
    Meaning(
        "baca.sel-gabungan",
        _CARE,
        "Sel gabungan",
        "Satu sel digabung untuk beberapa langkah; isinya dicatat pada setiap langkah itu.",
    ),
    Meaning(
        "baca.cabang-disimpulkan",
        _CARE,
        "Cabang disimpulkan",
        "Cabang sebuah keputusan tidak berlabel atau tidak jelas dan disimpulkan.",
    ),
    Meaning(
        "baca.pelaksana-kurang-pasti",
        _CARE,
        "Pelaksana kurang pasti",
        "Simbol tidak tepat berada di satu kolom; pelaksana yang dibaca harus dipastikan.",
    ),
    Meaning(
        "baca.tanggal-salah-tempat",
        _CARE,
        "Tanggal salah tempat",
        "Di samping Nomor SOP atau Nama SOP tertulis sebuah tanggal.",
    ),
    Meaning("baca.pdf-terkunci", _STOP, "PDF terkunci", "Berkas PDF terkunci dengan kata sandi."),
    Meaning("baca.pdf-rusak", _STOP, "PDF rusak", "Berkas PDF rusak atau terpotong."),
    Meaning(
        "baca.pdf-halaman-rusak",
        _CARE,
        "Halaman PDF rusak",
        "Satu halaman rusak dan tidak terbaca.",
    ),
    Meaning(
        "baca.pdf-halaman-padat",
        _CARE,
        "Halaman PDF terlalu padat",
        "Halaman memuat terlalu banyak gambar atau huruf; hanya sebagian yang dibaca.",
    ),
    Meaning(
        "baca.pdf-terlalu-panjang",
        _CARE,
        "PDF terlalu panjang",
        "Hanya halaman-halaman pertama yang dibaca.",
    ),
    Meaning(
        "baca.pdf-huruf-acak",
        _STOP,
        "Huruf PDF acak",
        "Huruf tersimpan acak. Bila hanya satu halaman, temuan ini peringatan.",
    ),
)
"""Of every kind of file."""

MEANINGS_BPMN: Final = (
    Meaning("bpmn.bukan-model", _STOP, "Bukan model BPMN", "Berkas bukan BPMN 2.0 atau rusak."),
    Meaning("bpmn.tanpa-kegiatan", _STOP, "Model tanpa kegiatan", "Model tidak memuat kegiatan."),
    Meaning(
        "bpmn.terlalu-besar", _STOP, "Model terlalu besar", "Model memuat terlalu banyak simpul."
    ),
    Meaning(
        "bpmn.gerbang-tanpa-padanan",
        _STOP,
        "Gerbang tanpa padanan",
        "SOP hanya mengenal keputusan dan kerja bersamaan.",
    ),
    Meaning(
        "bpmn.gerbang-berputar",
        _STOP,
        "Gerbang berputar",
        "Gerbang berputar tanpa kegiatan di antaranya.",
    ),
    Meaning(
        "bpmn.keputusan-tanpa-langkah",
        _STOP,
        "Keputusan tanpa langkah",
        "Alur bercabang tanpa kegiatan atau pertanyaan yang memutuskannya.",
    ),
    Meaning(
        "bpmn.tanpa-pelaksana",
        _CARE,
        "Kegiatan tanpa lajur",
        "Kegiatan tidak terletak dalam lajur, jadi pelaksananya tidak diketahui.",
    ),
    Meaning("bpmn.tanpa-alur", _CARE, "Model tanpa alur", "Tidak ada panah di antara kegiatan."),
    Meaning(
        "bpmn.proses-lain", _CARE, "Proses lain", "Satu SOP memuat satu proses; yang lain disebut."
    ),
    Meaning(
        "bpmn.aliran-pesan", _CARE, "Aliran pesan", "Pesan antarpihak tidak mempunyai padanan."
    ),
    Meaning(
        "bpmn.tidak-terjangkau", _CARE, "Kegiatan tidak terjangkau", "Kegiatan tidak dicapai alur."
    ),
    Meaning(
        "bpmn.beberapa-awal",
        _CARE,
        "Beberapa awal",
        "Model dapat dimulai di beberapa tempat; dalam SOP semuanya dimulai bersama.",
    ),
    Meaning(
        "bpmn.gerbang-jadi-langkah",
        _KNOW,
        "Gerbang menjadi langkah",
        "Gerbang bernama menjadi langkah keputusan tersendiri.",
    ),
    Meaning(
        "bpmn.peristiwa-batas",
        _CARE,
        "Peristiwa pada kegiatan",
        "Peristiwa yang melekat pada kegiatan tidak mempunyai padanan.",
    ),
    Meaning(
        "bpmn.peristiwa-antara", _CARE, "Peristiwa antara", "Peristiwa di tengah alur dilewati."
    ),
    Meaning(
        "bpmn.peristiwa-tepi",
        _KNOW,
        "Peristiwa awal atau akhir",
        "Pemicu atau hasil di tepi alur hanya dicatat sebagai mulai atau selesai.",
    ),
    Meaning("bpmn.anak-proses", _CARE, "Anak proses", "Anak proses menjadi satu langkah."),
    Meaning(
        "bpmn.memanggil-proses",
        _KNOW,
        "Memanggil proses lain",
        "Proses yang dipanggil dicatat sebagai SOP terkait.",
    ),
    Meaning("bpmn.jenis-tugas", _KNOW, "Jenis tugas", "Jenis tugas mesin menjadi langkah biasa."),
    Meaning("bpmn.berulang", _CARE, "Kegiatan berulang", "Tanda berulang tidak mempunyai padanan."),
)
"""Of models in BPMN 2.0."""
