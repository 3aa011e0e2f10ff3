"""The plan of action of a report becomes tasks when the report has gone through its last step."""

from collections.abc import Sequence

from runut.office.action_plan.actions import give_out
from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase
from runut.office.kinerja.stored import data_of
from runut.office.people.models import Person, Right
from runut.office.people.rights import people_with
from runut.office.reports.lakip.data import dataset_for
from runut.office.trust.append import Act


def give_out_plan(case: OpenCase, doer: Doer) -> Sequence[Act]:
    """The lines of the figures that the report was drawn from; nothing without figures."""
    dataset = dataset_for(case.row)
    if dataset is None:
        return ()
    keeper = _keeper(case.row.office_id, dataset.dimuat_oleh)
    return give_out(case.row, data_of(dataset).rencana_aksi, keeper, doer)


def _keeper(office_id: int, loader: Person) -> Person:
    """Who keeps the figures: who loaded these, where that person still does."""
    keepers = people_with(office_id, Right.KINERJA)
    return loader if loader in keepers or not keepers else keepers[0]
