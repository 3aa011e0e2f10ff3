"""What a file of ``files/`` is read as, in a form that fits one line of a test."""

from pathlib import Path

from runut.core.sop.model import SOP, Langkah
from runut.core.sop.reading.asal import Reading
from runut.files.read.sop_here import read_with_canvas

FILES = Path(__file__).parent / "files"


def reading_of(name: str, pilih: int | None = None) -> Reading:
    """The reading of a file, without the guarded process: these are ours."""
    reading, _, findings = read_with_canvas((FILES / name).read_bytes(), name, pilih)
    return Reading(reading.sop, (*findings, *reading.findings), reading.asal, reading.lainnya)


def sop_of(name: str) -> SOP:
    sop = reading_of(name).sop
    assert sop is not None, f"{name}: {reading_of(name).findings}"
    return sop


def codes_of(name: str) -> set[str]:
    return {finding.kode for finding in reading_of(name).findings}


def line_of(step: Langkah) -> str:
    """``2 Kasi keputusan: Tidak>3 Ya>4``; inner arrows in brackets."""
    actors = "+".join(
        one.nama if one.bentuk is None else f"{one.nama}({one.bentuk})" for one in step.pelaksana
    )
    ways = " ".join(f"{way.jika or ''}>{way.ke}" for way in step.lanjut)
    inner = "".join(f" [{way.dari} {way.jika or ''}>{way.ke}]" for way in step.dalam)
    return f"{step.no} {actors} {step.bentuk}: {ways}{inner}".strip()
