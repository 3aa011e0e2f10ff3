"""Templates that an office laid out in Word: looked through when handed in, filled for a paper.

Only names of a fixed list stand for something (``core.report.templates``); nothing in a template is
evaluated. ``check`` and ``fill`` are readers for the guarded child; ``printing`` asks LibreOffice
for the PDF.
"""

PUBLIC = ("check", "fill", "printing")
