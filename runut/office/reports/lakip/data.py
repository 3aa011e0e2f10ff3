"""The figures that a LAKIP reports on."""

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.keys import LANGKAH, rencana_key
from runut.core.report.lakip.sources import Source, sources_of
from runut.core.report.lakip.words import gather_words
from runut.core.sop.model import SOP
from runut.office.cases.models import Case
from runut.office.kinerja.actions import data_of, latest_dataset
from runut.office.reports.queries import latest_texts


def data_for(case: Case) -> DataKinerja | None:
    """The figures that a case reports on, the newest of its year."""
    return data_of_year(case.office_id, case.tahun) if case.tahun else None


def data_of_year(office_id: int, tahun: int) -> DataKinerja | None:
    """The newest figures of a year; None where none were loaded."""
    dataset = latest_dataset(office_id, tahun)
    return data_of(dataset) if dataset else None


def sources(sop: SOP, office_id: int, tahun: int) -> tuple[Source, ...]:
    """What the SOPs that feed the report have left for a year."""
    return sources_of(sop, tahun, data_of_year(office_id, tahun))


def plans(case: Case) -> tuple[tuple[str, str], ...]:
    """What a report plans for the next year: by sasaran, and the steps of its last chapter."""
    data = data_for(case)
    if data is None:
        return ()
    words = gather_words(data, latest_texts(case))
    by_sasaran = ((f"Rencana: {one.nama}", rencana_key(one.id)) for one in data.sasarans)
    found = (
        (dari, words.get(key, "")) for dari, key in (*by_sasaran, ("Langkah ke depan", LANGKAH))
    )
    return tuple((dari, isi) for dari, isi in found if isi)
