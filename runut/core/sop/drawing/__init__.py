"""The form of an SOP laid out: ``sheet`` on paper, ``tiles`` on the screen of a running case."""

PUBLIC = ("sheet", "tiles")
