"""The audit chain of an office: rows that name the row before them, and signed checkpoints.

And the changing code of a second factor (``totp``).
"""

PUBLIC = ("canonical", "chain", "checkpoint", "totp")
