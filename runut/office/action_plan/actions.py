"""The acts on the plan of action: given out with the report, answered, handed on."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from runut.core.findings import Refused
from runut.core.kinerja.tindakan import RencanaAksi
from runut.core.words.dates import parse_due
from runut.office.action_plan.holders import people_by_words, plain
from runut.office.action_plan.models import PlannedAction
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.models import Case
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.trust.append import Act, append

Keadaan = PlannedAction.Keadaan
CHANGED = Refused(
    "sudah_berubah",
    "Rencana aksi ini baru saja diubah orang lain. Muat ulang halamannya, lalu baca lagi.",
)
_COPIED = ("indikator", "rencana", "penanggung_jawab", "batas_waktu", "batas", "target")


def give_out(case: Case, lines: Iterable[RencanaAksi], keeper: Person, doer: Doer) -> list[Act]:
    """Each line without a result is a task from now on. Call inside the act that ends the report;
    answers its lines of the chain.

    ``case`` has a year. A line goes to the one person whom its words name, else to ``keeper``. The
    report of a correction brings open tasks up to its words; what was answered stays answered.
    """
    tahun = case.tahun or 0
    planned: dict[tuple[int, str], RencanaAksi] = {}
    for one in lines:
        planned.setdefault((one.tahun_kerja(tahun), one.id[: PlannedAction.LONGEST_CODE]), one)
    rows = _to_write().filter(office_id=case.office_id)
    known = {(row.tahun, row.kode): row for row in rows}
    named = people_by_words(case.office_id, doer.at.astimezone(case.office.zone).date())
    changed: list[PlannedAction] = []
    for key, line in planned.items():
        row = known.get(key)
        if row is None and not line.hasil:
            row = PlannedAction(office_id=case.office_id, tahun=key[0], kode=key[1], versi=0)
        if row is not None and _bring_up(row, line, case, named, keeper):
            changed.append(row)
    changed += [
        row for key, row in known.items() if key not in planned and _take_back(row, case, tahun)
    ]
    for row in changed:
        row.versi += 1
        row.save()
    return [_given_out(case, tahun, changed)] if changed else []


def answer(
    row: PlannedAction, seen: int, doer: Doer, *, is_done: bool, hasil: str, bukti: str
) -> Done | Refused:
    """Say what came of it: done, with the evidence, or not done and why. ``seen`` is the version
    that was read. A later answer takes the place of the one before."""
    if not may_answer(row, doer.person):
        return Refused(
            "bukan_pelaksana",
            f"Rencana aksi ini dijawab oleh {row.untuk.nama} atau pengelola data kinerja.",
        )
    with transaction.atomic():
        if known := recall(doer):
            return known
        fresh = _locked(row)
        if fresh.versi != seen or not fresh.takes_answer:
            return CHANGED
        if not hasil.strip():
            return Refused("kosong", "Tulis hasilnya, atau mengapa tidak terlaksana.")
        if is_done and not bukti.strip():
            return Refused(
                "tanpa_bukti",
                "Tulis buktinya: nama dokumen, nomornya, atau di mana hasilnya dapat dilihat.",
            )
        fresh.keadaan = Keadaan.TERLAKSANA if is_done else Keadaan.TIDAK
        fresh.hasil, fresh.bukti = hasil.strip(), bukti.strip()
        fresh.dijawab_oleh, fresh.dijawab_pada = doer.person, doer.at
        _save(fresh, doer, fresh.keadaan.value, hasil=fresh.hasil, bukti=fresh.bukti)
    return Done(doer.url)


def hand_on(
    row: PlannedAction, seen: int, kepada: Person, alasan: str, doer: Doer
) -> Done | Refused:
    """Another person does it from now on, and why: by who keeps the figures."""
    if not may_hand_on(row, doer.person):
        return Refused(
            "bukan_pelaksana",
            "Rencana aksi diserahkan kepada orang lain oleh pengelola data kinerja.",
        )
    if kepada.office_id != row.office_id or not kepada.is_active:
        return Refused("tidak_ada", "Pegawai itu tidak tercatat di kantor ini.")
    with transaction.atomic():
        if known := recall(doer):
            return known
        fresh = _locked(row)
        if fresh.versi != seen or fresh.keadaan != Keadaan.TERBUKA:
            return CHANGED
        if not alasan.strip():
            return Refused("tanpa_alasan", "Tulis mengapa diserahkan; alasan itu tercatat.")
        if kepada.pk == fresh.untuk_id:
            return Refused("sudah_padanya", f"Rencana aksi ini sudah pada {kepada.nama}.")
        fresh.untuk, fresh.alasan = kepada, alasan.strip()
        _save(fresh, doer, "diserahkan", kepada=kepada.nama, alasan=fresh.alasan)
    return Done(doer.url)


def may_answer(row: PlannedAction, person: Person) -> bool:
    """Its person, and whoever keeps the figures."""
    return row.office_id == person.office_id and (
        row.untuk_id == person.pk or may(person, Right.KINERJA)
    )


def may_hand_on(row: PlannedAction, person: Person) -> bool:
    return row.office_id == person.office_id and may(person, Right.KINERJA)


def _bring_up(
    row: PlannedAction,
    line: RencanaAksi,
    case: Case,
    named: dict[str, set[Person]],
    keeper: Person,
) -> bool:
    """Whether the report changes the task: an open one follows its words, and is closed by a result
    in them."""
    if row.keadaan not in (Keadaan.TERBUKA, Keadaan.DICABUT):
        return False
    if line.hasil:
        row.case, row.keadaan = case, Keadaan.DILAPORKAN
        row.hasil, row.bukti = line.hasil, line.bukti
        return True
    said = (
        line.indikator_id,
        line.rencana,
        line.penanggung_jawab,
        line.batas_waktu,
        parse_due(line.batas_waktu),
        line.target,
    )
    before = tuple(getattr(row, name) for name in _COPIED)
    # whoever it was handed to keeps it while the report names the same
    if row.untuk_id is None or before[2] != line.penanggung_jawab:
        meant = named.get(plain(line.penanggung_jawab), set())
        row.untuk, row.alasan = (next(iter(meant)) if len(meant) == 1 else keeper), ""
    is_same = before == said and row.keadaan == Keadaan.TERBUKA and row.pk is not None
    for name, value in zip(_COPIED, said, strict=True):
        setattr(row, name, value)
    row.case, row.keadaan = case, Keadaan.TERBUKA
    return not is_same


def _take_back(row: PlannedAction, case: Case, tahun: int) -> bool:
    """Whether the corrected report no longer plans what the report of its year had planned."""
    if row.keadaan != Keadaan.TERBUKA or row.case.tahun != tahun:
        return False
    row.case, row.keadaan = case, Keadaan.DICABUT
    return True


def _given_out(case: Case, tahun: int, rows: list[PlannedAction]) -> Act:
    told = "; ".join(
        f"{row.kode} {row.untuk.nama}"
        if row.keadaan == Keadaan.TERBUKA
        else f"{row.kode} {row.get_keadaan_display().lower()}"
        for row in rows
    )
    facts = {"kasus": case.pk, "judul": case.judul, "tugas": told}
    return Act("rencana_aksi.ditugaskan", f"data:{tahun}", facts)


def _to_write() -> QuerySet[PlannedAction]:
    return PlannedAction.objects.select_for_update(of=("self",)).select_related("case")


def _locked(row: PlannedAction) -> PlannedAction:
    return _to_write().get(office_id=row.office_id, pk=row.pk)


def _save(row: PlannedAction, doer: Doer, what: str, **facts: object) -> None:
    row.versi += 1
    row.save()
    told = {"tahun": row.tahun, "kode": row.kode, "rencana": row.rencana, **facts}
    line = Act(f"rencana_aksi.{what}", f"data:{row.case.tahun}", told)
    append(row.office_id, [line], actor=doer.person.ref, at=doer.at)
    remember(doer, doer.url)
