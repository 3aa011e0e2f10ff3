"""What the SOPs under KETERKAITAN must have left behind before a LAKIP can be composed.

The seed names three: Renja, Penetapan Kinerja (TAPKIN, since 53/2014 Perjanjian Kinerja) and DPA.
They are where the figures of the year come from; no step of it asks for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from runut.core.kinerja.model import DataKinerja
from runut.core.sop.form.rujukan import bare_name
from runut.core.sop.model import SOP
from runut.core.words.verbs import words


class SourceState(StrEnum):
    ADA = "ada"
    BELUM = "belum"
    TIDAK_DIPERIKSA = "tidak diperiksa"
    """The SOP is not one that we know to feed the report: nothing is claimed about it."""


@dataclass(frozen=True)
class Source:
    """One SOP under KETERKAITAN: what it leaves for the report, and whether that is there."""

    nama: str
    hasil: str
    state: SourceState
    words: str


_Check = Callable[[DataKinerja], tuple[bool, str]]


def sources_of(sop: SOP, tahun: int, data: DataKinerja | None) -> tuple[Source, ...]:
    """What each SOP under KETERKAITAN has left for the report on ``tahun``.

    ``data``: the figures of that year, None where none were loaded.
    """
    return tuple(_source(bare_name(item), tahun, data) for item in sop.keterkaitan if item.strip())


def _source(nama: str, tahun: int, data: DataKinerja | None) -> Source:
    hasil, check = _known(nama)
    if check is None:
        return Source(nama, "", SourceState.TIDAK_DIPERIKSA, "hasilnya tidak diperiksa")
    named = f"{hasil} tahun {tahun}"
    if data is None:
        return Source(nama, named, SourceState.BELUM, f"data kinerja tahun {tahun} belum dimuat")
    is_there, said = check(data)
    return Source(nama, named, SourceState.ADA if is_there else SourceState.BELUM, said)


def _known(nama: str) -> tuple[str, _Check | None]:
    said = set(words(nama))
    if said & {"dpa", "dipa"} or {"pelaksanaan", "anggaran"} <= said:
        return "Pagu anggaran", _has_budget
    if said & {"tapkin", "pk"} or ("kinerja" in said and said & {"penetapan", "perjanjian"}):
        return "Perjanjian Kinerja", _has_agreement
    if said & {"renja", "rkt"} or {"rencana", "kerja"} <= said:
        return "Sasaran, indikator, dan target", _has_targets
    return "", None


def _has_targets(data: DataKinerja) -> tuple[bool, str]:
    total = len(data.indikators)
    empty = sum(one.target.nilai is None for one in data.indikators)
    if not total:
        return False, "belum ada indikator"
    if empty:
        return False, f"{empty} dari {total} indikator belum bertarget"
    return True, f"{len(data.sasarans)} sasaran, {total} indikator, semuanya bertarget"


def _has_agreement(data: DataKinerja) -> tuple[bool, str]:
    if not data.pk_tanggal.strip():
        return False, "tanggal Perjanjian Kinerja belum diisi"
    return True, f"Perjanjian Kinerja tanggal {data.pk_tanggal.strip()}"


def _has_budget(data: DataKinerja) -> tuple[bool, str]:
    with_pagu = sum(one.pagu.nilai is not None for one in data.anggaran)
    if not with_pagu:
        return False, "belum ada baris anggaran yang berpagu"
    return True, f"{with_pagu} baris anggaran berpagu"
