"""PDF/A by typst: papers (``paper``, for ``write.paper``) and the official form (``sop``)."""

PUBLIC = ("paper", "sop")
