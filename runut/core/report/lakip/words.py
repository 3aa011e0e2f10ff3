"""The words that people wrote, found by section key, and how they become paragraphs.

What was written in the application wins over what stands in the workbook. Words are printed as
they were written; where they are missing and needed, a gap says what is to be written.
"""

import re
from collections.abc import Mapping
from itertools import groupby

from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Block, Bullets, Gap, Paragraph, line
from runut.core.report.lakip.keys import penunjang_key, penyebab_key, rencana_key, solusi_key

Words = Mapping[str, str]

_ITEM = re.compile(r"(?:[-*•–]|(?P<number>\d{1,2})[.)])\s+(?P<text>.+)")


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
    """The words under ``key`` as blocks; nothing where nobody has written.

    A line is a paragraph; lines that begin with a dash or a number make a list.
    """
    blocks: list[Block] = []
    rows = [row.strip() for row in words.get(key, "").splitlines() if row.strip()]
    for is_list, group in groupby(rows, key=lambda row: _ITEM.fullmatch(row) is not None):
        same = list(group)
        blocks += [_list(same)] if is_list else [Paragraph(line(row), key=key) for row in same]
    return tuple(blocks)


def _list(rows: list[str]) -> Bullets:
    items = [match for row in rows if (match := _ITEM.fullmatch(row))]
    is_ordered = items[0]["number"] is not None
    return Bullets(tuple(line(item["text"].strip()) for item in items), ordered=is_ordered)
