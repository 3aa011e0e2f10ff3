"""How indicators moved since last year, in words: who which way, and what must be explained."""

from collections.abc import Sequence

from runut.core.kinerja.deret import Arah, TitikTahun
from runut.core.kinerja.model import Indikator, Polaritas
from runut.core.kinerja.tinjauan import better_since, missed_since
from runut.core.report.blocks import Figure, Line, line
from runut.core.report.lakip.figures import capaian_figure, change_text, change_unit, measured
from runut.core.words.items import join_words

_LONG = 3
"""Years that make a run worth a sentence."""

Moved = Sequence[tuple[Indikator, tuple[TitikTahun, ...]]]


def years_sentences(moved: Moved, tahun: int) -> tuple[Line, ...]:
    """What moved since last year, then for how long already; a long run that all have says both."""
    runs = long_runs(moved)
    better = {better_since(points) or tahun for _, points in moved}
    is_told = len(runs) == len(better) == 1 and tahun - min(better) >= _LONG
    is_plain = not _rule_words([one for one, _ in moved])
    return runs if is_told and is_plain else (moves_sentence(moved, tahun), *runs)


def moves_sentence(moved: Moved, tahun: int) -> Line:
    """Which indicators are better, worse or the same as last year, read by their polarity."""
    groups = {
        "membaik": [one.id for one, points in moved if points[-1].arah is Arah.MEMBAIK],
        "memburuk": [one.id for one, points in moved if points[-1].arah is Arah.MEMBURUK],
        "tetap": [one.id for one, points in moved if points[-1].arah is Arah.TETAP],
    }
    parts = [f"{join_words(codes)} {way}" for way, codes in groups.items() if codes]
    sentences = []
    if parts:
        rule = _rule_words([one for one, points in moved if points[-1].arah is not None])
        sentences.append(f"Dibandingkan tahun {tahun - 1}, {'; '.join(parts)}{rule}.")
    open_ones = [one.id for one, points in moved if points[-1].arah is None]
    if open_ones:
        sentences.append(
            f"{join_words(open_ones)} belum dapat dibandingkan dengan tahun {tahun - 1}."
        )
    return line(" ".join(sentences)) if sentences else ()


def _rule_words(indikators: Sequence[Indikator]) -> str:
    """Said only where a number that falls is good."""
    falling = [one.id for one in indikators if one.polaritas is Polaritas.TURUN]
    return f" ({join_words(falling)}: makin rendah makin baik)" if falling else ""


def worse_sentence(indikator: Indikator, points: Sequence[TitikTahun]) -> Line:
    """A result that is worse than last year's: from what to what."""
    last = points[-1]
    before = indikator.riwayat.get(last.tahun - 1)
    lead = f"{indikator.nama} memburuk dibandingkan tahun {last.tahun - 1}"
    if before is None or last.selisih is None:
        return line(f"{lead}.")
    how = f"dihitung: realisasi {last.tahun} dikurangi realisasi {last.tahun - 1}"
    way = "naik" if last.selisih > 0 else "turun"
    return line(
        f"{lead}: {way} ",
        Figure(change_text(last.selisih, change_unit(indikator)), how),
        " dari ",
        measured(before, indikator.satuan),
        " menjadi ",
        measured(indikator.realisasi, indikator.satuan),
        ".",
    )


def other_ways(indikator: Indikator, points: Sequence[TitikTahun]) -> tuple[Line, ...]:
    """Said only where capaian went another way than the result, because the target moved."""
    last = points[-1]
    old = points[-2].hasil if len(points) > 1 else None
    if old is None or old.capaian is None or last.hasil.capaian is None or last.arah is None:
        return ()
    change = last.hasil.capaian - old.capaian
    is_other = {
        Arah.MEMBAIK: change < 0,
        Arah.MEMBURUK: change > 0,
        Arah.TETAP: change != 0,
    }
    if not is_other[last.arah]:
        return ()
    way = "naik" if change > 0 else "turun"
    return (
        line(
            f"{indikator.nama}: realisasinya {last.arah.value}, tetapi karena target berubah "
            f"capaiannya {way} dari ",
            capaian_figure(old),
            " menjadi ",
            capaian_figure(last.hasil),
            ".",
        ),
    )


def long_runs(moved: Moved) -> tuple[Line, ...]:
    """Runs of several years: better every year, or the target missed every year."""
    better: dict[int, list[str]] = {}
    missed: dict[int, list[str]] = {}
    for one, points in moved:
        last = points[-1].tahun
        since = better_since(points)
        if since is not None and last - since >= _LONG:
            better.setdefault(since, []).append(one.id)
        since = missed_since(points)
        if since is not None and last - since + 1 >= _LONG:
            missed.setdefault(since, []).append(one.id)
    last = moved[-1][1][-1].tahun if moved else 0
    return (
        *(
            line(f"{join_words(codes)} membaik setiap tahun sejak {since}.")
            for since, codes in better.items()
        ),
        *(
            line(
                f"{join_words(codes)} tidak mencapai target {last - since + 1} tahun "
                f"berturut-turut ({since}–{last})."
            )
            for since, codes in missed.items()
        ),
    )
