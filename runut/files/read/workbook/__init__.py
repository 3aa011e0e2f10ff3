"""The data workbook of a year as figures, every fault named by sheet and cell."""

PUBLIC = ("heads", "pack", "unseen", "year")
