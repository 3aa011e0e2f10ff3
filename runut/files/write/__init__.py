"""What leaves the office, drawn from blocks of the report or from the form of an SOP.

``paper`` draws a paper as PDF and as Word, ``html`` as a page, ``book`` a register for
Excel. One room for each format below; ``layout`` is a paper and ``form`` the SOP's form before any
format.
"""

PUBLIC = ("book", "html", "paper")
