"""Papers as trees of blocks, before anybody decides how they are drawn.

``blocks`` and ``cells`` make a paper of any kind, ``text`` prints it, ``digest`` keeps it,
``compare`` says what changed and ``blackline`` prints it; ``proposals`` are the sentences that a
rule wrote and somebody has to take; ``prose`` is the text that people write,
``claims`` holds it against the figures, ``word`` is what becomes of a paper that they edit in Word.
``papers`` are those of a case; ``lakip`` is one kind of report, ``triwulan`` the one of a quarter.
"""

PUBLIC = (
    "authorship",
    "blackline",
    "blocks",
    "cells",
    "claims",
    "compare",
    "differences",
    "digest",
    "filling",
    "lakip",
    "papers",
    "proposals",
    "prose",
    "templates",
    "text",
    "triwulan",
    "word",
)
