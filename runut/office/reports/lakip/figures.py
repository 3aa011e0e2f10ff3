"""What the board of a LAKIP says of its figures: findings with their owner, the signed targets."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.core.kinerja.perjanjian import SesuaiPK, sesuai_pk
from runut.office.cases.models import Case
from runut.office.kinerja.models import Dataset, KeptFinding
from runut.office.kinerja.queries import findings_of_year
from runut.office.kinerja.stored import data_of
from runut.office.reports.lakip.data import dataset_for
from runut.office.reports.lakip.sources import compared_with


@dataclass(frozen=True)
class FiguresPanel:
    """``open``: findings that wait for an answer; ``right``: figures that somebody vouched for."""

    dataset: Dataset
    open: Sequence[KeptFinding]
    right: Sequence[KeptFinding]
    sesuai: SesuaiPK


def figures_panel(case: Case) -> FiguresPanel | None:
    """None while the figures of the year have not come in."""
    dataset = dataset_for(case)
    if dataset is None:
        return None
    rows = list(findings_of_year(case.office_id, dataset.tahun))
    state = KeptFinding.Keadaan
    return FiguresPanel(
        dataset,
        [one for one in rows if one.keadaan == state.TERBUKA],
        [one for one in rows if one.keadaan == state.BENAR],
        compared_with(case).sesuai or sesuai_pk(None, data_of(dataset)),
    )
