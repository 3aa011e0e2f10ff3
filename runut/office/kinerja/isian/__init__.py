"""The figures of a year typed in the browser, for an office that does not want Excel.

What is typed is written into a workbook and read back from it: a form refuses what a workbook
refuses, and nothing else (docs/decisions/0020-figures-are-seen-before-they-count.md).
"""

PUBLIC = ("urls",)
