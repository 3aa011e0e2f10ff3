"""Acts on the catalogue of legal bases: writing an entry, and taking one of the office's away."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.locks import lock_register
from runut.office.people.models import Person
from runut.office.sops.legal import may_keep, name_of
from runut.office.sops.models import Peraturan
from runut.office.trust.append import Act, append

WRITTEN, REMOVED = "kantor.dasar_hukum_ditulis", "kantor.dasar_hukum_dihapus"
NOT_YOURS = Refused(
    "bukan_pelaksana", "Hanya pengelola SOP atau pengelola kantor yang dapat mengubah katalog ini."
)


@dataclass(frozen=True)
class Known:
    """What the office says of a regulation."""

    jenis: str
    nomor: str
    tahun: int
    tentang: str
    dicabut_oleh: str
    dicabut_tanggal: date | None
    sumber: str


def write_base(known: Known, doer: Doer) -> Done | Refused:
    """Add a regulation, or say otherwise what the office knows of it."""
    if not may_keep(doer.person):
        return NOT_YOURS
    office_id = doer.person.office_id
    with transaction.atomic():
        if done := recall(doer):
            return done
        lock_register(office_id)
        by = name_of(known.dicabut_oleh, office_id)
        if by and by == f"{known.jenis} {known.nomor}/{known.tahun}":
            return Refused(
                "mencabut_sendiri",
                f"{by} tidak mencabut dirinya sendiri. Tuliskan peraturan yang mencabutnya.",
            )
        values = {
            "tentang": known.tentang,
            "dicabut_oleh": by,
            "dicabut_tanggal": known.dicabut_tanggal if by else None,
            "sumber": known.sumber,
        }
        before = Peraturan.objects.filter(
            office_id=office_id, jenis=known.jenis, nomor=known.nomor, tahun=known.tahun
        ).first()
        was = {name: _told(getattr(before, name)) for name in values} if before else {}
        own, _ = Peraturan.objects.update_or_create(
            office_id=office_id,
            jenis=known.jenis,
            nomor=known.nomor,
            tahun=known.tahun,
            defaults={**values, "ditulis_oleh": doer.person, "ditulis_pada": doer.at},
        )
        now = {name: _told(value) for name, value in values.items()}
        _write(WRITTEN, own, {"sebelum": was, "sesudah": now}, doer)
        remember(doer, doer.url)
    return Done(doer.url)


def remove_base(base_id: int, doer: Doer) -> Done | Refused:
    """Take an entry of the office away; what is delivered of that regulation holds again."""
    if not may_keep(doer.person):
        return NOT_YOURS
    with transaction.atomic():
        if done := recall(doer):
            return done
        lock_register(doer.person.office_id)
        own = _own(base_id, doer.person)
        if own is None:
            return Refused("tidak_ada", "Peraturan itu tidak ada di katalog kantor ini.")
        _write(REMOVED, own, {}, doer)
        own.delete()
        remember(doer, doer.url)
    return Done(doer.url)


def _own(base_id: int, person: Person) -> Peraturan | None:
    return Peraturan.objects.filter(office_id=person.office_id, pk=base_id).first()


def _told(value: object) -> str:
    return "" if value is None else str(value)


def _write(kind: str, own: Peraturan, facts: dict[str, object], doer: Doer) -> None:
    act = Act(kind, f"dasar_hukum:{own.pk}", {"nama": str(own), **facts})
    append(own.office_id, [act], actor=doer.person.ref, at=doer.at)
