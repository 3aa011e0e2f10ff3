"""Every way of tampering with the stored rows of an office is found, and the place is named."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.findings import Finding
from runut.core.trust.canonical import canonical_json, is_canonical_json
from runut.core.trust.chain import (
    START,
    Fault,
    Link,
    Row,
    canonical,
    hash_row,
    head_of,
    next_link,
    utc_text,
    verify_chain,
)

OFFICE = "Biro Perekonomian"
MONDAY = datetime(2026, 1, 5, 2, 30, tzinfo=UTC)


def chain(length: int = 12, office: str = OFFICE) -> list[Link]:
    links: list[Link] = []
    for number in range(1, length + 1):
        links.append(
            next_link(
                head_of(links[-1]) if links else None,
                office=office,
                at=MONDAY + timedelta(minutes=number),
                actor=f"pegawai-{number}",
                on_behalf_of="kabag" if number == 7 else "",
                kind="langkah_selesai",
                subject=f"LAKIP 2025/{number}",
                payload={"langkah": str(number), "keluaran": ["notulensi"]},
                document=f"{number:064x}",
            )
        )
    return links


def fault_of(links: Sequence[Link], office: str = OFFICE) -> Finding:
    fault = verify_chain(links, office).fault
    assert fault is not None
    return fault


def rehashed(links: Sequence[Link]) -> list[Link]:
    """What an intruder with the database does: every hash computed anew."""
    done: list[Link] = []
    for link in links:
        row = replace(link.row, prev_hash=done[-1].hash if done else START)
        done.append(Link(row, hash_row(row)))
    return done


def test_an_honest_chain_has_no_fault_and_tells_where_it_ends() -> None:
    links = chain()
    checked = verify_chain(iter(links), OFFICE)
    assert checked.fault is None
    assert checked.notes == ()
    assert checked.head == head_of(links[-1])
    assert verify_chain([], OFFICE).head is None


@pytest.mark.parametrize("place", [0, 6, 11])
@pytest.mark.parametrize("column", [column.name for column in fields(Row)])
def test_t1_an_edit_of_any_column_of_any_row_is_found(column: str, place: int) -> None:
    links = chain()
    row = links[place].row
    value = getattr(row, column)
    forged = {
        "seq": row.seq + 100,
        "at": "2026-01-05T02:30:00.000000Z",
        "payload": '{"langkah":"99"}',
    }.get(column, "f" * 64 if len(str(value)) == 64 else f"{value}x")
    links[place] = replace(links[place], row=replace(row, **{column: forged}))
    assert fault_of(links).letak.baris == place + 1


@pytest.mark.parametrize("place", [0, 6, 11])
def test_t1_an_edit_of_the_stored_hash_is_found(place: int) -> None:
    links = chain()
    links[place] = replace(links[place], hash="0" * 64)
    fault = fault_of(links)
    assert (fault.kode, fault.letak.baris) == (Fault.EDITED, place + 1)


def test_an_edited_row_is_called_edited() -> None:
    links = chain()
    links[4] = replace(links[4], row=replace(links[4].row, actor="orang lain"))
    assert fault_of(links).pesan == "Isi baris 5 telah diubah setelah dicatat."


def test_an_edited_row_with_its_own_hash_renewed_no_longer_fits_the_next() -> None:
    links = chain()
    row = replace(links[4].row, actor="orang lain")
    links[4] = Link(row, hash_row(row))
    fault = fault_of(links)
    assert (fault.kode, fault.letak.baris) == (Fault.BROKEN, 6)
    assert "baris 5" in fault.pesan


@pytest.mark.parametrize(("first", "count"), [(0, 1), (5, 1), (3, 4)])
def test_t3_a_removed_row_is_missing(first: int, count: int) -> None:
    links = chain()
    del links[first : first + count]
    fault = fault_of(links)
    assert (fault.kode, fault.letak.baris) == (Fault.MISSING, first + 1)


def test_t3_a_removed_row_is_found_when_the_rest_is_renumbered() -> None:
    links = chain()
    del links[5]
    renumbered = [
        replace(link, row=replace(link.row, seq=number)) for number, link in enumerate(links, 1)
    ]
    assert fault_of(renumbered).letak.baris == 6


@pytest.mark.parametrize(("one", "other"), [(3, 4), (2, 8), (0, 11)])
def test_t5_swapped_rows_are_found(one: int, other: int) -> None:
    links = chain()
    links[one], links[other] = links[other], links[one]
    fault = fault_of(links)
    assert (fault.kode, fault.letak.baris) == (Fault.SWAPPED, one + 1)


@pytest.mark.parametrize(("one", "other"), [(3, 4), (2, 8), (0, 11)])
def test_t5_swapped_rows_are_found_when_their_numbers_are_swapped_too(one: int, other: int) -> None:
    links = chain()
    here, there = links[one], links[other]
    links[one] = replace(there, row=replace(there.row, seq=here.row.seq))
    links[other] = replace(here, row=replace(here.row, seq=there.row.seq))
    fault = fault_of(links)
    assert (fault.kode, fault.letak.baris) == (Fault.SWAPPED, one + 1)


def test_t6_a_row_slipped_into_the_past_is_found() -> None:
    links = chain()
    slipped = replace(links[4].row, actor="orang lain", prev_hash=links[4].hash)
    links.insert(5, Link(slipped, hash_row(slipped)))
    fault = fault_of(links)
    assert (fault.kode, fault.letak.baris) == (Fault.INSERTED, 5)


def test_t6_a_row_slipped_in_with_the_rest_renumbered_is_found() -> None:
    links = chain()
    slipped = replace(links[4].row, seq=6, prev_hash=links[4].hash)
    later = [replace(link, row=replace(link.row, seq=link.row.seq + 1)) for link in links[5:]]
    assert fault_of([*links[:5], Link(slipped, hash_row(slipped)), *later]).letak.baris == 7


def test_t6_a_forged_time_in_a_chain_made_anew_is_a_note_and_no_fault() -> None:
    links = chain()
    links[8] = replace(links[8], row=replace(links[8].row, at="2025-12-31T16:30:00.000000Z"))
    checked = verify_chain(rehashed(links), OFFICE)
    assert checked.fault is None
    (note,) = checked.notes
    assert (note.kode, note.letak.baris) == ("jam_mundur", 9)


@pytest.mark.parametrize("at", ["2025-13-01T00:00:00.000000Z", "2025-12-01T00:00:00Z", "kemarin"])
def test_t6_a_time_that_is_none_is_found_and_no_crash(at: str) -> None:
    links = chain()
    links[8] = replace(links[8], row=replace(links[8].row, at=at))
    assert fault_of(links).letak.baris == 9
    with pytest.raises(ValueError):
        canonical(links[8].row)


def test_acts_that_waited_a_moment_behind_another_are_no_clock_set_back() -> None:
    first = next_link(None, office=OFFICE, at=MONDAY, actor="a", kind="k", subject="s", payload={})
    waited = next_link(
        head_of(first),
        office=OFFICE,
        at=MONDAY - timedelta(seconds=90),
        actor="b",
        kind="k",
        subject="s",
        payload={},
    )
    assert verify_chain([first, waited], OFFICE).notes == ()


def test_t8_a_row_of_another_office_is_found() -> None:
    links = chain()
    links[6] = chain(office="Biro Hukum")[6]
    fault = fault_of(links)
    assert (fault.kode, fault.letak.baris) == (Fault.FOREIGN, 7)


def test_t8_the_whole_chain_of_another_office_is_found() -> None:
    assert fault_of(chain(office="Biro Hukum")).kode == Fault.FOREIGN


def test_t8_a_row_of_another_office_relabelled_is_found() -> None:
    links = chain()
    foreign = chain(office="Biro Hukum")[6]
    links[6] = replace(foreign, row=replace(foreign.row, office=OFFICE))
    assert fault_of(links).letak.baris == 7


@pytest.mark.parametrize(
    "payload",
    [
        '{"keluaran":["notulensi"],"langkah": "7"}',
        '{"langkah":"7","keluaran":["notulensi"]}',
        '{"keluaran":["notulensi"],"langkah":"7","langkah":"7"}',
        '{"keluaran":["notulens\\u0069"],"langkah":"7"}',
        '{"nilai":1.0}',
        '{"nilai":NaN}',
        '{"nilai":9007199254740992}',
        "bukan JSON",
        "[" * 5000 + "]" * 5000,
    ],
)
def test_t13_another_spelling_of_the_payload_is_found_even_with_all_hashes_renewed(
    payload: str,
) -> None:
    links = chain()
    row = replace(links[6].row, payload=payload)
    with pytest.raises(ValueError, match="payload"):
        canonical(row)
    links[6] = replace(links[6], row=row)
    assert fault_of(links).letak.baris == 7


def test_t13_the_decomposed_spelling_of_a_name_is_not_the_name() -> None:
    written = next_link(
        None, office=OFFICE, at=MONDAY, actor="Andre\u0301", kind="k", subject="s", payload={}
    )
    assert written.row.actor == "Andr\u00e9"
    with pytest.raises(ValueError, match="NFC"):
        canonical(replace(written.row, actor="Andre\u0301"))


def test_t13_a_row_hash_is_marked_as_a_leaf() -> None:
    row = chain(1)[0].row
    written = (
        b'{"actor":"pegawai-1","at":"2026-01-05T02:31:00.000000Z","document":"' + b"0" * 63 + b'1",'
        b'"kind":"langkah_selesai","office":"Biro Perekonomian","on_behalf_of":"",'
        b'"payload":"{\\"keluaran\\":[\\"notulensi\\"],\\"langkah\\":\\"1\\"}","prev_hash":"'
        + b"0" * 64
        + b'","seq":1,"subject":"LAKIP 2025/1"}'
    )
    assert canonical(row) == written
    assert hash_row(row) == sha256(b"\x00" + written).hexdigest()


@pytest.mark.parametrize(
    "value", [0.1, 2**53, {1: "a"}, {"😀": 1}, "\ud800", {"\u00e9": 1, "e\u0301": 2}]
)
def test_what_has_no_canonical_form_is_not_recorded(value: object) -> None:
    with pytest.raises(ValueError):
        canonical_json(value)


def test_a_time_without_zone_is_not_recorded() -> None:
    with pytest.raises(ValueError, match="zone"):
        utc_text(datetime(2026, 1, 5))  # noqa: DTZ001 - the fault that is tested


def test_the_chain_is_read_as_a_stream() -> None:
    read = 0

    def rows() -> Iterator[Link]:
        nonlocal read
        links = chain()
        links[2] = replace(links[2], row=replace(links[2].row, actor="x"))
        for link in links:
            read += 1
            yield link

    assert verify_chain(rows(), OFFICE).fault is not None
    assert read == 4  # the bad row, and the one after it


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text("abcé", max_size=3), inside),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.text(), json_values, st.datetimes()), max_size=8))
def test_no_honest_history_is_ever_called_false(
    acts: list[tuple[str, object, datetime]],
) -> None:
    links: list[Link] = []
    for actor, payload, at in acts:
        if not _is_text(actor) or not _has_canonical_form(payload):
            continue
        links.append(
            next_link(
                head_of(links[-1]) if links else None,
                office=OFFICE,
                at=at.replace(tzinfo=UTC),
                actor=actor,
                kind="k",
                subject="s",
                payload=payload,
            )
        )
    assert all(is_canonical_json(link.row.payload) for link in links)
    assert verify_chain(links, OFFICE).fault is None


def _is_text(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _has_canonical_form(value: object) -> bool:
    try:
        return bool(canonical_json(value))
    except ValueError:
        return False
