"""Which packs there are, what stands in them, and who is late: counted from what is there."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from django.urls import reverse

from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.paket import ROMAWI, AngkaDiminta, packs_of, same_unit
from runut.core.words.dates import format_date
from runut.office import clock
from runut.office.evidence.words import WORDS as EVIDENCE_WORDS
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.stored import data_of
from runut.office.kinerja.words import WORDS as FIGURE_WORDS
from runut.office.packs.links import LONGEST
from runut.office.packs.models import EntryWindow, Pack, Proposal
from runut.office.packs.words import WORDS as PACK_WORDS
from runut.office.people.models import Office, Person, Right
from runut.office.people.rights import rights_shown
from runut.office.trust.telling import Line, told_lines
from runut.office.works.kind import Notice

WORDS = PACK_WORDS | EVIDENCE_WORDS | FIGURE_WORDS


@dataclass(frozen=True)
class Quarter:
    """A quarter of an office's year: its figures, its window, its packs."""

    office: Office
    tahun: int
    triwulan: int

    @property
    def masa(self) -> str:
        return f"TW {ROMAWI[self.triwulan - 1]} {self.tahun}"

    @cached_property
    def data(self) -> DataKinerja | None:
        dataset = latest_dataset(self.office.pk, self.tahun)
        return data_of(dataset) if dataset else None

    @cached_property
    def cells(self) -> dict[str, tuple[AngkaDiminta, ...]]:
        """Every unit with what it is asked for."""
        return packs_of(self.data, self.triwulan) if self.data else {}

    @cached_property
    def window(self) -> EntryWindow | None:
        return _window(self.office.pk, self.tahun, self.triwulan)

    def cells_of(self, unit: str) -> tuple[AngkaDiminta, ...]:
        """What one unit is asked for; a unit that the figures no longer name is asked nothing."""
        return next((cells for name, cells in self.cells.items() if same_unit(name, unit)), ())


@dataclass(frozen=True)
class UnitState:
    """How one unit stands."""

    unit: str
    cells: int
    filled: int
    pack: Pack | None
    waiting: int
    is_late: bool
    words: str

    @property
    def nama(self) -> str:
        return self.unit or "Tanpa penanggung jawab"

    @property
    def is_done(self) -> bool:
        return self.filled >= self.cells


def _window(office_id: int, tahun: int, triwulan: int) -> EntryWindow | None:
    rows = EntryWindow.objects.filter(office_id=office_id, tahun=tahun, triwulan=triwulan)
    return rows.order_by("-urutan").first()


def today_of(office: Office) -> date:
    """The day at the office."""
    return clock.now().astimezone(office.zone).date()


def quarter_of(pack: Pack) -> Quarter:
    """The quarter that a pack is about."""
    return Quarter(pack.office, pack.tahun, pack.triwulan)


def latest_proposals(packs: list[Pack]) -> dict[tuple[str, str], Proposal]:
    """The last word on each figure in these packs (those of one unit and quarter)."""
    said = _said_by_unit(packs)
    return {key: one for theirs in said.values() for key, one in theirs.items()}


def _said_by_unit(packs: list[Pack]) -> dict[str, dict[tuple[str, str], Proposal]]:
    """The last word of each unit on each of its figures, asked once for all."""
    rows = Proposal.objects.filter(office_id__in={pack.office_id for pack in packs}, pack__in=packs)
    said: dict[str, dict[tuple[str, str], Proposal]] = {}
    for one in rows.select_related("pack").order_by("pk"):
        said.setdefault(one.pack.unit, {})[one.key] = one
    return said


def current_of(
    cells: tuple[AngkaDiminta, ...], said: dict[tuple[str, str], Proposal]
) -> dict[tuple[str, str], tuple[str, str]]:
    """What stands in each cell for the unit: figure and note. A proposal that was taken over has
    become a figure of the office, and what the office says holds."""
    current = {}
    for cell in cells:
        before = said.get(cell.key)
        is_own = before is not None and before.keadaan != Proposal.State.TAKEN
        nilai = before.nilai if before is not None and is_own else cell.nilai
        current[cell.key] = (nilai, before.catatan if before is not None else "")
    return current


def packs_of_unit(pack: Pack) -> list[Pack]:
    """All packs that this unit had in the quarter, withdrawn ones too: their words still hold."""
    rows = Pack.objects.filter(
        office_id=pack.office_id, tahun=pack.tahun, triwulan=pack.triwulan, unit=pack.unit
    )
    return list(rows.select_related("office", "dibuat_oleh").order_by("urutan"))


def states_of(quarter: Quarter) -> list[UnitState]:
    """Every unit of a quarter, the late ones first. The list fills itself."""
    rows = Pack.objects.filter(
        office_id=quarter.office.pk, tahun=quarter.tahun, triwulan=quarter.triwulan
    )
    packs: dict[str, list[Pack]] = {}
    for pack in rows.order_by("urutan"):
        packs.setdefault(pack.unit, []).append(pack)
    said = _said_by_unit([pack for theirs in packs.values() for pack in theirs])
    today = today_of(quarter.office)
    found = []
    for unit, cells in quarter.cells.items():
        name = next((one for one in packs if same_unit(one, unit)), unit)
        theirs, words = packs.get(name, []), said.get(name, {})
        live = next((one for one in reversed(theirs) if one.ditarik_pada is None), None)
        found.append(_state(cells, live, words, quarter.window, today))
    named = [replace(one, unit=unit) for one, unit in zip(found, quarter.cells, strict=True)]
    return sorted(named, key=lambda one: (not one.is_late, one.is_done, one.nama))


def _state(
    cells: tuple[AngkaDiminta, ...],
    pack: Pack | None,
    said: dict[tuple[str, str], Proposal],
    window: EntryWindow | None,
    today: date,
) -> UnitState:
    waiting = [
        said[cell.key]
        for cell in cells
        if cell.key in said
        and said[cell.key].keadaan == Proposal.State.WAITING
        and said[cell.key].nilai
    ]
    keys = {one.key for one in waiting}
    filled = sum(bool(cell.nilai) or cell.key in keys for cell in cells)
    is_past = window is not None and today > window.ditutup
    is_late = is_past and filled < len(cells)
    count = f"{filled} dari {len(cells)} angka terisi"
    if is_late and window is not None:
        words = f"{count}; batasnya {format_date(window.ditutup)}"
    elif pack is None and filled < len(cells):
        words = f"{count}; belum dikirim"
    else:
        words = count
    return UnitState("", len(cells), filled, pack, len(waiting), is_late, words)


def why_closed(pack: Pack, now: datetime) -> str:
    """Why a link does not work (any more), and whom to ask; "" if it does."""
    asked = f"Hubungi {pack.dibuat_oleh.nama}, yang mengirimkannya."
    if pack.ditarik_pada:
        return f"Tautan ini sudah ditarik. {asked}"
    if now > pack.dibuat_pada + LONGEST:
        return f"Tautan ini sudah terlalu lama. {asked}"
    window, today = _window(pack.office_id, pack.tahun, pack.triwulan), today_of(pack.office)
    if window is None:
        return f"Pengisian {pack.masa} belum dibuka. {asked}"
    if today < window.dibuka:
        return f"Pengisian {pack.masa} dibuka {format_date(window.dibuka)}."
    if today > window.ditutup:
        return (
            f"Pengisian {pack.masa} ditutup {format_date(window.ditutup)}. Bila Saudara masih "
            f"perlu mengisi, mintalah dibuka kembali. {asked}"
        )
    return ""


def notices(person: Person) -> list[Notice]:
    """In the inbox of who keeps the figures: proposals that wait, units that are late."""
    if Right.KINERJA not in rights_shown(person):
        return []
    rows = EntryWindow.objects.filter(office_id=person.office_id).order_by("-urutan")
    today = today_of(person.office)
    quarters = {
        (row.tahun, row.triwulan)
        for row in rows
        if row.dibuka <= today and (today - row.ditutup).days <= _SHOWN_DAYS
    }
    return [
        notice
        for tahun, triwulan in sorted(quarters)
        if (notice := _notice(Quarter(person.office, tahun, triwulan)))
    ]


_SHOWN_DAYS = 90


def _notice(quarter: Quarter) -> Notice | None:
    states = states_of(quarter)
    late = sum(one.is_late for one in states)
    waiting = sum(one.waiting for one in states)
    told = [f"{late} unit terlambat"] if late else []
    told += [f"{waiting} usulan menunggu"] if waiting else []
    if not told:
        return None
    url = f"{reverse('paket')}?tahun={quarter.tahun}&triwulan={quarter.triwulan}"
    return Notice(f"Paket data {quarter.masa}: {', '.join(told)}.", url, "Lihat paket data")


def history_of(quarter: Quarter) -> list[Line]:
    """What was done with the packs, the figures and the evidence of a year, newest first."""
    return told_lines(quarter.office.pk, f"data:{quarter.tahun}", WORDS)
