"""The same file in somewhat larger or smaller letters: for fonts that run wider than we know."""

from dataclasses import replace

from runut.files.read.docx.blocks import Block, Section, TableBlock
from runut.files.read.docx.styles import Letters
from runut.files.read.docx.words import Paragraph


def stretched(section: Section, share: float) -> Section:
    """The section with every letter ``share`` times as large."""
    return replace(section, blocks=tuple(_block(block, share) for block in section.blocks))


def _block(block: Block, share: float) -> Block:
    return _paragraph(block, share) if isinstance(block, Paragraph) else _table(block, share)


def _paragraph(paragraph: Paragraph, share: float) -> Paragraph:
    return replace(
        paragraph,
        pieces=tuple(
            replace(piece, letters=_letters(piece.letters, share)) for piece in paragraph.pieces
        ),
        letters=_letters(paragraph.letters, share),
    )


def _letters(letters: Letters, share: float) -> Letters:
    return replace(letters, size=letters.size * share)


def _table(table: TableBlock, share: float) -> TableBlock:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, blocks=tuple(_block(block, share) for block in cell.blocks))
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)
