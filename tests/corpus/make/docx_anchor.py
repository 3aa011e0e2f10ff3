"""Where a shape of Word hangs, and the words inside it."""

from dataclasses import dataclass

from tests.corpus.make.frames import Frame


@dataclass(frozen=True)
class Anchor:
    """What offsets are measured from: words of Word, and the place of that origin on the page."""

    horizontal: str
    vertical: str
    x: float
    y: float
    in_cell: bool = True


def text_xml(frame: Frame) -> str:
    if not frame.text:
        return ""
    size = 13 if frame.is_label else 14
    return (
        '<w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc '
        'w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>{frame.text}</w:t></w:r></w:p><'
        "/w:txbxContent>"
    )
