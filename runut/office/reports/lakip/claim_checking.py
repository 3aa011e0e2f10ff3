"""The check of all sentences of a report, remembered: pages ask more often than words change."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from runut.core.kinerja.model import DataKinerja
from runut.core.report.claims.check import check_words
from runut.core.report.claims.model import Checked
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.facts import OfficeFacts, with_office
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.stored import data_of


def checked(
    dataset: Dataset, texts: Mapping[str, str], facts: OfficeFacts, chosen: Mapping[str, str]
) -> Checked:
    """What the figures of a version say of words. ``chosen``: by the key of a question, the
    indicator that its writer meant."""
    said = json.dumps([dict(texts), repr(facts), dict(chosen)], sort_keys=True)
    key = hashlib.sha256(f"{dataset.sha256}{said}".encode("utf-8", "backslashreplace")).hexdigest()
    return _remembered(key, _Given(data_of(dataset), texts, facts, chosen))


class _Given:
    """What a check is made of; every one equals every other, for the key beside it tells them
    apart."""

    def __init__(
        self,
        data: DataKinerja,
        texts: Mapping[str, str],
        facts: OfficeFacts,
        chosen: Mapping[str, str],
    ) -> None:
        self.data, self.texts, self.facts, self.chosen = data, texts, facts, chosen

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Given)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=64)
def _remembered(key: str, given: _Given) -> Checked:
    data = given.data
    head = next((p for p in given.facts.pejabat if p.jabatan == data.profil.pimpinan.jabatan), None)
    profil = with_office(data.profil, given.facts, head)
    draft = prepare_draft(replace(data, profil=profil), given.texts)
    return check_words(draft, given.chosen, given.facts.pejabat)
