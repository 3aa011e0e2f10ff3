"""Small SOPs of other offices, written as an office would type them."""

from collections.abc import Sequence

from runut.core.sop.model import SOP, Langkah
from runut.core.sop.text.parse import read_sop_text
from runut.office.reports.register import propose_report
from runut.office.works.kind import Fit, SopContext
from runut.office.works.register import kind_named, propose_kind

Row = tuple[str, str, str, str]
"""Kegiatan, pelaksana (several: "A; B"), kelengkapan, output."""


def sop_text(title: str, actors: Sequence[str], *rows: Row) -> str:
    """The table of an SOP; every step takes an hour."""
    empty = "\t" * len(actors)
    lines = [
        f"NAMA SOP\t{title}",
        f"No.\tKegiatan\tPelaksana{empty}Mutu Baku\t\t\tKeterangan",
        "\t\t" + "\t".join([*actors, "Kelengkapan", "Waktu", "Output"]),
    ]
    for number, (kegiatan, actor, needs, output) in enumerate(rows, start=1):
        marks = "\t".join("√" if one in actor.split("; ") else "" for one in actors)
        lines.append(f"{number}\t{kegiatan}\t{marks}\t{needs}\t1 jam\t{output}\t")
    return "\n".join(lines) + "\n"


def read(text: str) -> SOP:
    sop, problems = read_sop_text(text)
    assert sop is not None, problems
    return sop


def procedure(text: str) -> SopContext:
    """The SOP with the report that is proposed for it."""
    sop = read(text)
    return SopContext(sop, propose_report(sop)[0])


def step(of: SopContext, no: str) -> Langkah:
    return next(one for one in of.sop.langkah if one.no == no)


def kinds(text: str) -> dict[str, str]:
    """The kind that is proposed for each step."""
    of = procedure(text)
    return {one.no: propose_kind(of, one)[0].name for one in of.sop.langkah}


def fit(text: str, no: str, kind: str) -> Fit:
    """How a kind suits a step of the SOP."""
    of = procedure(text)
    return kind_named(kind).fit(of, step(of, no))
