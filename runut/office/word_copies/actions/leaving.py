"""Drawing the draft for Word: a copy with a code, and what it said when it left."""

from django.conf import settings
from django.db import transaction

from runut.core.findings import Refused
from runut.core.report.proposals import settle, with_marks
from runut.files.store import put
from runut.files.write.paper import write_docx
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject, load, load_to_write
from runut.office.cases.documents import new_kode
from runut.office.cases.text_life import refuse_closed, writers_words
from runut.office.people.models import Person
from runut.office.reports.drafting import NO_REPORT
from runut.office.reports.proposals import decisions_of
from runut.office.reports.queries import latest_rows
from runut.office.reports.register import report_of
from runut.office.trust.append import Act, append
from runut.office.word_copies.models import WordCopy
from runut.office.works.laporan.writing import writable_keys

HEADING = "SALINAN SUNTING"


def make_copy(case_id: int, doer: Doer) -> Done | Refused:
    """Draw the report as it stands for editing in Word. Drawn before the transaction: it takes a
    second, and a file that no act records does no harm."""
    if known := recall(doer):
        return known
    case = load(case_id, doer.person.office_id)
    kind = report_of(case.row)
    if kind is None:
        return NO_REPORT
    if refused := refuse_copying(case, doer):
        return refused
    kode = new_kode()
    drawn = kind.editable(case.row, doer.at.date(), f"{HEADING} {kode}")
    if isinstance(drawn, Refused):
        return drawn
    numbers = {key: number for number, key in enumerate(drawn.titles, start=1)}
    paper = with_marks(settle(drawn.paper, decisions_of(case.row)))
    sha256 = put(settings.FILES_DIR, write_docx(paper, created=doer.at, sections=numbers))
    saved = latest_rows(case.row)
    sections = [
        {
            "no": number,
            "key": key,
            "judul": drawn.titles[key],
            "versi": saved[key].versi if key in saved else 0,
            "teks": drawn.words[key],
        }
        for key, number in numbers.items()
    ]
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_copying(case, doer):
            return refused
        WordCopy.objects.create(
            office_id=case.row.office_id,
            case=case.row,
            kode=kode,
            sha256=sha256,
            bagian=sections,
            angka=dict(drawn.values),
            dibuat_oleh=doer.person,
            dibuat_pada=doer.at,
        )
        line = Act("laporan.salinan_word", case_subject(case_id), {"kode": kode}, sha256)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def refuse_copying(case: OpenCase, doer: Doer) -> Refused | None:
    """Copies are for who writes, while it is written."""
    if refused := refuse_closed(case):
        return refused
    if not writable_keys(case, doer.person, doer.at):
        return refuse_reader(case, doer.person)
    return None


def refuse_reader(case: OpenCase, person: Person) -> Refused:
    """The answer to who reads the report and does not write it."""
    return Refused(
        "bukan_pelaksana",
        f"Naskah laporan ini ditulis oleh {writers_words(case)}. {person.nama} dapat membacanya; "
        "sampaikan perbaikan kepada mereka.",
    )
