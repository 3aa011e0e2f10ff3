"""Any SOP is adopted with the proposals as they come, and walked to its end by its actors."""

from pathlib import Path

import pytest

from tests.walks.sops import ROOT, listed, readable
from tests.walks.walking import Walker

ALL = listed()
IN_CI = ALL[::9]
"""Some from each kind of file; all of them, twice each, under the gate."""


@pytest.mark.parametrize("path", IN_CI, ids=lambda path: path.name)
def test_it_is_walked_to_its_end_and_every_exit_is_taken(path: Path, office_open: Walker) -> None:
    walked = office_open.walk(path.read_bytes(), path.name)
    assert walked.taken >= walked.exits


@pytest.mark.gate
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
@pytest.mark.parametrize("files", [True, False], ids=["files", "words"])
def test_with_files_and_with_words(path: Path, office_open: Walker, *, files: bool) -> None:
    walked = office_open.walk(path.read_bytes(), path.name, files=files)
    assert walked.taken >= walked.exits


@pytest.mark.gate
def test_the_list_of_readable_sops_is_true() -> None:
    assert [path.relative_to(ROOT) for path, _ in readable()] == [
        path.relative_to(ROOT) for path in ALL
    ]
