"""Catalogue of findings: single steps, their actors, times, and papers."""

from dataclasses import replace
from typing import Final

from runut.core.sop.catalogue.contoh import CLEAN
from runut.core.sop.catalogue.model import Entry, acted_by, both, field, step, without_steps
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP


def _renumbered(sop: SOP) -> SOP:
    """The last step called 12 instead of 9."""
    langkah = tuple(
        replace(
            one,
            no="12" if one.no == "9" else one.no,
            lanjut=tuple(replace(w, ke="12") if w.ke == "9" else w for w in one.lanjut),
        )
        for one in sop.langkah
    )
    return replace(sop, langkah=langkah)


def _third_called_second(sop: SOP) -> SOP:
    """Steps 2 and 3 both numbered 2."""
    langkah = tuple(
        replace(
            one,
            no="2" if one.no == "3" else one.no,
            lanjut=tuple(replace(w, ke="2" if w.ke == "3" else w.ke) for w in one.lanjut),
        )
        for one in sop.langkah
    )
    return replace(sop, langkah=langkah)


_WHOLE: Final = (
    "Apabila laporan tidak selesai paling lama {} sejak ditugaskan, maka pimpinan ditegur"
)

ENTRIES_LANGKAH: Final = (
    Entry(
        "langkah.tidak-ada",
        "SOP tanpa langkah",
        "Tabel langkah kosong, sehingga tidak ada yang dapat dijalankan.",
        "Semua langkah dan kolom pelaksana dihapus.",
        field(langkah=(), pelaksana=(), keterkaitan=("Nihil",)),
    ),
    Entry(
        "langkah.tanpa-pelaksana",
        "Langkah tanpa pelaksana",
        "Tidak ada tanda di kolom pelaksana; tidak seorang pun tahu siapa yang mengerjakan.",
        "Tanda pelaksana langkah 3 dihapus.",
        step("3", pelaksana=()),
    ),
    Entry(
        "pelaksana.tanpa-langkah",
        "Kolom pelaksana kosong",
        "Sebuah kolom pelaksana tidak mempunyai tanda di langkah mana pun.",
        "Ditambahkan kolom “Pengawas”.",
        field(pelaksana=(*CLEAN.pelaksana, "Pengawas")),
    ),
    Entry(
        "pelaksana.tanpa-kolom",
        "Pelaksana tanpa kolom",
        "Langkah dikerjakan oleh seseorang yang tidak mempunyai kolom di tabel.",
        "Langkah 3 dikerjakan oleh “Penyusun”.",
        step("3", pelaksana=acted_by("Penyusun")),
    ),
    Entry(
        "langkah.nomor-ganda",
        "Nomor langkah ganda",
        "Dua langkah memakai nomor yang sama, sehingga panah tidak jelas tujuannya.",
        "Langkah 3 diberi nomor 2.",
        _third_called_second,
    ),
    Entry(
        "langkah.nomor-melompat",
        "Nomor langkah melompat",
        "Nomor langkah tidak berurutan; mungkin ada langkah yang hilang.",
        "Langkah terakhir diberi nomor 12.",
        _renumbered,
    ),
    Entry(
        "kegiatan.kosong",
        "Kegiatan kosong",
        "Langkah tidak mengatakan apa yang dikerjakan.",
        "Kegiatan langkah 5 dikosongkan.",
        step("5", kegiatan=""),
    ),
    Entry(
        "kegiatan.kembar",
        "Kegiatan kembar",
        "Dua langkah berbunyi sama kata demi kata.",
        "Kegiatan langkah 6 disamakan dengan langkah 3.",
        both(step("6", kegiatan="Menyusun draft Laporan Kinerja.")),
    ),
    Entry(
        "kegiatan.bukan-kata-kerja",
        "Kegiatan bukan kata kerja aktif",
        "Kalimat kegiatan harus diawali kata kerja aktif.",
        "Kegiatan langkah 5 menjadi “Pembahasan draft Laporan Kinerja.”.",
        step("5", kegiatan="Pembahasan draft Laporan Kinerja."),
    ),
    Entry(
        "kegiatan.ada-subjek",
        "Kegiatan menyebut pelaksana",
        "Pelaksana ditunjukkan oleh tanda di kolomnya, bukan di dalam kalimat.",
        "Kegiatan langkah 5 menjadi “Tim membahas draft Laporan Kinerja.”.",
        step("5", kegiatan="Tim membahas draft Laporan Kinerja."),
    ),
    Entry(
        "keterangan.pelaksana-lain",
        "Keterangan memberi kerja kepada orang lain",
        "Keterangan menyebut pekerjaan seseorang yang tidak ditandai di langkah itu.",
        "Tanda Petugas dihapus dari langkah 5, Keterangannya tetap.",
        step("5", pelaksana=acted_by("Tim")),
    ),
    Entry(
        "output.kegiatan",
        "Output berupa kegiatan",
        "Output harus hasil yang dapat dilihat, bukan kegiatan.",
        "Output langkah 5 ditambah “Memimpin rapat”.",
        step("5", output=("Notulen rapat", "Memimpin rapat")),
    ),
    Entry(
        "output.lisan",
        "Output lisan",
        "Output lisan tidak meninggalkan catatan, sehingga tidak dapat dibuktikan.",
        "Output langkah 1 ditambah “Arahan lisan”.",
        step("1", output=("Nota dinas penugasan", "Arahan lisan")),
    ),
    Entry(
        "kelengkapan.peristiwa",
        "Kelengkapan berupa peristiwa",
        "Kelengkapan harus dokumen atau bahan, bukan peristiwa.",
        "Kelengkapan langkah 5 ditambah “Rapat pembahasan”.",
        step("5", kelengkapan=("Draft Laporan Kinerja", "Undangan rapat", "Rapat pembahasan")),
    ),
    Entry(
        "mutu-baku.kosong",
        "Mutu baku kosong",
        "Kelengkapan, waktu, atau output sebuah langkah belum diisi.",
        "Waktu langkah 4 dikosongkan.",
        step("4", waktu=parse_waktu("")),
    ),
    Entry(
        "waktu.tidak-dipahami",
        "Waktu tidak dapat dihitung",
        "Waktu tidak berisi angka dan satuan waktu kerja.",
        "Waktu langkah 4 menjadi “secukupnya”.",
        step("4", waktu=parse_waktu("secukupnya")),
    ),
    Entry(
        "waktu.hari-tidak-jelas",
        "Hari kerja atau hari kalender",
        "“Hari” saja tidak mengatakan apakah hari libur dihitung.",
        "Waktu langkah 6 menjadi “1 hari”.",
        step("6", waktu=parse_waktu("1 hari")),
    ),
    Entry(
        "waktu.satuan-campuran",
        "Satuan hari bercampur",
        "Sebagian langkah memakai hari kerja, sebagian hari kalender.",
        "Waktu langkah 6 menjadi “2 hari kalender”.",
        step("6", waktu=parse_waktu("2 hari kalender")),
    ),
    Entry(
        "waktu.nol",
        "Waktu nol",
        "Langkah dikatakan tidak memerlukan waktu.",
        "Waktu langkah 4 menjadi “0 menit”.",
        step("4", waktu=parse_waktu("0 menit")),
    ),
    Entry(
        "waktu.langkah-melebihi-keseluruhan",
        "Satu langkah lebih lama daripada seluruhnya",
        "Waktu sebuah langkah melebihi waktu seluruh prosedur yang disebut di PERINGATAN.",
        "PERINGATAN menyebut seluruh laporan selesai paling lama 4 hari kerja; langkah 2 perlu 5.",
        field(peringatan=(*CLEAN.peringatan, _WHOLE.format("4 hari kerja"))),
    ),
    Entry(
        "waktu.jumlah-melebihi-keseluruhan",
        "Jumlah waktu lebih lama daripada seluruhnya",
        "Jumlah waktu langkah melebihi waktu seluruh prosedur yang disebut di PERINGATAN.",
        "PERINGATAN menyebut seluruh laporan selesai paling lama 8 hari kerja.",
        field(peringatan=(*CLEAN.peringatan, _WHOLE.format("8 hari kerja"))),
    ),
    Entry(
        "waktu.rapat-terhitung-ganda",
        "Rapat terhitung dua kali",
        "Dua langkah berurutan tampaknya rapat yang sama dengan waktu penuh masing-masing.",
        "Langkah 4 menjadi “Membuka rapat …” dan langkah 5 “Membahas … dalam rapat.”, "
        "masing-masing 1 hari kerja.",
        both(
            step(
                "4",
                kegiatan="Membuka rapat pembahasan.",
                waktu=parse_waktu("1 hari kerja"),
            ),
            step("5", kegiatan="Membahas draft Laporan Kinerja dalam rapat."),
        ),
    ),
    Entry(
        "data.masukan-belum-ada",
        "Masukan belum ada",
        "Langkah memerlukan hasil kerja seseorang yang sebelumnya belum mengerjakannya.",
        "Kelengkapan langkah 8 menjadi “Draft akhir hasil pemeriksaan Petugas”.",
        step("8", kelengkapan=("Draft akhir Laporan Kinerja hasil pemeriksaan Petugas",)),
    ),
    Entry(
        "data.masukan-versi-lama",
        "Masukan versi lama",
        "Langkah memakai masukan langkah sebelumnya, bukan hasil yang sudah diperbarui.",
        "Kelengkapan langkah 8 menjadi “Draft akhir Laporan Kinerja”, tanpa paraf.",
        step("8", kelengkapan=("Draft akhir Laporan Kinerja",)),
    ),
    Entry(
        "data.nama-berbeda",
        "Satu dokumen, dua nama",
        "Output sebuah langkah disebut lain di Kelengkapan langkah berikutnya.",
        "Kelengkapan langkah 3 menjadi “Laporan data kinerja tervalidasi”.",
        step("3", kelengkapan=("Laporan data kinerja tervalidasi",)),
    ),
    Entry(
        "output.bukan-hasil-kegiatan",
        "Output bukan hasil kegiatan ini",
        "Output sudah ada sebelum langkah ini dan tidak dibuat olehnya.",
        "Output langkah 4 ditambah “Perjanjian Kinerja”.",
        step("4", output=("Undangan rapat bertanda tangan", "Perjanjian Kinerja")),
    ),
    Entry(
        "data.draft-tanpa-asal",
        "Draft tanpa asal",
        "Sebuah draft dipakai, tetapi tidak ada langkah yang menyusunnya.",
        "Langkah 3, yang menyusun draft, dihapus.",
        both(
            without_steps("3"),
            step("3", kelengkapan=("Draft Laporan Kinerja", "Data kinerja tervalidasi")),
        ),
    ),
    Entry(
        "data.masukan-dibuat-kemudian",
        "Masukan baru dibuat kemudian",
        "Langkah memerlukan sesuatu yang baru dihasilkan langkah sesudahnya.",
        "Kelengkapan langkah 3 ditambah “Undangan rapat bertanda tangan”.",
        step("3", kelengkapan=("Data kinerja tervalidasi", "Undangan rapat bertanda tangan")),
    ),
    Entry(
        "data.masukan-tanpa-asal",
        "Masukan tanpa asal",
        "Langkah memerlukan hasil kerja yang tidak dihasilkan langkah mana pun.",
        "Kelengkapan langkah 4 ditambah “Disposisi anggaran”.",
        step("4", kelengkapan=("Draft Laporan Kinerja", "Disposisi anggaran")),
    ),
    Entry(
        "data.output-tidak-dipakai",
        "Output tidak dipakai",
        "Output tidak dipakai langkah mana pun, bukan hasil akhir, dan tidak dicatat.",
        "Output langkah 3 ditambah “Grafik”.",
        step("3", output=("Draft Laporan Kinerja", "Grafik")),
    ),
    Entry(
        "undangan.tanpa-tanda-tangan",
        "Undangan tanpa tanda tangan",
        "Undangan dibuat dan dikirim tanpa pejabat yang menandatanganinya.",
        "Kata “memintakan tanda tangan” dan “bertanda tangan” dihapus dari langkah 4.",
        both(
            step(
                "4",
                kegiatan="Menyiapkan undangan rapat dan mengirimkannya.",
                output=("Undangan rapat",),
            ),
            step("5", kelengkapan=("Draft Laporan Kinerja", "Undangan rapat")),
        ),
    ),
    Entry(
        "laporan.tanpa-data",
        "Laporan tanpa pengumpulan data",
        "SOP laporan kinerja tidak mempunyai langkah yang mengumpulkan data.",
        "Kegiatan langkah 2 menjadi “Mempelajari Perjanjian Kinerja.”.",
        both(
            step(
                "2",
                kegiatan="Mempelajari Perjanjian Kinerja.",
                output=("Catatan Perjanjian Kinerja",),
            ),
            step("3", kelengkapan=("Catatan Perjanjian Kinerja",)),
        ),
    ),
    Entry(
        "laporan.tanpa-tindak-lanjut",
        "Laporan tanpa tindak lanjut",
        "Sesudah ditandatangani, laporan tidak disampaikan, dipublikasikan, atau diarsipkan.",
        "Langkah 9 hanya “Menggandakan Laporan Kinerja.”.",
        both(
            step("9", kegiatan="Menggandakan Laporan Kinerja.", output=("Salinan",)),
            field(pencatatan=CLEAN.pencatatan[:-1]),
        ),
    ),
)
