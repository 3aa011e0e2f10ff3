"""An office whose third and fourth quarter are still empty, and the hands that ask and fill in."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from runut.core.kinerja.model import DataKinerja, Terukur
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook
from runut.office.acts.sending import Doer, Done
from runut.office.example.office import ExampleOffice, examples
from runut.office.kinerja.actions import import_workbook, latest_dataset
from runut.office.kinerja.stored import data_of
from runut.office.packs import actions
from runut.office.packs.links import link_of
from runut.office.packs.models import Pack
from runut.office.packs.queries import Quarter
from tests.kantor import MONDAY, kantor

TAHUN, TW = 2025, 3
PROTOKOL = "Bagian Protokol"
MATERI = "Bagian Materi dan Komunikasi Pimpinan"
KEEPER, OTHER = "dewi", "budi"


def half_year() -> DataKinerja:
    """The example's figures with only the first two quarters."""
    data, _ = read_workbook((examples() / "kinerja" / "lakip-2025.xlsx").read_bytes(), "x")
    assert data is not None
    return replace(
        data,
        indikators=tuple(
            replace(
                i,
                realisasi=replace(i.realisasi, nilai=None),
                realisasi_triwulan=tuple(
                    t if q < TW - 1 else Terukur(None, t.sel)
                    for q, t in enumerate(i.realisasi_triwulan)
                ),
            )
            for i in data.indikators
        ),
    )


@dataclass
class Kantor:
    """The office, its keeper of figures, and the packs that went out."""

    example: ExampleOffice = field(default_factory=kantor)
    now: datetime = MONDAY

    def __post_init__(self) -> None:
        book = write_workbook(half_year())
        done = import_workbook(book, "data.xlsx", self.doer(), facts_agreed=True, gives_up=True)
        assert isinstance(done, Done), done

    def doer(self, name: str = KEEPER) -> Doer:
        return Doer(self.example.people[name], self.now)

    @property
    def quarter(self) -> Quarter:
        return Quarter(self.example.office, TAHUN, TW)

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def data(self) -> DataKinerja:
        dataset = latest_dataset(self.example.office.pk, TAHUN)
        assert dataset is not None
        return data_of(dataset)

    def open(self, days: int = 5, alasan: str = "") -> Any:
        until = self.today + timedelta(days=days)
        return actions.open_window(self.quarter, self.today, until, alasan, self.doer())

    def send(self, unit: str = PROTOKOL, surel: str = "") -> Pack:
        done = actions.send_pack(self.quarter, unit, surel, self.doer())
        assert isinstance(done, Done), done
        return Pack.objects.select_related("office", "dibuat_oleh").latest("pk")


def path_of(pack: Pack) -> str:
    """The address of the link, on this server."""
    return "/" + link_of(pack).split("/", 3)[3]


def visitor(pack: Pack) -> tuple[Client, str]:
    """A browser of somebody without an account who follows the link, and where it leads."""
    client = Client()
    answer = client.get(path_of(pack))
    assert answer.status_code == 302, answer.content
    return client, answer.headers["Location"]


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.content
    return " ".join(answer.content.decode().split())


def filled_book(data: bytes, typed: dict[tuple[str, str], object], note: str = "") -> bytes:
    """The small workbook as a unit fills it in with Excel: by the ID and what is asked."""
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["Isian"]
    heads = {cell.value: cell.column for cell in sheet[5]}
    for row in sheet.iter_rows(min_row=6):
        key = (row[heads["ID"] - 1].value, row[heads["Yang diisi"] - 1].value)
        if key in typed:
            sheet.cell(row[0].row, heads["Isian"], typed[key])
            sheet.cell(row[0].row, heads["Catatan"], note)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def upload(data: bytes, name: str = "paket.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)
