"""Operators on the head of the table, its rows of numbers, and words that belong to no field."""

from random import Random

from tests.corpus.dirty.paper import Page, Paper, Rule, Words

SIGNED = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik",
    "yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), BSSN",
)


def two_level_heads(paper: Paper, random: Random) -> None:
    """Two neighbouring actors under a head of their own."""
    count = len(paper.sop.pelaksana)
    if count < 3:
        return
    first = random.randrange(count - 1)
    form = paper.form
    left, right = form.edges[2 + first], form.edges[4 + first]
    for page in paper.pages[paper.first :]:
        heads = [w for w in page.words if w.role in (f"aktor:{first}", f"aktor:{first + 1}")]
        top = min(w.y for w in heads) - 8
        room = 10.0
        page.rules.append(Rule(left, top + room, right, top + room, "head", -1, "kepala"))
        for rule in [r for r in page.rules if r.table == "head" and r.is_upright]:
            if rule.column == 3 + first and rule.y0 < top + room < rule.y1:
                rule.y0 = top + room
        for words in heads:
            words.y += room - 1
            words.size = 7.0
        page.words.append(Words(left + 8, top + 8, "Sekretariat", "kepala atas", 7.0))
    tail = [f"Sekretariat {name}" for name in paper.sop.pelaksana[first : first + 2]]
    paper.truth["nama_lain"] = dict(zip(paper.sop.pelaksana[first : first + 2], tail, strict=True))


def misprinted_number_row(paper: Paper, random: Random) -> None:
    """The row of column numbers: one printed twice or wrong, or left out."""
    for page in paper.pages[paper.first :]:
        row = [w for w in page.words if w.role.startswith("nomor kolom")]
        if not row:
            continue
        spoilt = random.choice(row)
        if random.random() < 0.5:
            page.words.remove(spoilt)
        else:
            spoilt.text = random.choice(("11", "1", "l", str(len(row) + 3), "2,"))
        if random.random() < 0.4:
            for words in row:
                words.text = f"({words.text})"


def turned_heads(paper: Paper, random: Random) -> None:
    """The names of the actors written upwards."""
    del random
    for page in paper.pages[paper.first :]:
        for i in range(len(paper.sop.pelaksana)):
            lines = [w for w in page.words if w.role == f"aktor:{i}"]
            if not lines:
                continue
            low = max(w.y for w in lines)
            bottom = min(r.y0 for r in page.rules if not r.is_upright and r.y0 > low)
            room = bottom - min(w.y for w in lines) + 6
            name = paper.sop.pelaksana[i]
            if 4.2 * len(name) > room:
                continue
            for words in lines:
                page.words.remove(words)
            middle = (paper.form.edges[2 + i] + paper.form.edges[3 + i]) / 2
            page.words.append(Words(middle + 3, bottom - 3, name, f"aktor:{i}", 7.0, 1))


def watermark(paper: Paper, random: Random) -> None:
    word = random.choice(("SALINAN", "RAHASIA", "DRAFT", "COPY"))
    for page in paper.pages:
        page.watermark = word


def signed_footer(paper: Paper, random: Random) -> None:
    del random
    for page in paper.pages:
        for i, words in enumerate(SIGNED):
            page.words.append(Words(60, paper.form.paper[1] - 20 + 9 * i, words, "kaki", 7.0))


def page_numbers(paper: Paper, random: Random) -> None:
    how = random.choice(("{} / {}", "Halaman {} dari {}", "- {} -", "{}"))
    for number, page in enumerate(paper.pages, 1):
        place(page, paper, how.format(number, len(paper.pages)))


def place(page: Page, paper: Paper, words: str) -> None:
    page.words.append(Words(paper.form.paper[0] - 110, paper.form.paper[1] - 12, words, "kaki", 7))


def qr_code(paper: Paper, random: Random) -> None:
    """A QR code as a picture, or as its many dark squares, in a corner of the page."""
    page = random.choice(paper.pages)
    left, top = paper.form.edges[-1] - 40, paper.form.paper[1] - 32.0
    if random.random() < 0.4:
        page.pictures.append((left, top, left + 28, top + 28))
        return
    for i in range(14):
        for j in range(14):
            if random.random() < 0.5:
                box = (left + 2 * i, top + 2 * j, left + 2 * i + 2, top + 2 * j + 2)
                page.fills.append((box, 0.0))


def odd_spaces(paper: Paper, random: Random) -> None:
    paper.spacing = random.choice(("glif", "ganda", "nbsp"))
