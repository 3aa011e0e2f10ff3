"""SOPs as PDF: letters and strokes of a page become words, tables, symbols and arrows.

letters, traces -> strips, rulings -> grid; outlines -> figures; ribbons -> connectors, heads.
"""

PUBLIC = ("sop",)
