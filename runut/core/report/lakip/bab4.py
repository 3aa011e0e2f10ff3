"""Bab IV Penutup: conclusions from the same counts as everywhere, and the steps ahead."""

from runut.core.kinerja.model import Sasaran
from runut.core.report.blocks import Block, Heading
from runut.core.report.cells import paragraph
from runut.core.report.lakip.draft import Draft, unit_name
from runut.core.report.lakip.keys import LANGKAH, SIMPULAN, rencana_key
from runut.core.report.lakip.sentences import budget_sentence, counts_sentence
from runut.core.report.lakip.words import needed, written


def compose_bab4(draft: Draft) -> tuple[Block, ...]:
    return (
        Heading(1, "PENUTUP", number="BAB IV", key="bab4"),
        Heading(2, "Simpulan", number="A.", key=SIMPULAN),
        *_conclusions(draft),
        Heading(2, "Langkah Perbaikan", number="B.", key=LANGKAH),
        paragraph(f"Langkah yang akan dilakukan pada tahun {draft.tahun + 1} adalah:"),
        *(
            block
            for number, sasaran in enumerate(draft.data.sasarans, start=1)
            for block in _steps(draft, number, sasaran)
        ),
        *written(draft.words, LANGKAH),
    )


def _conclusions(draft: Draft) -> tuple[Block, ...]:
    total = draft.total
    return (
        paragraph(
            *counts_sentence(
                draft.rekap,
                lead=f"Pada tahun {draft.tahun}, {unit_name(draft.data.profil)} mencatat ",
            )
        ),
        paragraph(*budget_sentence(total.pagu, total.realisasi, total.serapan)),
        *_verdict(draft),
        *written(draft.words, SIMPULAN),
    )


def _verdict(draft: Draft) -> tuple[Block, ...]:
    missed = [row.indikator.nama for row in draft.rows if row.hasil.is_tercapai is False]
    if missed:
        return (
            paragraph(
                "Indikator yang belum mencapai target dan menjadi perhatian tahun berikutnya: "
                f"{'; '.join(missed)}."
            ),
        )
    if draft.rekap.jumlah and not draft.rekap.belum_diukur:
        return (paragraph("Seluruh indikator mencapai target yang diperjanjikan."),)
    return ()


def _steps(draft: Draft, number: int, sasaran: Sasaran) -> tuple[Block, ...]:
    return (
        Heading(
            3,
            f"Sasaran {number}: {sasaran.nama}",
            key=rencana_key(sasaran.id),
            in_contents=False,
        ),
        *needed(
            draft.words,
            rencana_key(sasaran.id),
            f"langkah perbaikan tahun {draft.tahun + 1} untuk sasaran {number}",
        ),
    )
