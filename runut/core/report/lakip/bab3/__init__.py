"""Bab III: the seven analyses of every sasaran (``capaian``), the budget (``anggaran``), awards.

``target`` has the sentence on a miss, which the summary says too.
"""

PUBLIC = ("anggaran", "capaian", "penghargaan", "target")
