"""How deep a random test looks: all its examples before a release, a quarter in the daily suite."""

import os

WHOLE = os.environ.get("RUNUT_UJI") == "lengkap"
"""``make gate`` sets it."""


def examples(number: int) -> int:
    """The examples that a property gets in this run; never fewer than ten."""
    return number if WHOLE else max(10, number // 4)
