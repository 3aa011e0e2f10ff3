"""The sentences that a LAKIP proposes, remembered: pages ask more often than figures change."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.facts import OfficeFacts, with_office
from runut.core.report.lakip.keys import IKHTISAR, KATA_PENGANTAR, LATAR_BELAKANG
from runut.core.report.lakip.proposed import proposed_in
from runut.core.report.proposals import Proposal
from runut.office.cases.models import Case
from runut.office.kinerja.stored import data_of
from runut.office.reports.lakip.data import dataset_for

_INSTEAD = (KATA_PENGANTAR, LATAR_BELAKANG, IKHTISAR)
"""Where people have written here, the report proposes no standard words."""


def proposals_of(case: Case, texts: Mapping[str, str]) -> tuple[Proposal, ...]:
    """Beside these words of its sections; none without the figures of the year."""
    dataset = dataset_for(case)
    if dataset is None:
        return ()
    words = {key: texts[key] for key in _INSTEAD if key in texts}
    kop = OfficeFacts(tuple(case.office.kop), case.office.kota, ())
    said = json.dumps([dataset.sha256, kop.instansi, kop.kota, words], sort_keys=True)
    key = sha256(said.encode("utf-8", "backslashreplace")).hexdigest()
    return _remembered(key, _Given(data_of(dataset), words, kop))


class _Given:
    """What they are made of; every one equals every other, for the key beside it tells them
    apart."""

    def __init__(self, data: DataKinerja, words: dict[str, str], kop: OfficeFacts) -> None:
        self.data, self.words, self.kop = data, words, kop

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Given)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=64)
def _remembered(key: str, given: _Given) -> tuple[Proposal, ...]:
    profil = with_office(given.data.profil, given.kop, None)
    return proposed_in(prepare_draft(replace(given.data, profil=profil), given.words))
