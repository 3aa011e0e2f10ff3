"""Every claim of the words of a report, held against the figures of its year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from runut.core.kinerja.model import Pejabat
from runut.core.report.claims.asked import said_of_chosen, unsure_words
from runut.core.report.claims.book import Book
from runut.core.report.claims.copies import copied_sections
from runut.core.report.claims.counts import wrong_counts
from runut.core.report.claims.directions import wrong_directions
from runut.core.report.claims.known import Peran
from runut.core.report.claims.model import (
    BUKAN_ANGKA_CAPAIAN,
    Checked,
    Contradiction,
    Question,
    Sentence,
    hashed_key,
)
from runut.core.report.claims.money import wrong_efficiency, wrong_means, wrong_money
from runut.core.report.claims.multiples import wrong_multiples
from runut.core.report.claims.office import wrong_office
from runut.core.report.claims.people import wrong_people
from runut.core.report.claims.ranks import wrong_categories, wrong_extremes, wrong_ratings
from runut.core.report.claims.sentences import sentences_of
from runut.core.report.claims.spending import wrong_spending
from runut.core.report.claims.tokens import Reading, Token, read_sentence
from runut.core.report.claims.values import Wrong, wrong_numbers
from runut.core.report.claims.years import wrong_years
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.keys import LANGKAH
from runut.core.report.lakip.live import live_figures
from runut.core.report.prose.plain import plain_words
from runut.core.words.items import listed

_LARGER = listed(
    "rata-rata anggaran serapan pagu seluruh keseluruhan semua setiap belanja sasaran biro"
)
"""A sentence with these speaks of something larger than one indicator."""


def contradictions(draft: Draft) -> tuple[Contradiction, ...]:
    """What the words of all sections say and the figures deny, in the order of the words."""
    return check_words(draft).contradictions


def check_words(
    draft: Draft,
    answers: Mapping[str, str] | None = None,
    pejabat: tuple[Pejabat, ...] = (),
) -> Checked:
    """The words of all sections held against the figures.

    ``answers``: by the key of a question, the indicator that its words speak of; ``pejabat``: the
    officials of the office in their posts, where they are known.
    """
    book = Book(draft, pejabat)
    homes = _homes(draft)
    words = _printed(draft)
    denied: list[Contradiction] = []
    asked: list[Question] = []
    for key, text in words.items():
        for one in in_section(book, key, text, homes.get(key, ""), answers or {}):
            if isinstance(one, Question):
                asked.append(one)
            else:
                denied.append(one)
    titles = {s.id: draft.label_of(s) for s in draft.data.sasarans}
    for key, first, at, line in copied_sections(words, homes):
        denied.append(
            Contradiction(
                "salinan", at, at + len(line), line,
                "Uraian ini sama dengan uraian " + titles.get(homes[first], first),
                "setiap sasaran mempunyai sebab dan solusi sendiri", key, at,
            )
        )  # fmt: skip
    return Checked(tuple(denied), tuple(asked))


def _printed(draft: Draft) -> dict[str, str]:
    """The words as the paper shows them: without marks, live figures by their value.

    A live figure is right of itself; the words around it ("turun menjadi …") may still be wrong.
    """
    live = live_figures(draft)
    return {key: plain_words(text, live) for key, text in draft.words.items()}


def _homes(draft: Draft) -> dict[str, str]:
    """The sasaran that a section belongs to, by the key of the section."""
    ids = sorted((s.id for s in draft.data.sasarans), key=len, reverse=True)
    found = {}
    for key in draft.words:
        for ident in ids:
            if f".{ident}." in f"{key}.":
                found[key] = ident
                break
    return found


def in_section(
    book: Book, key: str, text: str, home: str, answers: Mapping[str, str]
) -> Iterator[Contradiction | Question]:
    """The contradictions of one section, and what is asked about it."""
    carried: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    paragraph = -1
    for sentence in sentences_of(text):
        if sentence.paragraph != paragraph:
            paragraph, carried, around = sentence.paragraph, (), ()
        read = read_sentence(sentence.text, book.names, home)
        spoken = carried if _may_go_on(read) else ()
        seen: set[tuple[int, int]] = set()
        for one in _of_sentence(
            book,
            read,
            sentence,
            home,
            spoken=spoken,
            around=around,
            is_plan=key.startswith(LANGKAH),
        ):
            if (one.start, one.end) not in seen:
                seen.add((one.start, one.end))
                yield Contradiction(
                    one.kode,
                    one.start,
                    one.end,
                    one.kalimat,
                    one.said,
                    one.known,
                    key,
                    sentence.start,
                )
        if not key.startswith(LANGKAH):
            yield from _asked(book, read, _Spot(sentence, key, home, spoken), seen, answers)
        carried = _spoken_of(read) or (spoken if not read.mentions() else ())
        around += tuple(i for t in read.mentions("sasaran") if t.mention for i in t.mention.ids)


@dataclass(frozen=True)
class _Spot:
    """A sentence in its section: the sasaran of the section, and of whom was spoken before."""

    sentence: Sentence
    key: str
    home: str
    spoken: tuple[str, ...]


def _asked(
    book: Book, read: Reading, spot: _Spot, seen: set[tuple[int, int]], answers: Mapping[str, str]
) -> Iterator[Contradiction | Question]:
    """What is asked about a sentence, answered or not; and what an answer makes wrong."""
    sentence, key = spot.sentence, spot.key
    for one in unsure_words(book, read, spot.spoken, spot.home):
        token = one.token
        place = (sentence.start + token.start, sentence.start + token.end)
        if place in seen:
            continue
        question = Question(
            *place,
            sentence.text,
            sentence.text[token.start : token.end],
            one.choices,
            key,
            sentence.start,
        )
        yield question
        answer = answers.get(question_key(question), BUKAN_ANGKA_CAPAIAN)
        if answer not in book.known:
            continue
        told = said_of_chosen(book, read, read.tokens.index(token), answer)
        if told is not None:
            kode = "arah" if token.amount is None else "angka"
            yield Contradiction(kode, *place, sentence.text, *told, key, sentence.start)


def question_key(one: Question) -> str:
    """Which question it is: the words alone; other figures do not ask again."""
    return hashed_key("tanya-", one.bagian, one.kalimat, one.said)


def _may_go_on(read: Reading) -> bool:
    """Whether a sentence without a name may speak of the indicator of the one before.

    Not where it names another thing, or counts indicators.
    """
    if any(t.mention is not None for t in read.tokens) or read.words & _LARGER:
        return False
    texts = [t.text for t in read.tokens]
    pairs = zip(texts, [*texts[1:], ""], strict=True)
    return all(
        after in ("ini", "tersebut") for word, after in pairs if word in ("indikator", "iku")
    )


def _spoken_of(read: Reading) -> tuple[str, ...]:
    mentions = read.mentions()
    ids = {one.mention.ids for one in mentions if one.mention}
    return next(iter(ids)) if len(ids) == 1 else ()


def _of_sentence(
    book: Book,
    read: Reading,
    sentence: Sentence,
    home: str,
    *,
    spoken: tuple[str, ...],
    around: tuple[str, ...],
    is_plan: bool,
) -> Iterator[Contradiction]:
    def at(kode: str, start: int, end: int, said: str, known: str) -> Contradiction:
        return Contradiction(
            kode, sentence.start + start, sentence.start + end, sentence.text, said, known
        )

    for wrong in wrong_numbers(book, read, spoken, is_plan=is_plan):
        said, known = _number_words(wrong)
        yield at("angka", wrong.token.start, wrong.token.end, said, known)
    if not is_plan:
        checks: Iterable[tuple[str, Iterable[tuple[Token, str, str]]]] = (
            ("arah", wrong_directions(book, read, spoken)),
            ("kelipatan", wrong_multiples(book, read, spoken)),
            ("jumlah", wrong_counts(book, read, home, around)),
            ("uang", wrong_money(book, read, home)),
            ("uang", wrong_spending(book, read, home)),
            ("rata_rata", wrong_means(book, read, home)),
            ("efisiensi", wrong_efficiency(book, read, home)),
            ("urutan", wrong_extremes(book, read, home)),
            ("kategori", wrong_categories(book, read)),
            ("predikat", wrong_ratings(book, read, spoken)),
        )
        for kode, found in checks:
            for token, said, known in found:
                yield at(kode, token.start, token.end, said, known)
    for kode, spans in (
        ("pejabat", wrong_people(book, sentence.text)),
        ("instansi", wrong_office(book, sentence.text)),
        ("tahun", wrong_years(book, read)),
    ):
        for start, end, said, known in spans:
            yield at(kode, start, end, said, known)


def _number_words(wrong: Wrong) -> tuple[str, str]:
    one = wrong.known
    role = next(iter(wrong.roles)).value if len(wrong.roles) == 1 else ""
    year = f" tahun {wrong.tahun}" if wrong.tahun else ""
    said = " ".join(f"{role} {one.indikator.nama}{year} {wrong.token.text}".split())
    if wrong.tahun and wrong.tahun != one.tahun:
        parts = [
            f"{peran.value} {wrong.tahun} {one.text(peran, wrong.tahun)}"
            for peran in (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)
            if one.number(peran, wrong.tahun) is not None
        ]
        return said, ", ".join(parts) or one.summary
    return said, one.summary
