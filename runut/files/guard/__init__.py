"""Nothing from outside is read in this process: limits of time and memory, checks of archives.

``parent`` runs a reader, named by its path, in a process of its own (``child``); ``limited`` does
the same to another program. ``zip_check``, ``upload_check`` and ``image_check`` say what no reader
should see; ``progress`` is how far it has come, and ``room`` whose turn it is.
"""

PUBLIC = ("image_check", "limited", "parent", "progress", "room", "upload_check", "zip_check")
