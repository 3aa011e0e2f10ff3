"""A picture is handed in for a section: looked at, made small, kept by its hash."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from runut.core.findings import Refused
from runut.files.guard.parent import read_guarded
from runut.files.read.photo import LARGEST_BYTES
from runut.files.store import put
from runut.office.acts.sending import Doer, recall, remember
from runut.office.cases.acting import OpenCase, case_subject, load_to_write
from runut.office.reports.models import SectionPhoto
from runut.office.trust.append import Act, append
from runut.office.works.laporan.writing import refuse_writing

MOST_OF_A_REPORT = 60
_READER = "runut.files.read.photo:read_photo"


@dataclass(frozen=True)
class Handed:
    """A picture with its caption, and what it shows for who cannot see it."""

    data: bytes
    nama: str
    judul: str
    uraian: str


@dataclass(frozen=True)
class MadePhoto:
    """The picture as we keep it."""

    sha256: str
    width: int
    height: int

    @property
    def code(self) -> str:
        return self.sha256[:12]


def keep_photo(case_id: int, key: str, handed: Handed, doer: Doer) -> SectionPhoto | Refused:
    """Keep a picture of a report. The same picture is kept once; its words are the newest."""
    made = _made(handed)
    if isinstance(made, Refused):
        return made
    with transaction.atomic():
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_writing(case, key, doer.person, doer.at):
            return refused
        known = photos_of(case).filter(kode=made.code).first()
        if recall(doer) and known:
            return known
        row = put_photo(case, key, made, (handed.judul, handed.uraian), doer)
        if isinstance(row, SectionPhoto):
            remember(doer, doer.url)
    return row


def photos_of(case: OpenCase) -> QuerySet[SectionPhoto]:
    return SectionPhoto.objects.filter(office_id=case.row.office_id, case=case.row)


def put_photo(
    case: OpenCase, key: str, made: MadePhoto, words: tuple[str, str], doer: Doer
) -> SectionPhoto | Refused:
    """Keep a picture that was made ready, with its title and what it shows. Call inside the
    transaction of an act that has asked whether it may be."""
    there = photos_of(case)
    if not there.filter(kode=made.code).exists() and there.count() >= MOST_OF_A_REPORT:
        return Refused(
            "terlalu_banyak",
            f"Laporan ini sudah memuat {MOST_OF_A_REPORT} gambar. Pakai yang sudah ada.",
        )
    said = {"judul": words[0], "uraian": words[1]}
    row, _ = SectionPhoto.objects.update_or_create(
        office_id=case.row.office_id,
        case=case.row,
        kode=made.code,
        defaults=said,
        create_defaults={
            **said,
            "sha256": made.sha256,
            "lebar": made.width,
            "tinggi": made.height,
            "diunggah_oleh": doer.person,
            "diunggah_pada": doer.at,
        },
    )
    facts = {"bagian": key, "kode": row.kode, "judul": row.judul}
    line = Act("laporan.gambar_disimpan", case_subject(case.row.pk), facts, row.sha256)
    append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
    return row


def line_of(photo: SectionPhoto) -> str:
    """The line by which a text holds the picture."""
    caption, alt = (one.replace("|", "\\|") for one in (photo.judul, photo.uraian))
    return f"[gambar {photo.kode} | {caption} | {alt}]"


def _made(handed: Handed) -> MadePhoto | Refused:
    """Looked at before the transaction: it takes a process, and others want to write."""
    if len(handed.data) > LARGEST_BYTES:
        return Refused("terlalu_besar", "Gambar ini lebih besar dari 15 MB. Kecilkan dahulu.")
    found, problems = read_guarded(_READER, handed.data, handed.nama)
    if found is None:
        words = " ".join(f"{one.pesan} {one.usul}".strip() for one in problems)
        return Refused("jenis_lain", words)
    data, width, height = found
    return MadePhoto(put(settings.FILES_DIR, data), width, height)
