"""On random reports no true sentence is called false, and nearly every planted lie is named."""

from collections.abc import Iterable
from random import Random

import pytest

from runut.core.report.blocks import Bullets, Heading, Paragraph, blocks_of
from runut.core.report.claims.check import contradictions
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.keys import IKHTISAR, analisis_key
from runut.core.report.text import line_text
from tests.claims.offices import random_data
from tests.claims.reports import consistent_report, planted_report
from tests.report.sample import DATA


def false_alarms(seeds: Iterable[int]) -> list[str]:
    return [
        f"{seed}: {one.kode}: {one.kalimat}"
        for seed in seeds
        for one in contradictions(consistent_report(seed))
        if one.kode != "salinan"
    ]


def missed(seeds: Iterable[int]) -> list[str]:
    found = []
    for seed in seeds:
        one = planted_report(seed)
        places = {each.bagian for each in contradictions(one.draft)}
        if one.section not in places:
            found.append(f"{seed}: {one.kind}: {one.lie}")
    return found


def test_no_true_sentence_of_a_random_report_is_called_false() -> None:
    assert false_alarms(range(8)) == []


def test_planted_lies_are_named_in_their_section() -> None:
    assert len(missed(range(8))) <= 1


@pytest.mark.gate
def test_no_true_sentence_of_two_hundred_reports_is_called_false() -> None:
    assert false_alarms(range(1000, 1200)) == []


@pytest.mark.gate
def test_of_forty_planted_lies_at_least_thirty_six_are_named() -> None:
    told = [missed(range(start, start + 40)) for start in (2000, 2040, 2080)]
    assert all(len(one) <= 4 for one in told), told


def test_the_sentences_that_we_propose_ourselves_are_never_contradicted() -> None:
    for data in (DATA, *(random_data(Random(seed)) for seed in range(6))):
        words: dict[str, list[str]] = {}
        at = IKHTISAR
        for block in blocks_of(compose_lakip(data, {})):
            if isinstance(block, Heading) and block.level <= 3:
                is_sasaran = block.key.startswith("bab3.sasaran.")
                at = analisis_key(block.key.split(".")[2], 1) if is_sasaran else IKHTISAR
            if isinstance(block, Paragraph):
                words.setdefault(at, []).append(line_text(block.line))
            elif isinstance(block, Bullets):
                words.setdefault(at, []).extend(line_text(item) for item in block.items)
        said = {key: "\n".join(lines) for key, lines in words.items()}
        found = contradictions(prepare_draft(data, said))
        assert [one for one in found if one.kode != "salinan"] == [], data.tahun
