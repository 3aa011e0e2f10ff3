"""Word files: papers (``paper``, for ``write.paper``) and the official form (``sop``)."""

PUBLIC = ("paper", "sop")
