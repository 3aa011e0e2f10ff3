"""One official act: who does it, by which form, and that a form sent twice has one effect."""
