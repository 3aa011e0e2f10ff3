"""Time of the server's processor for the two pages that people look at most.

The inbox of somebody with fifty open tasks, and the live form of the example case; warm, through
the whole stack of middleware, as bytes of an answer.
"""

import statistics
import sys
import time

from django.conf import settings
from django.test import Client

import bench.office  # noqa: F401 - an empty database, and Django set up
from runut.office import clock
from tests.kantor import MONDAY, kantor, kasus
from tests.office.berkas import kasus_berkas, sop_berkas

CASES, RUNS = 50, 150


def main() -> int:
    """Print the median of each."""
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    clock.now = lambda: MONDAY
    example = kantor(figures=True)
    case, version = kasus(example), sop_berkas(example)
    for _ in range(CASES):
        kasus_berkas(example, version)
    client = Client()
    client.force_login(example.people["dewi"])
    for name, path in (("kotak tugas", "/"), ("formulir hidup", f"/pelaksanaan/{case.pk}/")):
        print(f"{name:<28}{1000 * _processor(client, path):6.2f} ms prosesor (median dari {RUNS})")
    return 0


def _processor(client: Client, path: str) -> float:
    spent = []
    for _ in range(RUNS):
        begin = time.process_time()
        answer = client.get(path)
        spent.append(time.process_time() - begin)
        assert answer.status_code == 200, answer.status_code
    return statistics.median(spent)


if __name__ == "__main__":
    sys.exit(main())
