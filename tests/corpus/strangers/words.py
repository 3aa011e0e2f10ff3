"""Operators on the words of an SOP and of its form, before any file is made."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from tests.corpus.definitions import Definition


@dataclass
class Told:
    """An SOP as somebody tells it: its words, how its form is made, and what else is true."""

    sop: Definition
    facts: dict[str, Any] = field(default_factory=dict)  # of the variant
    pilihan: dict[str, str] = field(default_factory=dict)
    true: list[Callable[[dict[str, Any]], None]] = field(default_factory=list)
    kind: str = "pdf"


def with_labels(told: Told, words: dict[str, str]) -> None:
    def said(label: str | None) -> str | None:
        return words.get(label, label) if label else label

    steps = tuple(
        replace(step, lanjut=tuple((no, said(label)) for no, label in step.lanjut))
        for step in told.sop.langkah
    )
    told.sop = replace(told.sop, langkah=steps)
    told.true.append(in_full)


IN_FULL = {"Y": "Ya", "T": "Tidak", "N": "Tidak", "ya": "Ya", "tdk": "Tidak"}


def in_full(truth: dict[str, Any]) -> None:
    """Yes and no have one spelling in an SOP that was read."""
    for step in truth["sop"]["langkah"]:
        step["lanjut"] = [[no, IN_FULL.get(label or "", label)] for no, label in step["lanjut"]]


def one_letter_labels(told: Told, random: Random) -> None:
    with_labels(told, random.choice(({"Ya": "Y", "Tidak": "T"}, {"Ya": "Y", "Tidak": "N"})))


def other_labels(told: Told, random: Random) -> None:
    pairs = (
        ("Setuju", "Tolak"),
        ("Diterima", "Ditolak"),
        ("Sesuai", "Tdk Sesuai"),
        ("ya", "tdk"),
        ("OK", "Revisi"),
    )
    yes, no = random.choice(pairs)
    with_labels(told, {"Ya": yes, "Tidak": no})


TIMES = (
    "30 mnt",
    "½ hari",
    "1 jam 30 menit",
    "2 hari kerja",
    "± 15 menit",
    "1-2 hari",
    "15'",
    "1 (satu) hari",
    "2 x 24 jam",
    "maks. 3 hari",
    "0,5 jam",
    "5 Menit",
)


def mixed_times(told: Told, random: Random) -> None:
    steps = tuple(replace(step, waktu=random.choice(TIMES)) for step in told.sop.langkah)
    told.sop = replace(told.sop, langkah=steps)


def no_notes_column(told: Told, random: Random) -> None:
    del random
    told.facts["keterangan"] = None


def columns_swapped(told: Told, random: Random) -> None:
    order = ["kelengkapan", "waktu", "output"]
    random.shuffle(order)
    told.facts["urutan"] = tuple(order)


def other_heads(told: Told, random: Random) -> None:
    told.facts |= {
        "kegiatan": random.choice(("Uraian", "Aktivitas", "URAIAN KEGIATAN", "Tahapan", "Langkah")),
        "kelengkapan": random.choice(("Persyaratan", "Syarat", "Input", "Perlengkapan")),
        "waktu": random.choice(("Wkt", "WAKTU", "Durasi", "Jangka Waktu")),
        "output": random.choice(("Hasil", "Luaran", "Out put", "Keluaran")),
        "pelaksana": random.choice(("PELAKSANA", "Pelaku", "Unit Kerja", "Aktor")),
        "mutu": random.choice(("MUTU BAKU", "Baku Mutu", "Mutu", "Standar Mutu")),
    }
    if told.facts.get("keterangan", "") is not None:
        told.facts["keterangan"] = random.choice(("Ket.", "Ket", "KETERANGAN", "Catatan"))


def lettered_points(told: Told, random: Random) -> None:
    """An activity that lists its parts below itself."""
    chosen = random.choice(told.sop.langkah).no
    tail = " meliputi:\na. berkas pokok;\nb. lampiran;"
    steps = tuple(
        replace(step, kegiatan=step.kegiatan + tail) if step.no == chosen else step
        for step in told.sop.langkah
    )
    told.sop = replace(told.sop, langkah=steps)


def words_in_symbols(told: Told, random: Random) -> None:
    del random
    told.facts["isi_bentuk"] = True


def other_outlines(told: Told, random: Random) -> None:
    told.facts["nama_bentuk"] = random.choice(("elips", "dasar", "campur"))


DOCX_WAYS = (
    {"xml": "vml"},
    {"xml": "dml"},
    {"grup": "7"},
    {"kanvas": "1"},
    {"jangkar": "dalam sel"},
    {"jangkar": "sel"},
    {"garis bebas": "1"},
    {"potong": "1"},
    {"v:line": "1", "xml": "vml"},
)
XLSX_WAYS = (
    {"grup": "9"},
    {"grup": "5", "grup bersarang": "1"},
    {"letak basi": "1"},
    {"jangkar": "absolute"},
    {"tanpa lem": "1"},
    {"potong": "1"},
    {"bentuk ganda": "1"},
)


def other_ways_of_drawing(told: Told, random: Random) -> None:
    told.pilihan |= random.choice(DOCX_WAYS if told.kind == "docx" else XLSX_WAYS)


def lists_numbered_by_word(told: Told, random: Random) -> None:
    del random
    if told.kind == "docx":
        told.pilihan["penomoran otomatis"] = "1"
    else:
        told.pilihan["butir per baris"] = "1"


def merged_times(told: Told, random: Random) -> None:
    numbers = [step.no for step in told.sop.langkah]
    at = random.randrange(len(numbers) - 1)
    told.facts["gabung_waktu"] = (numbers[at], numbers[at + 1])


def headings(told: Told, random: Random) -> None:
    numbers = [step.no for step in told.sop.langkah]
    told.facts["bagian"] = (
        (numbers[0], "A. TAHAP PERSIAPAN"),
        (random.choice(numbers[1:]), "B. TAHAP PELAKSANAAN"),
    )


def no_arrowheads(told: Told, random: Random) -> None:
    del random
    told.facts["tanpa_kepala"] = True


def typed_marks(told: Told, random: Random) -> None:
    """No drawing: a mark typed in the cell of who acts."""
    told.facts["tanda"] = random.choice(("x", "V", "v", "*", "√", "OK", "●", "✔", "■", "V ", "X\n"))


Change = Callable[[Told, Random], None]
EVERY: dict[str, Change] = {
    "label satu huruf": one_letter_labels,
    "label lain": other_labels,
    "waktu campur": mixed_times,
    "tanpa kolom Keterangan": no_notes_column,
    "urutan mutu baku lain": columns_swapped,
    "nama kepala kolom lain": other_heads,
    "kegiatan berpoin": lettered_points,
    "tulisan dalam simbol": words_in_symbols,
}
OFFICE: dict[str, Change] = {
    "bentuk simbol lain": other_outlines,
    "cara menggambar lain": other_ways_of_drawing,
    "daftar bernomor otomatis": lists_numbered_by_word,
    "waktu digabung": merged_times,
    "baris bagian": headings,
    "tanda diketik": typed_marks,
    "panah tanpa kepala": no_arrowheads,
}
