"""One LAKIP of an office that is not ours, from an empty folder to the signed report and its ralat.

RUNUT_GAMBAR names a folder for the pictures of every stage, 1280 and 360 px wide.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.dinas import founding, year
from tests.browser.dinas.stage import own_office


@pytest.mark.gate
def test_a_lakip_through_everything_that_holds_one_up(chromium: Browser, tmp_path: Path) -> None:
    with own_office(chromium, tmp_path, "2027-01-04 08:00") as stage:
        aisyah = founding.set_up(stage)
        founding.adopt(aisyah)
        founding.give_rights_and_codes(stage, aisyah)
        founding.bring_what_is_needed(stage)
        founding.start(stage)
        for leg in (
            year.order_and_collect,
            year.invite,
            year.leave,
            year.meet,
            year.somebody_leaves,
            year.improve_and_check,
            year.come_back,
            year.sign,
            year.correct_by_hand,
        ):
            leg(stage)
    assert _verified(tmp_path / "data") == 0


def _verified(folder: Path) -> int:
    """What `runut verify` says of the office afterwards."""
    env = {**os.environ, "RUNUT_DATA": str(folder)}
    command = [sys.executable, "-m", "runut.cli", "verify"]
    return subprocess.run(command, env=env, check=False).returncode
