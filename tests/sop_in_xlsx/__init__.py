"""Workbooks as offices make them, read into a canvas."""
