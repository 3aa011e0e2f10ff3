"""Operators on the identity block of the paper."""

import re
from random import Random

from tests.corpus.dirty.paper import Paper
from tests.corpus.make.wording import LISTS, MONTHS

NUMBER = re.compile(r"(\d{1,2}[.)]|[a-z][.)]|-)\s+")


def numbers_in_a_column(paper: Paper, random: Random) -> None:
    """The number of each item stands in a column of its own beside the list."""
    lined = random.random() < 0.5
    page = paper.pages[0]
    for key in LISTS:
        lines = [w for w in page.words if w.role == f"daftar:{key}"]
        if not lines:
            continue
        left = min(w.x for w in lines)
        for words in lines:
            found = NUMBER.match(words.text)
            if found:
                page.words.append(type(words)(left, words.y, found[1], f"nomor:{key}", words.size))
                words.text = words.text[found.end() :]
            words.x = left + 14
        if lined:
            top, bottom = min(w.y for w in lines) - 8, 0.0
            bottom = min(
                r.y0 for r in page.rules if not r.is_upright and r.y0 > top + 1 and r.x0 < left
            )
            rule = page.rules[0]
            page.rules.append(type(rule)(left + 10, top, left + 10, bottom, "identity", -1, key))


def labels_in_one_cell(paper: Paper, random: Random) -> None:
    """All "label : value" lines of the right block in one cell, without lines between them."""
    page, half = paper.pages[0], value_column(paper)[0]
    third = value_column(paper)[1]
    low = page.rules[0].y0 + sum(paper.form.identity[:6])
    page.rules = [
        r
        for r in page.rules
        if not (
            (r.is_upright and abs(r.x0 - third) < 1 and r.y1 <= low + 1)
            or (not r.is_upright and r.x0 >= half - 1 and r.y0 < low - 1 and r.y0 > 37)
        )
    ]
    closing = random.choice((" :", ":", " : "))
    for key in value_keys(paper):
        lines = [w for w in page.words if w.role == f"label:{key}"]
        values = [w for w in page.words if w.role == f"nilai:{key}"]
        if not lines:
            continue
        if values:
            values[0].text = f"{closing.strip()} {values[0].text}"
        else:
            lines[-1].text += closing


def values_shifted(paper: Paper, random: Random) -> None:
    """The values hang lower than their labels, in cells without lines between them."""
    page, (half, _) = paper.pages[0], value_column(paper)
    low = page.rules[0].y0 + sum(paper.form.identity[:4])
    by = random.uniform(2.0, 4.5)
    page.rules = [
        r for r in page.rules if r.is_upright or not (r.x0 >= half - 1 and 37 < r.y0 < low - 1)
    ]
    for words in page.words:
        if words.role.startswith("nilai:") and words.role.removeprefix("nilai:") in SHORT:
            words.y += by


def values_a_row_down(paper: Paper, random: Random) -> None:
    """Every short value stands one cell lower than its label; the last is lost."""
    del random
    page = paper.pages[0]
    order = ["nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"]
    tops = {k: min((w.y for w in page.words if w.role == f"label:{k}"), default=0) for k in order}
    for key, below in zip(reversed(order[:-1]), reversed(order[1:]), strict=True):
        for words in [w for w in page.words if w.role == f"nilai:{below}"]:
            page.words.remove(words)
        for words in [w for w in page.words if w.role == f"nilai:{key}"]:
            words.role = f"nilai:{below}"
            words.y = tops[below]
    paper.truth["tergeser"] = order


def blocks_of_other_heights(paper: Paper, random: Random) -> None:
    """The lines of the left block do not meet those of the right one."""
    page = paper.pages[0]
    half = value_column(paper)[0]
    y0 = page.rules[0].y0 + sum(paper.form.identity[:7])
    by = random.uniform(4, 9) * random.choice((-1, 1))
    borders = {
        round(r.y0, 1)
        for r in page.rules
        if not r.is_upright and r.y0 > y0 - 15 and r.x1 <= half + 1
    }
    inner = sorted(borders)[1:-1]
    for rule in page.rules:
        if rule.x1 > half + 1:
            continue
        if not rule.is_upright and round(rule.y0, 1) in inner:
            rule.y0 = rule.y1 = rule.y0 + by
        elif rule.is_upright and rule.y0 > y0 - 15:
            rule.y0 += by if round(rule.y0, 1) in inner else 0
            rule.y1 += by if round(rule.y1, 1) in inner else 0
    for words in page.words:
        if words.x < half and words.y > y0 - 15 and not is_first(words.role):
            words.y += by


def is_first(role: str) -> bool:
    return role in ("label:dasar_hukum", "instansi")


def signer_far_below(paper: Paper, random: Random) -> None:
    """Name and NIP at the foot of a tall cell."""
    page = paper.pages[0]
    lines = sorted((w for w in page.words if w.role == "nilai:disahkan_oleh"), key=lambda w: w.y)
    name = next((i for i, w in enumerate(lines) if w.text.startswith(paper.sop.nama[:6])), None)
    if name is None or not paper.sop.nama:
        return
    height = paper.form.identity[4]
    top = min(w.y for w in lines) - 8
    room = top + height - (max(w.y for w in lines) + 3)
    for words in lines[name:]:
        words.y += max(room - random.uniform(0, 3), 0)


def month_only_dates(paper: Paper, random: Random) -> None:
    """A date without its day: asked, never invented."""
    page = paper.pages[0]
    key = random.choice(("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"))
    lines = [w for w in page.words if w.role == f"nilai:{key}"]
    iso = paper.truth["sop"][key]
    if not lines or not iso:
        return
    for words in lines[1:]:
        page.words.remove(words)
    lines[0].text = f"{MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"
    paper.truth["sop"][key] = ""
    paper.truth.setdefault("harus_ditanya", []).append(key)


SHORT = ("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")


def value_keys(paper: Paper) -> list[str]:
    del paper
    return [*SHORT, "disahkan_oleh", "judul"]


def value_column(paper: Paper) -> tuple[float, float]:
    left, right = paper.form.edges[0], paper.form.edges[-1]
    half = left + (right - left) / 2
    return half, half + (right - left) * 0.17
