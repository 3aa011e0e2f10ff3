"""Where in a template a paragraph stands, in words that lead its writer there."""

from runut.files.templates.names import TBL, TC, TEXT_BOX, TR, Element, P, text_of

_LONGEST = 48


class Places:
    """The places of one part, called as its readers call it."""

    def __init__(self, root: Element, part: str) -> None:
        self.part = part
        self.tables = list(root.iter(TBL))
        self.paragraphs = [
            one for one in root.iter(P) if next(one.iterancestors(TC, TEXT_BOX), None) is None
        ]

    def of(self, paragraph: Element) -> str:
        """The place, with the words that stand there."""
        words = " ".join(text_of(paragraph).split())
        quoted = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        return f"{self._spot(paragraph)} (“{quoted}”)"

    def _spot(self, paragraph: Element) -> str:
        around = next(paragraph.iterancestors(TC, TEXT_BOX), None)
        if around is None:
            return f"{self.part}, paragraf {self.paragraphs.index(paragraph) + 1}"
        if around.tag == TEXT_BOX:
            return f"{self.part}, kotak teks"
        row = next(around.iterancestors(TR))
        table = next(row.iterancestors(TBL))
        rows = [one for one in table.iter(TR) if next(one.iterancestors(TBL)) is table]
        cells = [one for one in row.iter(TC) if next(one.iterancestors(TR)) is row]
        return (
            f"{self.part}, tabel {self.tables.index(table) + 1}, baris {rows.index(row) + 1}, "
            f"kolom {cells.index(around) + 1}"
        )
