"""Analysis 5 of a sasaran: what helped, what hindered, what was done; only people's words."""

from runut.core.kinerja.model import Sasaran
from runut.core.report.blocks import Block, Cell, Heading, Line, Table, line
from runut.core.report.cells import cell, head_row
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.formulas import indikator_title
from runut.core.report.lakip.keys import (
    analisis_key,
    faktor_key,
    hambatan_key,
    pendorong_key,
    penyebab_key,
    solusi_key,
)
from runut.core.report.lakip.words import needed, written

FAKTOR = ("pendorong", "hambatan", "solusi")


def cause_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """5) Helped, hindered, done about it: by indicator where written so, then for the sasaran.

    The causes may be told in one text or in the two slots; one of them must be there.
    """
    slots = (
        *_slot(draft, "Faktor pendorong", pendorong_key(sasaran.id)),
        *_slot(draft, "Faktor penghambat", hambatan_key(sasaran.id)),
    )
    causes = written(draft.words, penyebab_key(sasaran.id))
    if causes or not slots:
        missed = [
            row.indikator.nama
            for row in draft.rows_of(sasaran)
            if row.is_dihitung and row.hasil.is_tercapai is False
        ]
        about = f" ({'; '.join(missed)} belum mencapai target)" if missed else ""
        ask = f"penyebab keberhasilan atau kegagalan, naik atau turunnya kinerja{about}"
        slots = (
            _label("Penyebab", penyebab_key(sasaran.id)),
            *needed(draft.words, penyebab_key(sasaran.id), ask),
            *slots,
        )
    return (
        *_by_indicator(draft, sasaran),
        *slots,
        _label("Solusi yang telah dilakukan", solusi_key(sasaran.id)),
        *needed(
            draft.words,
            solusi_key(sasaran.id),
            "alternatif solusi yang telah dilakukan beserta hambatannya",
        ),
    )


def _slot(draft: Draft, title: str, key: str) -> tuple[Block, ...]:
    words = written(draft.words, key)
    return (_label(title, key), *words) if words else ()


def _label(text: str, key: str) -> Heading:
    return Heading(5, text, key=key, in_contents=False)


def _by_indicator(draft: Draft, sasaran: Sasaran) -> tuple[Table, ...]:
    """T6: the factors of those indicators about which somebody wrote by themselves."""
    told = [
        row.indikator
        for row in draft.rows_of(sasaran)
        if any(faktor_key(row.indikator.id, one) in draft.words for one in FAKTOR)
    ]
    if not told:
        return ()
    return (
        Table(
            head=(head_row("Indikator", "Pendorong", "Penghambat", "Solusi"),),
            rows=tuple(
                (
                    cell(indikator_title(one)),
                    *(_words(draft, faktor_key(one.id, faktor)) for faktor in FAKTOR),
                )
                for one in told
            ),
            widths=(0.22, 0.26, 0.26, 0.26),
            caption=f"Faktor pendorong, penghambat, dan solusi, {draft.label_of(sasaran)}",
            key=f"{analisis_key(sasaran.id, 5)}.tabel",
        ),
    )


def _words(draft: Draft, key: str) -> Cell:
    rows = [row.strip() for row in draft.words.get(key, "").splitlines() if row.strip()]
    lines: list[Line] = [line(row) for row in rows]
    return Cell(tuple(lines) or (line("–"),))
