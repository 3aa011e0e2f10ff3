"""From rows to the papers of a meeting: who signs, who was called, who came, what was decided."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Block, Letterhead, Paper, Picture, Table
from runut.core.report.cells import paragraph
from runut.core.report.papers.daftar_hadir import DaftarHadir, Kehadiran, compose_daftar_hadir
from runut.core.report.papers.kesiapan import Butir, Kesiapan
from runut.core.report.papers.letter import Peserta
from runut.core.report.papers.notula import Keputusan, Notula, Pembahasan
from runut.core.report.papers.pembukaan import Pembukaan
from runut.core.report.papers.penugasan import Penugasan
from runut.core.report.papers.undangan import Undangan
from runut.core.words.dates import format_date
from runut.files.write.signature import qr_svg
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Document
from runut.office.meetings.facts import MeetingFacts
from runut.office.meetings.models import Invitee, Meeting, Resolution
from runut.office.meetings.queries import (
    UMUM,
    invitation_numbered,
    invitees_of,
    jabatan_in,
    posts_on,
)
from runut.office.people.models import Office, Person

BARIS_KOSONG = 5
"""Lines left on the printed list for guests who were not invited."""
_SPEAKER = re.compile(r"^([^:.\n]{2,60}):\s+(?=\S)")


@dataclass(frozen=True)
class Order:
    """The order to prepare a meeting. ``lisan_pada``: it was given by mouth at that time."""

    penerima: str
    tugas: tuple[str, ...]
    lisan_pada: datetime | None = None


def letterhead(office: Office) -> Letterhead:
    return Letterhead(tuple(office.kop), office.alamat)


def pejabat(person: Person, day: date, roles: Sequence[str] = ()) -> Pejabat:
    """A person as papers name him, in the post he holds on that day."""
    posts = posts_on(person.office_id, [person], day).get(person.pk, [])
    return Pejabat(jabatan_in(posts, roles), person.nama, person.pangkat, person.nip)


def penugasan(
    case: OpenCase,
    no: str,
    facts: MeetingFacts,
    order: Order,
    people: tuple[Person, Person],
    *,
    nomor: str,
    at: datetime,
) -> Penugasan:
    """The order. ``people`` are who gives it and who gets it."""
    office = case.row.office
    now = at.astimezone(office.zone)
    step = case.definition.step(no)
    giver, receiver = people
    start = facts.mulai.astimezone(office.zone)
    return Penugasan(
        kop=letterhead(office),
        kota=office.kota,
        tanggal=now.date(),
        dari=pejabat(giver, now.date(), step.actors if step else ()),
        kepada=(pejabat(receiver, now.date()),),
        hal=f"Persiapan {facts.acara[:1].lower()}{facts.acara[1:]}",
        tugas=order.tugas,
        nomor=nomor,
        dasar=f"SOP {title_case(sop_name(case.definition.judul))}",
        rapat_mulai=start,
        rapat_tempat=facts.tempat,
        lisan_pada=order.lisan_pada.astimezone(office.zone) if order.lisan_pada else None,
        zona=start.tzname() or "",
    )


def sop_name(title: str) -> str:
    """The name of a procedure, without the word that says it is one.

    >>> sop_name("Prosedur Penyusunan LAKIP")
    'Penyusunan LAKIP'
    """
    first, _, rest = title.partition(" ")
    return rest if first.lower() in ("prosedur", "sop") and rest else title


def title_case(title: str) -> str:
    """A title in capitals as words of a sentence; abbreviations in brackets stay.

    >>> title_case("PENYUSUNAN LAPORAN KINERJA (LAKIP)")
    'Penyusunan Laporan Kinerja (LAKIP)'
    """
    if not title.isupper():
        return title
    return " ".join(w if w.startswith("(") else w.capitalize() for w in title.split())


def undangan(
    meeting: Meeting,
    invitees: Sequence[Invitee],
    leader: Person,
    *,
    nomor: str,
    at: datetime,
    menggantikan: str = "",
) -> Undangan:
    """The invitation, to be signed by who leads the meeting.

    ``menggantikan`` is the number of a letter that went out with other facts.
    """
    day = meeting.local(at).date()
    replaced = invitation_numbered(meeting, menggantikan)
    return Undangan(
        kop=letterhead(meeting.office),
        kota=meeting.office.kota,
        tanggal=day,
        nomor=nomor,
        hal="Undangan rapat",
        undangan=tuple(_addressee(meeting.office, one) for one in invitees),
        rangka=meeting.rangka or meeting.acara,
        mulai=meeting.local(meeting.mulai),
        selesai=meeting.local(meeting.selesai),
        tempat=meeting.tempat,
        acara=meeting.acara,
        penandatangan=pejabat(leader, day),
        catatan=f"{meeting.catatan} {_replacing(meeting, replaced)}".strip(),
        zona=meeting.zona,
    )


def _replacing(meeting: Meeting, replaced: Document | None) -> str:
    if replaced is None:
        return ""
    day = format_date(meeting.local(replaced.dibuat_pada))
    return f"Undangan ini menggantikan undangan Nomor {replaced.nomor} tanggal {day}."


def _addressee(office: Office, invitee: Invitee) -> Peserta:
    """An invitee with his part of the office in its own column, where the post names it."""
    jabatan, _, unit = invitee.jabatan.partition(", ")
    home = office.nama if invitee.person_id else ""
    return Peserta(invitee.nama, jabatan, unit or home, invitee.nip)


def peserta(invitee: Invitee) -> Peserta:
    return Peserta(invitee.nama, invitee.jabatan, nip=invitee.nip)


def daftar_hadir(meeting: Meeting, leader: Person, *, with_qr: bool) -> Paper:
    """The attendance list as it stands now; with the QR of the check-in where it is for the room.

    A telephone that reads the QR opens the check-in of this meeting.
    """
    day = meeting.local(meeting.mulai).date()
    paper = compose_daftar_hadir(
        DaftarHadir(
            kop=letterhead(meeting.office),
            acara=meeting.acara,
            mulai=meeting.local(meeting.mulai),
            selesai=meeting.local(meeting.selesai),
            tempat=meeting.tempat,
            kehadiran=tuple(_kehadiran(meeting, one) for one in invitees_of(meeting)),
            baris_kosong=BARIS_KOSONG if with_qr else 0,
            penanggung_jawab=pejabat(leader, day),
            zona=meeting.zona,
        )
    )
    if not with_qr:
        return paper
    at = next(n for n, one in enumerate(paper.body) if isinstance(one, Table) and one.frame)
    body = (*paper.body[:at], *_scan_to_check_in(meeting), *paper.body[at:])
    return replace(paper, body=body)


def check_in_url(token: str) -> str:
    """The address behind the QR of a meeting, or behind the personal link of an invitee."""
    return f"{settings.PUBLIC_URL}/hadir/{token}/"


def _scan_to_check_in(meeting: Meeting) -> tuple[Block, ...]:
    address = check_in_url(meeting.token)
    words = "Pindai kode ini dengan telepon untuk mencatat kehadiran, atau tanda tangani di bawah."
    return (
        Picture(qr_svg(address), 28, f"Kode QR: {address}"),
        paragraph(words, align="center"),
    )


def _kehadiran(meeting: Meeting, invitee: Invitee) -> Kehadiran:
    at = meeting.local(invitee.attended_at) if invitee.attended_at else None
    return Kehadiran(peserta(invitee), at, invitee.get_attended_by_display())


def kesiapan(
    meeting: Meeting,
    reporter: Person,
    receiver: Person,
    *,
    nomor: str,
    catatan: str,
    at: datetime,
) -> Kesiapan:
    """The report of readiness, from who prepared the meeting to who gave the order."""
    day = meeting.local(at).date()
    invitees = invitees_of(meeting)
    return Kesiapan(
        kop=letterhead(meeting.office),
        kota=meeting.office.kota,
        tanggal=day,
        kepada=pejabat(receiver, day),
        pelapor=pejabat(reporter, day),
        acara=meeting.acara,
        mulai=meeting.local(meeting.mulai),
        selesai=meeting.local(meeting.selesai),
        tempat=meeting.tempat,
        butirs=tuple(
            Butir(one["nama"], one["siap"], one["keterangan"]) for one in meeting.checklist
        ),
        undangan_terkirim=sum(one.sent_at is not None for one in invitees),
        undangan_jumlah=len(invitees),
        nomor=nomor,
        catatan=catatan,
        zona=meeting.zona,
    )


def pembukaan(
    meeting: Meeting,
    leader: Person,
    note_taker: Person,
    opened_at: datetime,
    present: Sequence[Invitee],
    *,
    jumlah_undangan: int,
) -> Pembukaan:
    """The note of the opening."""
    opened = meeting.local(opened_at)
    return Pembukaan(
        kop=letterhead(meeting.office),
        kota=meeting.office.kota,
        tanggal=opened.date(),
        acara=meeting.acara,
        tempat=meeting.tempat,
        dibuka=opened,
        pimpinan=pejabat(leader, opened.date()),
        notulis=pejabat(note_taker, opened.date()),
        peserta=tuple(peserta(one) for one in present),
        jumlah_undangan=jumlah_undangan,
        zona=meeting.zona,
    )


def notula(
    meeting: Meeting,
    leader: Person,
    note_taker: Person,
    resolutions: Sequence[Resolution],
    *,
    nomor: str,
    closed_at: datetime,
    penutup: str,
    at: datetime,
) -> Notula:
    """The minutes, from what was written down during the meeting."""
    invitees = invitees_of(meeting)
    opened = meeting.local(meeting.dibuka_pada or meeting.mulai)
    return Notula(
        kop=letterhead(meeting.office),
        kota=meeting.office.kota,
        tanggal=meeting.local(at).date(),
        judul=meeting.acara,
        mulai=opened,
        selesai=meeting.local(closed_at),
        tempat=meeting.tempat,
        pimpinan=pejabat(leader, opened.date()),
        notulis=pejabat(note_taker, opened.date()),
        peserta=tuple(peserta(one) for one in invitees if one.attended_at),
        jumlah_undangan=len(invitees),
        acara=(meeting.acara,),
        pembukaan="",
        pembahasan=discussion_of(meeting.pembahasan),
        keputusan=tuple(_keputusan(n, one) for n, one in enumerate(resolutions, start=1)),
        penutup=penutup,
        nomor=nomor,
        zona=meeting.zona,
    )


def discussion_of(text: str) -> tuple[Pembahasan, ...]:
    """Notes as typed: a line is a point; "Nama: …" at its beginning says who spoke.

    >>> [(one.pembicara, one.uraian) for one in discussion_of("Budi: setuju.\\nDibahas Bab II.")]
    [('Budi', 'setuju.'), ('-', 'Dibahas Bab II.')]
    """
    return tuple(_point(part.strip()) for part in text.splitlines() if part.strip())


def _point(text: str) -> Pembahasan:
    found = _SPEAKER.match(text)
    if found is None:
        return Pembahasan("-", text)
    return Pembahasan(found[1].strip(), text[found.end() :])


def _keputusan(number: int, one: Resolution) -> Keputusan:
    return Keputusan(
        nomor=number,
        isi=one.isi,
        bagian_key=one.section_key,
        bagian="" if one.section_key == UMUM[0] else one.section_title,
        penanggung_jawab=one.pic.nama if one.pic else "",
        tenggat=one.tenggat,
    )
