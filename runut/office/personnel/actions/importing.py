"""A whole list of people comes in, as its preview said, or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from runut.core.findings import Refused
from runut.files.read.people_list import ListRow
from runut.office.acts.sending import Doer, Done
from runut.office.people.models import Unit
from runut.office.personnel.actions.keeping import CHANGED, Written, keep
from runut.office.personnel.actions.posts import write_post
from runut.office.personnel.actions.register import write_changes, write_person
from runut.office.personnel.people_list import BARU, BERUBAH, RowPlan, plan_list
from runut.office.trust.append import Act

PAGE = "/kantor/pegawai/"


def import_people(rows: Sequence[ListRow], seen: str, doer: Doer) -> Done | Refused:
    """Do what the preview said. ``seen`` is its fingerprint: if the register has changed since so
    that something else would be done, nothing is, and the preview is shown again."""
    office_id = doer.person.office_id

    def write() -> Written | Refused:
        plan = plan_list(office_id, rows, doer.at.date())
        if plan.faults or fingerprint(plan.rows) != seen:
            return CHANGED
        units = {one.nama.casefold(): one for one in Unit.objects.filter(office_id=office_id)}
        acts: list[Act] = []
        for row in plan.rows:
            if row.kind in (BARU, BERUBAH):
                written = _write_row(row, units, doer)
                if isinstance(written, Refused):
                    return written
                acts += written
        facts = {"baru": plan.count(BARU), "berubah": plan.count(BERUBAH)}
        if acts:
            acts.append(Act("pegawai.daftar_dimuat", f"kantor:{office_id}", facts))
        return PAGE, acts

    return keep(doer, write)


def _write_row(row: RowPlan, units: dict[str, Unit], doer: Doer) -> list[Act] | Refused:
    acts: list[Act] = []
    person = row.person
    if person is None:
        written = write_person(row.facts, doer)
        if isinstance(written, Refused):
            return written
        person, added = written
        acts += added
    else:
        changed = write_changes(person, row.facts)
        if isinstance(changed, Refused):
            return changed
        acts += changed
    if row.post:
        unit = row.post.unit
        if row.unit:
            unit = units.get(row.unit.casefold())
            if unit is None:
                unit = Unit.objects.create(office_id=person.office_id, nama=row.unit)
                units[row.unit.casefold()] = unit
                told = {"nama": unit.nama, "kode": "", "induk": ""}
                acts.append(Act("unit.ditambah", f"unit:{unit.pk}", told))
        acts += write_post(person, replace(row.post, unit=unit))
    return acts


def fingerprint(rows: Sequence[RowPlan]) -> str:
    """What a preview says, in short."""
    said = [(row.number, row.kind, row.changes, row.facts, row.unit, row.post) for row in rows]
    return sha256(repr(said).encode()).hexdigest()
