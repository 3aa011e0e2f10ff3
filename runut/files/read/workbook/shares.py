"""Which sasaran a budget line serves, and in which shares: ``S1=60; S2=40``."""

import re
from decimal import Decimal

from runut.core.findings import Finding
from runut.core.kinerja.angka import read_angka
from runut.files.read.workbook.cells import Sel, problem, text_of

_SERATUS = Decimal(100)
_BAGIAN = re.compile(r"(.+?)\s*(?:[=:]\s*([0-9.,]+)\s*%?|\(?\s*([0-9.,]+)\s*%\s*\)?)")


def read_shares(sel: Sel, problems: list[Finding]) -> tuple[tuple[str, ...], dict[str, Decimal]]:
    """(ids in their order, percent by id); no percents where none are written."""
    text = text_of(sel, problems)
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if not any(_BAGIAN.fullmatch(part) for part in parts):
        parts = [part.strip() for part in re.split(r"[;,\n]", text) if part.strip()]
    ids: list[str] = []
    shares: dict[str, Decimal] = {}
    for part in parts:
        match = _BAGIAN.fullmatch(part)
        share = read_angka(match[2] or match[3]) if match else None
        kode = match[1] if match and share is not None else part
        if kode not in ids:
            ids.append(kode)
        if share is not None:
            shares[kode] = shares.get(kode, Decimal(0)) + share
    if shares and not _are_sound(sel, ids, shares, problems):
        return tuple(ids), {}
    return tuple(ids), shares


def _are_sound(
    sel: Sel, ids: list[str], shares: dict[str, Decimal], problems: list[Finding]
) -> bool:
    lacking = [kode for kode in ids if kode not in shares]
    total = sum(shares.values(), Decimal(0))
    if lacking:
        pesan = f"bagian {', '.join(lacking)} belum ditulis, padahal yang lain sudah."
    elif total > _SERATUS or min(shares.values()) <= 0:
        pesan = f"bagian '{sel.isi}' tidak masuk akal: jumlahnya harus paling banyak 100."
    else:
        return True
    problems.append(
        problem(sel, "bagian_keliru", pesan, "Tulis bagian setiap sasaran: S1=60; S2=40.")
    )
    return False
