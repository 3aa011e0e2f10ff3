"""Rows that came, went or were changed past the audit chain, named with what stood there."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from runut.core.findings import Finding
from runut.office.people.models import Office
from runut.office.trust.standing import Difference, differences, tables_there
from runut.office.verification.faults import fault

NAMED_OF_A_TABLE = 20
_CALLED = ("judul", "nama", "username", "acara", "hal", "kode", "subject", "key", "no", "tahun")
"""By what a person recognizes a row, the first that it has."""
_LONGEST_VALUE = 80


def verify_states(office: Office, after: int = 0) -> Iterator[Finding]:
    """Every row of the office that is not as the chain recorded it last."""
    seen: Counter[str] = Counter()
    for one in differences(office.pk, tables_there(), after):
        seen[one.table] += 1
        if seen[one.table] <= NAMED_OF_A_TABLE:
            yield from _findings(one)
    for table, count in seen.items():
        if count > NAMED_OF_A_TABLE:
            more = count - NAMED_OF_A_TABLE
            yield fault("baris.berbeda", f"… dan {more} baris lain pada tabel {table}.")


def _findings(one: Difference) -> Iterator[Finding]:
    name = f"Baris {one.key} pada tabel {one.table}{_called(one.now or one.told or {})}"
    if one.told is None:
        yield fault(
            "baris.ditambah", f"{name} tidak ada dalam catatan: ditambahkan tanpa perbuatan."
        )
    elif one.now is None:
        yield fault(
            "baris.dihapus", f"{name} dicatat pada baris {one.seq} rantai, sekarang tidak ada lagi."
        )
    else:
        for column in one.columns:
            told = _value(one.told[column]) if column in one.told else "tidak ada"
            yield fault(
                "baris.diubah",
                f"{name}, kolom {column}: tercatat {told} (baris {one.seq} rantai), "
                f"sekarang {_value(one.now[column])}.",
            )


def _called(state: dict[str, Any]) -> str:
    for name in _CALLED:
        if state.get(name) not in (None, ""):
            return f" ({_value(state[name])})"
    return ""


def _value(value: object) -> str:
    if value is None:
        return "kosong"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dict):
        if "hmac" in value:
            return "rahasia lain"
        digest = str(value.get("sha256", ""))
        return f"teks dengan sidik {digest[:12]}…" if digest else str(value.get("angka"))
    text = str(value)
    return f"“{text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + '…'}”"
