"""The list of ASVS 5.0 in docs/asvs.csv: whole for level 1 and 2, and every proof is there."""

import ast
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MET, PARTLY, NOT_MET, NOT_OURS = "dipenuhi", "sebagian", "belum", "tidak berlaku"
IN_THE_STANDARD = {"1": 70, "2": 183}
"""Requirements of ASVS 5.0.0 by level."""
_LEAST_MET = 0.9
"""Of those of level 2 that apply, met or met in part and said so."""


@dataclass(frozen=True)
class Row:
    """One requirement: in our words, whether it applies, how it is met, and what proves it."""

    tingkat: str
    nomor: str
    persyaratan: str
    berlaku: str
    cara: str
    bukti: str
    keadaan: str

    @property
    def proofs(self) -> list[str]:
        return [one.strip() for one in self.bukti.split(";") if one.strip()]


@cache
def rows() -> list[Row]:
    with (ROOT / "docs" / "asvs.csv").open(encoding="utf-8", newline="") as file:
        return [Row(**one) for one in csv.DictReader(file)]


def faults_of(row: Row) -> Iterator[str]:
    """What is not as it should be in a row, each in a sentence."""
    if row.keadaan not in (MET, PARTLY, NOT_MET, NOT_OURS):
        yield f"{row.nomor} has no state"
    if (row.keadaan == NOT_OURS) != bool(re.fullmatch(r"tidak: .+", row.berlaku)):
        yield f"{row.nomor} does not say why it does not apply"
    if row.keadaan != NOT_OURS and not row.cara:
        yield f"{row.nomor} does not say how"
    if row.keadaan == MET and not row.proofs:
        yield f"{row.nomor} is called met and nothing proves it"
    for proof in row.proofs:
        if not is_there(proof):
            yield f"{row.nomor} names {proof}, which is not there"


def is_there(proof: str) -> bool:
    """A file of this repository, or a test of one of its files."""
    path, _, name = proof.partition("::")
    if not (ROOT / path).is_file():
        return False
    return not name or name in _functions(path)


@cache
def _functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def test_every_requirement_of_both_levels_stands_there_once() -> None:
    assert Counter(row.tingkat for row in rows()) == IN_THE_STANDARD
    assert max(Counter(row.nomor for row in rows()).values()) == 1


def test_every_row_has_its_state_and_every_proof_is_there() -> None:
    assert [fault for row in rows() for fault in faults_of(row)] == []


@pytest.mark.parametrize("level", IN_THE_STANDARD)
def test_what_is_met_of_what_applies(level: str) -> None:
    applies = [row for row in rows() if row.tingkat == level and row.keadaan != NOT_OURS]
    told = [row for row in applies if row.keadaan in (MET, PARTLY)]
    assert len(told) >= _LEAST_MET * len(applies)


def test_level_one_leaves_nothing_unmet() -> None:
    assert [row.nomor for row in rows() if row.tingkat == "1" and row.keadaan == NOT_MET] == []


def test_the_page_of_reliability_counts_as_the_list_does() -> None:
    page = (ROOT / "docs" / "keandalan.md").read_text(encoding="utf-8")
    for level, number in IN_THE_STANDARD.items():
        counted = Counter(row.keadaan for row in rows() if row.tingkat == level)
        cells = [level, number, *(counted[state] for state in (MET, PARTLY, NOT_MET, NOT_OURS))]
        assert f"| {' | '.join(map(str, cells))} |" in page


def test_a_proof_that_is_gone_would_be_seen() -> None:
    row = next(row for row in rows() if row.keadaan == MET and "::" in row.bukti)
    gone = Row(**{**vars(row), "bukti": row.proofs[0] + "_no_more"})
    assert list(faults_of(gone)) and not list(faults_of(row))
    assert list(faults_of(Row(**{**vars(row), "bukti": ""})))
    assert list(faults_of(Row(**{**vars(row), "keadaan": "mungkin"})))
