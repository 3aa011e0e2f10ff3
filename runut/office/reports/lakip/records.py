"""What the office keeps beside the figures of a year, as the report prints it."""

from django.utils import timezone

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.catatan import Catatan, PkTersimpan, TandaTanganPK
from runut.core.words.dates import format_date
from runut.office.evidence.queries import bukti_of_year
from runut.office.plans.models import PerjanjianKinerja, PkSignature
from runut.office.plans.queries import signed_of_year

_CARA = PkSignature.Cara
_HOW = {
    _CARA.ELEKTRONIK: "elektronik",
    _CARA.LUAR: "elektronik di luar Runut",
    _CARA.BASAH: "dengan tinta",
}


def records_of(office_id: int, data: DataKinerja) -> Catatan:
    """The signed agreements of the year, and the evidence of its figures."""
    order = [one.id for one in data.indikators]
    return Catatan(
        perjanjian=tuple(_kept(row) for row in signed_of_year(office_id, data.tahun)),
        bukti=bukti_of_year(office_id, data.tahun, order),
    )


def _kept(row: PerjanjianKinerja) -> PkTersimpan:
    berkas = "Pindaian naskah" if row.pindaian else "PDF bertanda tangan"
    sha256 = row.pindaian or row.tertanda or row.sha256
    return PkTersimpan(row.says, berkas, sha256, tuple(map(_signed, row.signatures.all())))


def _signed(one: PkSignature) -> TandaTanganPK:
    day = one.hari or timezone.localtime(one.pada).date()
    return TandaTanganPK(
        one.get_pihak_display(), one.nama, _HOW[PkSignature.Cara(one.cara)], format_date(day)
    )
