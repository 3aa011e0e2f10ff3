"""Bab III: the seven analyses of every sasaran (``capaian``), and the budget (``anggaran``)."""

PUBLIC = ("anggaran", "capaian")
