"""Generators of the corpus: python-docx, openpyxl, raw drawing XML, LibreOffice, hand-made PDF."""
