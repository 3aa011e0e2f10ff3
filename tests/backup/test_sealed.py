"""A sealed file opens with its passphrase alone, and only if nothing of it was touched."""

from io import BytesIO

import pytest

from runut.files.backup.sealed import MAGIC, PIECE, CannotOpen, Key, key_of, opened, sealed

KEY = key_of("kuda besi naik bukit", b"g" * 16)
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE)
HEAD = len(MAGIC) + 16 + 7
WHOLE = PIECE + 16


def closed(data: bytes) -> bytes:
    return b"".join(sealed([data[:10], data[10:]], KEY))


def read(data: bytes, key: Key = KEY) -> bytes:
    return b"".join(opened(BytesIO(data), key))


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_is_read_again(size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    assert read(closed(data[:size])) == data[:size]


def test_another_passphrase_opens_nothing() -> None:
    with pytest.raises(CannotOpen, match="frasa sandinya tidak cocok"):
        read(closed(b"rahasia"), key_of("kuda besi naik gunung", KEY.salt))


def test_two_files_of_the_same_words_look_different() -> None:
    assert closed(b"rahasia") != closed(b"rahasia")


DATA = closed(b"a" * PIECE + b"b" * PIECE + b"akhir")
FIRST, SECOND = DATA[HEAD : HEAD + WHOLE], DATA[HEAD + WHOLE : HEAD + 2 * WHOLE]
TAMPERED = {
    "an ending cut off at a piece": DATA[: HEAD + 2 * WHOLE],
    "an ending cut off inside a piece": DATA[:-1],
    "pieces swapped": DATA[:HEAD] + SECOND + FIRST + DATA[HEAD + 2 * WHOLE :],
    "a piece left out": DATA[:HEAD] + FIRST + DATA[HEAD + 2 * WHOLE :],
    "a piece twice": DATA[:HEAD] + FIRST + DATA[HEAD:],
    "something added": DATA + b"x",
    "nothing but a head": DATA[:HEAD],
    "no head": b"",
    **{
        f"byte {at} flipped": DATA[:at] + bytes([DATA[at] ^ 1]) + DATA[at + 1 :]
        for at in (0, len(MAGIC), HEAD - 1, HEAD, HEAD + PIECE, HEAD + WHOLE, len(DATA) - 1)
    },
}


@pytest.mark.parametrize("data", TAMPERED.values(), ids=TAMPERED.keys())
def test_whatever_was_done_to_it_is_found(data: bytes) -> None:
    with pytest.raises(CannotOpen):
        read(data)
