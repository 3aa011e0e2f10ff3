"""Which tests take long: they begin first, so that the workers end together.

Seconds of processor that a file uses with its children. What is not named takes less. A folder
is kept together where its files share what is dear to make. Those of Chromium are estimates.
"""

from collections.abc import Iterable

import pytest

SECONDS = {
    "tests/security": 130,
    "tests/security/test_acts_by_the_wrong_person.py": 38,
    "tests/security/test_every_address.py": 39,
    "tests/security/test_strangers_objects.py": 26,
    "tests/security/test_headers_and_cookies.py": 12,
    "tests/security/test_plain_errors.py": 11,
    "tests/security/test_uploads.py": 11,
    "tests/browser/test_nine_steps_by_keyboard.py": 60,
    "tests/browser/test_every_page_is_accessible.py": 50,
    "tests/running/test_set_up.py": 30,
    "tests/running/test_processes.py": 30,
    "tests/textlife": 50,
    "tests/browser/dinas/test_an_office_of_ones_own_sets_up.py": 20,
    "tests/browser/test_pages_are_light.py": 20,
    "tests/typing/test_in_chromium.py": 20,
    "tests/walks/test_links_lead_on.py": 20,
    "tests/running/test_upgrade.py": 15,
    "tests/running/test_folder.py": 12,
    "tests/running/test_killed_while_working.py": 12,
    "tests/running/test_restore_drill.py": 12,
    "tests/corpus/test_corpus.py": 12,
    "tests/case/test_state_machine.py": 10,
    "tests/running/test_new_tables.py": 8,
    "tests/case/test_one_holder_writes_and_checks.py": 8,
    "tests/office/test_pages_ask_little.py": 6,
    "tests/office/test_state_machine.py": 6,
    "tests/project/test_promises.py": 6,
}
_EMPTYING = {"transactional_db", "shared_db", "live_server"}


def longest_first(items: list[pytest.Item]) -> None:
    """Put whole files in order; those that leave an emptied database behind come after all others.

    Within a file, and among files that are not named, the order stays.
    """
    emptying = {_file(item) for item in items if _empties(item)}
    items.sort(key=lambda item: (_file(item) in emptying, *_weights(_file(item))))


def _file(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]


def _weights(file: str) -> Iterable[int]:
    alone, together = SECONDS.get(file, 0), SECONDS.get(file.rpartition("/")[0], 0)
    return -max(alone, together), -alone


def _empties(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db")
    is_said = marked is not None and bool(marked.kwargs.get("transaction"))
    return is_said or bool(_EMPTYING & set(getattr(item, "fixturenames", ())))
