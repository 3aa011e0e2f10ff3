"""Papers as trees of blocks, before anybody decides how they are drawn.

``blocks`` and ``cells`` make a paper of any kind, ``text`` prints it, ``digest`` keeps it,
``compare`` says what changed. ``papers`` are those of a case; ``lakip`` is one kind of report.
"""

PUBLIC = (
    "authorship",
    "blocks",
    "cells",
    "compare",
    "differences",
    "digest",
    "lakip",
    "papers",
    "text",
)
