"""Which finding is which, from one version of the figures to the next: so an answer holds.

The key of a finding is its code and the thing with its value that it names, else its sheet and its
words without the row: a row that was put in above it does not take its answer away, another value
does.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from runut.core.findings import Finding, Refused
from runut.core.kinerja.pemeriksaan.temuan import kunci_temuan

_PLACE = re.compile(r"^Lembar [^:]{1,80}: ")
_SHORTEST, _FEWEST, _KEY_LENGTH = 15, 3, 16


def keyed(findings: Iterable[Finding]) -> dict[str, Finding]:
    """The findings by their keys, in their order."""
    seen: Counter[str] = Counter()
    found: dict[str, Finding] = {}
    for one in findings:
        sheet = (one.letak.sel or "").partition("!")[0]
        of = one.tentang or f"{sheet}|{_PLACE.sub('', one.pesan)}"
        said = kunci_temuan(replace(one, tentang=of))
        seen[said] += 1
        again = f"-{seen[said]}" if seen[said] > 1 else ""
        found[f"{said[:_KEY_LENGTH]}{again}"] = one
    return found


def without_place(pesan: str) -> str:
    """The words of a finding where its place is said beside it.

    >>> without_place("Lembar Indikator, sel H4: realisasi 897 aneh.")
    'Realisasi 897 aneh.'
    """
    said = _PLACE.sub("", pesan)
    return f"{said[:1].upper()}{said[1:]}"


def refuse_reason(alasan: str) -> Refused | None:
    """Why words are no reason: "ya" says nothing to whoever reads it next year.

    >>> refuse_reason("ya") is None, refuse_reason("Alat ukur baru dipakai sejak Maret") is None
    (False, True)
    """
    words = alasan.split()
    if len(words) >= _FEWEST and len("".join(words)) >= _SHORTEST:
        return None
    return Refused(
        "alasan_kurang",
        "Tulis mengapa angka itu benar dalam beberapa kata, misalnya: alat ukur baru dipakai "
        "sejak Maret.",
    )
