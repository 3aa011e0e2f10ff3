"""An SOP drawn and read again is the same SOP: who, what, when, and every way."""

from collections.abc import Callable
from typing import Any

import pytest

from runut.core.sop.as_json import sop_as_json
from runut.core.sop.model import SOP
from runut.files.read.sop import read_sop_file
from runut.files.write.docx.sop import docx_of_sop
from runut.files.write.pdf.sop import pdf_of_sop
from runut.files.write.xlsx.sop import xlsx_of_sop
from tests.sop_out.contoh import DRAWN

WRITERS: dict[str, Callable[[SOP], bytes]] = {
    "docx": docx_of_sop,
    "xlsx": xlsx_of_sop,
    "pdf": pdf_of_sop,
}
NAMES = ("lakip", "bersama", "dua-puluh-lima")


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("name", NAMES)
def test_drawn_and_read_again_is_the_same_sop(name: str, ending: str) -> None:
    sop = DRAWN[name]
    reading = read_sop_file(WRITERS[ending](sop), f"{name}.{ending}")
    assert reading.sop is not None
    assert facts(reading.sop) == facts(sop)


def facts(sop: SOP) -> dict[str, Any]:
    """All that a form says; who of several actors of a step leads is left to the reader."""
    said: Any = sop_as_json(sop, ())["sop"]
    for step in said["langkah"]:
        step["pelaksana"] = sorted(actor["nama"] for actor in step["pelaksana"])
    return {**said}
