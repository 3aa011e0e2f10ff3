"""Text as it comes in at the door: nothing in it that nobody can see, and one kind of line end."""

from runut.core.words.unseen import visible


def clean_text(text: str) -> str:
    """The text without signs that nobody sees; its lines end as everywhere in the report.

    >>> clean_text("Ra" + chr(0x202E) + "pat" + chr(13) + chr(10) + "ini")
    'Rapat\\nini'
    """
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))
