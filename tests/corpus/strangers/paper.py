"""Operators on the paper of a PDF: how programs paint, and what lies over it."""

from dataclasses import replace
from random import Random

from tests.corpus.dirty.paint import picture
from tests.corpus.dirty.paper import Paper, Words
from tests.corpus.make.pdf_objects import Sheet, document
from tests.corpus.make.wording import TITLES


def of_step(words: Words, column: int) -> str:
    """The step of words in a column of the table, or nothing."""
    parts = words.role.split(":")
    return parts[1] if parts[0] == "isi" and parts[2] == str(column) else ""


def numbers_written_otherwise(paper: Paper, random: Random) -> None:
    how = random.choice(("{}.", "{})", "({})"))
    for page in paper.pages:
        for words in page.words:
            if of_step(words, 0):
                words.text = how.format(words.text)


def numbers_lost(paper: Paper, random: Random) -> None:
    del random
    for page in paper.pages:
        lost = [words for words in page.words if of_step(words, 0)]
        page.words[:] = [words for words in page.words if words not in lost]
        paper.truth["tak_dinilai"] += [f"langkah.{of_step(w, 0)}.no" for w in lost]


def number_in_activity(paper: Paper, random: Random) -> None:
    """No line between the column of numbers and the activity."""
    del random
    for page in paper.pages[paper.first :]:
        page.rules[:] = [r for r in page.rules if not (r.table == "body" and r.column == 1)]
        for words in page.words:
            if of_step(words, 0):
                words.text += "."


def lines_between_rows_lost(paper: Paper, random: Random) -> None:
    """No level line between the rows: only the columns are parted."""
    del random
    for page in paper.pages[paper.first :]:
        body = [r for r in page.rules if r.table == "body" and not r.is_upright]
        low, high = max(r.y0 for r in body), min(r.y0 for r in body)
        page.rules[:] = [
            r for r in page.rules if r not in body or r.y0 > low - 1 or r.y0 < high + 1
        ]


def dotted_table(paper: Paper, random: Random) -> None:
    """Every line of the table as many short ones."""
    on, off = random.choice(((1.5, 1.5), (3.0, 1.0), (4.0, 2.0)))
    for page in paper.pages:
        found = []
        for rule in page.rules:
            at, far = 0.0, rule.y1 - rule.y0 if rule.is_upright else rule.x1 - rule.x0
            while at < far:
                end = min(at + on, far)
                found.append(
                    replace(rule, y0=rule.y0 + at, y1=rule.y0 + end)
                    if rule.is_upright
                    else replace(rule, x0=rule.x0 + at, x1=rule.x0 + end)
                )
                at += on + off
        page.rules[:] = found


def dashed_arrows(paper: Paper, random: Random) -> None:
    paper.arrows = random.choice(("putus", "pola"))


def bold_by_twice(paper: Paper, random: Random) -> None:
    """Bold as some printers make it: the same words twice, a third of a point apart."""
    chance = random.choice((0.3, 1.0))
    for page in paper.pages:
        twice = [w for w in page.words if random.random() < chance]
        page.words += [replace(w, x=w.x + 0.3) for w in twice]


def words_in_any_order(paper: Paper, random: Random) -> None:
    """What is painted first says nothing about what is read first."""
    for page in paper.pages:
        random.shuffle(page.words)


def logo(paper: Paper, random: Random) -> None:
    """The arms of the office over its name, at the left of the block."""
    page = paper.pages[0]
    left = paper.form.edges[0] + random.uniform(2, 300)
    page.pictures.append((left, 46, left + 24, 74))


def signature_over_signer(paper: Paper, random: Random) -> None:
    """A picture of a signature over the cell of who approved."""
    page = paper.pages[0]
    lines = [w for w in page.words if w.role == "nilai:disahkan_oleh"]
    x, y = lines[0].x + random.uniform(0, 40), lines[0].y
    page.pictures.append((x, y, x + 70, y + 34))


def stamp_as_picture(paper: Paper, random: Random) -> None:
    """A stamp, scanned, over the cells of some step."""
    row = random.choice(list(paper.form.rows.values()))
    page = paper.pages[paper.first + row.halaman]
    left = random.uniform(paper.form.edges[1], paper.form.edges[-2])
    top = row.top + random.uniform(-20, 20)
    size = random.uniform(40, 80)
    page.pictures.append((left, top, left + size, top + size))


def scanned_with_letters(paper: Paper, random: Random) -> bytes:
    """A scan over whose picture a program laid the letters it knew, unseen and a little off."""
    sheets = []
    for page in paper.pages:
        sheet = Sheet(paper.form.paper[1])
        picture(sheet, 0, 0, *paper.form.paper)
        sheet.add("3 Tr")
        for words in page.words:
            x, y = words.x + random.uniform(-0.6, 0.6), words.y + random.uniform(-0.6, 0.6)
            sheet.text(x, y, words.text, words.size)
        sheets.append(sheet)
    return document(sheets, paper.form.paper)


def words_below(paper: Paper, random: Random) -> None:
    """Notes and the place for a signature below the table."""
    lines = random.choice(
        (
            ("Catatan:", "1. Waktu dihitung dalam jam kerja.", "2. Berkas rusak dikembalikan."),
            ("Mengetahui,", paper.sop.jabatan, "", "Budi Contoh", "NIP. 19700101 199001 1 001"),
        )
    )
    page = paper.pages[-1]
    low = max(r.y1 for r in page.rules)
    for i, line in enumerate(lines):
        if low + 16 + 10 * i < paper.form.paper[1] - 8:
            page.words.append(Words(paper.form.edges[0] + 6, low + 16 + 10 * i, line, "kaki"))


def split_words(paper: Paper, random: Random) -> None:
    """Each line written in several pieces, as after spell-checking."""
    for page in paper.pages:
        found = []
        for words in page.words:
            parts = words.text.split(" ")
            if words.turn or len(parts) < 2 or random.random() < 0.4:
                found.append(words)
                continue
            at = random.randrange(1, len(parts))
            head = " ".join(parts[:at]) + " "
            found.append(replace(words, text=head))
            found.append(
                replace(words, x=words.x + helvetica(head, words.size), text=" ".join(parts[at:]))
            )
        page.words[:] = found


def helvetica(text: str, size: float) -> float:
    return sum(WIDTHS.get(c, 556 if c.isalnum() else 333) for c in text) * size / 1000


WIDTHS = {
    **dict.fromkeys(" .,;:/ft", 278), **dict.fromkeys("ijl", 222), **dict.fromkeys("cksvxyz", 500),
    **dict.fromkeys("ABEKPSVXY", 667), **dict.fromkeys("CDHNRU", 722), **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("FTZ", 611), "m": 833, "w": 722, "r": 333, "M": 833, "W": 944, "J": 500,
    "I": 278, "L": 556, "-": 333, "(": 333, ")": 333,
}  # fmt: skip


def small_capitals(paper: Paper, random: Random) -> None:
    """The titles of the lists in capitals, spread wide."""
    del random
    names = {title.casefold() for title in TITLES.values()}
    for page in paper.pages:
        for words in page.words:
            if words.text.rstrip(" :").casefold() in names:
                words.text = words.text.upper()
