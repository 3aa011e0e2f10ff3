"""What can be said of a report: one function for the board, the reviewer's page and the command."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from runut.core.findings import Finding, Level
from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.matrix import Matriks, matrix_of
from runut.core.report.lakip.ready import siap_terbit
from runut.core.report.lakip.review.answers import ARTI, TIDAK, Jawab, Jawaban
from runut.core.report.lakip.review.criteria import answer_criteria
from runut.core.report.lakip.review.facts import Fakta, facts_of
from runut.core.report.lakip.review.form import Bahan, answer_form
from runut.core.report.lakip.review.sources import HANYA_BUKU, Pembanding

_NAMED = 3


@dataclass(frozen=True)
class Pernyataan:
    """All that can be said: what is filled, the answers, the facts, and what is missing."""

    matriks: Matriks
    jawaban: tuple[Jawaban, ...]
    fakta: tuple[Fakta, ...]
    kurang: tuple[Finding, ...]

    def answered(self, jawab: Jawab) -> tuple[Jawaban, ...]:
        return tuple(one for one in self.jawaban if one.jawab == jawab)

    @property
    def tally(self) -> tuple[tuple[Jawab, int], ...]:
        """How many points have which answer, in the order in which they are explained."""
        return tuple((one, len(self.answered(one))) for one in ARTI)

    @property
    def sentence(self) -> str:
        """The answers in one line; no grade follows from them."""
        parts = ", ".join(f"{number} {jawab}" for jawab, number in self.tally)
        return f"{len(self.jawaban)} butir reviu: {parts}."


def attest(
    data: DataKinerja, texts: Mapping[str, str], pembanding: Pembanding = HANYA_BUKU
) -> Pernyataan:
    """Answers in the order of the forms: I.1 … III.10, then 3.a.1 … 3.b.9."""
    draft = prepare_draft(data, texts)
    matriks = matrix_of(draft)
    bahan = Bahan(draft, matriks, pembanding)
    answers = (*answer_form(bahan), *answer_criteria(bahan))
    return Pernyataan(
        matriks,
        tuple(replace(one, bukti=pembanding.bukti.get(one.nomor, ())) for one in answers),
        facts_of(draft),
        siap_terbit(draft, matriks),
    )


def findings_of(said: Pernyataan) -> tuple[Finding, ...]:
    """What is to be mended: what is missing, the points answered no, and where to look."""
    seen = (_seen(one) for one in said.fakta if one.needs_look)
    return (*said.kurang, *map(_finding, said.answered(TIDAK)), *seen)


def _seen(fact: Fakta) -> Finding:
    more = f"; dan {len(fact.letak) - _NAMED} lagi" if len(fact.letak) > _NAMED else ""
    where = f"Lihat {'; '.join(fact.letak[:_NAMED])}{more}."
    return Finding(f"fakta.{fact.kode}", Level.INFO, fact.kalimat, where)


def _finding(answer: Jawaban) -> Finding:
    letak = f" ({answer.letak})" if answer.letak else ""
    return Finding(
        f"reviu.{answer.nomor}",
        Level.WARNING,
        f"Reviu butir {answer.nomor}{letak}: {answer.pernyataan}",
        answer.alasan,
    )
