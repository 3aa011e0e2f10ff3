"""Comments on a paragraph: a task of who is named, closed by a change of the text or by words."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject, load_to_write
from runut.office.cases.text_life import refuse_closed, writes_text
from runut.office.people.models import Person
from runut.office.reports.models import SectionComment
from runut.office.reports.queries import latest_rows
from runut.office.trust.append import Act, append
from runut.office.works.laporan.comments import paragraphs_of
from runut.office.works.laporan.writing import titles_of


@dataclass(frozen=True)
class Said:
    """A comment before it is kept: on which paragraph of which version, what, and for whom."""

    kutipan: str
    versi: int
    isi: str
    untuk: Person


def write_comment(case_id: int, key: str, said: Said, doer: Doer) -> Done | Refused:
    """Keep a comment. Everybody who sees the report may say something while it can be changed;
    it is the task of somebody who writes it."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        titles = titles_of(case)
        if key not in titles:
            return Refused("tidak_ada", "Bagian itu tidak ada dalam laporan ini.")
        if refused := refuse_closed(case):
            return refused
        if not writes_text(case, said.untuk.ref, doer.at.date()):
            return Refused(
                "bukan_penulis",
                f"{said.untuk.nama} tidak menulis laporan ini. Pilih salah seorang penulisnya.",
            )
        row = SectionComment.objects.create(
            office_id=case.row.office_id,
            case=case.row,
            key=key,
            versi=said.versi,
            kutipan=said.kutipan,
            isi=said.isi,
            untuk=said.untuk,
            ditulis_oleh=doer.person,
            ditulis_pada=doer.at,
        )
        _record(case, "laporan.dikomentari", row, doer, isi=row.isi, untuk=said.untuk.nama)
        remember(doer, doer.url)
    return Done(doer.url)


def close_comment(comment: SectionComment, jawaban: str, doer: Doer) -> Done | Refused:
    """Close a comment: the text was changed since, or its words say why not."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(comment.case_id, doer.person.office_id)
        if not may_close(case, comment, doer.person, doer.at):
            return Refused(
                "bukan_pelaksana",
                f"Komentar ini ditujukan kepada {comment.untuk.nama}. Ia, penulis komentar, atau "
                "penulis laporan yang menutupnya.",
            )
        if not jawaban.strip() and not is_changed_since(comment):
            return Refused(
                "belum_dijawab",
                "Teks bagian ini belum berubah sejak komentar ditulis. Ubah teksnya dahulu, atau "
                "tuliskan mengapa tidak diubah.",
            )
        rows = SectionComment.objects.filter(
            office_id=case.row.office_id, pk=comment.pk, ditutup_pada=None
        )
        closed = {"ditutup_oleh": doer.person, "ditutup_pada": doer.at, "jawaban": jawaban}
        if rows.update(**closed) != 1:
            return Refused("sudah_berubah", "Komentar ini sudah ditutup. Muat ulang halaman ini.")
        _record(case, "laporan.komentar_ditutup", comment, doer, jawaban=jawaban)
        remember(doer, doer.url)
    return Done(doer.url)


def may_close(case: OpenCase, comment: SectionComment, person: Person, at: datetime) -> bool:
    """Whose task it is, who said it, and everybody who writes the text."""
    is_ours = person.pk in (comment.untuk_id, comment.ditulis_oleh_id)
    return is_ours or writes_text(case, person.ref, at.date())


def is_changed_since(comment: SectionComment) -> bool:
    """Whether the words that the comment speaks of have changed since it was written."""
    saved = latest_rows(comment.case).get(comment.key)
    if saved is None or saved.versi <= comment.versi:
        return False
    return not comment.kutipan or comment.kutipan not in paragraphs_of(saved.teks)


def _record(case: OpenCase, kind: str, row: SectionComment, doer: Doer, **facts: str) -> None:
    title = titles_of(case).get(row.key, row.key)
    told = {"bagian": row.key, "judul": title, "komentar": row.pk, **facts}
    line = Act(kind, case_subject(row.case_id), told)
    append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
