"""The figures that a LAKIP reports on."""

from django.db.models import Exists, OuterRef

from runut.core.case.model import CaseStatus
from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.keys import LANGKAH, rencana_key
from runut.core.report.lakip.live import live_figures
from runut.core.report.lakip.sources import Source, sources_of
from runut.core.report.lakip.words import gather_words
from runut.core.report.prose.plain import plain_words
from runut.core.sop.model import SOP
from runut.office.cases.models import Case, Document
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.stored import data_of
from runut.office.reports.models import FrozenDraft
from runut.office.reports.queries import latest_texts


def data_for(case: Case) -> DataKinerja | None:
    """The figures that a case reports on: the newest of its year, and once it is signed those
    that were signed."""
    dataset = dataset_for(case)
    return data_of(dataset) if dataset else None


def dataset_for(case: Case) -> Dataset | None:
    """Asked once for a case as it was read: its row is read anew by every act."""
    known = case.__dict__
    if "_dataset" not in known:
        known["_dataset"] = _find_dataset(case)
    found: Dataset | None = known["_dataset"]
    return found


def _find_dataset(case: Case) -> Dataset | None:
    if case.tahun is None:
        return None
    versi = _signed_version(case)
    if versi is None:
        return latest_dataset(case.office_id, case.tahun)
    return Dataset.objects.filter(office_id=case.office_id, tahun=case.tahun, versi=versi).first()


def data_authors(case: Case) -> frozenset[str]:
    """Who loaded them: it is his work that a checker of the report checks."""
    dataset = dataset_for(case)
    return frozenset({str(dataset.dimuat_oleh_id)}) if dataset else frozenset()


def data_version(case: Case) -> int | None:
    dataset = dataset_for(case)
    return dataset.versi if dataset else None


def _signed_version(case: Case) -> int | None:
    """The version of the figures in the draft that was signed, or left when the case ended."""
    signed = Document.objects.filter(office_id=case.office_id, signs=OuterRef("document"))
    frozen = FrozenDraft.objects.filter(office_id=case.office_id, case=case)
    last = frozen.annotate(is_signed=Exists(signed)).order_by("-pk").first()
    if last is None or (case.status == CaseStatus.BERJALAN and not last.is_signed):
        return None
    return last.data_versi


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
    live = live_figures(prepare_draft(data, {}))
    by_sasaran = ((f"Rencana: {one.nama}", rencana_key(one.id)) for one in data.sasarans)
    found = (
        (dari, plain_words(words.get(key, ""), live))
        for dari, key in (*by_sasaran, ("Langkah ke depan", LANGKAH))
    )
    return tuple((dari, isi) for dari, isi in found if isi)
