"""Every file of the corpus that is an SOP: which definition, made how, with which traps."""

from tests.corpus.make.variant import Variant

V = Variant

DOCX = (
    V("docx-01-surat-masuk", "surat-masuk-dinas", ("bentuk ganda",)),
    V(
        "docx-02-reviu-vml",
        "reviu-laporan-inspektorat",
        ("hanya VML", "penghubung halaman", "baris nomor kolom", "beberapa pelaksana", "elbow"),
        per_halaman=(6, 4),
        pilihan={"xml": "vml"},
        kertas="F4",
        baris_nomor=True,
    ),
    V(
        "docx-03-cuti-tanda",
        "cuti-bkpsdm",
        ("tanda ketik", "tanpa kepala Pelaksana", "Uraian Prosedur"),
        tanda="√",
        pelaksana=None,
        kegiatan="Uraian Prosedur",
        label_besar=True,
        titik_dua=True,
    ),
)
XLSX = (
    V("xlsx-01-surat-masuk", "surat-masuk-dinas", ("twoCellAnchor", "konektor terekat")),
    V(
        "xlsx-02-reviu-grup",
        "reviu-laporan-inspektorat",
        ("oneCellAnchor", "grup", "kolom tersembunyi", "beberapa pelaksana"),
        siku="hv",
        pilihan={"grup": "5", "kolom tersembunyi": "1", "kolom kosong": "1", "jangkar": "one"},
    ),
    V(
        "xlsx-03-pengantar-tanda",
        "pengantar-ktp-kecamatan",
        ("tanda ketik", "beberapa lembar", "Mutu Buku"),
        tanda="v",
        mutu="Mutu Buku",
        pilihan={"lembar lain": "1", "butir per baris": "1"},
        butir="-",
        gaya_tanggal="angka",
        nip_berjarak=True,
    ),
)
PDF = (
    V("pdf-01-surat-masuk-writer", "surat-masuk-dinas", ("dari Writer",), pilihan={"dari": "docx"}),
    V(
        "pdf-02-cuti-calc",
        "cuti-bkpsdm",
        ("dari Calc",),
        pilihan={"dari": "xlsx", "potong": "1", "jangkar": "one"},
    ),
    V(
        "pdf-03-reviu-writer",
        "reviu-laporan-inspektorat",
        ("dari Writer", "penghubung halaman", "beberapa pelaksana", "beberapa halaman"),
        per_halaman=(6, 4),
        kertas="F4",
        pilihan={"dari": "docx"},
    ),
)
TEXT = (
    V(
        "teks-01-surat-masuk.txt",
        "surat-masuk-dinas",
        ("tanpa tanda pelaksana",),
        tanda="", label_besar=True, judul_prosedur="Prosedur Pengelolaan Surat Masuk",
    ),
    V(
        "teks-02-pengantar.txt",
        "pengantar-ktp-kecamatan",
        ("tanda ketik", "tanpa identitas"),
        tanda="√", identitas="tidak ada", baris_nomor=True,
    ),
    V("teks-03-cuti.html", "cuti-bkpsdm", ("HTML", "tanda ketik"), tanda="●"),
)  # fmt: skip
