"""A large data workbook through the pages: handed in, read, compared, applied; then once more.

500 indicators, 4 quarters, 5,000 budget lines. Seconds of processor, of the reader and of the web
together: what a machine that does nothing else takes. The second time every figure is compared with
the first, and one in ten has changed.
"""

import resource
import sys
import time
from dataclasses import replace
from decimal import Decimal

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import bench.office  # noqa: F401 - an empty database, and Django set up
from bench.workbook import EXAMPLE, large
from runut.core.kinerja.model import DataKinerja, Indikator, Terukur
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook
from runut.office.kinerja import reading
from runut.office.kinerja.models import Dataset, Upload
from tests.kantor import kantor

TENTH = 10


def main() -> int:
    """Print the seconds of each part, and the most memory of reader and web."""
    data, _ = read_workbook(EXAMPLE.read_bytes(), EXAMPLE.name)
    if data is None:
        return 2
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    reading.begin_beside = lambda _upload_id, _data: None  # read below, where it is measured
    client = Client()
    keeper = kantor().people["rina"]
    client.force_login(keeper)
    for seen, (name, year) in enumerate(
        (("pertama", large(data)), ("kedua", changed(large(data))))
    ):
        given = {"versi": seen, "pemilik": keeper.pk, "fakta": "on"}
        _bring_in(client, name, write_workbook(year), given)
    for who, what in (("web", resource.RUSAGE_SELF), ("pembaca", resource.RUSAGE_CHILDREN)):
        print(f"memori {who:<20}{resource.getrusage(what).ru_maxrss / 1024:6.0f} MB")
    return 0


def changed(data: DataKinerja) -> DataKinerja:
    """One figure in ten is another one."""
    return replace(
        data,
        indikators=tuple(
            _more(one) if n % TENTH == 0 else one for n, one in enumerate(data.indikators)
        ),
    )


def _more(one: Indikator) -> Indikator:
    nilai = one.realisasi.nilai
    more = Terukur(nilai + Decimal(1), "") if isinstance(nilai, Decimal) else one.realisasi
    return replace(one, realisasi=more)


def _bring_in(client: Client, name: str, book: bytes, given: dict[str, object]) -> None:
    begin, answered = _spent(), []
    file = SimpleUploadedFile("besar.xlsx", book)
    url = str(client.post("/kinerja/", {"kunci": name, "berkas": file}).url)
    answered.append(("diterima", _spent()))
    reading.finish_reading(Upload.objects.latest("pk").pk, book)
    answered.append(("dibaca", _spent()))
    page = client.get(url)
    answered.append((f"diperlihatkan ({len(page.content) // 1024} KB)", _spent()))
    reason = "Hasil ukur semester dua diterima"
    done = client.post(url, {"kunci": f"terapkan-{name}", "alasan": reason, **given})
    answered.append(("diterapkan", _spent()))
    assert done.status_code == 302 and Dataset.objects.latest("pk").sha256, done.status_code
    last = begin
    for what, at in answered:
        print(f"{name:<8}{what:<26}{at - last:6.2f} s prosesor", flush=True)
        last = at
    print(f"{name:<8}{'seluruhnya':<26}{last - begin:6.2f} s prosesor")


def _spent() -> float:
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


if __name__ == "__main__":
    sys.exit(main())
