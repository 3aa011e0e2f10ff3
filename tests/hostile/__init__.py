"""Hostile and broken files, all of them made here, and the doors of the office that each is shown.

``honest`` are the files as an office has them, ``damage`` what befalls them on the way;
``packages``, ``office_files``, ``pdfs``, ``pictures`` and ``others``
are made by somebody who means harm.
``corpus`` has them all, by name.
"""
