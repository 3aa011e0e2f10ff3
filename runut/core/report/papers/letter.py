"""What every letter of the office has in common: its title, its number, its copies."""

from runut.core.report.blocks import Block, Bullets, Heading, line
from runut.core.report.cells import paragraph


def title_of(text: str, key: str, number: str = "") -> tuple[Block, ...]:
    """The centred title of a paper, with its number under it where it has one."""
    heading = Heading(1, text, key=key, in_contents=False)
    if not number:
        return (heading,)
    return (heading, paragraph(f"Nomor {number}", align="center"))


def copies_to(tembusan: tuple[str, ...]) -> tuple[Block, ...]:
    """The list of those who get a copy; nothing when there is none."""
    if not tembusan:
        return ()
    return (
        paragraph("Tembusan:", align="left"),
        Bullets(tuple(line(one) for one in tembusan), ordered=True),
    )
