"""A worker that ``serve`` started belongs to it; one started by hand stands alone."""

import os
import sys

from runut.files.end_with_parent import end_of_file, end_when, end_with_parent

PARENT = "RUNUT_INDUK"
"""Tells a worker which process started it; what it writes into, the worker reads to the end."""


def belong_to_parent() -> None:
    """End with the process that started this one as its worker, if one did."""
    parent = os.environ.pop(PARENT, "")
    if parent:
        end_with_parent(int(parent))
        end_when(lambda: end_of_file(sys.stdin.fileno()))
