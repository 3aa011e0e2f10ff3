"""A sentence of a rule is a proposal until somebody takes it; a decision is on that sentence."""

from dataclasses import replace
from decimal import Decimal

from runut.core.report.blocks import Bullets, Figure, Paper, Paragraph, blocks_of, line
from runut.core.report.digest import canonical_json, paper_from_json
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.keys import KATA_PENGANTAR, SIMPULAN, analisis_key
from runut.core.report.lakip.proposed import proposed_in
from runut.core.report.lakip.sections import editable_sections
from runut.core.report.proposals import (
    Choice,
    Decision,
    proposals_of,
    propose,
    read_words,
    settle,
    take_all,
    told,
    with_marks,
    without_marks,
)
from runut.core.report.text import write_text
from tests.kinerja.buku import example
from tests.report.sample import DATA, EMPTY_WORDS


def paper(reached: str, words: str = " mencapai target.") -> Paper:
    """A paper that proposes one sentence."""
    sentence = line("Dari 3 indikator, ", Figure(reached, "dihitung"), words)
    return Paper("", propose(SIMPULAN, "simpulan", Paragraph(sentence)))


def taken(of: Paper) -> dict[str, Decision]:
    return {one.id: Decision(Choice.TAKEN, one.words) for one in proposals_of(of)}


def test_every_proposal_belongs_to_a_section_that_somebody_may_write() -> None:
    odd = replace(DATA, sasarans=tuple(replace(one, id=f"#{one.id}") for one in DATA.sasarans))
    odd = replace(
        odd,
        indikators=tuple(replace(i, sasaran_id=f"#{i.sasaran_id}") for i in DATA.indikators),
    )
    for data in (DATA, EMPTY_WORDS, odd, example()):
        found = proposals_of(compose_lakip(data, {}))
        assert found
        assert {one.section for one in found} <= {one.key for one in editable_sections(data)}
        assert len({one.id for one in found}) == len(found)


def test_asked_without_the_whole_paper_they_are_the_same() -> None:
    for data in (DATA, example()):
        asked = proposed_in(prepare_draft(data, {}))
        assert [one.words for one in asked] == [
            one.words for one in proposals_of(compose_lakip(data, {}))
        ]


def test_what_people_wrote_instead_is_not_proposed_beside_it() -> None:
    def sections(texts: dict[str, str]) -> list[str]:
        return [one.section for one in proposals_of(compose_lakip(DATA, texts))]

    assert KATA_PENGANTAR in sections({})
    assert KATA_PENGANTAR not in sections({KATA_PENGANTAR: "Puji syukur."})


def test_new_figures_keep_a_sentence_taken_and_are_told() -> None:
    decisions = taken(paper("2"))
    now = proposals_of(paper("3"))[0]

    assert proposals_of(settle(paper("3"), decisions)) == ()
    assert decisions[now.id].is_moved_in(now)
    assert not decisions[now.id].is_moved_in(proposals_of(paper("2"))[0])


def test_another_sentence_is_proposed_anew_whatever_was_decided_before() -> None:
    other = paper("2", " belum mencapai target.")
    for choice in Choice:
        decisions = {one.id: Decision(choice, one.words) for one in proposals_of(paper("2"))}
        assert len(proposals_of(settle(other, decisions))) == 1, choice


def test_what_is_left_out_or_rewritten_is_printed_no_more_and_can_be_opened_again() -> None:
    one = proposals_of(paper("2"))[0]
    for choice in (Choice.LEFT_OUT, Choice.REWRITTEN):
        assert settle(paper("2"), {one.id: Decision(choice, one.words)}).body == ()
    opened = settle(paper("2"), {one.id: Decision(Choice.OPEN, one.words)})
    assert len(proposals_of(opened)) == 1


def test_a_draft_marks_each_proposal_and_a_paper_whose_proposals_are_taken_none() -> None:
    whole = compose_lakip(DATA, {})
    words = write_text(with_marks(whole))
    for one in proposals_of(whole):
        first = read_words(one.words).split("\n")[0]
        assert f"[usulan] {first}"[:60] in words
    assert "usulan" not in write_text(take_all(whole)).replace("usulan kepegawaian", "")


def test_the_marks_of_a_kept_draft_are_no_difference_to_a_later_one() -> None:
    whole = compose_lakip(DATA, {})
    kept = paper_from_json(canonical_json(with_marks(whole)))
    assert write_text(without_marks(kept)) == write_text(whole)


def test_a_paper_kept_before_there_were_proposals_is_read_as_it_was() -> None:
    settled = take_all(compose_lakip(DATA, {}))
    assert '"proposal"' not in canonical_json(settled)
    assert proposals_of(paper_from_json(canonical_json(settled))) == ()


def test_one_sentence_is_no_list_and_joins_what_leads_to_it() -> None:
    one, two = line("Satu."), line("Dua.")
    assert [read_words("".join(part.text for part in b.line)) for b in told([two], one)
            if isinstance(b, Paragraph)] == ["Satu. Dua."]  # fmt: skip
    assert [type(b) for b in told([one, two], one)] == [Paragraph, Bullets]
    assert told([]) == ()


def test_the_report_does_not_say_the_same_sentence_twice() -> None:
    for data in (DATA, example()):
        found = [one.words for one in proposals_of(compose_lakip(data, {}))]
        own = [words for words in found if words.count(" ") > 8]
        assert len(set(own)) == len(own)


def test_nothing_is_said_of_what_the_data_do_not_have() -> None:
    found = compose_lakip(replace(DATA, sasarans=(), indikators=(), anggaran=()), {})
    words = " ".join(one.words for one in proposals_of(found))
    assert "{0}" not in words and "{Rp0}" not in words
    assert SIMPULAN not in {one.section for one in proposals_of(found)}


def test_a_table_that_says_it_all_has_no_sentence_beside_it() -> None:
    """Unit costs all at or below the plan stand in their table; only a dearer one is told."""
    key = analisis_key("S1", 6)
    names = {one.id for one in proposals_of(compose_lakip(DATA, {}))}
    assert f"{key}#biaya" not in names
    money = [
        replace(one, realisasi=replace(one.realisasi, nilai=one.realisasi.nilai * 2))
        if isinstance(one.realisasi.nilai, Decimal)
        else one
        for one in DATA.anggaran
    ]
    dearer = compose_lakip(replace(DATA, anggaran=tuple(money)), {})
    told_of = [one.words for one in proposals_of(dearer) if one.id == f"{key}#biaya"]
    assert told_of and "melebihi rencana pada" in told_of[0]
    assert not any(one.proposal for one in blocks_of(take_all(dearer)) if isinstance(one, Bullets))
