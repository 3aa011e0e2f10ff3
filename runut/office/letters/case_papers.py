"""The papers that a case can print at any time: how it went, who gave paraf, sheets for a pen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from runut.core.report.blocks import Paper
from runut.core.report.papers.disposisi import LembarDisposisi, compose_disposisi
from runut.core.report.papers.pengantar import Kiriman, TandaTerima, compose_tanda_terima
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Document
from runut.office.cases.queries import people_of
from runut.office.cases.timeline import timeline_papers
from runut.office.letters.models import Letter
from runut.office.letters.queries import letters_of
from runut.office.letters.rules import by_rank
from runut.office.people.models import Person
from runut.office.people.naming import letterhead, pejabat


@dataclass(frozen=True)
class CasePaper:
    """A paper that is drawn when it is asked for. ``slug`` names it in the address."""

    slug: str
    title: str
    about: str
    draw: Callable[[], Paper]


def papers_of(case: OpenCase, person: Person, at: datetime) -> list[CasePaper]:
    """The papers that this case can print now."""
    found = [
        CasePaper(
            "garis-waktu",
            "Garis waktu",
            "Siapa mengerjakan langkah apa, kapan, dengan waktu baku dan waktu nyata.",
            lambda: timeline_papers(case.row, at)["garis-waktu"],
        )
    ]
    if _final_draft(case):
        about = "Paraf dan tanda tangan pada draf akhir, dengan SHA-256 naskah yang dibaca."
        found.append(
            CasePaper(
                "lembar-kendali-paraf",
                "Lembar kendali paraf",
                about,
                lambda: timeline_papers(case.row, at)["lembar-paraf"],
            )
        )
    return [
        *found,
        CasePaper(
            "lembar-disposisi",
            "Lembar disposisi",
            "Dicetak dan diisi dengan pena; ditempel pada naskah yang beredar.",
            lambda: compose_disposisi(_disposisi(case, person, at)),
        ),
        CasePaper(
            "tanda-terima",
            "Tanda terima",
            "Dicetak rangkap dua; penerima mengisi tanggal, nama, dan tanda tangannya.",
            lambda: compose_tanda_terima(_tanda_terima(case, person, at)),
        ),
    ]


def sent_things(case: OpenCase) -> tuple[Kiriman, ...]:
    """What the case has to send: its signed paper, else its final draft, else the case itself."""
    signed = _documents(case).filter(signs__isnull=False).last()
    document = signed or _final_draft(case)
    if document is None:
        return (Kiriman(case.row.judul, "1 (satu) berkas"),)
    remark = f"Nomor {document.nomor}" if document.nomor else ""
    return (Kiriman(f"{document.nama}, {case.row.judul}", "1 (satu) berkas", remark),)


def _disposisi(case: OpenCase, person: Person, at: datetime) -> LembarDisposisi:
    day = at.astimezone(case.row.office.zone).date()
    letter = _last_letter(case)
    people = by_rank(list(people_of(case).values()))
    posts = (pejabat(one, day).jabatan for one in people if one != person)
    return LembarDisposisi(
        kop=letterhead(case.row.office),
        surat_dari=letter.office.nama if letter else case.row.office.nama,
        nomor_surat=letter.nomor if letter else "",
        tanggal_surat=letter.tanggal if letter else None,
        diterima=day,
        hal=letter.hal if letter else case.row.judul,
        diteruskan=tuple(dict.fromkeys(filter(None, posts))),
    )


def _tanda_terima(case: OpenCase, person: Person, at: datetime) -> TandaTerima:
    office = case.row.office
    letter = letters_of(case.row.pk, office.pk).filter(jenis="SP").exclude(nomor="").last()
    return TandaTerima(
        kop=letterhead(office),
        kota=office.kota,
        dari=pejabat(person, at.astimezone(office.zone).date()),
        kiriman=sent_things(case),
        surat=f"Surat Pengantar Nomor {letter.nomor}" if letter else "",
    )


def _last_letter(case: OpenCase) -> Letter | None:
    return letters_of(case.row.pk, case.row.office_id).exclude(nomor="").last()


def _final_draft(case: OpenCase) -> Document | None:
    return _documents(case).filter(jenis="draft_akhir").last()


def _documents(case: OpenCase) -> QuerySet[Document]:
    return Document.objects.filter(office_id=case.row.office_id, case=case.row).order_by("pk")
