"""How Inspektorat (APIP) and Biro Organisasi look on: every case, its trail, and a word on it.

They read and comment; they hold no step, so no form of one is offered to them.
"""

PUBLIC = ("models", "queries")
