"""What a returned file brings besides words: new pictures, kept and proposed at their place, and
comments, which become comments on the section."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Max

from runut.core.findings import Refused
from runut.core.report.word.compare import Comparison, Homeless
from runut.core.words.dates import format_date
from runut.files.guard.parent import read_guarded
from runut.files.store import put
from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase, case_subject
from runut.office.cases.text_life import writers_of, writes_text
from runut.office.people.models import Person
from runut.office.reports.models import SectionComment, SectionText
from runut.office.reports.queries import latest_rows
from runut.office.trust.append import Act, append
from runut.office.word_copies.models import Suggestion, WordReturn
from runut.office.word_copies.queries import words_of_report
from runut.office.works.laporan.comments import paragraphs_of
from runut.office.works.laporan.photos import MadePhoto, line_of, put_photo
from runut.office.works.laporan.writing import titles_of

_READER = "runut.files.read.docx.pictures:read_pictures"
_MOST_PICTURES = 20
_LONGEST_TITLE, _LONGEST_ABOUT, _LONGEST_PLACE = 200, 500, 400
_NO_WORDS = "(tanpa keterangan)"


@dataclass(frozen=True)
class Brought:
    """A new picture where it stood; ``made`` None: ``why`` it cannot be taken."""

    thing: Homeless
    made: MadePhoto | None
    why: str = ""


def pictures_in(data: bytes, berkas: str, found: Comparison) -> list[Brought]:
    """The new pictures of a file, made ready for a paper. Looked at before the transaction: it
    takes a process, and others want to write."""
    things = [one for one in found.homeless if one.media]
    parts = [one.media for one in things[:_MOST_PICTURES]]
    if not parts:
        return []
    made, _ = read_guarded(_READER, data, berkas, options={"parts": parts})
    answers: Sequence[object] = made if isinstance(made, list) else []
    brought = []
    for number, thing in enumerate(things):
        answer = answers[number] if number < len(answers) else "Berkas ini memuat terlalu banyak."
        if isinstance(answer, list | tuple):
            picture, width, height = answer
            photo = MadePhoto(put(settings.FILES_DIR, picture), width, height)
            brought.append(Brought(thing, photo))
        else:
            brought.append(Brought(thing, None, str(answer)))
    return brought


def keep_pictures(case: OpenCase, row: WordReturn, brought: Sequence[Brought], doer: Doer) -> None:
    """Keep the new pictures and propose each after the words it stood after."""
    keys = {0: "", **{one["no"]: one["key"] for one in row.copy.bagian}}
    last = row.suggestions.aggregate(last=Max("nomor"))["last"] or 0
    for number, one in enumerate(brought, start=last + 1):
        thing, key = one.thing, keys.get(one.thing.section, "")
        about = "" if thing.text == _NO_WORDS else thing.text
        title = (thing.caption or about or "Gambar dari Word")[:_LONGEST_TITLE]
        photo = (
            put_photo(case, key, one.made, (title, (about or title)[:_LONGEST_ABOUT]), doer)
            if one.made
            else Refused("jenis_lain", one.why)
        )
        is_kept = not isinstance(photo, Refused)
        Suggestion.objects.create(
            office_id=row.office_id,
            returned=row,
            nomor=number,
            jenis=Suggestion.Jenis.GAMBAR if is_kept else Suggestion.Jenis.LEPAS,
            key=key,
            tempat=f"Gambar, {thing.place}"[:_LONGEST_PLACE],
            sebelum=thing.after if is_kept else "",
            sesudah=line_of(photo)
            if not isinstance(photo, Refused)
            else f"{title}: {photo.reason}",
            penulis=thing.author,
        )


def give_comments(case: OpenCase, row: WordReturn, doer: Doer) -> None:
    """The comments of the file that speak of a section, as comments on it: tasks of its writer.
    What Word says of author and day stays in their words."""
    rows = row.suggestions.filter(jenis=Suggestion.Jenis.KOMENTAR).exclude(key="").order_by("nomor")
    saved, words, titles = latest_rows(case.row), words_of_report(case.row), titles_of(case)
    given, lines = [], []
    for one in rows:
        text = saved.get(one.key)
        to = _writer(case, text, doer)
        if to is None or one.key not in titles or not one.sesudah.strip():
            continue
        said = SectionComment.objects.create(
            office_id=row.office_id,
            case=case.row,
            key=one.key,
            versi=text.versi if text else 0,
            kutipan=_paragraph_of(words.get(one.key, ""), one.sebelum),
            isi=f"{one.sesudah}\n({_said_by(one)})",
            untuk=to,
            ditulis_oleh=doer.person,
            ditulis_pada=doer.at,
        )
        facts = {
            "bagian": one.key,
            "judul": titles[one.key],
            "komentar": said.pk,
            "isi": said.isi,
            "untuk": to.nama,
        }
        lines.append(Act("laporan.dikomentari", case_subject(case.row.pk), facts))
        given.append(one.pk)
    if given:
        Suggestion.objects.filter(office_id=row.office_id, pk__in=given).update(
            keadaan=Suggestion.Keadaan.TUGAS, diputus_oleh=doer.person, diputus_pada=doer.at
        )
        append(row.office_id, lines, actor=doer.person.ref, at=doer.at)


def _writer(case: OpenCase, text: SectionText | None, doer: Doer) -> Person | None:
    """Who wrote the section last, as long as he writes; else the first of the writers."""
    if text is not None and writes_text(case, text.ditulis_oleh.ref, doer.at.date()):
        return text.ditulis_oleh
    return next(iter(writers_of(case)), None)


def _paragraph_of(words: str, quoted: str) -> str:
    """The paragraph that holds the words a comment is about; "" for the section as a whole."""
    found = (one for one in paragraphs_of(words) if quoted and quoted in one)
    return next(found, "")


def _said_by(one: Suggestion) -> str:
    try:
        day = f", {format_date(date.fromisoformat(one.waktu[:10]))}"
    except ValueError:
        day = ""
    return f"komentar {one.penulis or 'tanpa nama'} di Word{day}"
