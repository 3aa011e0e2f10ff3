"""The act of publishing: a signed report becomes readable for everybody."""

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import case_subject
from runut.office.cases.models import Document
from runut.office.people.models import Grant, Right
from runut.office.trust.append import Act, append


def publish(document: Document, doer: Doer) -> Done | Refused:
    """Publish a signed document on the public page of the office."""
    rights = Grant.objects.filter(
        office_id=doer.person.office_id, person=doer.person, right=Right.START
    )
    if not rights.exists():
        return Refused("bukan_pelaksana", "Hanya yang berwenang memulai SOP dapat menerbitkan.")
    if document.signs_id is None:
        return Refused("belum_ditandatangani", "Hanya laporan yang sudah ditandatangani terbit.")
    with transaction.atomic():
        if known := recall(doer):
            return known
        count = Document.objects.filter(
            office_id=doer.person.office_id, pk=document.pk, is_published=False
        ).update(is_published=True)
        if count:
            facts = {"nama": document.nama, "kode": document.kode}
            line = Act(
                "dokumen.diterbitkan", case_subject(document.case_id), facts, document.sha256
            )
            append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)
