"""The data workbook of a year as figures, every fault named by sheet and cell."""

PUBLIC = ("grid", "year")
