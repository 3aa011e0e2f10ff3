"""The report as it leaves to be edited in Word: with a place for each section, empty ones too."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Paper
from runut.core.report.lakip.catatan import Catatan
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.sections import editable_sections
from runut.core.report.lakip.words import gather_words
from runut.core.report.prose.resolve import Photos
from runut.core.report.word.places import MARK, sections_in, with_places


def compose_copy(
    data: DataKinerja,
    texts: Mapping[str, str],
    *,
    heading: str,
    tanggal: date | None = None,
    photos: Photos | None = None,
    catatan: Catatan | None = None,
) -> Paper:
    """The report with these words. ``heading`` says on every page which copy it is."""
    paper = compose_lakip(data, texts, tanggal=tanggal, photos=photos, catatan=catatan)
    words, placed = gather_words(data, texts), sections_in(paper)
    asks = {
        one.key: f"boleh kosong. {one.title}: tuliskan {one.ask}."
        for one in editable_sections(data)
        if not words.get(one.key) and one.key not in placed
    }
    with_marks = {**texts, **dict.fromkeys(asks, MARK)}
    marked = compose_lakip(data, with_marks, tanggal=tanggal, photos=photos, catatan=catatan)
    paper = with_places(paper, marked, asks)
    return replace(paper, header=f"{heading} · {paper.header}")
