"""The words that people wrote, found by section key, and how they become paragraphs.

What was written in the application wins over what stands in the workbook. Words are printed as
they were written; where they are missing and needed, a gap says what is to be written.
"""

from collections.abc import Mapping
from dataclasses import replace

from runut.core.kinerja.model import Analisis, DataKinerja
from runut.core.report.blocks import Block, Bullets, Gap, Paragraph, Photo, Table, line
from runut.core.report.lakip.keys import (
    faktor_key,
    hambatan_key,
    pendorong_key,
    penunjang_key,
    penyebab_key,
    rencana_key,
    solusi_key,
)
from runut.core.report.prose.read import read_prose

Words = Mapping[str, str]


def gather_words(data: DataKinerja, texts: Mapping[str, str]) -> Words:
    """All words by section key: the workbook's, with those of the application over them."""
    found = dict(data.narasi)
    measured = {one.id for one in data.indikators} - {one.id for one in data.simpul}
    for one in data.analisis:
        if one.sasaran_id in measured:
            found |= _of_indicator(one)
            continue
        found[pendorong_key(one.sasaran_id)] = one.pendorong
        found[hambatan_key(one.sasaran_id)] = one.hambatan
        found[penyebab_key(one.sasaran_id)] = one.penyebab
        found[solusi_key(one.sasaran_id)] = one.solusi
        found[penunjang_key(one.sasaran_id)] = one.program_penunjang
        found[rencana_key(one.sasaran_id)] = one.rencana
    found.update(texts)
    return {key: text.strip() for key, text in found.items() if text.strip()}


def _of_indicator(one: Analisis) -> dict[str, str]:
    """What was written about one indicator; its causes stand with what stood in the way."""
    return {
        faktor_key(one.sasaran_id, "pendorong"): one.pendorong,
        faktor_key(one.sasaran_id, "hambatan"): one.hambatan or one.penyebab,
        faktor_key(one.sasaran_id, "solusi"): one.solusi,
    }


def needed(words: Words, key: str, ask: str) -> tuple[Block, ...]:
    """The words under ``key``, or the gap that waits for them."""
    return written(words, key) or (Paragraph(line(Gap(key, ask)), align="left", key=key),)


def written(words: Words, key: str) -> tuple[Block, ...]:
    """The words under ``key`` as blocks; nothing where nobody has written.

    Figures that they name and their pictures are put in when the paper is whole.
    """
    return tuple(_kept_under(key, one) for one in read_prose(words.get(key, ""), key).blocks)


def _kept_under(key: str, block: Block) -> Block:
    """The block with the section that it belongs to, so that it is found again in Word."""
    match block:
        case Table():
            return replace(block, section=key)
        case Paragraph() | Bullets() | Photo():
            return replace(block, key=key)
        case _:
            return block
