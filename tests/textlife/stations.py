"""The example case at a station. The walk there draws papers, which takes seconds: it is walked
once by each test process, and whoever begins there later gets its rows.
"""

from copy import deepcopy
from typing import Any

from django.apps import apps
from django.conf import settings

from runut.office.recording.touched import migrating
from tests.textlife.living import Living

Rows = list[tuple[Any, list[Any]]]
_WALKED: dict[tuple[str, str], tuple[Living, Rows]] = {}


def living_at(work: str) -> Living:
    """``Living().walk_to(work)`` in a database without an office."""
    key = work, str(settings.FILES_DIR)
    if key not in _WALKED:
        there = {model for model, _ in _rows()}
        living = Living().walk_to(work)
        _WALKED[key] = living, [(model, rows) for model, rows in _rows() if model not in there]
    else:
        with migrating():  # the chain that is put back tells of these rows already
            for model, rows in _WALKED[key][1]:
                model._base_manager.bulk_create(rows)
    return deepcopy(_WALKED[key][0])


def _rows() -> Rows:
    """The tables that hold something, and what."""
    models = [one for one in apps.get_models(include_auto_created=True) if not one._meta.proxy]
    found = [(model, list(model._base_manager.all())) for model in models]
    return [(model, rows) for model, rows in found if rows]
