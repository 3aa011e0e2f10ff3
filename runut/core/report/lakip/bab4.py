"""Bab IV Penutup: conclusions from the same counts as everywhere, and the steps ahead."""

from runut.core.kinerja.model import Sasaran
from runut.core.report.blocks import Block, Heading, Line, line
from runut.core.report.cells import paragraph
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.keys import (
    LANGKAH,
    LHE,
    PEMANFAATAN,
    RENCANA_LALU,
    SIMPULAN,
    rencana_key,
)
from runut.core.report.lakip.sentences import belum_dinilai, year_sentences
from runut.core.report.lakip.tindakan import (
    answered_blocks,
    evaluation_blocks,
    plan_blocks,
    use_blocks,
)
from runut.core.report.lakip.words import needed, written
from runut.core.report.proposals import joined, propose, told


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
        *plan_blocks(draft),
        *written(draft.words, LANGKAH),
        *_answers(draft),
    )


def _answers(draft: Draft) -> tuple[Block, ...]:
    """What earlier reports and evaluations asked for, lettered on from the steps."""
    parts = (
        ("Hasil Rencana Aksi Sebelumnya", RENCANA_LALU, answered_blocks(draft)),
        ("Tindak Lanjut Hasil Evaluasi", LHE, evaluation_blocks(draft)),
        ("Pemanfaatan Informasi Kinerja", PEMANFAATAN, use_blocks(draft)),
    )
    shown = [part for part in parts if part[2]]
    return tuple(
        block
        for letter, (title, key, blocks) in zip("CDE", shown, strict=False)
        for block in (Heading(2, title, number=f"{letter}.", key=key), *blocks)
    )


def _conclusions(draft: Draft) -> tuple[Block, ...]:
    counts, money = year_sentences(draft.rekap, draft.total, f"Pada tahun {draft.tahun}, ")
    words = joined(counts, _verdict(draft), money)
    return (
        *propose(SIMPULAN, "simpulan", *told([words])),
        *written(draft.words, SIMPULAN),
    )


def _verdict(draft: Draft) -> Line:
    missed = [row.indikator.nama for row in draft.rows if row.hasil.is_tercapai is False]
    if missed:
        return line(
            "Indikator yang belum mencapai target dan menjadi perhatian tahun berikutnya: "
            f"{'; '.join(missed)}."
        )
    if draft.rekap.jumlah and not belum_dinilai(draft.rekap):
        return line("Seluruh indikator mencapai target yang diperjanjikan.")
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
