"""What pages and the book of the next year ask of the plan of action."""

from datetime import date

from django.db.models import QuerySet

from runut.core.kinerja.tindakan import Jawaban
from runut.office.action_plan.models import PlannedAction

Keadaan = PlannedAction.Keadaan


def plan_of(office_id: int) -> QuerySet[PlannedAction]:
    """All that was ever planned and given out in an office, with its people and reports."""
    rows = PlannedAction.objects.filter(office_id=office_id)
    return rows.select_related("untuk", "dijawab_oleh", "case").order_by("-tahun", "kode")


def most_pressing_first(rows: list[PlannedAction]) -> list[PlannedAction]:
    """By the day until which they are to be done; those without one come last."""
    return sorted(rows, key=lambda row: (row.batas or date.max, row.tahun, row.kode))


def answers_of(office_id: int) -> dict[tuple[int, str], Jawaban]:
    """What was answered, by the year of the work and the code of the line."""
    rows = PlannedAction.objects.filter(
        office_id=office_id, keadaan__in=(Keadaan.TERLAKSANA, Keadaan.TIDAK)
    )
    return {
        (row.tahun, row.kode): Jawaban(
            row.hasil if row.keadaan == Keadaan.TERLAKSANA else f"Tidak terlaksana: {row.hasil}",
            row.bukti,
        )
        for row in rows
    }
