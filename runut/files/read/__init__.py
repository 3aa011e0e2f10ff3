"""Files of others as facts: an SOP of any kind (``sop``), the holidays of a year, a list of
people, a photograph.

One room for each format below; ``sop`` hands a file to the guarded process, where ``sop_here``
chooses among them by its bytes (``kinds``). Every SOP reader fills the canvas of the core, which
understands it; a reader only says what lies where. ``libreoffice`` opens what only that program
can, where the computer has it.
"""

PUBLIC = (
    "holidays",
    "kinds",
    "libreoffice",
    "people_list",
    "photo",
    "placed_json",
    "sop",
    "sop_here",
)
