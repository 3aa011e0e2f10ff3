"""What a browser answers with a passkey proves something for one address, challenge and key."""

import json
from dataclasses import replace

import pytest
from fido2 import cbor
from fido2.utils import websafe_decode, websafe_encode
from hypothesis import given
from hypothesis import strategies as st

from runut.files.identity.passkey import (
    Asserted,
    KnownKey,
    NotProven,
    Site,
    asked_for_new,
    asked_for_one,
    asserted,
    names_in,
    new_challenge,
    registered,
)
from tests.logins.device import HOME, Device

SITE = Site("runut.kantor.id", HOME)
CHALLENGE = new_challenge()
NEW = asked_for_new(SITE, "Runut", (b"7" * 32, "andreas", "Andreas"), CHALLENGE, [])
ONE = asked_for_one(SITE, CHALLENGE, [], must_verify=True)


def known(device: Device) -> KnownKey:
    return registered(SITE, CHALLENGE, device.make(NEW)).key


def judge(device: Device, key: KnownKey, answer: str = "", *, must_verify: bool = True) -> Asserted:
    answer = answer or device.use(ONE)
    return asserted(SITE, CHALLENGE, answer, key, must_verify=must_verify)


def test_a_passkey_that_was_made_is_recognised_when_it_is_used() -> None:
    device = Device()
    key = known(device)
    assert key.credential == device.credential
    assert judge(device, key) == Asserted(counter=1, is_verified=True)
    assert names_in(device.use(ONE)) == (device.credential, b"7" * 32)


@pytest.mark.parametrize(
    ("spoiled", "why"),
    [
        ({"origin": "https://runut.kantor.id.penipu.id"}, "origin"),
        ({"origin": "http://runut.kantor.id"}, "origin"),
        ({"origin": f"{HOME}:8443"}, "origin"),
        ({"host": "penipu.id"}, "RP ID"),
        ({"in_frame": True}, "page of somebody else"),
        ({"verifies": False}, "verification"),
        ({"key": Device().key}, "signature"),
    ],
)
def test_an_answer_made_elsewhere_or_by_another_key_proves_nothing(
    spoiled: dict[str, object], why: str
) -> None:
    device = Device()
    key = known(device)
    with pytest.raises(NotProven, match=why):
        judge(replace(device, **spoiled), key)  # type: ignore[arg-type]
    if why not in ("signature", "verification"):
        with pytest.raises(NotProven, match=why):
            registered(SITE, CHALLENGE, replace(device, **spoiled).make(NEW))  # type: ignore[arg-type]


def test_an_answer_to_another_challenge_proves_nothing() -> None:
    device = Device()
    key, other = known(device), new_challenge()
    with pytest.raises(NotProven, match="challenge"):
        judge(device, key, device.use(ONE | {"challenge": other}))
    with pytest.raises(NotProven, match="challenge"):
        registered(SITE, other, device.make(NEW))


def test_a_making_is_no_use_and_a_use_no_making() -> None:
    device = Device()
    key = known(device)
    with pytest.raises(NotProven):
        judge(device, key, device.make(NEW))
    with pytest.raises(NotProven):
        registered(SITE, CHALLENGE, device.use(ONE))


def test_after_the_password_a_key_without_pin_is_enough() -> None:
    device = Device(verifies=False)
    assert judge(device, known(device), must_verify=False) == Asserted(1, is_verified=False)


def test_a_changed_signature_or_counter_is_seen() -> None:
    device = Device()
    key = known(device)
    for name in ("signature", "authenticatorData"):
        told = json.loads(device.use(ONE))
        spoiled = bytearray(websafe_decode(told["response"][name]))
        spoiled[-1] ^= 1
        told["response"][name] = websafe_encode(bytes(spoiled))
        with pytest.raises(NotProven, match="ignature"):
            judge(device, key, json.dumps(told))


@pytest.mark.parametrize("public", [{3: -65535, 1: 3}, {1: 2, 3: -7, -1: 1, -2: b"x", -3: b"y"}])
def test_a_key_that_can_judge_nothing_is_not_taken(public: dict[int, object]) -> None:
    device = Device()
    told = json.loads(device.make(NEW))
    made = cbor.decode(websafe_decode(told["response"]["attestationObject"]))
    good = made["authData"]
    made["authData"] = good[: 37 + 16 + 2 + 32] + cbor.encode(public)
    told["response"]["attestationObject"] = websafe_encode(cbor.encode(made))
    with pytest.raises(NotProven):
        registered(SITE, CHALLENGE, json.dumps(told))


@given(st.data())
def test_whatever_is_sent_is_an_answer_or_proves_nothing(data: st.DataObject) -> None:
    device = Device()
    told = json.loads(data.draw(st.sampled_from([device.make(NEW), device.use(ONE)])))
    name = data.draw(st.sampled_from(sorted(told["response"])))
    junk = st.one_of(st.binary(max_size=80).map(websafe_encode), st.text(), st.integers())
    told["response"][name] = data.draw(junk)
    sent = data.draw(st.sampled_from([json.dumps(told), told["response"][name]]))
    for judged in (
        lambda: registered(SITE, CHALLENGE, str(sent)),
        lambda: names_in(str(sent)),
        lambda: asserted(SITE, CHALLENGE, str(sent), KnownKey("eA", "oA"), must_verify=False),
    ):
        try:
            judged()
        except NotProven:
            continue


def test_a_number_in_place_of_words_or_bytes_takes_no_memory() -> None:
    """The library would make as many bytes of it as it says."""
    many = 1 << 40
    for name in ("clientDataJSON", "attestationObject"):
        told = json.loads(Device().make(NEW))
        told["response"][name] = many
        with pytest.raises(NotProven, match="no answer of a browser"):
            registered(SITE, CHALLENGE, json.dumps(told))
    for name, inside in (
        ("clientDataJSON", json.dumps({"type": "webauthn.create", "challenge": many}).encode()),
        ("attestationObject", cbor.encode({"fmt": "none", "authData": many, "attStmt": {}})),
    ):
        told = json.loads(Device().make(NEW))
        told["response"][name] = websafe_encode(inside)
        with pytest.raises(NotProven):
            registered(SITE, CHALLENGE, json.dumps(told))


def test_nesting_and_length_are_refused() -> None:
    for sent in ("[" * 9000, '{"response":' * 900, "x" * 20_000, "null", "[]", '"a"'):
        with pytest.raises(NotProven):
            names_in(sent)
