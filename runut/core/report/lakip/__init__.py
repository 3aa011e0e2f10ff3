"""One kind of report: the LAKIP of PermenPANRB 53/2014, with its review and its completeness.

``compose`` makes the paper; ``sections``, ``keys`` and ``words`` say what people write and where;
``matrix`` what is missing, ``review`` the answers to the checklist, ``stale`` outdated figures;
``facts`` where workbook and office disagree.
"""

PUBLIC = ("compose", "facts", "keys", "matrix", "review", "sections", "sources", "stale", "words")
