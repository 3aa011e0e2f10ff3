"""Checks of the sections under the identity block: warnings, qualifications, tools, records."""

import re
from collections.abc import Iterable
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.form.printed import SECTIONS
from runut.core.sop.model import SOP
from runut.core.words.dates import BULAN
from runut.core.words.items import join_words
from runut.core.words.verbs import keys, mentions

_DASAR: Final = "PermenPANRB 35/2012, bagian identitas"
_DEADLINE: Final = re.compile(
    rf"paling (?:lambat|lama)|\b(?:{'|'.join(BULAN)})\b|\b\d+ (?:\([a-z]+\) )?"
    r"(?:jam|hari|minggu|bulan)\b|\btanggal \d|akhir (?:tahun|bulan|triwulan)",
    re.IGNORECASE,
)
_TOOLS: Final = re.compile(
    r"komputer|laptop|printer|pencetak|\batk\b|alat tulis|jaringan|internet|aplikasi|proyektor|"
    r"telepon|mesin|kamera|pemindai|scanner|stempel|cap dinas|meja|kursi|ruang|perangkat|kendaraan",
    re.IGNORECASE,
)
_IF: Final = re.compile(r"\b(?:jika|bila|apabila|bilamana|kalau|jikalau)\b", re.IGNORECASE)
_RECORDS: Final = (
    "undangan",
    "daftar hadir",
    "notulen",
    "paraf",
    "disposisi",
    "nota dinas",
    "berita acara",
    "tanda terima",
    "surat pengantar",
    "lembar kendali",
)


def _empty_sections(sop: SOP) -> Iterable[Hit]:
    empty = [label for field, (label, *_) in SECTIONS.items() if not getattr(sop, field)]
    if empty:
        yield Hit(f"{join_words(empty)} kosong.")


def _one_actor_only(sop: SOP) -> Iterable[Hit]:
    """Every line of the qualifications is about an actor by name, and some actor has none."""
    lines = sop.kualifikasi_pelaksana
    named = {name for name in sop.pelaksana if any(mentions(line, name) for line in lines)}
    is_by_name = all(any(mentions(line, name) for name in named) for line in lines)
    left_out = [name for name in sop.pelaksana if name not in named]
    if lines and named and is_by_name and left_out:
        yield Hit(
            f"KUALIFIKASI PELAKSANA hanya menyebut {', '.join(sorted(named))}, belum "
            f"{', '.join(left_out)}."
        )


def _no_deadline(sop: SOP) -> Iterable[Hit]:
    has_condition = any(_IF.search(item) for item in sop.peringatan)
    if has_condition and not _DEADLINE.search(" ".join(sop.peringatan)):
        yield Hit("PERINGATAN tidak menyebut batas waktu.")


def _no_condition(sop: SOP) -> Iterable[Hit]:
    for item in sop.peringatan:
        if not _IF.search(item) and not _DEADLINE.search(item):
            yield Hit(
                f"PERINGATAN “{item}” bukan jika-maka dan tidak menyebut batas waktu.",
                tentang=item,
            )


def _no_tools(sop: SOP) -> Iterable[Hit]:
    if sop.peralatan and not _TOOLS.search(" ".join(sop.peralatan)):
        yield Hit("PERALATAN/PERLENGKAPAN hanya memuat dokumen, belum memuat alat.")


def records_missing(sop: SOP) -> tuple[str, ...]:
    """Papers that the steps make and use, but that PENCATATAN does not list."""
    made = [keys(f"{step.kegiatan} ; {' ; '.join(step.output)}") for step in sop.langkah]
    listed = keys(" ; ".join(sop.pencatatan))
    return tuple(
        record
        for record in _RECORDS
        if any(keys(record) <= words for words in made) and not keys(record) <= listed
    )


def _records_missing(sop: SOP) -> Iterable[Hit]:
    missing = records_missing(sop)
    if sop.pencatatan and missing:
        yield Hit(
            f"PENCATATAN DAN PENDATAAN belum memuat {', '.join(missing)}, padahal muncul di "
            "langkah-langkahnya."
        )


CHECKS_BAGIAN: Final = (
    Check(
        "identitas.bagian-kosong",
        "Bagian identitas kosong",
        "Salah satu dari enam bagian identitas belum diisi.",
        Level.WARNING,
        "Isi bagian itu, atau nyatakan bahwa tidak ada.",
        _DASAR,
        _empty_sections,
    ),
    Check(
        "kualifikasi.sebagian-pelaksana",
        "Kualifikasi hanya untuk sebagian pelaksana",
        "Kualifikasi ditulis menurut nama pelaksana, dan ada pelaksana yang tidak disebut.",
        Level.INFO,
        "Tuliskan kemampuan umum yang diperlukan semua pelaksana.",
        _DASAR,
        _one_actor_only,
    ),
    Check(
        "peringatan.tanpa-tenggat",
        "Peringatan tanpa batas waktu",
        "PERINGATAN berbentuk jika-maka, tetapi tidak menyebut kapan.",
        Level.INFO,
        "Rumuskan sebagai jika-maka dengan tanggal, misalnya: jika tidak selesai paling lambat "
        "akhir Februari maka ….",
        f"{_DASAR}: peringatan berupa jika-maka atau batas waktu; keduanya sekaligus hanya saran",
        _no_deadline,
    ),
    Check(
        "peringatan.bukan-jika-maka",
        "Peringatan bukan jika-maka",
        "PERINGATAN tidak mengatakan akibat bila prosedur tidak dijalankan, dan tidak menyebut "
        "batas waktu.",
        Level.INFO,
        "Rumuskan sebagai jika-maka, atau sebutkan batas waktunya.",
        _DASAR,
        _no_condition,
    ),
    Check(
        "peralatan.hanya-dokumen",
        "Peralatan hanya memuat dokumen",
        "PERALATAN/PERLENGKAPAN berisi dokumen, bukan alat.",
        Level.INFO,
        "Tambahkan alat yang dipakai, misalnya komputer dan pencetak; dokumen masuk Kelengkapan.",
        _DASAR,
        _no_tools,
    ),
    Check(
        "pencatatan.kurang",
        "Pencatatan kurang",
        "Catatan yang dibuat langkah-langkah tidak tercantum di PENCATATAN DAN PENDATAAN.",
        Level.INFO,
        "Tambahkan catatan yang membuktikan bahwa setiap langkah telah dilaksanakan.",
        f"{_DASAR}: pencatatan dan pendataan; catatan mana yang perlu ditentukan kantor",
        _records_missing,
    ),
)
