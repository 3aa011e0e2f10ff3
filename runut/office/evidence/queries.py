"""What evidence there is: for a figure, for a page, for the annex of a report."""

from collections.abc import Iterable

from runut.core.kinerja.bukti import Bukti, daftar_bukti
from runut.office.evidence.models import Evidence


def evidence_of_year(office_id: int, tahun: int) -> list[Evidence]:
    """Everything kept for a year and not withdrawn, asked once for a page."""
    found = Evidence.objects.filter(office_id=office_id, tahun=tahun, ditarik_pada=None)
    return list(found.order_by("indikator_id", "triwulan", "pk"))


def evidence_of(office_id: int, tahun: int, indikator_id: str) -> list[Evidence]:
    """What is kept for one indicator."""
    found = Evidence.objects.filter(
        office_id=office_id, tahun=tahun, indikator_id=indikator_id, ditarik_pada=None
    )
    return list(found.select_related("diunggah_oleh").order_by("triwulan", "pk"))


def bukti_of_year(office_id: int, tahun: int, urutan: Iterable[str]) -> tuple[Bukti, ...]:
    """As core data, in the order of the indicators: the annex of a report."""
    rows = evidence_of_year(office_id, tahun)
    return daftar_bukti(map(core_of, rows), urutan)


def core_of(evidence: Evidence) -> Bukti:
    """One piece of evidence as core data."""
    return Bukti(evidence.indikator_id, evidence.triwulan, evidence.nama, evidence.sha256)
