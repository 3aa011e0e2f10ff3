"""Where each field of an SOP stood in its file, as the register keeps it: JSON and back."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from runut.core.findings import Finding, Level, Place
from runut.core.sop.reading.asal import Asal
from runut.core.sop.reading.canvas import Box

_DIGITS = 1
"""Decimals of a point that are kept: a tenth of a point cannot be seen."""


def asal_as_json(asal: Mapping[str, Asal]) -> dict[str, Any]:
    """All origins, without what is empty."""
    return {key: _as_json(one) for key, one in asal.items()}


def asal_from_json(stored: Mapping[str, Any]) -> dict[str, Asal]:
    """What ``asal_as_json`` was given."""
    return {key: _from_json(one) for key, one in stored.items()}


def findings_as_json(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """What was odd about a file, whole."""
    return [asdict(finding) for finding in findings]


def findings_from_json(stored: list[dict[str, Any]]) -> tuple[Finding, ...]:
    """What ``findings_as_json`` was given."""
    return tuple(_finding(one) for one in stored)


def _as_json(asal: Asal) -> dict[str, Any]:
    found: dict[str, Any] = {k: v for k, v in asdict(asal.letak).items() if v is not None}
    if asal.kotak:
        box = asal.kotak
        sides = (box.left, box.top, box.right, box.bottom)
        found["kotak"] = [round(side, _DIGITS) for side in sides]
    if asal.keyakinan < 1:
        found["keyakinan"] = round(asal.keyakinan, 3)
    if asal.alasan:
        found["alasan"] = asal.alasan
    return found


def _from_json(stored: Mapping[str, Any]) -> Asal:
    words = dict(stored)
    box = words.pop("kotak", None)
    asal = Asal(
        kotak=Box(*box) if box else None,
        keyakinan=words.pop("keyakinan", 1.0),
        alasan=words.pop("alasan", ""),
    )
    return replace(asal, letak=Place(**words))


def _finding(stored: dict[str, Any]) -> Finding:
    words = {**stored, "tingkat": Level(stored["tingkat"]), "letak": Place(**stored["letak"])}
    return Finding(**words)
