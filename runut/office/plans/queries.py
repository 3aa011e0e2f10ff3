"""What others ask of the Perjanjian Kinerja: which one counts, and whether a report agrees."""

from dataclasses import replace

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.perjanjian import Jawab, SesuaiPK, sesuai_pk
from runut.files.store import get
from runut.office.plans.models import PerjanjianKinerja, PkSignature


def agreements_of(office_id: int) -> QuerySet[PerjanjianKinerja]:
    """All agreements, the newest first."""
    rows = PerjanjianKinerja.objects.filter(office_id=office_id)
    return rows.order_by("-tahun", "-revisi")


def signed_of_year(office_id: int, tahun: int) -> list[PerjanjianKinerja]:
    """The signed agreements of a year with their signatures, the first one first."""
    rows = agreements_of(office_id).filter(tahun=tahun).order_by("revisi")
    signed = rows.filter(keadaan=PerjanjianKinerja.Keadaan.DITANDATANGANI)
    in_order = PkSignature.objects.order_by("pihak")
    return list(signed.prefetch_related(Prefetch("signatures", in_order)))


def sesuai_of(office_id: int, data: DataKinerja) -> SesuaiPK:
    """Whether these figures agree with the signed agreement of their year."""
    return held_against(office_id, data)[1]


def held_against(office_id: int, data: DataKinerja) -> tuple[PerjanjianKinerja | None, SesuaiPK]:
    """The signed agreement of their year, None where there is none, and whether they agree."""
    rows = list(agreements_of(office_id).filter(tahun=data.tahun))
    signed = next((one for one in rows if one.is_signed), None)
    if signed is not None:
        return signed, sesuai_pk(signed.says, data)
    if not rows:
        return None, sesuai_pk(None, data)
    known = sesuai_pk(rows[0].says, data)
    return None, replace(sesuai_pk(rows[0].says, data, is_signed=False), beda=known.beda)


def file_of(row: PerjanjianKinerja) -> bytes:
    """What was signed: the scan, the PDF with its signatures, or what was frozen."""
    return get(settings.FILES_DIR, row.pindaian or row.tertanda or row.sha256)


def needs_look(found: SesuaiPK) -> bool:
    """Whether a board should speak of it."""
    return found.jawab is not Jawab.YA
