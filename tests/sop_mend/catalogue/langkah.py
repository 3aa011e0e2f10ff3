"""Examples that raise a finding: single steps, their actors, times, and papers."""

from dataclasses import replace
from typing import Final

from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.model import Example, acted_by, both, field, step, without_steps


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

EXAMPLES_LANGKAH: Final = (
    Example(
        "langkah.tidak-ada",
        "Semua langkah dan kolom pelaksana dihapus.",
        field(langkah=(), pelaksana=(), keterkaitan=("Nihil",)),
    ),
    Example(
        "langkah.tanpa-pelaksana",
        "Tanda pelaksana langkah 3 dihapus.",
        step("3", pelaksana=()),
    ),
    Example(
        "pelaksana.tanpa-langkah",
        "Ditambahkan kolom “Pengawas”.",
        field(pelaksana=(*CLEAN.pelaksana, "Pengawas")),
    ),
    Example(
        "pelaksana.tanpa-kolom",
        "Langkah 3 dikerjakan oleh “Penyusun”.",
        step("3", pelaksana=acted_by("Penyusun")),
    ),
    Example(
        "langkah.nomor-ganda",
        "Langkah 3 diberi nomor 2.",
        _third_called_second,
    ),
    Example(
        "langkah.nomor-melompat",
        "Langkah terakhir diberi nomor 12.",
        _renumbered,
    ),
    Example(
        "kegiatan.kosong",
        "Kegiatan langkah 5 dikosongkan.",
        step("5", kegiatan=""),
    ),
    Example(
        "kegiatan.kembar",
        "Kegiatan langkah 6 disamakan dengan langkah 3.",
        both(step("6", kegiatan="Menyusun draft Laporan Kinerja.")),
    ),
    Example(
        "kegiatan.bukan-kata-kerja",
        "Kegiatan langkah 5 menjadi “Pembahasan draft Laporan Kinerja.”.",
        step("5", kegiatan="Pembahasan draft Laporan Kinerja."),
    ),
    Example(
        "kegiatan.ada-subjek",
        "Kegiatan langkah 5 menjadi “Tim membahas draft Laporan Kinerja.”.",
        step("5", kegiatan="Tim membahas draft Laporan Kinerja."),
    ),
    Example(
        "keterangan.pelaksana-lain",
        "Tanda Petugas dihapus dari langkah 5, Keterangannya tetap.",
        step("5", pelaksana=acted_by("Tim")),
    ),
    Example(
        "output.kegiatan",
        "Output langkah 5 ditambah “Memimpin rapat”.",
        step("5", output=("Notulen rapat", "Memimpin rapat")),
    ),
    Example(
        "output.lisan",
        "Output langkah 1 ditambah “Arahan lisan”, dan PENCATATAN ditambah “Arahan”.",
        both(
            step("1", output=("Nota dinas penugasan", "Arahan lisan")),
            field(pencatatan=(*CLEAN.pencatatan, "Arahan")),
        ),
    ),
    Example(
        "kelengkapan.peristiwa",
        "Kelengkapan langkah 5 ditambah “Rapat pembahasan”.",
        step("5", kelengkapan=("Draft Laporan Kinerja", "Undangan rapat", "Rapat pembahasan")),
    ),
    Example(
        "mutu-baku.kosong",
        "Waktu langkah 4 dikosongkan.",
        step("4", waktu=parse_waktu("")),
    ),
    Example(
        "waktu.tidak-dipahami",
        "Waktu langkah 4 menjadi “secukupnya”.",
        step("4", waktu=parse_waktu("secukupnya")),
    ),
    Example(
        "waktu.hari-tidak-jelas",
        "Waktu langkah 6 menjadi “1 hari”.",
        step("6", waktu=parse_waktu("1 hari")),
    ),
    Example(
        "waktu.satuan-campuran",
        "Waktu langkah 6 menjadi “2 hari kalender”.",
        step("6", waktu=parse_waktu("2 hari kalender")),
    ),
    Example(
        "waktu.nol",
        "Waktu langkah 4 menjadi “0 menit”.",
        step("4", waktu=parse_waktu("0 menit")),
    ),
    Example(
        "waktu.langkah-melebihi-keseluruhan",
        "PERINGATAN menyebut seluruh laporan selesai paling lama 4 hari kerja; langkah 2 perlu 5.",
        field(peringatan=(*CLEAN.peringatan, _WHOLE.format("4 hari kerja"))),
    ),
    Example(
        "waktu.jumlah-melebihi-keseluruhan",
        "PERINGATAN menyebut seluruh laporan selesai paling lama 8 hari kerja.",
        field(peringatan=(*CLEAN.peringatan, _WHOLE.format("8 hari kerja"))),
    ),
    Example(
        "waktu.rapat-terhitung-ganda",
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
    Example(
        "data.masukan-belum-ada",
        "Kelengkapan langkah 8 menjadi “Draft akhir hasil pemeriksaan Petugas”.",
        step("8", kelengkapan=("Draft akhir Laporan Kinerja hasil pemeriksaan Petugas",)),
    ),
    Example(
        "data.masukan-versi-lama",
        "Kelengkapan langkah 8 menjadi “Draft akhir Laporan Kinerja”, tanpa paraf.",
        step("8", kelengkapan=("Draft akhir Laporan Kinerja",)),
    ),
    Example(
        "data.nama-berbeda",
        "Kelengkapan langkah 3 menjadi “Laporan data kinerja tervalidasi”.",
        step("3", kelengkapan=("Laporan data kinerja tervalidasi",)),
    ),
    Example(
        "output.bukan-hasil-kegiatan",
        "Output langkah 4 ditambah “Perjanjian Kinerja”.",
        step("4", output=("Undangan rapat bertanda tangan", "Perjanjian Kinerja")),
    ),
    Example(
        "data.draft-tanpa-asal",
        "Langkah 3, yang menyusun draft, dihapus.",
        both(
            without_steps("3"),
            step("3", kelengkapan=("Draft Laporan Kinerja", "Data kinerja tervalidasi")),
        ),
    ),
    Example(
        "data.masukan-dibuat-kemudian",
        "Kelengkapan langkah 3 ditambah “Undangan rapat bertanda tangan”.",
        step("3", kelengkapan=("Data kinerja tervalidasi", "Undangan rapat bertanda tangan")),
    ),
    Example(
        "data.masukan-tanpa-asal",
        "Kelengkapan langkah 4 ditambah “Disposisi anggaran”.",
        step("4", kelengkapan=("Draft Laporan Kinerja", "Disposisi anggaran")),
    ),
    Example(
        "data.output-tidak-dipakai",
        "Output langkah 3 ditambah “Grafik”.",
        step("3", output=("Draft Laporan Kinerja", "Grafik")),
    ),
    Example(
        "undangan.tanpa-tanda-tangan",
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
    Example(
        "laporan.tanpa-data",
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
    Example(
        "laporan.tanpa-tindak-lanjut",
        "Langkah 9 hanya “Menggandakan Laporan Kinerja.”.",
        both(
            step("9", kegiatan="Menggandakan Laporan Kinerja.", output=("Salinan",)),
            field(pencatatan=CLEAN.pencatatan[:-1]),
        ),
    ),
)
