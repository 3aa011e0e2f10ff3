"""Seeds to files of strangers: one of their operators, and none to two of the older ones."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from runut.core.sop.reading.asal import Reading
from tests.corpus.definitions import load, names
from tests.corpus.dirty import office as older
from tests.corpus.dirty import spoil as dirty
from tests.corpus.dirty.judge import Claim
from tests.corpus.dirty.lay import fitted
from tests.corpus.dirty.office import MAKERS, Desk
from tests.corpus.dirty.paint import paint
from tests.corpus.dirty.spoil import WAYS, Case
from tests.corpus.make.wording import truth
from tests.corpus.strangers import cells, drawn, numbered, paper, words
from tests.corpus.strangers.words import Told

ON_ALL: dict[str, Callable[[Any, Random], None]] = {
    "simbol berupa gambar": drawn.pictures_as_symbols,
    "kotak putih": drawn.white_boxes,
    "simbol memenuhi sel": drawn.symbols_fill_cells,
    "simbol di tepi sel": drawn.symbols_at_the_edge,
    "simbol berwarna tanpa garis": drawn.filled_symbols,
    "tanya dalam belah ketupat": drawn.questions_in_diamonds,
}
"""On the drawing, whatever the format."""
ON_PAPER: dict[str, Callable[[Any, Random], None]] = {
    "cara menulis nomor": paper.numbers_written_otherwise,
    "nomor hilang": paper.numbers_lost,
    "nomor di sel kegiatan": paper.number_in_activity,
    "tanpa garis antarbaris": paper.lines_between_rows_lost,
    "tabel bergaris putus": paper.dotted_table,
    "panah putus-putus": paper.dashed_arrows,
    "tebal dengan cetak ganda": paper.bold_by_twice,
    "urutan tulisan acak": paper.words_in_any_order,
    "lambang di kop": paper.logo,
    "gambar tanda tangan": paper.signature_over_signer,
    "tulisan di bawah tabel": paper.words_below,
    "baris tulisan terpotong": paper.split_words,
    "judul daftar berhuruf besar": paper.small_capitals,
    "cap berupa gambar": paper.stamp_as_picture,
}
ON_CELLS: dict[str, Callable[[Desk, Any, Random], None]] = {
    "cara menulis nomor": numbered.numbers_written_otherwise,
    "nomor romawi": numbered.roman_numbers,
    "nomor hilang": numbered.numbers_lost,
    "nomor di sel kegiatan": numbered.number_in_activity,
    "nomor ganda": numbered.number_twice,
    "tulisan di bawah tabel": cells.words_below,
    "tanda huruf simbol": cells.signs_of_symbol_fonts,
    "panah diketik": cells.arrows_typed,
    "sel berwarna sebagai tanda": cells.coloured_cells,
    "nomor daftar di sel sendiri": cells.list_numbers_apart,
    "label cabang di sel": cells.labels_in_cells,
    "strip di sel kosong": cells.dashes_in_empty_cells,
    "baris kosong dalam sel": cells.blank_lines_in_cells,
}
ON_WORD: dict[str, Callable[[Desk, Any, Random], None]] = {
    "kepala diketik tiap halaman": cells.head_typed_again,
    "identitas berupa paragraf": cells.identity_as_paragraphs,
    "identitas dua tabel": cells.identity_in_two_tables,
    "kegiatan dalam kotak teks": cells.activity_in_text_box,
    "dua baris per langkah": cells.two_rows_for_lists,
    "kepala tabel terpisah": cells.head_in_its_own_table,
}
TYPED = ("tanda huruf simbol", "panah diketik", "sel berwarna sebagai tanda")
"""They stand for the whole drawing."""


def known(kind: str) -> list[str]:
    """The operators of a format."""
    if kind == "pdf":
        return [*words.EVERY, *ON_ALL, *ON_PAPER]
    found = [*words.EVERY, *words.OFFICE, *ON_ALL, *ON_CELLS, "kepala panah terpisah"]
    return [*found, *ON_WORD] if kind == "docx" else found


def case_of(seed: int, stranger: str = "", kind: str = "pdf", more: int | None = None) -> Case:
    random = Random(seed)
    sop, way = random.choice(names()), random.choice(WAYS)
    first = stranger or random.choice(known(kind))
    others = list(dirty.PDF if kind == "pdf" else older.OFFICE)
    count = random.choice((0, 0, 1, 2)) if more is None else more
    rest = sorted(random.sample(others, k=count), key=dirty.ORDER.index)
    return Case(seed, sop, way if kind == "pdf" else "", (first, *rest), kind)


def told_by(case: Case, random: Random) -> Told:
    told = Told(load(case.sop), kind=case.format)
    for name in case.operators:
        change = {**words.EVERY, **words.OFFICE}.get(name)
        if change:
            change(told, random)
    return told


def made(case: Case) -> tuple[bytes, dict[str, Any]]:
    random = Random(case.seed * 31 + 7)
    stranger, *rest = case.operators
    told = told_by(case, random)
    if stranger in TYPED:
        told.facts["tanda"] = ""
    bare: tuple[str, ...] = ()
    if "baris tanpa nomor" in rest and case.format == "pdf":
        numbers = [step.no for step in told.sop.langkah[1:]]
        bare = tuple(random.sample(numbers, k=min(2, len(numbers))))
    third = {"baris nomor keliru"} | ({"kepala bertingkat dua"} if case.format != "pdf" else set())
    facts: dict[str, Any] = {
        "kertas": random.choice(("A3", "F4")),
        "baris_nomor": bool(third & set(rest)),
        "tanpa_nomor": bare,
        "titik_dua": random.random() < 0.3,
        "butir": random.choice(("1.", "a.", "-")),
        "gaya_tanggal": random.choice(("panjang", "angka", "garis miring")),
    }
    variant, sheet = fitted(told.sop, **(facts | told.facts))
    if case.format == "pdf":
        sheet.way = case.way
        for change in told.true:
            change(sheet.truth)
        for name in (*rest, stranger):
            operator = dirty.PDF.get(name) or {**ON_ALL, **ON_PAPER}.get(name)
            if operator:
                operator(sheet, random)
        return paint(sheet), sheet.truth
    return at_desk(told, replace(variant, pilihan=dict(told.pilihan)), case, random)


def at_desk(told: Told, variant: Any, case: Case, random: Random) -> tuple[bytes, dict[str, Any]]:
    stranger, *rest = case.operators
    sop, kind = told.sop, case.format
    desk = Desk(sop, variant, random, truth(sop, variant, variant.nama, kind, set()), sop, kind)
    if stranger in TYPED:
        for step, own in zip(desk.truth["sop"]["langkah"], sop.langkah, strict=True):
            step["pelaksana"] = list(own.pelaksana)
    for change in told.true:
        change(desk.truth)
    for name in rest:
        older.OFFICE[name](desk, random)
    if stranger in ON_ALL:
        desk.on_drawing.append(ON_ALL[stranger])
    if stranger == "kepala panah terpisah":
        desk.on_drawing.append(drawn.heads_as_triangles)
        desk.variant = replace(desk.variant, tanpa_kepala=True)
    if stranger == "label cabang di sel":
        desk.on_drawing.append(cells.take_labels)
    typing = {**ON_CELLS, **ON_WORD}.get(stranger)
    if typing:
        # first, while the rows can still be found by their words; a table is parted last
        place = len(desk.on_cells) if stranger == "kepala tabel terpisah" else 0
        desk.on_cells.insert(place, lambda host, chance: typing(desk, host, chance))
    data, drawing = MAKERS[kind](desk.shown, desk.variant, touch=desk)  # type: ignore[operator]
    desk.truth["tak_dinilai"] += [f"langkah.{no}.lanjut" for no in sorted(drawing.undrawn)]
    return data, desk.truth


def read(case: Case) -> tuple[Reading, list[Claim]]:
    return dirty.judged(case, *made(case))


def faults(case: Case) -> list[Claim]:
    return [claim for claim in read(case)[1] if claim.is_fault]
