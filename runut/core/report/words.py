"""The words that people wrote, found by section key, and how they become paragraphs.

What was written in the application wins over what stands in the workbook. Words are printed as
they were written; where they are missing and needed, a gap says what is to be written.
"""

import re
from collections.abc import Mapping

from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Block, Bullets, Gap, Line, Paragraph, line
from runut.core.report.keys import penunjang_key, penyebab_key, rencana_key, solusi_key

Words = Mapping[str, str]

_ITEM = re.compile(r"\s*(?:[-*•–]|(?P<number>\d{1,2})[.)])\s+(?P<text>.+)")


def gather_words(data: DataKinerja, texts: Mapping[str, str]) -> Words:
    """All words by section key: the workbook's, with those of the application over them."""
    found = dict(data.narasi)
    for one in data.analisis:
        found[penyebab_key(one.sasaran_id)] = one.penyebab
        found[solusi_key(one.sasaran_id)] = one.solusi
        found[penunjang_key(one.sasaran_id)] = one.program_penunjang
        found[rencana_key(one.sasaran_id)] = one.rencana
    found.update(texts)
    return {key: text.strip() for key, text in found.items() if text.strip()}


def needed(words: Words, key: str, ask: str) -> tuple[Block, ...]:
    """The words under ``key``, or the gap that waits for them."""
    return written(words, key) or (Paragraph(line(Gap(key, ask)), align="left", key=key),)


def written(words: Words, key: str) -> tuple[Block, ...]:
    """The words under ``key`` as blocks; nothing where nobody has written."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", words.get(key, "")):
        blocks += _part_blocks([row for row in part.splitlines() if row.strip()], key)
    return tuple(blocks)


def _part_blocks(rows: list[str], key: str) -> list[Block]:
    """Rows that begin with a dash or a number make a list; the others one paragraph."""
    blocks: list[Block] = []
    waiting: list[str] = []
    items: list[Line] = []
    is_ordered = False
    for row in rows:
        item = _ITEM.fullmatch(row)
        if item is None and items:
            blocks.append(Bullets(tuple(items), ordered=is_ordered))
            items = []
        if item is None:
            waiting.append(row.strip())
            continue
        if waiting:
            blocks.append(_paragraph(waiting, key))
            waiting = []
        is_ordered = item["number"] is not None
        items.append(line(item["text"].strip()))
    if waiting:
        blocks.append(_paragraph(waiting, key))
    if items:
        blocks.append(Bullets(tuple(items), ordered=is_ordered))
    return blocks


def _paragraph(rows: list[str], key: str) -> Paragraph:
    return Paragraph(line(" ".join(rows)), key=key)
