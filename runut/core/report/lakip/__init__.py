"""One kind of report: the LAKIP of PermenPANRB 53/2014, with its review and its completeness.

``compose`` makes the paper, ``catatan`` is what an office keeps beside its figures; ``sections``,
``keys`` and ``words`` say what people write and where; ``matrix`` and ``ready`` what is missing,
``review`` the answers to the checklist, ``stale`` outdated figures, ``wording`` words that say
nothing; ``live`` the figures that words may name; ``proposed`` the sentences of its own;
``word_copy`` the report as it leaves for Word; ``facts`` where workbook and office disagree;
``ringkasan`` is the report in two pages for everybody, ``data_terbuka`` its figures for their own
reckoning. ``depan``, ``draft``, ``figures`` and ``formulas`` hold what a report of a quarter prints
in the same way.
"""

PUBLIC = (
    "catatan",
    "compose",
    "data_terbuka",
    "depan",
    "draft",
    "facts",
    "figures",
    "formulas",
    "keys",
    "live",
    "matrix",
    "proposed",
    "ready",
    "review",
    "ringkasan",
    "sections",
    "sources",
    "stale",
    "word_copy",
    "wording",
    "words",
)
