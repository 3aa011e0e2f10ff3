"""The LAKIP as one block tree: figures and people's words in the order of PermenPANRB 53/2014."""

from collections.abc import Mapping
from datetime import date

from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Paper
from runut.core.report.columns import even_decimals
from runut.core.report.lakip.bab1 import compose_bab1
from runut.core.report.lakip.bab2 import compose_bab2
from runut.core.report.lakip.bab3.anggaran import compose_anggaran
from runut.core.report.lakip.bab3.capaian import compose_capaian
from runut.core.report.lakip.bab3.penghargaan import compose_penghargaan
from runut.core.report.lakip.bab4 import compose_bab4
from runut.core.report.lakip.catatan import Catatan
from runut.core.report.lakip.depan import DATA_CONTOH, compose_cover, compose_front
from runut.core.report.lakip.draft import full_name, prepare_draft, unit_name
from runut.core.report.lakip.lampiran import compose_lampiran
from runut.core.report.lakip.live import live_figures
from runut.core.report.prose.resolve import Photos, resolve_paper


def compose_lakip(
    data: DataKinerja,
    texts: Mapping[str, str],
    *,
    tanggal: date | None = None,
    verification: str = "",
    with_reviu: bool = False,
    is_test: bool = False,
    catatan: Catatan | None = None,
    photos: Photos | None = None,
) -> Paper:
    """The whole report of one year, with a visible gap wherever words are still missing.

    ``texts`` are words by section key and win over those in the workbook. ``verification`` is the
    address behind the QR of an electronic signature; without it, room is left for ink.
    ``with_reviu`` adds the page of the reviewer, with an empty block. ``is_test``: the office signs
    with test certificates, and the block says so. ``catatan``: what the office keeps beside the
    figures, None where a workbook is all there is. ``photos`` are the pictures that the words hold,
    by their codes.
    """
    draft = prepare_draft(data, texts, catatan)
    office = unit_name(data.profil)
    paper = Paper(
        title=f"Laporan Kinerja {office} Tahun {data.tahun}",
        subject=f"Laporan kinerja (LAKIP) {full_name(data.profil)} tahun {data.tahun}",
        author=full_name(data.profil),
        cover=compose_cover(draft),
        front=tuple(
            even_decimals(block)
            for block in compose_front(
                draft,
                tanggal=tanggal,
                verification=verification,
                with_reviu=with_reviu,
                is_test=is_test,
            )
        ),
        body=tuple(
            even_decimals(block)
            for block in (
                *compose_bab1(draft),
                *compose_bab2(draft),
                *compose_capaian(draft),
                *compose_anggaran(draft),
                *compose_penghargaan(draft),
                *compose_bab4(draft),
                *compose_lampiran(draft),
            )
        ),
        header=f"LAKIP {data.profil.singkatan or office} Tahun {data.tahun}",
        footer=DATA_CONTOH if data.profil.is_contoh else "",
        paper="f4" if data.profil.kertas == "f4" else "a4",
        keywords=("LAKIP", "laporan kinerja", str(data.tahun), data.profil.singkatan or office),
    )
    return resolve_paper(paper, live_figures(draft), photos or {})
