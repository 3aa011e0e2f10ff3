"""The pictures of a report, as its papers and pages need them."""

import re
from base64 import b64encode
from collections.abc import Iterable

from django.conf import settings

from runut.core.report.prose.resolve import PhotoData
from runut.files.store import DocumentMissing, get
from runut.office.cases.models import Case
from runut.office.reports.models import SectionPhoto

_NAMED = re.compile(r"\[gambar\s+([0-9a-f]{8,64})\b", re.I)


def photos_in(case: Case, texts: Iterable[str]) -> dict[str, PhotoData]:
    """The pictures that these texts hold, with their bytes, by their codes.

    One that is lost from the store is left out: the paper shows the gap.
    """
    codes = {code[:12].lower() for text in texts for code in _NAMED.findall(text)}
    if not codes:
        return {}
    rows = SectionPhoto.objects.filter(office_id=case.office_id, case=case, kode__in=codes)
    found: dict[str, PhotoData] = {}
    for row in rows:
        try:
            data = get(settings.FILES_DIR, row.sha256)
        except DocumentMissing:
            continue
        found[row.kode] = PhotoData(b64encode(data).decode(), row.lebar, row.tinggi)
    return found


def sizes_in(case: Case, text: str) -> dict[str, PhotoData]:
    """The pictures that a text may hold, without their bytes: a page fetches each by its
    address."""
    if not _NAMED.search(text):
        return {}
    rows = SectionPhoto.objects.filter(office_id=case.office_id, case=case)
    return {row.kode: PhotoData("", row.lebar, row.tinggi) for row in rows}
