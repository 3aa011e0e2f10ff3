"""Word files: papers (``paper``, for ``write.paper``) and the official form (``sop``).

``package``, ``styles`` and ``words`` serve who changes a Word file besides.
"""

PUBLIC = ("package", "paper", "sop", "styles", "words")
