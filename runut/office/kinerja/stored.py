"""The figures of workbooks that are kept: read once, and known for a while by their hash."""

from collections import OrderedDict
from functools import lru_cache
from threading import Lock

from django.conf import settings

from runut.core.kinerja.isi import Butir, butir_of
from runut.core.kinerja.model import DataKinerja
from runut.files.read.workbook.year import read_workbook
from runut.files.store import get
from runut.office.kinerja.models import Dataset

_MOST = 8
_known: OrderedDict[str, DataKinerja] = OrderedDict()
_lock = Lock()


def data_of(dataset: Dataset) -> DataKinerja:
    """The figures themselves, read from the stored workbook."""
    return data_in(dataset.sha256)


def data_in(digest: str) -> DataKinerja:
    """The figures in a stored workbook."""
    with _lock:
        known = _known.get(digest)
    return known or keep_known(digest, _read(digest))


def keep_known(digest: str, data: DataKinerja) -> DataKinerja:
    """Remember what was just read of a workbook: a large one is seconds of work."""
    with _lock:
        _known[digest] = data
        _known.move_to_end(digest)
        while len(_known) > _MOST:
            _known.popitem(last=False)
    return data


@lru_cache(maxsize=_MOST)
def fields_in(digest: str) -> dict[str, Butir]:
    """The fields of a stored workbook, by their keys."""
    return butir_of(data_in(digest))


def _read(digest: str) -> DataKinerja:
    # it was read in the child when it came in; its bytes are proved by the hash since
    data, _ = read_workbook(get(settings.FILES_DIR, digest), "data kinerja")
    if data is None:
        raise ValueError(f"stored workbook {digest} cannot be read")
    return data
