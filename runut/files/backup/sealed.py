"""A file closed with a passphrase: AES-256-GCM over pieces, the key by scrypt.

Layout: ``MAGIC``, 16 bytes of salt, 7 bytes of nonce, then pieces of 1 MiB, each longer by its tag
of 16 bytes. The nonce of a piece is those 7 bytes, its number (4 bytes), and 1 for the last piece,
else 0: a piece that is changed, left out, added or moved is found, and so is an end that was cut.
The head is authenticated with every piece. (The STREAM construction of Hoang, Reyhanitabar,
Rogaway and Vizár, 2015.)
"""

import hmac
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import scrypt, sha256
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"runut-tersandi-1\n"
SALT_BYTES = 16
PIECE = 1 << 20
SHORTEST = 12
"""Letters of a passphrase: whoever has the file can try at leisure."""
_PREFIX_BYTES, _TAG_BYTES = 7, 16
_COST = {"n": 1 << 16, "r": 8, "p": 1}
"""64 MiB of memory and a fraction of a second for each passphrase that is tried."""
_SCRYPT_MEMORY = 96 << 20


class CannotOpen(Exception):
    """A sealed file does not open: another passphrase, or it was damaged. Says so."""


@dataclass(frozen=True)
class Key:
    """A passphrase made ready, with the salt that every file closed with it bears."""

    salt: bytes
    secret: bytes

    def name_of(self, digest: str) -> str:
        """The name of a stored file that does not tell, to who has no key, which file it is."""
        return hmac.new(self.secret, digest.encode(), sha256).hexdigest()


def key_of(passphrase: str, salt: bytes) -> Key:
    secret = scrypt(passphrase.encode(), salt=salt, dklen=32, maxmem=_SCRYPT_MEMORY, **_COST)
    return Key(salt, secret)


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def sealed(pieces: Iterable[bytes], key: Key) -> Iterator[bytes]:
    """What is to be written so that only who knows the passphrase reads ``pieces``."""
    prefix = secrets.token_bytes(_PREFIX_BYTES)
    head = MAGIC + key.salt + prefix
    yield head
    cipher = AESGCM(key.secret)
    number, waiting = 0, b""
    for piece in _of_one_size(pieces):
        if number:
            yield cipher.encrypt(_nonce(prefix, number - 1, is_last=False), waiting, head)
        waiting = piece
        number += 1
    yield cipher.encrypt(_nonce(prefix, max(number - 1, 0), is_last=True), waiting, head)


def opened(file: IO[bytes], key: Key) -> Iterator[bytes]:
    """What a sealed file holds. Raises CannotOpen at the first piece that is not as it was."""
    head = file.read(len(MAGIC) + SALT_BYTES + _PREFIX_BYTES)
    if len(head) < len(MAGIC) + SALT_BYTES + _PREFIX_BYTES or not head.startswith(MAGIC):
        raise CannotOpen("berkas tersandi ini rusak pada awalnya")
    prefix = head[-_PREFIX_BYTES:]
    cipher = AESGCM(key.secret)
    number, piece = 0, file.read(PIECE + _TAG_BYTES)
    while True:
        following = file.read(PIECE + _TAG_BYTES)
        try:
            yield cipher.decrypt(_nonce(prefix, number, is_last=not following), piece, head)
        except (InvalidTag, ValueError) as error:
            reason = "frasa sandinya tidak cocok, atau berkasnya rusak"
            raise CannotOpen("berkas tersandi ini rusak" if number else reason) from error
        if not following:
            return
        number, piece = number + 1, following


def _of_one_size(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of ``PIECE``, the last one shorter."""
    kept = bytearray()
    for piece in pieces:
        kept += piece
        while len(kept) > PIECE:
            yield bytes(kept[:PIECE])
            del kept[:PIECE]
    if kept:
        yield bytes(kept)


def _nonce(prefix: bytes, number: int, *, is_last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([is_last])
