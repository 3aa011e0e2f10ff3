"""The one clock of the office layer. Acts take their time from here and pass it down."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, aware. Tests put another function in its place; nothing else reads a clock."""
    return timezone.now()
