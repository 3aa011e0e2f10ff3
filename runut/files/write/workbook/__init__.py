"""The data workbook of a year: empty for filling in, or filled with figures; and the empty list of
people; the small workbook of one unit."""

PUBLIC = ("choices", "edits", "pack", "people", "profil", "rows", "typed", "year")
