"""The acts on a report: saving words, composing the draft, freezing it for the checkers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction

from runut.core.case.decide import decide
from runut.core.case.model import CompleteStep, Output, Step
from runut.core.findings import Refused
from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Paper, gaps_of
from runut.core.report.lakip import compose_lakip
from runut.core.report.sections import editable_sections
from runut.office.cases.acting import (
    Also,
    OpenCase,
    StepRef,
    act,
    case_subject,
    load,
    load_to_write,
)
from runut.office.cases.documents import Rendered, new_kode, record, render, verification_url
from runut.office.cases.models import Case
from runut.office.cases.sending import Doer, Done, recall, remember
from runut.office.kinerja.actions import data_of, latest_dataset
from runut.office.reports.models import SectionText
from runut.office.reports.queries import latest_texts, writers_of
from runut.office.trust.append import Act, append


def save_text(case_id: int, key: str, teks: str, based_on: int, doer: Doer) -> Done | Refused:
    """Save the words of a section. ``based_on`` is the version that was open in the editor.

    If somebody saved in between, nothing is lost and nothing overwritten: the answer is a
    refusal, and the page shows both texts.
    """
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := _refuse_writing(case, key, doer):
            return refused
        rows = SectionText.objects.filter(
            office_id=case.row.office_id, case=case.row, key=key
        ).order_by("-versi")
        last = rows.first()
        if (last.versi if last else 0) != based_on:
            return Refused(
                "sudah_berubah",
                "Bagian ini baru saja disimpan orang lain. Bandingkan kedua teks, lalu simpan.",
            )
        row = SectionText.objects.create(
            office_id=case.row.office_id,
            case=case.row,
            key=key,
            versi=based_on + 1,
            teks=teks,
            ditulis_oleh=doer.person,
            ditulis_pada=doer.at,
        )
        facts = {"bagian": key, "versi": row.versi, "teks": teks}
        line = Act("laporan.teks_disimpan", case_subject(case_id), facts)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def data_for(case: Case) -> DataKinerja | None:
    """The figures that a case reports on, the newest of its year."""
    dataset = latest_dataset(case.office_id, case.tahun) if case.tahun else None
    return data_of(dataset) if dataset else None


def compose_draft(
    case: Case, *, day: date, heading: str = "", verification: str = ""
) -> Paper | Refused:
    """The report as it stands now: newest figures, newest words.

    ``heading`` says which draft it is; ``verification`` is the address behind the QR of an
    electronic signature block (without it, room is left for a wet signature).
    """
    data = data_for(case)
    if data is None:
        return Refused(
            "data_kosong",
            f"Data kinerja tahun {case.tahun} belum dimuat. Muat dahulu pada halaman Kinerja.",
        )
    paper = compose_lakip(data, latest_texts(case), tanggal=day, verification=verification)
    return replace(paper, header=f"{heading} · {paper.header}") if heading else paper


def share_first_draft(ref: StepRef, doer: Doer, nama: str) -> Done | Refused:
    """Compose the draft that is handed out before the meeting, and keep it as a document."""
    case = load(ref.case_id, doer.person.office_id)
    paper = compose_draft(case.row, day=doer.at.date(), heading="DRAFT AWAL")
    if isinstance(paper, Refused):
        return paper
    rendered = render(paper, jenis="draft_awal", nama=nama, at=doer.at)
    return act(ref.case_id, doer, [], also=lambda now: [record(now, ref.no, rendered, doer)])


def freeze_draft(
    ref: StepRef, doer: Doer, *, kelengkapan: Sequence[str], also: Also | None = None
) -> Done | Refused:
    """Complete the improving step: the draft is composed and stored, and from now on this PDF.

    Everybody who wrote words of it is its author and may not check it. The PDF carries the
    signature block already, so that the signature can be put on exactly these bytes.
    """
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    step = case.definition.step(ref.no)
    # before the drawing, which takes seconds: whoever may not complete the step costs nothing
    asked = _completion(step, ref, doer, kelengkapan, Output("", "akan dibuat"))
    if isinstance(refused := decide(case.definition, case.state, asked), Refused):
        return refused
    nama = step.output[0] if step and step.output else case.row.judul
    rendered = _draw_final(case.row, doer, nama)
    if isinstance(rendered, Refused):
        return rendered
    # after the drawing: whoever wrote in the meantime may have words in it
    authors = tuple(sorted({*writers_of(case.row), doer.person.ref}))
    draft = Output(nama, rendered.sha256, authors=authors)

    def save(now: OpenCase) -> Sequence[Act] | Refused:
        more = also(now) if also else ()
        recorded = record(now, ref.no, rendered, doer)
        return more if isinstance(more, Refused) else [recorded, *more]

    return act(ref.case_id, doer, [_completion(step, ref, doer, kelengkapan, draft)], also=save)


def _draw_final(case: Case, doer: Doer, nama: str) -> Rendered | Refused:
    """The report with room for its signature, stored; refused while words are missing."""
    kode = new_kode()
    paper = compose_draft(case, day=doer.at.date(), verification=verification_url(kode))
    if isinstance(paper, Refused):
        return paper
    return _refuse_gaps(paper) or render(
        paper, jenis="draft_akhir", nama=nama, at=doer.at, kode=kode
    )


def _completion(
    step: Step | None, ref: StepRef, doer: Doer, kelengkapan: Sequence[str], draft: Output
) -> CompleteStep:
    """The request to complete the step: everything it leaves behind is the draft."""
    names = step.output if step else ()
    return CompleteStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=ref.no,
        round=ref.round,
        outputs=tuple(replace(draft, nama=name) for name in names),
        kelengkapan=tuple(kelengkapan),
    )


def _refuse_gaps(paper: Paper) -> Refused | None:
    """A report with missing words is not handed to the checkers."""
    gaps = gaps_of(paper)
    if not gaps:
        return None
    names = "; ".join(dict.fromkeys(gap.ask for gap in gaps[:3]))
    more = f" dan {len(gaps) - 3} lainnya" if len(gaps) > 3 else ""
    return Refused("teks_kosong", f"Masih ada bagian yang belum diisi: {names}{more}.")


def _refuse_writing(case: OpenCase, key: str, doer: Doer) -> Refused | None:
    if not any(doer.person.ref in people for people in case.state.roles.values()):
        return Refused("bukan_pelaksana", "Hanya pelaksana SOP ini yang dapat menulis laporannya.")
    data = data_for(case.row)
    if data is None or key not in {section.key for section in editable_sections(data)}:
        return Refused("tidak_ada", "Bagian itu tidak ada dalam laporan ini.")
    return None
