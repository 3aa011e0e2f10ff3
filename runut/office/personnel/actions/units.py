"""The parts of the office: named, placed below one another, renamed."""

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.people.models import Unit
from runut.office.personnel.actions.keeping import CHANGED, NOT_HERE, Written, keep
from runut.office.trust.append import Act

PAGE = "/kantor/pegawai/unit/"


def save_unit(
    unit_id: int | None, nama: str, kode: str, induk: Unit | None, doer: Doer
) -> Done | Refused:
    """Make a part of the office, or correct its name, code and place."""
    office_id = doer.person.office_id

    def write() -> Written | Refused:
        others = Unit.objects.filter(office_id=office_id).exclude(pk=unit_id or 0)
        if nama.casefold() in {one.nama.casefold() for one in others}:
            return Refused("unit_ganda", f"Unit “{nama}” sudah ada. Pakai yang itu.")
        told = {"nama": nama, "kode": kode, "induk": induk.nama if induk else ""}
        if unit_id is None:
            unit = Unit.objects.create(office_id=office_id, nama=nama, kode=kode, induk=induk)
            return PAGE, [Act("unit.ditambah", f"unit:{unit.pk}", told)]
        unit_now = Unit.objects.filter(office_id=office_id, pk=unit_id).first()
        if unit_now is None:
            return NOT_HERE
        if induk and unit_id in _above(induk):
            return Refused(
                "unit_berputar", f"{nama} tidak dapat di bawah {induk.nama}: unit itu di bawahnya."
            )
        before = {
            "nama": unit_now.nama,
            "kode": unit_now.kode,
            "induk": unit_now.induk.nama if unit_now.induk else "",
        }
        changes = {name: [before[name], told[name]] for name in told if before[name] != told[name]}
        if not changes:
            return PAGE, []
        changed = Unit.objects.filter(pk=unit_id, nama=unit_now.nama).update(
            nama=nama, kode=kode, induk=induk
        )
        if not changed:
            return CHANGED
        return PAGE, [Act("unit.diubah", f"unit:{unit_id}", {"berubah": changes})]

    return keep(doer, write)


def _above(unit: Unit) -> set[int]:
    """A unit and those that it lies below."""
    parents = dict(Unit.objects.filter(office_id=unit.office_id).values_list("pk", "induk_id"))
    found = set[int]()
    here: int | None = unit.pk
    while here is not None and here not in found:
        found.add(here)
        here = parents.get(here)
    return found
