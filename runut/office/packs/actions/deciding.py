"""The keeper of the figures decides on proposals: into a new version of the figures, or not."""

from collections.abc import Sequence

from django.db import transaction

from runut.core.findings import Finding, Refused
from runut.files.write.workbook.typed import write_typed
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.kinerja.actions import import_workbook, latest_dataset, may_manage
from runut.office.packs.actions.sending import NOT_YOURS
from runut.office.packs.models import Pack, Proposal
from runut.office.packs.queries import quarter_of
from runut.office.trust.append import Act, append

_CHANGED = Refused("sudah_berubah", "Usulan ini sudah diputus atau diganti. Muat ulang halaman.")


def take_over(
    pack: Pack, proposals: Sequence[Proposal], doer: Doer, *, gives_up: bool = False
) -> Done | Refused | tuple[Finding, ...]:
    """Write the proposals into the workbook of the year and take that in like any other.

    ``gives_up``: whoever loads figures does not check the report drawn from them (kinerja.asking).
    """
    if not may_manage(doer.person):
        return NOT_YOURS
    with transaction.atomic():
        if known := recall(doer):
            return known
        data = quarter_of(pack).data
        if not proposals or data is None:
            return Refused("kosong", "Pilih setidaknya satu usulan yang akan dipakai.")
        try:
            book, _ = write_typed(data, {one.key: one.nilai for one in proposals})
        except KeyError:
            return Refused(
                "tidak_ada", "Indikatornya tidak ada lagi dalam data terbaru. Tolak usulan itu."
            )
        name = f"Paket {pack.nama}, {pack.masa}.xlsx"
        # the profile is that of the version before, which was agreed to when it came in
        answer = import_workbook(book, name, doer, facts_agreed=True, gives_up=gives_up)
        if not isinstance(answer, Done):
            return answer
        if not _decide(pack, proposals, Proposal.State.TAKEN, "", doer):
            transaction.set_rollback(True)
            return _CHANGED
        dataset = latest_dataset(pack.office_id, pack.tahun)
        facts = {
            "versi": dataset.versi if dataset else 0,
            "isian": {f"{one.indikator_id} {one.kunci}": one.nilai for one in proposals},
        }
        _write("paket.dipakai", pack, proposals, facts, doer)
    return answer


def refuse_proposals(
    pack: Pack, proposals: Sequence[Proposal], alasan: str, doer: Doer
) -> Done | Refused:
    """These figures are not used, and why; the unit reads it when it opens its link again."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may_manage(doer.person):
            return NOT_YOURS
        if not proposals:
            return Refused("kosong", "Pilih setidaknya satu usulan yang ditolak.")
        if not alasan:
            return Refused("tanpa_alasan", "Tulis alasan menolaknya; unit membaca alasan itu.")
        if not _decide(pack, proposals, Proposal.State.REFUSED, alasan, doer):
            transaction.set_rollback(True)
            return _CHANGED
        _write("paket.ditolak", pack, proposals, {"alasan": alasan}, doer)
        remember(doer, doer.url)
    return Done(doer.url)


def _decide(
    pack: Pack, proposals: Sequence[Proposal], state: Proposal.State, alasan: str, doer: Doer
) -> bool:
    """Whether all of them were still waiting, and are decided now."""
    rows = Proposal.objects.filter(
        office_id=pack.office_id,
        pk__in=[one.pk for one in proposals],
        keadaan=Proposal.State.WAITING,
    )
    decided = rows.update(
        keadaan=state, alasan=alasan, diputus_oleh=doer.person, diputus_pada=doer.at
    )
    return decided == len(proposals)


def _write(
    kind: str, pack: Pack, proposals: Sequence[Proposal], facts: dict[str, object], doer: Doer
) -> None:
    told = {
        "unit": pack.nama,
        "masa": pack.masa,
        "paket": pack.pk,
        "jumlah": len(proposals),
        **facts,
    }
    line = Act(kind, f"data:{pack.tahun}", told)
    append(pack.office_id, [line], actor=doer.person.ref, at=doer.at)
