"""Operators on the lines of a table: missing, too long, too short, doubled, broken."""

from dataclasses import replace
from random import Random

from tests.corpus.dirty.paper import Page, Paper, Rule


def body(paper: Paper, random: Random) -> tuple[Page, list[Rule]]:
    page = random.choice(paper.pages[paper.first :])
    return page, [rule for rule in page.rules if rule.table == "body"]


def border_missing(paper: Paper, random: Random) -> None:
    """One side of one cell is not there."""
    page, found = body(paper, random)
    page.rules.remove(random.choice(found))


def border_too_long(paper: Paper, random: Random) -> None:
    page, found = body(paper, random)
    rule, by = random.choice(found), random.uniform(3, 10)
    if rule.is_upright:
        low = max(found, key=lambda r: r.y1 if r.column == rule.column else 0)
        low.y1 += by
    elif random.random() < 0.5:
        edge = max(r.x1 for r in found)
        random.choice([r for r in found if r.x1 == edge and not r.is_upright]).x1 += by
    else:
        edge = min(r.x0 for r in found)
        random.choice([r for r in found if r.x0 == edge and not r.is_upright]).x0 -= by
    assert page.rules


def border_too_short(paper: Paper, random: Random) -> None:
    _, found = body(paper, random)
    rule, by = random.choice(found), random.uniform(2, 7)
    if rule.is_upright:
        rule.y1 -= by
    else:
        rule.x1 -= by


def border_doubled(paper: Paper, random: Random) -> None:
    """A line of a table drawn twice, a little apart."""
    page, found = body(paper, random)
    chosen = random.choice(found)
    by = random.uniform(0.8, 2.2)
    if chosen.is_upright:
        for rule in [r for r in found if r.is_upright and r.column == chosen.column]:
            page.rules.append(replace(rule, x0=rule.x0 + by, x1=rule.x1 + by))
    else:
        for rule in [r for r in found if not r.is_upright and r.y0 == chosen.y0]:
            page.rules.append(replace(rule, y0=rule.y0 + by, y1=rule.y1 + by))


def broken_by_stamp(paper: Paper, random: Random) -> None:
    """A stamp lies over cells, and the lines below it are gone."""
    page, found = body(paper, random)
    rule = random.choice([r for r in found if r.is_upright])
    x, y, r = rule.x0, (rule.y0 + rule.y1) / 2, random.uniform(8, 16)
    page.stamps.append((x + random.uniform(-3, 3), y, r))
    for one in [o for o in found if o.is_upright and abs(o.x0 - x) < 1]:
        if one.y0 < y - r < one.y1 or one.y0 < y + r < one.y1 or y - r < one.y0 < y + r:
            upper, lower = replace(one, y1=min(one.y1, y - r)), replace(one, y0=max(one.y0, y + r))
            page.rules.remove(one)
            page.rules += [part for part in (upper, lower) if part.y1 - part.y0 > 0.5]


def stamp_over_cells(paper: Paper, random: Random) -> None:
    page, found = body(paper, random)
    rule = random.choice(found)
    page.stamps.append((rule.x0 + random.uniform(0, 20), rule.y0, random.uniform(18, 34)))


def no_bottom_line(paper: Paper, random: Random) -> None:
    page, found = body(paper, random)
    low = max(rule.y1 for rule in found)
    page.rules = [r for r in page.rules if r.is_upright or abs(r.y0 - low) > 1]


def no_line_between_actors(paper: Paper, random: Random) -> None:
    """Two columns of actors with no line between them, in the head and in the rows."""
    count = len(paper.sop.pelaksana)
    if count < 2:
        return
    column = 2 + random.randrange(1, count)
    for page in paper.pages[paper.first :]:
        page.rules = [
            r for r in page.rules if not (r.is_upright and r.column == column and r.table != "x")
        ]


def shaded_head(paper: Paper, random: Random) -> None:
    """Grey behind each line of words, and behind the whole cell."""
    grey = random.choice((0.75, 0.85, 0.95))
    for page in paper.pages[paper.first :]:
        for words in page.words:
            if words.role.startswith(("kepala", "aktor")):
                high = words.y - 7
                page.fills.append(
                    ((words.x, high, words.x + 6 * len(words.text), high + 9.2), grey)
                )


def shaded_cells(paper: Paper, random: Random) -> None:
    form, grey = paper.form, random.choice((0.8, 0.9))
    for row in random.sample(list(form.rows.values()), k=min(2, len(form.rows))):
        column = random.randrange(len(form.widths))
        box = (form.edges[column], row.top, form.edges[column + 1], row.bottom)
        paper.pages[paper.first + row.halaman].fills.append((box, grey))
