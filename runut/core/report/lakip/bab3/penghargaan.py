"""Bab III.C Penghargaan: what the office was awarded, in the words and pictures of its people.

PermenPANRB 53/2014 asks for no such part; many offices have one, and where nobody has written it
the report has none.
"""

from runut.core.report.blocks import Block, Heading
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.keys import PENGHARGAAN
from runut.core.report.lakip.words import written


def compose_penghargaan(draft: Draft) -> tuple[Block, ...]:
    words = written(draft.words, PENGHARGAAN)
    return (Heading(2, "Penghargaan", number="C.", key=PENGHARGAAN), *words) if words else ()
