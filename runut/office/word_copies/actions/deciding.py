"""Deciding about what a returned file proposes: taken into the text, turned down, or read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from runut.core.findings import Refused
from runut.core.report.word.edits import put_into
from runut.core.report.word.spelled import spell
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject, load_to_write
from runut.office.cases.text_life import refuse_closed
from runut.office.reports.queries import latest_rows
from runut.office.trust.append import Act, append
from runut.office.word_copies.actions.leaving import refuse_reader
from runut.office.word_copies.models import Suggestion, WordReturn
from runut.office.word_copies.queries import words_now
from runut.office.works.laporan.writing import (
    keep_text,
    refuse_loss,
    refuse_writing,
    writable_keys,
)

State = Suggestion.Keadaan
WORDS = {
    State.DITERIMA: "diterima",
    State.DITOLAK: "ditolak",
    State.DIGABUNG: "digabung dengan tangan",
    State.DIBACA: "dibaca",
}


@dataclass(frozen=True)
class Decided(Done):
    """How many were decided, and how many could not be."""

    count: int = 0
    left: int = 0


def decide_suggestions(
    return_id: int,
    numbers: Iterable[int],
    verdict: Suggestion.Keadaan,
    doer: Doer,
    *,
    gives_up: bool = False,
    into: str = "",
) -> Decided | Done | Refused:
    """Decide about open suggestions of a returned file, by their numbers.

    What is accepted goes into the text as it stands now, section by section, each a new version.
    What was changed meanwhile, or is not the doer's to write, stays open. ``into``: the section at
    whose end a thing without a place is put.
    """
    with transaction.atomic():
        if known := recall(doer):
            return known
        row = WordReturn.objects.select_related("copy", "diunggah_oleh").get(
            pk=return_id, office_id=doer.person.office_id
        )
        case = load_to_write(row.copy.case_id, doer.person.office_id)
        if not writable_keys(case, doer.person, doer.at):
            return refuse_closed(case) or refuse_reader(case, doer.person)
        rows = row.suggestions.filter(nomor__in=[*numbers], keadaan=State.TERBUKA)
        chosen = list(rows.order_by("nomor"))
        if not chosen:
            return Refused(
                "sudah_berubah", "Usul itu sudah diputus. Muat ulang halaman, lalu periksa lagi."
            )
        taken = _taken(case, row, chosen, verdict, doer, gives_up=gives_up, into=into)
        if isinstance(taken, Refused):
            return taken
        pks = [one.pk for one in taken]
        Suggestion.objects.filter(office_id=row.office_id, pk__in=pks).update(
            keadaan=verdict, diputus_oleh=doer.person, diputus_pada=doer.at
        )
        if taken:
            facts = {
                "kode": row.copy.kode,
                "kembali": row.pk,
                "putusan": WORDS[verdict],
                "jumlah": len(taken),
                "usul": [one.nomor for one in taken],
            }
            line = Act("laporan.usul_diputus", case_subject(case.row.pk), facts, row.sha256)
            append(row.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Decided(doer.url, count=len(taken), left=len(chosen) - len(taken))


def _taken(
    case: OpenCase,
    row: WordReturn,
    chosen: Sequence[Suggestion],
    verdict: Suggestion.Keadaan,
    doer: Doer,
    *,
    gives_up: bool,
    into: str,
) -> list[Suggestion] | Refused:
    """Those that could be decided as asked; the words are written."""
    if verdict is not State.DITERIMA:
        may = writable_keys(case, doer.person, doer.at)
        taken = [one for one in chosen if (one.key in may if one.key else may)]
        return taken or refuse_reader(case, doer.person)
    if into:
        chosen = [_as_placed(one, into) for one in chosen]
    taken, refused = [], None
    for key in dict.fromkeys(one.key for one in chosen if one.key):
        same = [one for one in chosen if one.key == key and _goes_into_text(one, into)]
        answer = _write(case, row, key, same, doer, gives_up=gives_up) if same else []
        if isinstance(answer, Refused):
            refused = refused or answer
        else:
            taken += answer
    if not taken:
        return refused or Refused(
            "teks_berubah",
            "Usul itu tidak dapat dimasukkan: teks di tempatnya sudah berubah, atau yang diubah "
            "adalah angka laporan. Bandingkan keduanya, lalu gabungkan pada halaman bagiannya.",
        )
    return taken


def _as_placed(one: Suggestion, key: str) -> Suggestion:
    one.key = key
    return one


def _goes_into_text(one: Suggestion, into: str) -> bool:
    return one.jenis in (Suggestion.Jenis.TEKS, Suggestion.Jenis.GAMBAR) or (
        one.jenis == Suggestion.Jenis.LEPAS and bool(into)
    )


def _write(
    case: OpenCase,
    row: WordReturn,
    key: str,
    chosen: Sequence[Suggestion],
    doer: Doer,
    *,
    gives_up: bool,
) -> list[Suggestion] | Refused:
    """A new version of one section with the chosen words; those that fit."""
    if refused := refuse_writing(case, key, doer.person, doer.at):
        return refused
    if refused := refuse_loss(case, key, doer.person, gives_up=gives_up):
        return refused
    source = row.diunggah_oleh
    if source != doer.person and (refused := refuse_loss(case, key, source, gives_up=row.melepas)):
        return replace(refused, reason=f"{source.nama} yang mengusulkannya: {refused.reason}")
    words, saved = words_now(case.row, key), latest_rows(case.row).get(key)
    edits = {one.edit: one for one in chosen if one.jenis == Suggestion.Jenis.TEKS}
    merged = put_into(row.dasar.get(key, ""), spell(words, row.copy.angka), edits)
    added = [one for one in chosen if one.jenis == Suggestion.Jenis.LEPAS]
    pictures = [one for one in chosen if one.jenis == Suggestion.Jenis.GAMBAR]
    text = merged.text
    for one in pictures:
        text = _with_picture(text, one, row.copy.angka)
    text = "\n\n".join(part for part in (text, *(one.sesudah for one in added)) if part)
    if text != words:
        keep_text(
            case,
            key,
            text,
            saved.versi if saved else 0,
            doer,
            suggested_by=source if source != doer.person else None,
        )
    left = {*merged.clashing, *merged.guarded}
    return [*(one for edit, one in edits.items() if edit not in left), *pictures, *added]


def _with_picture(text: str, one: Suggestion, values: Mapping[str, str]) -> str:
    """The text with a picture after the words that it stood after, else at its end."""
    lines = text.split("\n")
    wanted = _letters(one.sebelum)
    spelled = [_letters(spell(line, values).text) for line in lines]
    found = [n for n, line in enumerate(spelled) if wanted and line == wanted]
    at = found[0] + 1 if found else len(lines)
    return "\n".join((*lines[:at], "", one.sesudah, "", *lines[at:])).strip("\n")


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
