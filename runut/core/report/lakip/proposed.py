"""What the report proposes in sentences of its own, without drawing the whole of it."""

from runut.core.report.blocks import Paper
from runut.core.report.lakip.bab1 import compose_bab1
from runut.core.report.lakip.bab3.anggaran import compose_anggaran
from runut.core.report.lakip.bab3.capaian import compose_capaian
from runut.core.report.lakip.bab4 import compose_bab4
from runut.core.report.lakip.depan import compose_front
from runut.core.report.lakip.draft import Draft
from runut.core.report.proposals import Proposal, proposals_of


def proposed_in(draft: Draft) -> tuple[Proposal, ...]:
    """Every sentence that a rule wrote for this report, in the order of the report."""
    front = compose_front(draft, tanggal=None, verification="", with_reviu=False, is_test=False)
    body = (
        *compose_bab1(draft),
        *compose_capaian(draft),
        *compose_anggaran(draft),
        *compose_bab4(draft),
    )
    return proposals_of(Paper("", body, front=front))
