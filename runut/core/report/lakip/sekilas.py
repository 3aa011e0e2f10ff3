"""The year on one page, drawn: how many reached their target, each sasaran, the money, the misses.

Every number is one that the summary or Bab III prints too; nothing is computed here.
"""

from decimal import Decimal

from runut.core.kinerja.anggaran import top_rows
from runut.core.kinerja.angka import format_persen, format_rupiah
from runut.core.report.blocks import Chart, Node, Series
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.sentences import belum_dinilai

_MOST_NAMED = 6
_MOST_BARS = 12
TERCAPAI, BELUM, TIDAK_DINILAI = "mencapai target", "belum mencapai", "belum dinilai"


def glance(draft: Draft) -> tuple[Chart, ...]:
    """One drawing; none while nothing was measured."""
    if not draft.rekap.jumlah or not (draft.rekap.tercapai or draft.rekap.tidak_tercapai):
        return ()
    tiles = _tiles(draft)
    told = ", ".join(f"{tile.text} {tile.kind}" for tile in tiles)
    return (
        Chart(
            kind="glance",
            caption=f"Kinerja tahun {draft.tahun} sekilas",
            labels=(),
            series=(),
            unit="",
            alt=f"Ikhtisar satu halaman: {told}.{_missed_words(draft)}",
            panels=(*by_sasaran(draft), *_money(draft)),
            tree=(Node("", "angka", tiles), Node("", "belum", _missed(draft))),
        ),
    )


def _tiles(draft: Draft) -> tuple[Node, ...]:
    rekap, total = draft.rekap, draft.total
    tiles = [
        Node(str(rekap.jumlah), "indikator"),
        Node(str(rekap.tercapai), TERCAPAI),
        Node(str(rekap.tidak_tercapai), BELUM),
    ]
    if rest := belum_dinilai(rekap):
        tiles.append(Node(str(rest), TIDAK_DINILAI))
    if rekap.rata_rata is not None:
        tiles.append(Node(format_persen(rekap.rata_rata), "rata-rata capaian"))
    if total.serapan is not None:
        tiles.append(
            Node(format_persen(total.serapan), f"serapan dari {format_rupiah(total.pagu)}")
        )
    return tuple(tiles)


def by_sasaran(draft: Draft, most: int = _MOST_BARS) -> tuple[Chart, ...]:
    """Of each sasaran how many indicators reached their target, missed it, or are open."""
    rows = [one for one in draft.efisiensi if one.capaian.jumlah][:most]
    if not rows:
        return ()
    counts = (
        (TERCAPAI, tuple(Decimal(one.capaian.tercapai) for one in rows)),
        (BELUM, tuple(Decimal(one.capaian.tidak_tercapai) for one in rows)),
        (TIDAK_DINILAI, tuple(Decimal(belum_dinilai(one.capaian)) for one in rows)),
    )
    return (
        Chart(
            kind="bar",
            caption="Indikator menurut sasaran",
            labels=tuple(one.sasaran.nama for one in rows),
            series=tuple(Series(name, values) for name, values in counts if any(values)),
            unit="",
            alt="",
        ),
    )


def _money(draft: Draft) -> tuple[Chart, ...]:
    rows = [row for row in top_rows(draft.data) if row.jumlah.serapan is not None][:_MOST_BARS]
    if not rows:
        return ()
    return (
        Chart(
            kind="bar",
            caption="Serapan anggaran menurut program",
            labels=tuple(row.anggaran.nama for row in rows),
            series=(Series("serapan", tuple(row.jumlah.serapan for row in rows)),),
            unit="%",
            alt="",
            reference=Decimal(100),
        ),
    )


def _missed(draft: Draft) -> tuple[Node, ...]:
    missed = [row for row in draft.counted if row.hasil.is_tercapai is False]
    named = [
        Node(f"{row.indikator.id} {row.indikator.nama}", row.hasil.capaian_teks)
        for row in missed[:_MOST_NAMED]
    ]
    if len(missed) > _MOST_NAMED:
        named.append(Node(f"dan {len(missed) - _MOST_NAMED} indikator lain", ""))
    return tuple(named)


def _missed_words(draft: Draft) -> str:
    named = "; ".join(f"{node.text} {node.kind}".strip() for node in _missed(draft))
    return f" Belum mencapai target: {named}." if named else ""
