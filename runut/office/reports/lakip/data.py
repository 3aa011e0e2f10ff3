"""The figures that a LAKIP reports on."""

from runut.core.kinerja.model import DataKinerja
from runut.office.cases.models import Case
from runut.office.kinerja.actions import data_of, latest_dataset


def data_for(case: Case) -> DataKinerja | None:
    """The figures that a case reports on, the newest of its year."""
    dataset = latest_dataset(case.office_id, case.tahun) if case.tahun else None
    return data_of(dataset) if dataset else None
