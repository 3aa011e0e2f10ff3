"""Checks of the drawn flow: capsules, decisions and their labels, ways back."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.flow import run_dry, symbols
from runut.core.sop.model import SOP, Bentuk
from runut.core.sop.proposals.ways_back import propose_ways_back
from runut.core.words.items import join_words

_DASAR: Final = "PermenPANRB 35/2012, simbol bagan alir"


def _no_capsules(sop: SOP) -> Iterable[Hit]:
    shapes = {one for step in sop.langkah for one in symbols(step)}
    missing = [one.value for one in (Bentuk.MULAI, Bentuk.SELESAI) if one not in shapes]
    if sop.langkah and missing:
        yield Hit(
            f"Bagan alir tidak mempunyai kapsul {join_words(missing)}.", tentang=" ".join(missing)
        )


def _no_way_back(sop: SOP) -> Iterable[Hit]:
    for way in propose_ways_back(sop):
        yield Hit(
            f"Langkah {way.from_no} memeriksa atau menandatangani, tetapi tidak ada jalan bila "
            "hasilnya belum dapat diterima.",
            way.from_no,
            f"Jadikan keputusan dengan cabang Tidak ke langkah {way.to_no}. {way.alasan}",
        )


def _box_with_labels(sop: SOP) -> Iterable[Hit]:
    """Ways out that depend on an answer leave a diamond, not a box."""
    for step in sop.langkah:
        labels = [way.jika for way in step.lanjut if way.jika]
        if labels and Bentuk.KEPUTUSAN not in symbols(step):
            yield Hit(
                f"Langkah {step.no} bercabang {' dan '.join(labels)}, tetapi simbolnya bukan belah "
                "ketupat.",
                step.no,
            )


def _one_target(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        targets = {way.ke for way in step.lanjut}
        if step.bentuk is Bentuk.KEPUTUSAN and len(step.lanjut) > 1 and len(targets) == 1:
            yield Hit(
                f"Semua cabang keputusan pada langkah {step.no} menuju langkah {targets.pop()}.",
                step.no,
            )


def _to_itself(sop: SOP) -> Iterable[Hit]:
    count = Counter(step.no for step in sop.langkah)
    for step in sop.langkah:
        if count[step.no] == 1 and any(way.ke == step.no for way in step.lanjut):
            yield Hit(f"Langkah {step.no} menunjuk dirinya sendiri.", step.no)


def _runs_dry(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        for nama in run_dry(step):
            yield Hit(
                f"Simbol {nama} pada langkah {step.no} dituju panah di baris itu, tetapi tidak "
                "berlanjut ke mana pun.",
                step.no,
                tentang=nama,
            )


def _start_is_entered(sop: SOP) -> Iterable[Hit]:
    """An opening capsule that an earlier step leads to does not open anything."""
    row = {step.no: place for place, step in enumerate(sop.langkah)}
    for place, step in enumerate(sop.langkah):
        if step.bentuk is not Bentuk.MULAI:
            continue
        before = [
            one.no
            for one in sop.langkah[:place]
            if any(row.get(way.ke) == place for way in one.lanjut)
        ]
        if before:
            yield Hit(
                f"Langkah {step.no} bersimbol mulai, padahal didahului langkah {before[0]}.",
                step.no,
            )


CHECKS_ALIRAN: Final = (
    Check(
        "simbol.kapsul-hilang",
        "Kapsul hilang",
        "Bagan alir tidak mempunyai kapsul mulai atau kapsul selesai.",
        Level.WARNING,
        "Beri kapsul pada langkah pertama dan langkah terakhir.",
        _DASAR,
        _no_capsules,
    ),
    Check(
        "aliran.tanpa-jalan-kembali",
        "Pemeriksaan tanpa jalan kembali",
        "Langkah memeriksa atau menandatangani, tetapi tidak ada jalan bila ditolak. SOP tetap "
        "dapat dijalankan; jalan kembalinya diusulkan ketika diadopsi.",
        Level.INFO,
        "Jadikan keputusan dengan cabang Ya dan Tidak.",
        f"{_DASAR}; bahwa setiap pemeriksaan menjadi keputusan hanya saran",
        _no_way_back,
    ),
    Check(
        "aliran.kotak-bercabang",
        "Kotak bercabang",
        "Langkah mempunyai cabang berlabel, tetapi simbolnya bukan belah ketupat.",
        Level.WARNING,
        "Ganti simbolnya menjadi belah ketupat.",
        f"{_DASAR}: keputusan",
        _box_with_labels,
    ),
    Check(
        "aliran.cabang-satu-tujuan",
        "Semua cabang ke satu tujuan",
        "Apa pun keputusannya, jalannya sama.",
        Level.WARNING,
        "Arahkan cabang Tidak ke langkah yang memperbaiki, atau ganti simbolnya menjadi kotak.",
        f"{_DASAR}: keputusan",
        _one_target,
    ),
    Check(
        "aliran.ke-diri-sendiri",
        "Panah ke diri sendiri",
        "Langkah menunjuk dirinya sendiri, sehingga tidak ada yang memperbaiki.",
        Level.WARNING,
        "Arahkan panahnya ke langkah yang mengerjakan perbaikannya.",
        f"{_DASAR}: anak panah",
        _to_itself,
    ),
    Check(
        "aliran.simbol-buntu",
        "Simbol buntu di dalam baris",
        "Simbol kedua dalam satu baris dituju panah, tetapi tidak ada panah yang keluar darinya.",
        Level.WARNING,
        "Tambahkan panah kembali ke keputusannya, atau ke langkah berikutnya.",
        f"{_DASAR}: anak panah",
        _runs_dry,
    ),
    Check(
        "aliran.mulai-didahului",
        "Kapsul mulai didahului langkah lain",
        "Simbol mulai berada di tengah alur.",
        Level.WARNING,
        "Ganti simbolnya menjadi kotak, atau hapus panah yang menuju ke sana.",
        f"{_DASAR}: kapsul",
        _start_is_entered,
    ),
)
