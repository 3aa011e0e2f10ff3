"""A paper before any format: numbered blocks, sheets, widths of columns, words of a signature.

Where a table may be parted by a page is decided here (``breaks``). What may be drawn (``letters``,
``drawings``) is cleaned here too, for every writer alike.
"""

PUBLIC = (
    "breaks",
    "drawings",
    "emblem",
    "fit",
    "letters",
    "outline",
    "photos",
    "rhythm",
    "sheets",
    "signature",
)
