"""A number fixed by a regulation or by practice, with where it stands.

The numbers themselves are in the ``aturan`` module of each subject: calendar, kinerja, sop.
"""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Aturan(Generic[T]):
    """One fixed number (or table of numbers) and where it comes from."""

    kode: str
    nilai: T
    berlaku: date
    rujukan: str
