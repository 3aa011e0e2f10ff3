"""The audit chain of an office: rows that name the row before them, and signed checkpoints."""

PUBLIC = ("canonical", "chain", "checkpoint")
