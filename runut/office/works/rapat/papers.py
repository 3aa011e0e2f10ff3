"""From rows to the papers of a meeting: who signs, who was called, who came, what was decided."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from runut.core.report.blocks import Block, Paper, Picture, Table
from runut.core.report.cells import paragraph
from runut.core.report.papers.daftar_hadir import (
    PINDAI,
    QR_HADIR,
    DaftarHadir,
    Kehadiran,
    compose_daftar_hadir,
)
from runut.core.report.papers.kesiapan import Butir, Kesiapan
from runut.core.report.papers.letter import Peserta, acted
from runut.core.report.papers.notula import Keputusan, Notula, Pembahasan
from runut.core.report.papers.pembukaan import Pembukaan
from runut.core.report.papers.undangan import Undangan
from runut.core.words.dates import format_date
from runut.core.words.pangkat import rank_of
from runut.files.write.layout.signature import qr_svg
from runut.office.cases.models import Document
from runut.office.people.address import public_url
from runut.office.people.models import Office, Person
from runut.office.people.naming import letterhead, pejabat
from runut.office.works.rapat.models import Invitee, Meeting, Resolution
from runut.office.works.rapat.occasions import leading_roles
from runut.office.works.rapat.queries import UMUM, invitation_numbered, invitees_of

BARIS_KOSONG = 5
"""Lines left on the printed list for guests who were not invited."""
_SPEAKER = re.compile(r"^([^:.\n]{2,60}):\s+(?=\S)")


def undangan(
    meeting: Meeting,
    invitees: Sequence[Invitee],
    signer: Person,
    *,
    menggantikan: str = "",
    tembusan: tuple[str, ...] = (),
) -> Undangan:
    """The invitation as it is drafted, to be signed by ``signer``: he does not invite himself.

    The highest come first. ``menggantikan`` is the number of a letter that went out with other
    facts.
    """
    replaced = invitation_numbered(meeting, menggantikan)
    called = _by_rank([one for one in invitees if one.person_id != signer.pk])
    return Undangan(
        kop=letterhead(meeting.office),
        kota=meeting.office.kota,
        hal="Undangan rapat",
        undangan=_addressees(meeting.office, called),
        rangka=meeting.rangka or meeting.acara,
        mulai=meeting.local(meeting.mulai),
        selesai=meeting.local(meeting.selesai),
        tempat=meeting.tempat,
        acara=meeting.acara,
        catatan=f"{meeting.catatan} {_replacing(meeting, replaced)}".strip(),
        tembusan=tembusan,
        zona=meeting.zona,
    )


def _replacing(meeting: Meeting, replaced: Document | None) -> str:
    if replaced is None:
        return ""
    day = format_date(meeting.local(replaced.dibuat_pada))
    return f"Undangan ini menggantikan undangan Nomor {replaced.nomor} tanggal {day}."


def _by_rank(invitees: Sequence[Invitee]) -> list[Invitee]:
    """The highest first; equals, and guests whose rank is not known, as they were typed."""
    return sorted(
        invitees,
        key=lambda one: rank_of(one.person.pangkat) if one.person else (0, 0),
        reverse=True,
    )


def _addressees(office: Office, invitees: Sequence[Invitee]) -> tuple[Peserta, ...]:
    posts = Counter(one.jabatan for one in invitees)
    return tuple(_addressee(office, one, is_alone=posts[one.jabatan] == 1) for one in invitees)


def _addressee(office: Office, invitee: Invitee, *, is_alone: bool) -> Peserta:
    """An invitee with his part of the office in its own column, where the post names it.

    A guest from outside is called by name, and so is who shares his post with another.
    """
    jabatan, _, unit = invitee.jabatan.partition(", ")
    is_guest = invitee.person_id is None
    home = "" if is_guest else office.nama
    return Peserta(
        invitee.nama, jabatan, unit or home, invitee.nip, sebut_nama=is_guest or not is_alone
    )


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
            kehadiran=tuple(_kehadiran(meeting, one) for one in _by_rank(invitees_of(meeting))),
            baris_kosong=BARIS_KOSONG if with_qr else 0,
            penanggung_jawab=pejabat(leader, day, leading_roles(meeting)),
            zona=meeting.zona,
        )
    )
    if not with_qr:
        return paper
    at = next(n for n, one in enumerate(paper.body) if isinstance(one, Table) and one.frame)
    body = (*paper.body[:at], *_scan_to_check_in(meeting), *paper.body[at:])
    filling = paper.filling and paper.filling.with_word(QR_HADIR, check_in_url(meeting.token))
    return replace(paper, body=body, filling=filling)


def check_in_url(token: str) -> str:
    """The address behind the QR of a meeting, or behind the personal link of an invitee."""
    return f"{public_url()}/hadir/{token}/"


def _scan_to_check_in(meeting: Meeting) -> tuple[Block, ...]:
    address = check_in_url(meeting.token)
    return (
        Picture(qr_svg(address), 28, f"Kode QR: {address}"),
        paragraph(PINDAI, align="center"),
    )


def _kehadiran(meeting: Meeting, invitee: Invitee) -> Kehadiran:
    at = meeting.local(invitee.attended_at) if invitee.attended_at else None
    is_own = invitee.attended_by == Invitee.Presence.QR
    return Kehadiran(peserta(invitee), at, invitee.get_attended_by_display(), sendiri=is_own)


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
        bukti=acted(meeting.local(at), meeting.zona),
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
    at: datetime,
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
        pimpinan=pejabat(leader, opened.date(), leading_roles(meeting)),
        notulis=pejabat(note_taker, opened.date()),
        peserta=tuple(peserta(one) for one in _by_rank(present)),
        jumlah_undangan=jumlah_undangan,
        bukti=acted(meeting.local(at), meeting.zona),
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
    by: Person,
    at: datetime,
) -> Notula:
    """The minutes, from what was written down during the meeting; ``by`` is who completes them.

    Only who completes them has acted; the other signer signs on paper.
    """
    proof = acted(meeting.local(at), meeting.zona)
    invitees = invitees_of(meeting)
    present = [one for one in invitees if one.attended_at]
    opened = meeting.local(meeting.dibuka_pada or meeting.mulai)
    return Notula(
        kop=letterhead(meeting.office),
        kota=meeting.office.kota,
        tanggal=meeting.local(at).date(),
        judul=meeting.acara,
        mulai=opened,
        selesai=meeting.local(closed_at),
        tempat=meeting.tempat,
        pimpinan=pejabat(leader, opened.date(), leading_roles(meeting)),
        notulis=pejabat(note_taker, opened.date()),
        peserta=tuple(peserta(one) for one in _by_rank(present)),
        jumlah_undangan=sum(not one.walk_in for one in invitees),
        jumlah_tamu=sum(one.walk_in for one in present),
        acara=(meeting.acara,),
        pembukaan="",
        pembahasan=discussion_of(meeting.pembahasan),
        keputusan=tuple(_keputusan(n, one) for n, one in enumerate(resolutions, start=1)),
        penutup=penutup,
        nomor=nomor,
        bukti_notulis=proof if by == note_taker else None,
        bukti_pimpinan=proof if by == leader and by != note_taker else None,
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
        batas=one.tenggat,
    )
