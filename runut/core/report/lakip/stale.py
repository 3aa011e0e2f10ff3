"""Numbers that people quoted in their words and that are no longer any figure of the report.

Numbers refresh, words stay: a text is never changed, but it is flagged.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.angka import read_angka, round_half_up
from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Paper, figures_of
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.sections import editable_sections
from runut.core.report.lakip.words import gather_words
from runut.core.report.prose.plain import without_figures
from runut.core.words.dates import BULAN
from runut.core.words.items import join_words

_NUMBER = re.compile(r"(?<![\w.,/])(?:Rp\s?)?\d[\d.]*(?:,\d+)?(?:\.\d+)?%?(?![\w/])")
_LEGAL = re.compile(
    r"\b(?:nomor|no\.?|tahun|pasal|ayat|bab|lampiran|tabel|gambar|halaman|butir|triwulan|tanggal"
    r"|pukul|nip)\s*\(?$",
    re.I,
)
_MONTH = re.compile(rf"^\s*(?:{'|'.join(BULAN)})\b", re.I)
_SMALL = Decimal(10)
_YEARS = range(1945, 2101)


@dataclass(frozen=True)
class StaleNumber:
    """A number in people's words, as they wrote it, and where it begins (from 0)."""

    text: str
    start: int


def stale_numbers(text: str, paper: Paper) -> tuple[StaleNumber, ...]:
    """The numbers of ``text`` that no figure of ``paper`` shows, not even when rounded.

    Figures that it names are the report's own. Years, dates, numbers of regulations and small
    whole numbers are left alone.
    """
    text = without_figures(text)
    known = _values(figure.text for figure in figures_of(paper))
    found = []
    for match in _NUMBER.finditer(text):
        word = match[0].rstrip(".")
        value = read_angka(word)
        if value is None or _is_no_figure(text, match.start(), match.start() + len(word), value):
            continue
        if not any(_says(value, word, one) for one in known):
            found.append(StaleNumber(word, match.start()))
    return tuple(found)


def _values(texts: Iterable[str]) -> frozenset[Decimal]:
    values = set()
    for text in texts:
        for match in _NUMBER.finditer(text.lstrip("+−-")):
            value = read_angka(match[0].rstrip("."))
            if value is not None:
                values.add(abs(value))
    return frozenset(values)


def _is_no_figure(text: str, start: int, end: int, value: Decimal) -> bool:
    word = text[start:end]
    if _LEGAL.search(text[:start]) or _MONTH.match(text[end:]):
        return True
    is_whole = value == value.to_integral_value() and not word.endswith("%")
    if not is_whole or word.startswith("Rp"):
        return False
    is_followed = re.match(r"\s*persen\b", text[end:], re.I) is not None
    is_year = "." not in word and int(value) in _YEARS
    return not is_followed and (value <= _SMALL or is_year)


def _says(quoted: Decimal, word: str, figure: Decimal) -> bool:
    """Whether the quoted number is the figure, or the figure rounded as far as it was quoted."""
    decimals = len(word.rstrip("%").partition(",")[2])
    return quoted in (figure, round_half_up(figure, decimals))


def stale_findings(data: DataKinerja, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """One finding for each section whose words quote a number that the report does not show."""
    paper = compose_lakip(data, texts)
    words = gather_words(data, texts)
    titles = {section.key: section for section in editable_sections(data)}
    found = []
    for key, text in words.items():
        stale = stale_numbers(text, paper)
        if stale and key in titles:
            numbers = join_words(list(dict.fromkeys(one.text for one in stale)))
            found.append(
                Finding(
                    "lakip.angka_usang",
                    Level.INFO,
                    f"{titles[key].bab}, bagian {titles[key].title} menyebut {numbers}, yang tidak "
                    "ada pada tabel laporan.",
                    "Cocokkan kalimatnya dengan angka terbaru.",
                    Place(bagian=key),
                )
            )
    return tuple(found)
