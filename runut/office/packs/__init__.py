"""Unit data packs: each unit is asked for its own figures of a quarter, and for nothing else.

The keeper of the figures opens a window for a quarter and sends packs; whoever has the link of a
pack fills it in without a login, on the page or in a small workbook. What came is a proposal until
the keeper takes it over into a new version of the figures (docs/decisions/0021-unit-packs.md).
"""

PUBLIC = ("actions", "models", "queries", "words")
