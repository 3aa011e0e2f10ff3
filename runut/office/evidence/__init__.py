"""Evidence of figures: files kept as they are, for one indicator and one quarter.

``actions`` keeps and withdraws, ``queries`` answers what there is (also as core data for the annex
of a report). A page shows it with ``{% load bukti %}{% bukti tahun indikator_id %}``.
"""

PUBLIC = ("actions", "models", "queries", "words")
