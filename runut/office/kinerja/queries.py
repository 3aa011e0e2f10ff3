"""What pages, boards and inboxes ask of the figures: what waits, what is open, how they changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from runut.core.kinerja.isi import Butir
from runut.core.kinerja.perubahan import Perubahan, compare_butir
from runut.office.kinerja.models import Dataset, KeptFinding, Upload
from runut.office.kinerja.stored import fields_in
from runut.office.people.models import Person

Keadaan = KeptFinding.Keadaan


@dataclass(frozen=True)
class Told:
    """A line of the inbox: what it says, and where it leads."""

    words: str
    url: str
    label: str = "Jawab temuan"


@dataclass(frozen=True)
class Moment:
    """One version in the life of a figure: what it became, by whom, when and why."""

    dataset: Dataset
    perubahan: Perubahan


def findings_of_year(office_id: int, tahun: int) -> QuerySet[KeptFinding]:
    """All findings about its figures that were kept for a year, what is open first; answers about
    words stand with their report."""
    rows = KeptFinding.objects.filter(office_id=office_id, tahun=tahun)
    rows = rows.exclude(kode__startswith=KeptFinding.OF_WORDS)
    return rows.select_related("pemilik", "dijawab_oleh").order_by("-keadaan", "sel", "pk")


def open_findings(office_id: int, tahun: int) -> list[KeptFinding]:
    """Those that nobody has answered yet."""
    return [one for one in findings_of_year(office_id, tahun) if one.keadaan == Keadaan.TERBUKA]


def waiting_uploads(office_id: int) -> QuerySet[Upload]:
    """What is being read, and what waits to be applied."""
    states = (Upload.Keadaan.DIBACA, Upload.Keadaan.MENUNGGU)
    rows = Upload.objects.filter(office_id=office_id, keadaan__in=states)
    return rows.select_related("diunggah_oleh").order_by("-diunggah_pada")


def notices(person: Person) -> list[Told]:
    """The findings that this person has to answer, year by year."""
    rows = KeptFinding.objects.filter(
        office_id=person.office_id, keadaan=Keadaan.TERBUKA, pemilik=person
    )
    count: dict[int, int] = {}
    for tahun in rows.values_list("tahun", flat=True):
        count[tahun] = count.get(tahun, 0) + 1
    return [
        Told(
            f"{number} temuan data kinerja {tahun} menunggu jawaban Saudara.",
            reverse("kinerja_temuan", args=[tahun]),
        )
        for tahun, number in sorted(count.items())
    ]


def life_of_figure(office_id: int, tahun: int, kunci: str) -> list[Moment]:
    """Every version in which this figure changed, the first one first."""
    found: list[Moment] = []
    before: dict[str, Butir] = {}
    rows = Dataset.objects.filter(office_id=office_id, tahun=tahun).order_by("versi")
    for one in rows.select_related("dimuat_oleh"):
        now = {kunci: butir} if (butir := fields_in(one.sha256).get(kunci)) else {}
        found += [Moment(one, change) for change in compare_butir(before, now)]
        before = now
    return found


def names_of(rows: Sequence[KeptFinding]) -> str:
    """Who owns these findings, each once."""
    return ", ".join(dict.fromkeys(one.pemilik.nama for one in rows))
