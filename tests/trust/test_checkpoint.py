"""What a chain made anew cannot hide: a checkpoint kept elsewhere remembers."""

from dataclasses import replace
from hashlib import sha256

import pytest

from runut.core.findings import Finding
from runut.core.trust.chain import Fault, Head, Link, head_of, verify_chain
from runut.core.trust.checkpoint import (
    Checkpoint,
    make_checkpoint,
    merkle_root,
    note_text,
    read_note,
    verify_against_checkpoints,
)
from tests.trust.test_chain import OFFICE, chain, rehashed

AT = "2026-01-05T17:00:00.000000Z"


def checkpoint_at(links: list[Link], size: int) -> Checkpoint:
    other = head_of(chain(3, office="Biro Hukum")[-1])
    return make_checkpoint("runut.contoh", AT, [head_of(links[size - 1]), other])


def fault_against(links: list[Link], *checkpoints: Checkpoint) -> Finding:
    fault = verify_against_checkpoints(links, OFFICE, checkpoints).fault
    assert fault is not None
    return fault


def test_an_honest_chain_passes_every_checkpoint_and_may_have_grown_since() -> None:
    links = chain()
    checkpoints = [checkpoint_at(links, 4), checkpoint_at(links, 10)]
    checked = verify_against_checkpoints(links, OFFICE, checkpoints)
    assert (checked.fault, checked.head) == (None, head_of(links[-1]))


def test_t2_an_edit_with_all_later_hashes_recomputed_is_found() -> None:
    links = chain()
    checkpoints = [checkpoint_at(links, 4), checkpoint_at(links, 10)]
    links[6] = replace(links[6], row=replace(links[6].row, actor="orang lain"))
    forged = rehashed(links)
    assert verify_chain(forged, OFFICE).fault is None  # the chain alone is blind to it
    fault = fault_against(forged, *checkpoints)
    assert (fault.kode, fault.letak.baris) == (Fault.REWRITTEN, 5)
    assert "Antara baris 5 dan 10" in fault.pesan


@pytest.mark.parametrize("cut", [1, 5, 12])
def test_t4_an_end_cut_off_is_found(cut: int) -> None:
    links = chain()
    whole = checkpoint_at(links, 12)
    fault = fault_against(links[: 12 - cut], whole)
    assert (fault.kode, fault.letak.baris) == (Fault.CUT, 13 - cut)


def test_t4_rows_after_the_last_checkpoint_are_the_stated_window() -> None:
    links = chain()
    assert verify_against_checkpoints(links[:10], OFFICE, [checkpoint_at(links, 10)]).fault is None


def test_t7_an_older_copy_put_back_and_continued_is_found() -> None:
    links = chain()
    noted = checkpoint_at(links, 9)
    other_day = [
        replace(link, row=replace(link.row, subject="yang lain")) if link.row.seq > 6 else link
        for link in chain(14)
    ]
    assert fault_against(rehashed(other_day), noted).kode == Fault.REWRITTEN


def test_t7_two_checkpoints_of_a_forked_chain_cannot_both_be_true() -> None:
    links = chain()
    forged = rehashed([replace(link, row=replace(link.row, actor="x")) for link in links])
    fault = fault_against(links, checkpoint_at(links, 9), checkpoint_at(forged, 9))
    assert fault.kode == Fault.REWRITTEN


def test_t8_a_checkpoint_of_another_office_says_nothing_about_ours() -> None:
    ours, theirs = chain(), chain(office="Biro Hukum")
    only_theirs = make_checkpoint("runut.contoh", AT, [head_of(theirs[-1])])
    assert verify_against_checkpoints(ours[:3], OFFICE, [only_theirs]).fault is None


def test_the_note_reads_back_and_every_changed_character_is_noticed() -> None:
    text = note_text(checkpoint_at(chain(), 12))
    assert read_note(text) == checkpoint_at(chain(), 12)
    for place in range(text.index("\n") + 1, len(text)):
        changed = text[:place] + ("1" if text[place] != "1" else "2") + text[place + 1 :]
        forged = read_note(changed)
        # The time is no leaf of the tree; the signature of the note covers it.
        assert forged is None or replace(forged, at=AT) == read_note(text)


@pytest.mark.parametrize(
    "text", ["", "\n", "a\nb\n", "\n\n\n\n\n", "a\n1\n\nwaktu x\nrantai 0 x y\n"]
)
def test_any_text_is_read_without_failing(text: str) -> None:
    assert read_note(text) is None


@pytest.mark.parametrize("office", ["Biro\nHukum", "", " Biro", "Biro\u2028Hukum"])
def test_an_office_whose_name_would_forge_a_line_has_no_checkpoint(office: str) -> None:
    with pytest.raises(ValueError, match="line"):
        make_checkpoint("runut.contoh", AT, [Head(office, 1, "0" * 64)])


def test_an_office_has_one_head() -> None:
    head = Head(OFFICE, 1, "0" * 64)
    with pytest.raises(ValueError, match="one chain"):
        make_checkpoint("runut.contoh", AT, [head, replace(head, size=2)])


def test_the_root_is_that_of_rfc_6962_for_every_shape_of_the_tree() -> None:
    def leaf(text: bytes) -> bytes:
        return sha256(b"\x00" + text).digest()

    def node(left: bytes, right: bytes) -> bytes:
        return sha256(b"\x01" + left + right).digest()

    heads = [Head(f"kantor {n}", n + 1, f"{n:064x}") for n in range(5)]
    a, b, c, d, e = (
        leaf(f'{{"hash":"{h.hash}","office":"{h.office}","size":{h.size}}}'.encode()) for h in heads
    )
    assert merkle_root(heads[:1]) == a
    assert merkle_root(heads[:3]) == node(node(a, b), c)
    assert merkle_root(heads) == node(node(node(a, b), node(c, d)), e)


def test_t13_two_leaves_cannot_pass_for_the_node_above_them() -> None:
    heads = [Head(f"kantor {n}", n + 1, f"{n:064x}") for n in range(4)]
    assert merkle_root(heads) != merkle_root(heads[:2])
    assert merkle_root(heads[::-1]) != merkle_root(heads)
