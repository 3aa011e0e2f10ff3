"""What the report of a case is compared with, and the evidence that the case holds.

Sources are read for every page that speaks of the review; evidence only where people judge.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.db.models import Q
from django.urls import reverse

from runut.core.case.events import StepCompleted
from runut.core.report.lakip.review.answers import Bukti
from runut.core.report.lakip.review.attest import Pernyataan, attest
from runut.core.report.lakip.review.sources import Pembanding
from runut.core.words.dates import format_date
from runut.office.cases.events import events_of
from runut.office.cases.models import Case, Document
from runut.office.kinerja.models import KeptFinding
from runut.office.kinerja.queries import findings_of_year
from runut.office.people.models import Person, names_by_ref
from runut.office.plans.queries import held_against
from runut.office.reports.lakip.data import data_for, data_of_year, dataset_for
from runut.office.reports.queries import latest_texts
from runut.office.reports.signer import signs_for_testing

Evidence = dict[str, tuple[Bukti, ...]]
_MEETING = ("undangan", "daftar_hadir", "notulensi")


def attested(
    case: Case, texts: Mapping[str, str] | None = None, *, with_evidence: bool = False
) -> Pernyataan | None:
    """All that can be said of the report; None while the figures of the year have not come in.

    ``texts``: the words of its sections, where they are read already.
    """
    data = data_for(case)
    if data is None:
        return None
    found = compared_with(case)
    if with_evidence:
        found = replace(found, bukti=evidence_of(case))
    return attest(data, latest_texts(case) if texts is None else texts, found)


def compared_with(case: Case) -> Pembanding:
    """The signed agreement, last year's figures and report, the frozen and the signed document."""
    known = case.__dict__
    if "_compared_with" not in known:
        known["_compared_with"] = _find_sources(case)
    found: Pembanding = known["_compared_with"]
    return found


def _find_sources(case: Case) -> Pembanding:
    data = data_for(case)
    if data is None:
        return Pembanding()
    pk, sesuai = held_against(case.office_id, data)
    found = _reports(case)
    own = [one for one in found if one.case_id == case.pk]
    before = [one for one in found if one.case.tahun != case.tahun]
    proves = not signs_for_testing(case.office)
    return Pembanding(
        perjanjian=pk.says if pk else None,
        sesuai=sesuai,
        tahun_lalu=data_of_year(case.office_id, data.tahun - 1),
        naskah=_last(own, "dibekukan", is_signed=False),
        tanda_tangan=_last(own, "ditandatangani", is_signed=True) if proves else "",
        laporan_lalu=_last(before, "ditandatangani", is_signed=True) if proves else "",
    )


def _reports(case: Case) -> list[Document]:
    """The frozen and the signed reports of this case and of those of the year before."""
    if case.tahun is None:
        return []
    rows = Document.objects.filter(
        Q(frozen__isnull=False) | Q(signs__frozen__isnull=False),
        office_id=case.office_id,
        case__laporan=case.laporan,
        case__tahun__in=(case.tahun, case.tahun - 1),
    )
    return list(rows.select_related("case__office").order_by("pk"))


def _last(documents: list[Document], what: str, *, is_signed: bool) -> str:
    found = [one for one in documents if (one.signs_id is not None) is is_signed]
    if not found:
        return ""
    return f"{found[-1].nama} versi {found[-1].versi}, {what} {_day_of(found[-1])}"


def _day_of(document: Document) -> str:
    return format_date(document.dibuat_pada.astimezone(document.case.office.zone).date())


def evidence_of(case: Case) -> Evidence:
    """What the case holds for those points that only a person can judge."""
    documents = list(
        Document.objects.filter(office_id=case.office_id, case=case)
        .select_related("dibuat_oleh", "case__office")
        .order_by("pk")
    )
    names = names_by_ref(Person.objects.filter(office_id=case.office_id))
    trail = Bukti("Jejak pelaksanaan dan dokumennya", reverse("kasus_riwayat", args=[case.pk]))
    preview = Bukti("Pratinjau laporan", reverse("laporan_pratinjau", args=[case.pk]))
    loads, marks = tuple(_loads(case, names)), tuple(_marks(case, names))
    meeting = tuple(_opens(one) for one in documents if one.jenis in _MEETING)
    signed = tuple(_opens(one) for one in documents if one.signs_id)
    agreement = (Bukti("Perjanjian Kinerja di Runut", reverse("pk_daftar")),)
    return {
        "II.1": (*(_opens(one) for one in documents if one.jenis == "draft_akhir"), trail),
        "II.3": (*loads, trail),
        "II.5": (*loads, *_findings(case)),
        "II.6": (*meeting, *marks) or (trail,),
        "II.7": (preview,),
        "III.1": agreement,
        "III.4": agreement,
        "III.5": (preview,),
        "III.8": (preview,),
        "III.10": (preview,),
        "3.a.3": signed,
        "3.a.4": (Bukti("Catatan atas pelaksanaan ini", reverse("catatan", args=[case.pk])),),
        "3.a.5": tuple(_opens(one) for one in documents if one.is_published),
        "3.a.6": (*_due(case), *signed),
    }


def _opens(document: Document) -> Bukti:
    who = document.dibuat_oleh.nama
    what = f"{document.nama} versi {document.versi}, {_day_of(document)}, oleh {who}"
    if document.signs_id and signs_for_testing(document.case.office):
        what += ", sertifikat uji tanpa kekuatan hukum"
    return Bukti(what, reverse("naskah", args=[document.pk]))


def _loads(case: Case, names: dict[str, str]) -> Iterator[Bukti]:
    dataset = dataset_for(case)
    if dataset is not None:
        day = dataset.dimuat_pada.astimezone(case.office.zone).date()
        who = names.get(str(dataset.dimuat_oleh_id), "–")
        yield Bukti(
            f"Data kinerja {dataset.tahun} versi {dataset.versi}, dimuat {who} {format_date(day)}",
            reverse("kinerja_data", args=[dataset.pk]),
        )


def _findings(case: Case) -> Iterator[Bukti]:
    dataset = dataset_for(case)
    if dataset is None:
        return
    states = [one.keadaan for one in findings_of_year(case.office_id, dataset.tahun)]
    open_, right = KeptFinding.Keadaan.TERBUKA, KeptFinding.Keadaan.BENAR
    yield Bukti(
        f"Temuan atas data: {states.count(open_)} belum dijawab, {states.count(right)} dinyatakan "
        "benar",
        reverse("kinerja_temuan", args=[dataset.tahun]),
    )


def _marks(case: Case, names: dict[str, str]) -> Iterator[Bukti]:
    trail = reverse("kasus_riwayat", args=[case.pk])
    for event in events_of(case):
        if isinstance(event, StepCompleted) and event.mark:
            day = event.at.astimezone(case.office.zone).date()
            mark = "Tanda tangan" if event.mark == "tanda_tangan" else "Paraf"
            who = names.get(event.by, "–")
            yield Bukti(f"{mark} {who}, langkah {event.no}, {format_date(day)}", trail)


def _due(case: Case) -> Iterator[Bukti]:
    if case.batas:
        yield Bukti(f"Batas penyampaian {format_date(case.batas)}")
