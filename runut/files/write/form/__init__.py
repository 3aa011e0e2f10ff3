"""The official form before any format: laid out in our type, outlines of its symbols.

For the writers alone, but for the names of papers (``sheet``).
"""

PUBLIC = ("office", "outline", "sheet")
