"""The data workbook of a year: empty for filling in, or filled with figures."""

PUBLIC = ("year",)
