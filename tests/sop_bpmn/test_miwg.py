"""The reference models of the BPMN MIWG: each is imported, or refused with the reason."""

from pathlib import Path

import pytest

from runut.core.findings import Level
from runut.files.read.bpmn.sop import sop_of_bpmn
from runut.files.write.bpmn.sop import bpmn_of_sop

MODELS = Path(__file__).parents[1] / "data" / "bpmn-miwg"
IMPORTED = {
    "A.1.0": (3, "tanpa-pelaksana"),
    "A.2.0": (4, "tanpa-pelaksana"),
    "A.2.1": (5, "tanpa-pelaksana"),
    "A.3.0": (3, "anak-proses peristiwa-batas tanpa-pelaksana tidak-terjangkau"),
    "A.4.0": (4, "aliran-pesan anak-proses proses-lain"),
    "A.4.1": (4, "aliran-pesan anak-proses proses-lain"),
    "B.1.0": (
        8,
        "aliran-pesan anak-proses beberapa-awal gerbang-jadi-langkah jenis-tugas "
        "memanggil-proses peristiwa-tepi proses-lain",
    ),
    "C.1.0": (6, "aliran-pesan jenis-tugas peristiwa-tepi proses-lain"),
    "C.1.1": (6, "jenis-tugas tanpa-pelaksana"),
    "C.2.0": (4, "aliran-pesan anak-proses peristiwa-batas proses-lain"),
    "C.3.0": (
        7,
        "anak-proses gerbang-jadi-langkah peristiwa-batas peristiwa-tepi tanpa-pelaksana",
    ),
    "C.4.0": (12, "peristiwa-antara proses-lain"),
    "C.5.0": (17, "memanggil-proses peristiwa-tepi proses-lain"),
    "C.7.0": (6, "berulang jenis-tugas"),
    "C.8.0": (9, "jenis-tugas peristiwa-batas tanpa-pelaksana"),
    "C.8.1": (9, "jenis-tugas peristiwa-batas"),
    "C.9.0": (
        7,
        "jenis-tugas memanggil-proses peristiwa-batas peristiwa-tepi tidak-terjangkau",
    ),
    "C.9.1": (2, "jenis-tugas peristiwa-batas tidak-terjangkau"),
    "C.9.2": (1, "peristiwa-batas peristiwa-tepi"),
}
"""Model: how many steps its SOP has, and what is named as lost or changed."""

REFUSED = {"B.2.0": "gerbang peristiwa", "C.6.0": "gerbang peristiwa"}
"""Model: what it holds that an SOP cannot say."""


@pytest.mark.parametrize("name", IMPORTED)
def test_a_model_becomes_an_sop_and_what_is_lost_is_named(name: str) -> None:
    sop, findings = sop_of_bpmn((MODELS / f"{name}.bpmn").read_bytes())
    assert sop is not None
    codes = " ".join(sorted({finding.kode.removeprefix("bpmn.") for finding in findings}))
    assert (len(sop.langkah), codes) == IMPORTED[name]
    assert all(finding.pesan and finding.usul for finding in findings)
    assert all(finding.tingkat is not Level.BLOCKER for finding in findings)
    assert sop_of_bpmn(bpmn_of_sop(sop)) == (sop, ())


@pytest.mark.parametrize("name", REFUSED)
def test_a_model_that_an_sop_cannot_say_is_refused_with_the_reason(name: str) -> None:
    sop, findings = sop_of_bpmn((MODELS / f"{name}.bpmn").read_bytes())
    assert sop is None
    assert findings[0].tingkat is Level.BLOCKER
    assert REFUSED[name] in findings[0].pesan


def test_every_model_is_in_one_of_the_tables() -> None:
    assert {path.stem for path in MODELS.glob("*.bpmn")} == {*IMPORTED, *REFUSED}


def test_the_decisions_of_an_invoice_are_those_of_the_model() -> None:
    sop, _ = sop_of_bpmn((MODELS / "C.1.0.bpmn").read_bytes())
    assert sop is not None
    assert sop.pelaksana == ("Approver", "Team Assistant", "Accountant")
    ways = {step.kegiatan: [(way.jika, way.ke) for way in step.lanjut] for step in sop.langkah}
    assert ways["Approve Invoice"] == [("yes", "3"), ("no", "5")]
    assert ways["Rechnung klären"] == [("yes", "2"), ("no", "6")]
    assert sop.step("4").kegiatan == "Archive Invoice"
