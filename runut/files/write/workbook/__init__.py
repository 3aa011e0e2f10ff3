"""The data workbook of a year: empty for filling in, or filled with figures; and the empty list of
people."""

PUBLIC = ("people", "year")
