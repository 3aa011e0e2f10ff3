"""Files of others as facts: an SOP of any kind (``sop``), the holidays of a year, a list of people.

One room for each format below; ``sop`` chooses among them by the bytes of the file. Every SOP
reader fills the canvas of the core, which understands it; a reader only says what lies where.
"""

PUBLIC = ("holidays", "people_list", "placed_json", "sop")
