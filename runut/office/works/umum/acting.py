"""The act of a general step: what it leaves is kept, and the step is completed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from runut.core.case.model import Output
from runut.core.findings import Refused
from runut.core.report.papers.catatan_hasil import CatatanHasil, compose_catatan_hasil
from runut.core.words.dates import format_moment
from runut.files.guard.parent import read_guarded
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases import actions
from runut.office.cases.acting import StepRef
from runut.office.cases.documents import Rendered, keep_upload, render
from runut.office.cases.queries import StepPage
from runut.office.people.naming import letterhead, pejabat
from runut.office.works.luar.parties import Told, written_down

_KIND = "runut.files.guard.upload_check:check_upload"


@dataclass(frozen=True)
class Left:
    """What one output of the step is: a file that was handed in, or words."""

    nama: str
    berkas: Any = None
    kata: str = ""


def complete_general(
    page: StepPage,
    ref: StepRef,
    doer: Doer,
    left: Sequence[Left],
    *,
    kelengkapan: Sequence[str] = (),
    exit_label: str = "",
    notes: str = "",
    told: Told | None = None,
) -> Done | Refused:
    """Complete a step with files and words. Words that a later step checks become a paper, since
    paraf and signature are put on bytes.

    ``told``: the actor is outside the office, and the doer writes for him.
    """
    if known := recall(doer):
        return known
    if page.refused:
        return page.refused
    if told:
        left = [_said_by(told, one) for one in left]
    papers = _papers(page, doer, left)
    if isinstance(papers, Refused):
        return papers
    words = [Output(nama=one.nama, pernyataan=one.kata) for one in left if one.nama not in papers]
    return actions.complete_step(
        ref,
        doer,
        kelengkapan=kelengkapan,
        outputs=[one for one in words if one.pernyataan],
        papers=papers,
        exit_label=exit_label,
        notes=notes,
        also=(lambda case: [written_down(case.row, ref.no, told)]) if told else None,
    )


def hand_in(
    page: StepPage, ref: StepRef, doer: Doer, left: Sequence[Left], *, read_sha256: str
) -> Done | Refused:
    """An actor of the row who does not lead says that his part is done, and hands in the files of
    it: the leading actor takes them over or brings others."""
    if known := recall(doer):
        return known
    if page.refused:
        return page.refused
    papers = _papers(page, doer, [one for one in left if one.berkas])
    if isinstance(papers, Refused):
        return papers
    return actions.complete_step(ref, doer, kelengkapan=(), papers=papers, read_sha256=read_sha256)


def _said_by(told: Told, one: Left) -> Left:
    """The words of an output, saying whose they are: a reader must not take them for the doer's."""
    when = format_moment(told.pada, told.pada.tzname() or "")
    whose = f"Dari {told.oleh}" + (f" ({told.pihak})" if told.oleh != told.pihak else "")
    return replace(one, kata=f"{whose}, {when}: {one.kata}") if one.kata else one


def _papers(page: StepPage, doer: Doer, left: Sequence[Left]) -> Mapping[str, Rendered] | Refused:
    checkers = [one for one in page.case.definition.steps if one.checks == page.step.no]
    papers: dict[str, Rendered] = {}
    for one in left:
        if one.berkas:
            kept = _keep(one, must_be_pdf=any(step.signs for step in checkers))
            if isinstance(kept, Refused):
                return kept
            papers[one.nama] = kept
        elif one.kata and checkers:
            papers[one.nama] = _draw(page, doer, one)
    return papers


def _keep(one: Left, *, must_be_pdf: bool) -> Rendered | Refused:
    """A file comes from outside: it is looked at in a process of its own before it is kept."""
    data = one.berkas.read()
    ending, problems = read_guarded(_KIND, data, one.berkas.name or "")
    if ending is None:
        return Refused("berkas_ditolak", " ".join(f"{p.pesan} {p.usul}" for p in problems))
    if must_be_pdf and ending != "pdf":
        return Refused(
            "bukan_pdf",
            f"{one.nama} akan ditandatangani secara elektronik, sehingga harus berupa PDF. Simpan "
            "sebagai PDF, lalu unggah lagi.",
        )
    return keep_upload(data, jenis="unggahan", nama=one.nama, ending=ending)


def _draw(page: StepPage, doer: Doer, one: Left) -> Rendered:
    office = page.case.row.office
    now = doer.at.astimezone(office.zone)
    paper = compose_catatan_hasil(
        CatatanHasil(
            kop=letterhead(office),
            pada=now,
            sop=page.case.definition.judul,
            pelaksanaan=page.case.row.judul,
            langkah=f"{page.step.no}. {page.step.kegiatan}",
            hasil=one.nama,
            kata=tuple(line.strip() for line in one.kata.splitlines() if line.strip()),
            oleh=pejabat(doer.person, now.date(), page.step.actors),
            zona=now.tzname() or "",
        )
    )
    return render(paper, jenis="catatan_hasil", nama=one.nama, at=doer.at)
