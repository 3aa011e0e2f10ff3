"""What leaves the office, drawn from blocks of the report or from the form of an SOP.

``paper`` draws a paper as PDF and as Word, ``html`` as a page, ``editable`` people's words
for their editor, ``book`` a register for Excel, ``table`` a table as CSV. One room for each format
below; ``layout`` is a paper and ``form`` the SOP's form before any format.
"""

PUBLIC = ("book", "editable", "html", "paper", "table")
