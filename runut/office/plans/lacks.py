"""What the report will miss of its figures: findings without an answer, signed targets."""

from datetime import date

from django.urls import reverse

from runut.core.case.model import Definition
from runut.core.case.writing import composing_steps
from runut.core.kinerja.perjanjian import Jawab
from runut.office.cases.text_life import COMPOSING
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.queries import names_of, open_findings
from runut.office.kinerja.stored import data_of
from runut.office.lacks import Lack
from runut.office.people.models import Office
from runut.office.plans.queries import sesuai_of


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    """Of the figures of last year, if this SOP composes a report of them."""
    if definition is None or not composing_steps(definition, COMPOSING):
        return []
    dataset = latest_dataset(office.pk, day.year - 1)
    if dataset is None:
        return []
    found = []
    if rows := open_findings(office.pk, dataset.tahun):
        found.append(
            Lack(
                f"{len(rows)} temuan data kinerja {dataset.tahun} belum dijawab ({names_of(rows)})",
                "Angka yang janggal akan tercetak dalam laporan tanpa penjelasan.",
                "Jawab temuan",
                reverse("kinerja_temuan", args=[dataset.tahun]),
            )
        )
    sesuai = sesuai_of(office.pk, data_of(dataset))
    if sesuai.jawab is not Jawab.YA:
        found.append(
            Lack(
                sesuai.kalimat,
                "Laporan tidak dapat disebut sesuai Perjanjian Kinerja.",
                "Buka Perjanjian Kinerja",
                reverse("pk_daftar"),
            )
        )
    return found
