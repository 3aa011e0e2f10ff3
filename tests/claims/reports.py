"""Whole random reports: sections filled with true sentences, one lie planted among them."""

from dataclasses import dataclass
from random import Random

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.draft import Draft, prepare_draft
from runut.core.report.lakip.keys import analisis_key, penunjang_key, penyebab_key, solusi_key
from tests.claims import last_phrases, other_phrases, phrases, unseen_phrases
from tests.claims.lies import LIES, Phrase, lie_of
from tests.claims.offices import random_data
from tests.claims.telling import Teller

PHRASES: tuple[Phrase, ...] = (
    *phrases.PHRASES, *other_phrases.PHRASES, *last_phrases.PHRASES, *unseen_phrases.PHRASES,
)  # fmt: skip
_SECTIONS = (penyebab_key, solusi_key, penunjang_key)


@dataclass(frozen=True)
class Planted:
    """A report with one lie in it."""

    kind: str
    lie: str
    section: str
    draft: Draft


def random_words(rng: Random, data: DataKinerja) -> dict[str, str]:
    """Two to five true sentences in four sections of every sasaran."""
    teller = Teller(data, rng)
    words = {}
    for sasaran in data.sasarans:
        keys = (*(key(sasaran.id) for key in _SECTIONS), analisis_key(sasaran.id, 1))
        for key in keys:
            said = [phrase(teller, sasaran) for phrase in rng.sample(PHRASES, rng.randint(2, 5))]
            words[key] = rng.choice((" ", "\n")).join(one for one in said if one)
    return words


def consistent_report(seed: int) -> Draft:
    rng = Random(seed)
    data = random_data(rng)
    return prepare_draft(data, random_words(rng, data))


def planted_report(seed: int) -> Planted:
    """A consistent report in which one sentence is another year's, office's or indicator's.

    Sentences of the year before with nothing to hold them against are no lies that data deny: the
    year's own figures are not known, so that kind is planted only where years are compared.
    """
    rng = Random(seed)
    data = random_data(rng)
    words = random_words(rng, data)
    while True:
        number = rng.randrange(len(data.sasarans))
        phrase, lie = rng.choice(PHRASES), rng.choice(LIES[:-1])
        false = lie_of(phrase, lie, data, number, rng.randrange(10**6))
        if false and phrase.__name__ not in ("loose", "aside", "other"):
            break
    key = rng.choice(_SECTIONS)(data.sasarans[number].id)
    words[key] = f"{words[key]}\n{false}"
    return Planted(f"{phrase.__name__}/{lie.__name__}", false, key, prepare_draft(data, words))
