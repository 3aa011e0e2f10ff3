"""Repairs of DASAR HUKUM, from the catalogue of legal bases: nothing else is put in."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from runut.core.findings import Finding
from runut.core.sop.checks.dasar_hukum import OLD_BODY, bases_missing, number_and_year, title_slips
from runut.core.sop.checks.peraturan import Katalog, Kepastian, cites, find_cited, successor
from runut.core.sop.mending.change import swapped, word_replaced
from runut.core.sop.mending.model import Mended, Mender
from runut.core.sop.model import SOP
from runut.core.words.spelling import in_case_of

_ByCatalogue: TypeAlias = Callable[[Katalog, SOP, Finding], Mended | None]


def _add_bases(katalog: Katalog, sop: SOP, finding: Finding) -> Mended | None:
    missing = bases_missing(sop, katalog)
    lines = tuple(one.kutipan for one in missing)
    pesan = f"DASAR HUKUM ditambah {', '.join(one.sebutan for one in missing)}."
    return Mended(pesan, replace(sop, dasar_hukum=(*sop.dasar_hukum, *lines)))


def _right_title(katalog: Katalog, sop: SOP, finding: Finding) -> Mended | None:
    item = finding.tentang
    cited = find_cited(item, katalog)
    if cited is None:
        return None
    head, about, title = item.partition("tentang")
    told = []
    for written, meant in title_slips(item, cited):
        for word in dict.fromkeys(re.findall(rf"(?i)(?<!\w){re.escape(written)}(?!\w)", title)):
            told.append(f"“{word}” menjadi “{in_case_of(word, meant)}”")
            title = word_replaced(title, word, in_case_of(word, meant))
    pesan = f"Judul {cited.sebutan} di DASAR HUKUM diperbaiki: {', '.join(told)}."
    return _line(sop, item, f"{head}{about}{title}", pesan)


def _right_body(katalog: Katalog, sop: SOP, finding: Finding) -> Mended | None:
    found = OLD_BODY.search(finding.tentang)
    if found is None:
        return None
    right = OLD_BODY.sub("PermenPANRB", finding.tentang)
    pesan = f"Sebutan “{found[0]}” di DASAR HUKUM diganti “PermenPANRB”."
    return _line(sop, finding.tentang, right, pesan)


def _in_force(katalog: Katalog, sop: SOP, finding: Finding) -> Mended | None:
    """The regulation that took its place; where that is cited already, the old line goes."""
    item = finding.tentang
    cited = find_cited(item, katalog)
    new = successor(cited, katalog) if cited else None
    if cited is None or new is None or not new.tentang:
        return None
    if cited.kepastian is not Kepastian.PASTI:
        return None
    if any(cites(other, new) for other in sop.dasar_hukum):
        rest = tuple(other for other in sop.dasar_hukum if other != item)
        pesan = f"{cited.sebutan} dihapus dari DASAR HUKUM; penggantinya sudah tercantum."
        return Mended(pesan, replace(sop, dasar_hukum=rest))
    pesan = f"{cited.sebutan} di DASAR HUKUM diganti {new.sebutan}, yang berlaku."
    return _line(sop, item, new.kutipan, pesan)


def _right_number(katalog: Katalog, sop: SOP, finding: Finding) -> Mended | None:
    """Only spaces left out and letters typed for digits; a number is never guessed."""
    head, about, title = finding.tentang.partition(" tentang ")
    right = re.sub(r"(?i)\b(nomor|no\.|tahun)(?=\d)", r"\1 ", head)
    right = re.sub(r"(?<=\d)(?i:tahun)", " Tahun", right)
    right = re.sub(r"(?<=\d)[oO]|[oO](?=\d)", "0", right)
    right = re.sub(r"(?<=\d)[lI](?=\d)", "1", right)
    if right == head or number_and_year(f"{right}{about}{title}"):
        return None
    pesan = f"Nomor dan tahun di DASAR HUKUM ditulis “{right}”."
    return _line(sop, finding.tentang, f"{right}{about}{title}", pesan)


def _once(katalog: Katalog, sop: SOP, finding: Finding) -> Mended | None:
    lines = list(sop.dasar_hukum)
    if finding.tentang not in lines:
        return None
    lines.reverse()
    lines.remove(finding.tentang)
    pesan = f"“{finding.tentang}” yang kedua dihapus dari DASAR HUKUM."
    return Mended(pesan, replace(sop, dasar_hukum=tuple(reversed(lines))))


def _line(sop: SOP, item: str, right: str, pesan: str) -> Mended | None:
    if item not in sop.dasar_hukum:
        return None
    return Mended(pesan, replace(sop, dasar_hukum=swapped(sop.dasar_hukum, item, right)))


def legal_menders(katalog: Katalog) -> dict[str, Mender]:
    """What mends the findings about legal bases, by a catalogue."""

    def by(mend: _ByCatalogue) -> Mender:
        return partial(mend, katalog)

    return {
        "dasar-hukum.kurang": by(_add_bases),
        "dasar-hukum.judul-salah-tulis": by(_right_title),
        "dasar-hukum.nama-lembaga": by(_right_body),
        "dasar-hukum.dicabut": by(_in_force),
        "dasar-hukum.nomor-tahun": by(_right_number),
        "dasar-hukum.ganda": by(_once),
    }
