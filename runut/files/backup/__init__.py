"""Copies of an office in another place: written whole, checked, sealed on request, read back.

``place`` is the folder that holds them, ``plan`` says which stay, ``sealed`` closes a file with a
passphrase, ``writing`` makes one copy and looks at what it wrote, ``reading`` takes one apart
again. Nothing here knows what an office is: it is a folder of files with their names.
"""

PUBLIC = ("place", "plan", "reading", "sealed", "writing")
