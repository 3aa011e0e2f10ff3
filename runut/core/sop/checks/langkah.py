"""Checks of single steps: actor, activity, time, what goes in and what comes out."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.model import SOP
from runut.core.words.items import join_numbers, listed
from runut.core.words.spelling import find_slips
from runut.core.words.verbs import act_key, is_verb, mentions, words

_DASAR: Final = "PermenPANRB 35/2012, bagian bagan alir"
EVENTS: Final = listed("rapat pertemuan pelaksanaan kegiatan acara sosialisasi musyawarah diskusi")
_VERBS: Final = listed("menimbang mengingat memuat")
"""Words that begin a legal text, but here an activity."""
LEFT_UNWRITTEN: Final = re.compile(r"\b(?:lisan|verbal)\b", re.IGNORECASE)


def _no_steps(sop: SOP) -> Iterable[Hit]:
    if not sop.langkah:
        yield Hit("SOP ini belum mempunyai langkah.")


def _no_actor(sop: SOP) -> Iterable[Hit]:
    bare = [step.no for step in sop.langkah if not step.pelaksana]
    if len(bare) == len(sop.langkah) and len(bare) > 1:
        yield Hit(
            f"Tanda pelaksana hilang pada semua langkah ({bare[0]} sampai {bare[-1]}): tidak ada "
            "yang tahu siapa mengerjakan apa."
        )
        return
    for no in bare:
        yield Hit(f"Langkah {no} tidak mempunyai pelaksana.", no)


def _idle_actor(sop: SOP) -> Iterable[Hit]:
    busy = {actor.nama for step in sop.langkah for actor in step.pelaksana}
    for name in sop.pelaksana:
        if busy and name not in busy:
            yield Hit(
                f"Kolom pelaksana {name} tidak mempunyai tanda di langkah mana pun.", tentang=name
            )


def _actor_without_column(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        for actor in step.pelaksana:
            if actor.nama not in sop.pelaksana:
                yield Hit(
                    f"Pelaksana langkah {step.no}, {actor.nama}, tidak mempunyai kolom di tabel.",
                    step.no,
                    tentang=actor.nama,
                )


def _doubled_numbers(sop: SOP) -> Iterable[Hit]:
    for no, count in Counter(step.no for step in sop.langkah).items():
        if count > 1:
            yield Hit(f"Nomor langkah {no} dipakai {count} kali.", no)


def _numbers_out_of_order(sop: SOP) -> Iterable[Hit]:
    numbers = [step.no for step in sop.langkah]
    if len(set(numbers)) < len(numbers):
        return
    for before, no in pairwise(numbers):
        if before.isdigit() and no.isdigit() and int(no) not in (int(before) + 1, int(before)):
            yield Hit(f"Nomor langkah melompat dari {before} ke {no}.", no)


def _no_activity(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        if not step.kegiatan:
            yield Hit(f"Kegiatan langkah {step.no} kosong.", step.no)


def wording(kegiatan: str) -> str:
    """The words of an activity as meant: without slips, signs, capital letters, and whether it
    begins with the verb or the noun of an act."""
    for written, meant in find_slips(kegiatan):
        kegiatan = kegiatan.replace(written, meant)
    first, *rest = re.findall(r"\w+", kegiatan.casefold()) or [""]
    return " ".join((act_key(first), *rest))


def _twins(sop: SOP) -> Iterable[Hit]:
    rows: dict[str, list[str]] = {}
    for step in sop.langkah:
        name = subject_of(sop, step.kegiatan)
        rows.setdefault(wording(step.kegiatan[len(name) :]), []).append(step.no)
    for kegiatan, numbers in rows.items():
        if kegiatan and len(numbers) > 1:
            no, *others = numbers
            same = {
                step.kegiatan.casefold().strip(" .") for step in sop.langkah if step.no in numbers
            }
            how = "sama kata demi kata" if len(same) == 1 else "sama isinya"
            yield Hit(f"Kegiatan langkah {no} {how} dengan langkah {join_numbers(others)}.", no)


def _no_verb(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        first = next(iter(words(step.kegiatan)), "")
        is_active = is_verb(first) or first in _VERBS or (first[:3] == "ber" and len(first) > 5)
        if first and not is_active and not _begins_with_actor(sop, step.kegiatan):
            yield Hit(
                f"Kegiatan langkah {step.no} diawali “{first}”, bukan kata kerja aktif.", step.no
            )


def _has_subject(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        if _begins_with_actor(sop, step.kegiatan):
            yield Hit(f"Kegiatan langkah {step.no} menyebut pelaksananya di depan.", step.no)


def _begins_with_actor(sop: SOP, kegiatan: str) -> bool:
    return bool(subject_of(sop, kegiatan))


def subject_of(sop: SOP, kegiatan: str) -> str:
    """The actor whose name stands at the head of an activity; else nothing."""
    start = words(kegiatan)
    found = [n for n in sop.pelaksana if words(n) and start[: len(words(n))] == words(n)]
    return max(found, key=len, default="")


def _output_is_act(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        for item in step.output:
            if is_verb(next(iter(words(item)), "")):
                yield Hit(
                    f"Output langkah {step.no}, “{item}”, adalah kegiatan, bukan hasil.",
                    step.no,
                    tentang=item,
                )


def _output_is_oral(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        for item in step.output:
            if LEFT_UNWRITTEN.search(item):
                yield Hit(
                    f"Output langkah {step.no}, “{item}”, tidak meninggalkan catatan.",
                    step.no,
                    tentang=item,
                )


def _input_is_event(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        for item in step.kelengkapan:
            if next(iter(words(item)), "") in EVENTS:
                yield Hit(
                    f"Kelengkapan langkah {step.no}, “{item}”, adalah peristiwa, bukan dokumen "
                    "atau bahan.",
                    step.no,
                    tentang=item,
                )


def _no_standard(sop: SOP) -> Iterable[Hit]:
    for label, empty in (
        ("Kelengkapan", [step.no for step in sop.langkah if not step.kelengkapan]),
        ("Waktu", [step.no for step in sop.langkah if not step.waktu.teks]),
        ("Output", [step.no for step in sop.langkah if not step.output]),
    ):
        if empty:
            yield Hit(f"{label} langkah {join_numbers(empty)} kosong.", empty[0], tentang=label)


def _helper_outside_marks(sop: SOP) -> Iterable[Hit]:
    """Keterangan lets somebody act in a step that he does not share."""
    for step in sop.langkah:
        shared = {actor.nama for actor in step.pelaksana}
        for name in sop.pelaksana:
            is_acting = re.search(rf"\b{re.escape(name)} me\w{{4,}}", step.keterangan)
            if shared and is_acting and name not in shared and mentions(step.keterangan, name):
                yield Hit(
                    f"Keterangan langkah {step.no} memberi pekerjaan kepada {name} yang bukan "
                    "pelaksananya.",
                    step.no,
                    tentang=name,
                )


CHECKS_LANGKAH: Final = (
    Check(
        "langkah.tidak-ada",
        "SOP tanpa langkah",
        "Tabel langkah kosong, sehingga tidak ada yang dapat dijalankan.",
        Level.BLOCKER,
        "Isi tabel langkah: satu baris untuk setiap kegiatan.",
        _DASAR,
        _no_steps,
    ),
    Check(
        "langkah.tanpa-pelaksana",
        "Langkah tanpa pelaksana",
        "Tidak ada tanda di kolom pelaksana; tidak seorang pun tahu siapa yang mengerjakan.",
        Level.BLOCKER,
        "Pastikan pelaksana setiap langkah; usulan beserta alasannya tersedia untuk dikonfirmasi.",
        _DASAR,
        _no_actor,
    ),
    Check(
        "pelaksana.tanpa-langkah",
        "Kolom pelaksana kosong",
        "Sebuah kolom pelaksana tidak mempunyai tanda di langkah mana pun.",
        Level.WARNING,
        "Hapus kolomnya atau beri tanda pada langkah yang dikerjakannya.",
        _DASAR,
        _idle_actor,
    ),
    Check(
        "pelaksana.tanpa-kolom",
        "Pelaksana tanpa kolom",
        "Langkah dikerjakan oleh seseorang yang tidak mempunyai kolom di tabel.",
        Level.WARNING,
        "Tambahkan kolomnya, atau tandai kolom pelaksana yang benar.",
        _DASAR,
        _actor_without_column,
    ),
    Check(
        "langkah.nomor-ganda",
        "Nomor langkah ganda",
        "Dua langkah memakai nomor yang sama, sehingga panah tidak jelas tujuannya.",
        Level.BLOCKER,
        "Beri setiap langkah nomornya sendiri.",
        _DASAR,
        _doubled_numbers,
    ),
    Check(
        "langkah.nomor-melompat",
        "Nomor langkah melompat",
        "Nomor langkah tidak berurutan; mungkin ada langkah yang hilang.",
        Level.WARNING,
        "Periksa apakah ada langkah yang hilang, lalu urutkan nomornya.",
        _DASAR,
        _numbers_out_of_order,
    ),
    Check(
        "kegiatan.kosong",
        "Kegiatan kosong",
        "Langkah tidak mengatakan apa yang dikerjakan.",
        Level.BLOCKER,
        "Tuliskan kegiatannya dengan kata kerja aktif.",
        _DASAR,
        _no_activity,
    ),
    Check(
        "kegiatan.kembar",
        "Kegiatan kembar",
        "Dua langkah berbunyi sama kata demi kata.",
        Level.WARNING,
        "Bedakan dengan tingkat atau tujuan pemeriksaannya.",
        _DASAR,
        _twins,
    ),
    Check(
        "kegiatan.bukan-kata-kerja",
        "Kegiatan bukan kata kerja aktif",
        "Kalimat kegiatan harus diawali kata kerja aktif.",
        Level.WARNING,
        "Awali dengan kata kerja aktif, misalnya “Membahas …”.",
        _DASAR,
        _no_verb,
    ),
    Check(
        "kegiatan.ada-subjek",
        "Kegiatan menyebut pelaksana",
        "Pelaksana ditunjukkan oleh tanda di kolomnya, bukan di dalam kalimat.",
        Level.WARNING,
        "Hapus nama pelaksana dari kalimat; pelaksana ditunjukkan oleh tanda di kolomnya.",
        _DASAR,
        _has_subject,
    ),
    Check(
        "keterangan.pelaksana-lain",
        "Keterangan memberi kerja kepada orang lain",
        "Keterangan menyebut pekerjaan seseorang yang tidak ditandai di langkah itu.",
        Level.WARNING,
        "Jadikan pekerjaan itu langkah tersendiri, atau tandai juga kolomnya.",
        _DASAR,
        _helper_outside_marks,
    ),
    Check(
        "output.kegiatan",
        "Output berupa kegiatan",
        "Output harus hasil yang dapat dilihat, bukan kegiatan.",
        Level.WARNING,
        "Tuliskan hasil yang dapat dilihat, misalnya dokumen yang terisi atau ditandatangani.",
        _DASAR,
        _output_is_act,
    ),
    Check(
        "output.lisan",
        "Output lisan",
        "Output lisan tidak meninggalkan catatan, sehingga tidak dapat dibuktikan.",
        Level.WARNING,
        "Catat sebagai nota dinas, disposisi, atau penugasan di aplikasi.",
        "PermenPANRB 35/2012, bagian identitas: pencatatan dan pendataan",
        _output_is_oral,
    ),
    Check(
        "kelengkapan.peristiwa",
        "Kelengkapan berupa peristiwa",
        "Kelengkapan harus dokumen atau bahan, bukan peristiwa.",
        Level.WARNING,
        "Tuliskan dokumen atau bahan yang harus ada sebelum langkah dimulai.",
        _DASAR,
        _input_is_event,
    ),
    Check(
        "mutu-baku.kosong",
        "Mutu baku kosong",
        "Kelengkapan, waktu, atau output sebuah langkah belum diisi.",
        Level.WARNING,
        "Isi kelengkapan, waktu, dan output setiap langkah.",
        _DASAR,
        _no_standard,
    ),
)
