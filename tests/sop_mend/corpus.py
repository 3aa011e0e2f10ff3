"""The SOPs that checks and repairs are tried on: clean ones of other kinds, and spoilt ones."""

from pathlib import Path

from runut.core.sop.model import SOP
from runut.core.sop.text.parse import read_sop_text

_EXAMPLES = Path(__file__).parents[2] / "examples" / "sop"
_CLEAN = Path(__file__).parent / "clean"


def _read(path: Path) -> SOP:
    sop, findings = read_sop_text(path.read_text(encoding="utf-8"))
    assert sop is not None and not findings, findings
    return sop


SEED = _read(_EXAMPLES / "penyusunan-lakip.txt")
SURAT_MASUK = _read(_EXAMPLES / "pengelolaan-surat-masuk.txt")
REPAIRED = _read(_EXAMPLES / "penyusunan-lakip-diperbaiki.txt")
CLEAN_SOPS = (REPAIRED, SURAT_MASUK, *(_read(path) for path in sorted(_CLEAN.glob("*.txt"))))
