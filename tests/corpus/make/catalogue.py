"""Every file of the corpus that is an SOP: which definition, made how, with which traps."""

from tests.corpus.make.variant import Variant as V

DOCX = (
    V(
        "docx-01-surat-masuk", "surat-masuk-dinas",
        ("bentuk ganda", "banyak bentuk pada satu paragraf"),
    ),
    V(
        "docx-02-reviu-vml", "reviu-laporan-inspektorat",
        ("hanya VML", "penghubung halaman", "baris nomor kolom", "beberapa pelaksana"),
        per_halaman=(6, 4), pilihan={"xml": "vml"}, kertas="F4", baris_nomor=True,
    ),
    V(
        "docx-03-cuti-tanda", "cuti-bkpsdm",
        ("tanda ketik", "tanpa kepala Pelaksana", "nama kolom lain"),
        tanda="√", pelaksana=None, kegiatan="Uraian Prosedur", label_besar=True, titik_dua=True,
    ),
    V(
        "docx-04-pengantar", "pengantar-ktp-kecamatan",
        ("jangkar di sel", "geometri dasar", "identitas satu halaman"),
        nama_bentuk="dasar", satu_halaman=True, kertas="A3", pilihan={"jangkar": "sel"}, butir="-",
    ),
    V(
        "docx-05-rawat-jalan-grup", "pendaftaran-rawat-jalan-rsud",
        ("grup", "bentuk ganda", "Mutu Buku", "nama kolom lain"),
        mutu="Mutu Buku", kegiatan="Aktivitas", kelengkapan="Persyaratan",
        pilihan={"grup": "6"}, gaya_tanggal="angka", nip_berjarak=True,
    ),
    V(
        "docx-06-imunisasi-dalam-sel", "imunisasi-puskesmas",
        ("bentuk dalam sel", "identitas satu halaman"),
        satu_halaman=True, kertas="A3", pilihan={"jangkar": "dalam sel"}, butir="",
    ),
    V(
        "docx-07-ppdb-otomatis", "ppdb-sekolah",
        ("tinggi baris otomatis", "beberapa pelaksana", "geometri campur"),
        sejajar=True, nama_bentuk="campur", pilihan={"tinggi": "otomatis"},
    ),
    V(
        "docx-08-izin-delapan-aktor", "izin-mendirikan-usaha-dpmptsp",
        ("penghubung di luar tabel", "jangkar relatif halaman", "beberapa akhir",
         "kepala tidak berulang", "beberapa halaman"),
        kertas="F4", per_halaman=(6, 6), ulang_kepala=False, penghubung="luar",
        pilihan={"jangkar": "halaman"},
    ),
    V(
        "docx-09-surat-keluar-vml-grup", "surat-keluar-sekretariat-dprd",
        ("hanya VML", "grup", "nomor SOP kosong"),
        pilihan={"xml": "vml", "grup": "5"}, label_besar=True, butir="a.",
    ),
    V(
        "docx-10-perjalanan-wingdings", "perjalanan-dinas-bappeda",
        ("tanda ketik", "Wingdings"),
        tanda="sym:F0FC", nip_berjarak=True,
    ),
    V(
        "docx-11-pengaduan-garis", "pengaduan-diskominfo",
        ("garis terpotong", "beberapa mulai", "beberapa akhir", "kepala sel berbaris"),
        pilihan={"potong": "1"}, kepala_berbaris=True, kegiatan="Uraian Kegiatan",
    ),
    V(
        "docx-12-pangkat-tanpa-penghubung", "kenaikan-pangkat-bkd",
        ("beberapa halaman", "tanpa penghubung halaman", "beberapa pelaksana", "geometri dasar"),
        kertas="F4", per_halaman=(6, 6), penghubung=None, nama_bentuk="dasar",
    ),
    V(
        "docx-13-arsip-bulat", "pinjam-arsip-dispusip",
        ("tanda ketik", "identitas satu halaman", "tanpa Mutu Baku", "tanpa kepala Pelaksana"),
        tanda="●", satu_halaman=True, kertas="A3", pelaksana=None, mutu=None, kegiatan="Aktivitas",
    ),
    V(
        "docx-14-musrenbang-empat", "musrenbang-kecamatan",
        ("empat pelaksana", "kepala Pelaksana sebagian"),
        pelaksana_atas=3, judul_prosedur="Prosedur Penyelenggaraan Musrenbang Kecamatan",
    ),
    V(
        "docx-15-pengadaan-antara", "pengadaan-langsung-setda",
        ("keputusan di antara dua pelaksana", "baris nomor kolom", "waktu digabung"),
        di_antara=(("5", "Pejabat Pengadaan", "Penyedia"),), baris_nomor=True,
        gabung_waktu=("2", "3"),
    ),
    V(
        "docx-16-kelurahan-x", "pelayanan-ktp-hilang-kelurahan",
        ("tanda ketik", "langkah akhir tanpa nomor", "nama kolom lain"),
        tanda="X", tanpa_nomor=("6",), kelengkapan="Persyaratan/Perlengkapan", titik_dua=True,
        gaya_tanggal="garis miring",
    ),
    V(
        "docx-17-pembinaan-tanpa-kepala-panah", "pembinaan-perpustakaan-sekolah",
        ("garis tanpa kepala panah", "beberapa pelaksana"),
        tanpa_kepala=True, identitas="satu sel", keterangan="Ket.",
    ),
    V(
        "docx-18-renja-panjang", "penyusunan-renja-biro",
        ("identitas panjang", "dua bentuk dalam satu langkah", "beberapa halaman",
         "penghubung halaman"),
        kertas="F4", per_halaman=(6, 5), dua_bentuk=("5",), label_besar=True,
        judul_prosedur="Prosedur Penyusunan Rencana Kerja Biro",
    ),
    V(
        "docx-19-pemeriksaan-enam-belas", "audit-investigasi-inspektorat",
        ("hanya VML", "beberapa halaman", "penghubung halaman", "beberapa akhir"),
        kertas="F4", per_halaman=(6, 6, 4), pilihan={"xml": "vml"}, nama_bentuk="dasar",
        pelaksana="Pelaksana/Unit Kerja",
    ),
    V(
        "docx-20-ruang-tanpa-garis", "peminjaman-ruang-setda",
        ("identitas tanpa garis", "hanya DrawingML"),
        identitas="tanpa garis", pilihan={"xml": "dml", "nilai titik dua": "1"},
    ),
    V(
        "docx-21-spm-tanpa-panah", "penerbitan-spm-bpkad",
        ("tanpa panah", "tinggi baris otomatis"),
        tanpa_panah=True, pilihan={"tinggi": "otomatis"}, keterangan=None,
    ),
    V(
        "docx-22-surat-sebelas", "surat-masuk-sebelas",
        ("bentuk ganda", "grup", "beberapa pelaksana"),
        kertas="F4", siku="hv", pilihan={"grup": "3"},
    ),
)
XLSX = (
    V("xlsx-01-surat-masuk", "surat-masuk-dinas", ("twoCellAnchor", "konektor terekat")),
    V(
        "xlsx-02-reviu-grup", "reviu-laporan-inspektorat",
        ("oneCellAnchor", "grup", "kolom tersembunyi", "beberapa pelaksana"),
        siku="hv",
        pilihan={"grup": "5", "kolom tersembunyi": "1", "kolom kosong": "1", "jangkar": "one"},
    ),
    V(
        "xlsx-03-pengantar-tanda", "pengantar-ktp-kecamatan",
        ("tanda ketik", "beberapa lembar", "Mutu Buku"),
        tanda="v", mutu="Mutu Buku", pilihan={"lembar lain": "1", "butir per baris": "1"},
        butir="-", gaya_tanggal="angka", nip_berjarak=True,
    ),
    V(
        "xlsx-04-cuti-absolut", "cuti-bkpsdm",
        ("absoluteAnchor", "konektor tidak terekat", "geometri dasar"),
        nama_bentuk="dasar", siku="hv", pilihan={"jangkar": "absolute", "tanpa lem": "1"},
    ),
    V(
        "xlsx-05-rawat-jalan", "pendaftaran-rawat-jalan-rsud",
        ("oneCellAnchor", "baris tersembunyi", "baris nomor kolom"),
        baris_nomor=True, pilihan={"jangkar": "one", "baris tersembunyi": "4"},
    ),
    V(
        "xlsx-06-ppdb-sejajar", "ppdb-sekolah",
        ("twoCellAnchor", "beberapa pelaksana", "konektor terekat", "judul prosedur"),
        sejajar=True, judul_prosedur="Prosedur Penerimaan Peserta Didik Baru",
    ),
    V(
        "xlsx-07-izin-delapan", "izin-mendirikan-usaha-dpmptsp",
        ("twoCellAnchor", "beberapa akhir", "identitas di lembar lain", "beberapa lembar"),
        pilihan={"lembar terpisah": "1"}, titik_dua=True,
    ),
    V(
        "xlsx-08-surat-keluar-potong", "surat-keluar-sekretariat-dprd",
        ("garis terpotong", "konektor tidak terekat", "nomor SOP kosong"),
        pilihan={"potong": "1", "jangkar": "two"}, kegiatan="Uraian",
    ),
    V(
        "xlsx-09-perjalanan-gabung", "perjalanan-dinas-bappeda",
        ("waktu digabung", "twoCellAnchor", "tanggal Excel"),
        gabung_waktu=("3", "4"), pilihan={"tanggal excel": "1"}, butir="",
    ),
    V(
        "xlsx-10-pengaduan", "pengaduan-diskominfo",
        ("beberapa mulai", "beberapa akhir", "tanpa kepala Pelaksana", "lembar tersembunyi"),
        pelaksana=None, pilihan={"lembar tersembunyi": "1"},
    ),
    V(
        "xlsx-11-pangkat", "kenaikan-pangkat-bkd",
        ("grup", "absoluteAnchor", "beberapa pelaksana", "kepala sel berbaris"),
        kepala_berbaris=True, pilihan={"grup": "4", "jangkar": "absolute"}, siku="hv",
    ),
    V(
        "xlsx-12-musrenbang-empat", "musrenbang-kecamatan",
        ("empat pelaksana", "kepala Pelaksana sebagian", "twoCellAnchor"),
        pelaksana_atas=2, identitas="satu sel",
    ),
    V(
        "xlsx-13-pengadaan-antara", "pengadaan-langsung-setda",
        ("keputusan di antara dua pelaksana", "oneCellAnchor"),
        di_antara=(("8", "PPK", "Pejabat Pengadaan"),), pilihan={"jangkar": "one"},
        label_besar=True,
    ),
    V(
        "xlsx-14-renja-dua-bentuk", "penyusunan-renja-biro",
        ("dua bentuk dalam satu langkah", "identitas panjang", "twoCellAnchor"),
        dua_bentuk=("6",), pilihan={"butir per baris": "1"},
    ),
    V(
        "xlsx-15-pemeriksaan", "audit-investigasi-inspektorat",
        ("twoCellAnchor", "langkah akhir tanpa nomor", "beberapa akhir"),
        tanpa_nomor=("16",), pelaksana="Pelaksana Kegiatan", nama_bentuk="campur",
    ),
    V(
        "xlsx-16-bansos-tanda", "bantuan-sosial-dinsos",
        ("tanda ketik", "empat pelaksana", "tanpa identitas"),
        tanda="●", identitas="tidak ada",
    ),
    V(
        "xlsx-17-kendaraan", "uji-kendaraan-dishub",
        ("tanpa panah", "oneCellAnchor", "beberapa akhir", "beberapa pelaksana"),
        tanpa_panah=True, pilihan={"jangkar": "one"}, keterangan=None,
    ),
    V(
        "xlsx-18-laboratorium", "pengujian-sampel-laboratorium-dlh",
        ("konektor tidak terekat", "garis tanpa kepala panah", "nama kolom lain"),
        tanpa_kepala=True, kegiatan="Uraian Prosedur", kelengkapan="Sumber Data",
        pilihan={"tanpa lem": "1", "jangkar": "two", "potong": "1"},
    ),
)
PDF = (
    V("pdf-01-surat-masuk-writer", "surat-masuk-dinas", ("dari Writer",), pilihan={"dari": "docx"}),
    V(
        "pdf-02-cuti-calc", "cuti-bkpsdm", ("dari Calc",),
        pilihan={"dari": "xlsx", "potong": "1", "jangkar": "one"},
    ),
    V(
        "pdf-03-reviu-writer", "reviu-laporan-inspektorat",
        ("dari Writer", "penghubung halaman", "beberapa pelaksana", "beberapa halaman"),
        per_halaman=(6, 4), kertas="F4", pilihan={"dari": "docx"},
    ),
    V(
        "pdf-04-pengantar-writer", "pengantar-ktp-kecamatan",
        ("dari Writer", "identitas satu halaman", "geometri dasar"),
        satu_halaman=True, kertas="A3", nama_bentuk="dasar", pilihan={"dari": "docx"}, titik_dua=True,
    ),
    V(
        "pdf-05-rawat-jalan-calc", "pendaftaran-rawat-jalan-rsud",
        ("dari Calc", "baris nomor kolom", "Mutu Buku"),
        mutu="Mutu Buku", baris_nomor=True,
        pilihan={"dari": "xlsx", "potong": "1", "jangkar": "one"},
    ),
    V(
        "pdf-06-imunisasi-tanda", "imunisasi-puskesmas",
        ("dari Writer", "tanda ketik", "identitas satu halaman"),
        tanda="√", satu_halaman=True, kertas="A3", pilihan={"dari": "docx"},
    ),
    V(
        "pdf-07-ppdb-otomatis", "ppdb-sekolah",
        ("dari Writer", "tinggi baris otomatis", "beberapa pelaksana"),
        kertas="F4", pilihan={"dari": "docx", "tinggi": "otomatis"},
    ),
    V(
        "pdf-08-izin-tanpa-ulang", "izin-mendirikan-usaha-dpmptsp",
        ("dari Writer", "kepala tidak berulang", "penghubung di luar tabel", "beberapa akhir",
         "beberapa halaman"),
        kertas="F4", per_halaman=(6, 6), ulang_kepala=False, penghubung="luar",
        pilihan={"dari": "docx"},
    ),
    V(
        "pdf-09-surat-keluar-tanpa-garis", "surat-keluar-sekretariat-dprd",
        ("dari Writer", "identitas tanpa garis", "identitas berseling", "nomor SOP kosong"),
        identitas="tanpa garis", pilihan={"dari": "docx"},
    ),
    V(
        "pdf-10-perjalanan-calc", "perjalanan-dinas-bappeda",
        ("dari Calc", "waktu digabung", "kepala sel berbaris"),
        gabung_waktu=("3", "4"), kepala_berbaris=True,
        pilihan={"dari": "xlsx", "potong": "1", "jangkar": "one"},
    ),
    V(
        "pdf-11-pengaduan-writer", "pengaduan-diskominfo",
        ("dari Writer", "beberapa mulai", "beberapa akhir", "tanpa kepala Pelaksana"),
        pelaksana=None, pilihan={"dari": "docx"}, gaya_tanggal="angka",
    ),
    V(
        "pdf-12-pangkat-writer", "kenaikan-pangkat-bkd",
        ("dari Writer", "tanpa penghubung halaman", "beberapa pelaksana", "beberapa halaman"),
        kertas="F4", per_halaman=(6, 6), penghubung=None, pilihan={"dari": "docx"},
    ),
    V(
        "pdf-13-arsip-calc-tanda", "pinjam-arsip-dispusip",
        ("dari Calc", "tanda ketik", "identitas satu halaman"),
        tanda="v", satu_halaman=True, pilihan={"dari": "xlsx"},
    ),
    V(
        "pdf-14-musrenbang-calc", "musrenbang-kecamatan",
        ("dari Calc", "empat pelaksana", "kepala Pelaksana sebagian"),
        pelaksana_atas=3, pilihan={"dari": "xlsx", "potong": "1", "jangkar": "one"},
    ),
    V(
        "pdf-15-pengadaan-antara", "pengadaan-langsung-setda",
        ("dari Writer", "keputusan di antara dua pelaksana", "waktu digabung"),
        di_antara=(("5", "Pejabat Pengadaan", "Penyedia"),), gabung_waktu=("2", "3"),
        pilihan={"dari": "docx"},
    ),
    V(
        "pdf-16-kendaraan-calc", "uji-kendaraan-dishub",
        ("dari Calc", "tanpa panah", "beberapa akhir"),
        tanpa_panah=True, pilihan={"dari": "xlsx", "jangkar": "one"}, keterangan=None,
    ),
    V(
        "pdf-17-renja-word", "penyusunan-renja-biro",
        ("cetakan Word", "identitas panjang", "penghubung halaman", "beberapa halaman"),
        kertas="F4", per_halaman=(6, 5), pilihan={"dari": "tangan", "gaya": "word"},
    ),
    V(
        "pdf-18-spm-excel", "penerbitan-spm-bpkad",
        ("cetakan Excel", "poligon terisi"),
        pilihan={"dari": "tangan", "gaya": "excel"}, nip_berjarak=True,
    ),
    V(
        "pdf-19-bansos-xobject", "bantuan-sosial-dinsos",
        ("cetakan Word", "dibungkus form XObject", "empat pelaksana"),
        pilihan={"dari": "tangan", "gaya": "word", "bungkus": "1"},
    ),
    V(
        "pdf-20-pemeriksaan-word", "audit-investigasi-inspektorat",
        ("cetakan Word", "beberapa halaman", "kepala tidak berulang", "penghubung halaman",
         "langkah akhir tanpa nomor"),
        kertas="F4", per_halaman=(6, 6, 4), ulang_kepala=False, tanpa_nomor=("16",),
        pilihan={"dari": "tangan", "gaya": "word"},
    ),
    V(
        "pdf-21-sebelas-excel", "surat-masuk-sebelas",
        ("cetakan Excel", "poligon terisi", "dua bentuk dalam satu langkah"),
        kertas="A3", siku="hv", dua_bentuk=("5",), pilihan={"dari": "tangan", "gaya": "excel"},
    ),
    V(
        "pdf-22-laboratorium-calc", "pengujian-sampel-laboratorium-dlh",
        ("dari Calc", "nama kolom lain"),
        kegiatan="Uraian Prosedur", kelengkapan="Sumber Data",
        pilihan={"dari": "xlsx", "potong": "1", "jangkar": "one"},
    ),
)
TEXT = (
    V(
        "teks-01-surat-masuk.txt", "surat-masuk-dinas",
        ("tanpa tanda pelaksana",),
        tanda="", label_besar=True, judul_prosedur="Prosedur Pengelolaan Surat Masuk",
    ),
    V(
        "teks-02-pengantar.txt", "pengantar-ktp-kecamatan",
        ("tanda ketik", "tanpa identitas", "baris nomor kolom"),
        tanda="√", identitas="tidak ada", baris_nomor=True,
    ),
    V("teks-03-cuti.html", "cuti-bkpsdm", ("HTML", "tanda ketik"), tanda="●"),
    V(
        "teks-04-reviu.txt", "reviu-laporan-inspektorat",
        ("tanda ketik", "beberapa pelaksana", "baris CRLF", "spasi tak terputus"),
        tanda="v", pilihan={"akhir baris": "crlf", "spasi web": "1"},
    ),
    V(
        "teks-05-rawat-jalan.html", "pendaftaran-rawat-jalan-rsud",
        ("HTML", "tanda ketik", "daftar HTML"),
        tanda="√", pilihan={"daftar": "1"}, pembuka="Standar Pelayanan",
    ),
    V(
        "teks-06-ppdb.txt", "ppdb-sekolah",
        ("tanda ketik", "beberapa pelaksana", "tanpa kepala Pelaksana", "identitas berseling"),
        tanda="X", pelaksana=None, pilihan={"identitas berseling": "1"},
    ),
    V(
        "teks-07-perjalanan.txt", "perjalanan-dinas-bappeda",
        ("tanpa tanda pelaksana", "identitas berurutan", "nama kolom lain"),
        tanda="", kegiatan="Uraian Prosedur", kelengkapan="Persyaratan",
        pilihan={"identitas berurutan": "1"},
    ),
    V(
        "teks-08-pangkat.html", "kenaikan-pangkat-bkd",
        ("HTML", "tanpa tanda pelaksana"), tanda="", titik_dua=True,
    ),
    V(
        "teks-09-bansos.html", "bantuan-sosial-dinsos",
        ("HTML", "tanda ketik", "empat pelaksana", "Mutu Buku", "tanpa identitas"),
        tanda="X", mutu="Mutu Buku", identitas="tidak ada",
    ),
    V(
        "teks-10-laboratorium.txt", "pengujian-sampel-laboratorium-dlh",
        ("tanda ketik", "UTF-16", "langkah akhir tanpa nomor"),
        tanda="√", tanpa_nomor=("8",), pilihan={"sandi": "utf-16"},
    ),
    V(
        "teks-11-ruang.txt", "peminjaman-ruang-setda",
        ("tanda ketik", "tanpa kolom Keterangan"), tanda=">", keterangan=None, butir="-",
    ),
    V(
        "teks-12-renja.txt", "penyusunan-renja-biro",
        ("tanda ketik", "identitas panjang", "Mutu Buku"),
        tanda="●", mutu="Mutu Buku", label_besar=True, titik_dua=True,
        judul_prosedur="Prosedur Penyusunan Rencana Kerja Biro",
    ),
)
