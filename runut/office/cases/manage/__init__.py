"""Keeping a running case: who does what in it, its pauses, its name and its due day, its end.

``acts`` does one of these each, ``pages`` shows "Kelola pelaksanaan". ``warnings`` is where the
office's register of qualifications has its say before a step is handed to somebody.
"""
