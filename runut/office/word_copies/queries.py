"""What the pages of copies for Word read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from runut.core.report.blocks import Text
from runut.core.report.word.edits import put_into, shown_words
from runut.core.report.word.spelled import spell
from runut.core.words.dates import format_date
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Case
from runut.office.reports.queries import latest_rows
from runut.office.reports.register import report_of
from runut.office.word_copies.models import Suggestion, WordCopy, WordReturn

_AROUND = 60
_PHOTO = re.compile(r"\[gambar (\w+) \| (.*?) \| (.*)\]", re.S)


def words_of_report(case: Case) -> dict[str, str]:
    """The words of every section as they stand now, also those that came with the figures."""
    kind = report_of(case)
    board = kind.board_of(case) if kind else None
    return {row.section.key: row.words for row in board.sections} if board else {}


def words_now(case: Case, key: str) -> str:
    return words_of_report(case).get(key, "")


def copies_of(case: OpenCase) -> list[WordCopy]:
    rows = WordCopy.objects.filter(office_id=case.row.office_id, case=case.row)
    return list(rows.select_related("dibuat_oleh").order_by("-pk"))


def returns_of(case: OpenCase) -> list[WordReturn]:
    """Files that came back, with how many suggestions still wait."""
    waiting = Count("suggestions", filter=Q(suggestions__keadaan=Suggestion.Keadaan.TERBUKA))
    rows = WordReturn.objects.filter(office_id=case.row.office_id, copy__case=case.row)
    return list(
        rows.select_related("diunggah_oleh", "copy")
        .annotate(menunggu=waiting, semua=Count("suggestions"))
        .order_by("-pk")
    )


@dataclass(frozen=True)
class Shown:
    """A suggestion with the words around it. ``clash``: what stands there now, where it cannot be
    put in by itself."""

    row: Suggestion
    lead: str = ""
    trail: str = ""
    clash: bool = False

    @property
    def is_open(self) -> bool:
        return self.row.keadaan == Suggestion.Keadaan.TERBUKA

    @property
    def after(self) -> list[Text]:
        """The new words as they look in the file."""
        return shown_words(self.row.edit)

    @property
    def photo(self) -> tuple[str, str, str]:
        """Code, title and description of the picture that is proposed."""
        found = _PHOTO.fullmatch(self.row.sesudah)
        code, title, about = (found[1], found[2], found[3]) if found else ("", "", "")
        return code, title.replace("\\|", "|"), about.replace("\\|", "|")

    @property
    def day(self) -> str:
        """The day that the file tells, "" where it tells none."""
        try:
            return format_date(date.fromisoformat(self.row.waktu[:10]))
        except ValueError:
            return ""


@dataclass
class SectionShown:
    """What is proposed for one section. ``changed_since``: it was saved after the copy left."""

    key: str
    title: str
    may_write: bool
    words: str
    changed_since: bool
    teks: list[Shown] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        return sum(one.is_open and not one.clash for one in self.teks)

    @property
    def is_waiting(self) -> bool:
        return any(one.is_open for one in self.teks)

    @property
    def has_clash(self) -> bool:
        return any(one.is_open and one.clash for one in self.teks)


@dataclass(frozen=True)
class ReturnShown:
    sections: list[SectionShown]
    angka: list[Shown]
    lepas: list[Shown]
    komentar: list[Shown]
    gambar: list[Shown]

    @property
    def waiting(self) -> int:
        return sum(one.waiting for one in self.sections if one.may_write)


def shown(case: OpenCase, row: WordReturn, may: frozenset[str]) -> ReturnShown:
    """Everything that a returned file says, by section and kind."""
    rows = list(row.suggestions.select_related("diputus_oleh").order_by("nomor"))
    titles = {one["key"]: one for one in row.copy.bagian}
    now, saved = words_of_report(case.row), latest_rows(case.row)
    sections = []
    for key in dict.fromkeys(one.key for one in rows if one.jenis == Suggestion.Jenis.TEKS):
        mine = [one for one in rows if one.key == key and one.jenis == Suggestion.Jenis.TEKS]
        versi = saved[key].versi if key in saved else 0
        section = SectionShown(
            key, titles[key]["judul"], key in may, now.get(key, ""), versi != titles[key]["versi"]
        )
        section.teks = _around(row, key, mine, now.get(key, ""))
        sections.append(section)
    by_kind = {
        kind: [Shown(one) for one in rows if one.jenis == kind]
        for kind in (
            Suggestion.Jenis.ANGKA,
            Suggestion.Jenis.LEPAS,
            Suggestion.Jenis.KOMENTAR,
            Suggestion.Jenis.GAMBAR,
        )
    }
    return ReturnShown(sections, *by_kind.values())


def _around(row: WordReturn, key: str, mine: Sequence[Suggestion], words: str) -> list[Shown]:
    base = row.dasar.get(key, "")
    edits = {one.nomor: one.edit for one in mine}
    open_ = [edits[one.nomor] for one in mine if one.keadaan == Suggestion.Keadaan.TERBUKA]
    merged = put_into(base, spell(words, row.copy.angka), open_)
    left = {*merged.clashing, *merged.guarded}
    return [
        Shown(
            one,
            _before(base[: one.awal].rpartition("\n")[2]),
            _after(base[one.akhir :].partition("\n")[0]),
            edits[one.nomor] in left,
        )
        for one in mine
    ]


def _before(line: str) -> str:
    """The last words of a line, none of them cut."""
    return line if len(line) <= _AROUND else f"… {line[-_AROUND:].partition(' ')[2]}"


def _after(line: str) -> str:
    return line if len(line) <= _AROUND else f"{line[:_AROUND].rpartition(' ')[0]} …"
