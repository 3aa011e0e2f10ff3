"""A paper before any format: numbered blocks, sheets, widths of columns, words of a signature.

What may be drawn (``letters``, ``drawings``) is cleaned here too, for every writer alike.
"""

PUBLIC = ("drawings", "emblem", "fit", "letters", "outline", "sheets", "signature")
