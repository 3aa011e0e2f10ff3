"""Readers for the tests: what a reader may do, and what a hostile file may make one do."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from runut.core.findings import Finding, Level
from runut.files.guard.progress import Progress

Problems = tuple[Finding, ...]


def length(data: bytes, name: str) -> tuple[int, Problems]:
    return len(data), (Finding("terbaca", Level.INFO, name),)


def unpacked(data: bytes, name: str) -> tuple[int, Problems]:
    with ZipFile(BytesIO(data)) as archive:
        return sum(len(archive.read(part)) for part in archive.namelist()), ()


def repeats(data: bytes, name: str, times: int) -> tuple[bytes, Problems]:
    return data * times, ()


def fails(data: bytes, name: str) -> tuple[None, Problems]:
    raise RuntimeError("rahasia dapur")


def never_ends(data: bytes, name: str) -> tuple[None, Problems]:
    while True:
        pass


def sleeps(data: bytes, name: str) -> tuple[None, Problems]:
    signal.pause()
    return None, ()


def takes_two_gigabytes(data: bytes, name: str) -> tuple[int, Problems]:
    return len(bytearray(2 << 30)), ()


def crashes(data: bytes, name: str) -> tuple[None, Problems]:
    os.abort()


def answers_too_much(data: bytes, name: str) -> tuple[str, Problems]:
    return "x" * (20 << 20), ()


def prints(data: bytes, name: str) -> tuple[str, Problems]:
    print("kata perpustakaan")
    os.write(1, b"lagi")
    return "jawaban", ()


def environment(data: bytes, name: str) -> tuple[dict[str, str], Problems]:
    return dict(os.environ), ()


def process_group(data: bytes, name: str) -> tuple[int, Problems]:
    return os.getpgrp(), ()


def modules(data: bytes, name: str) -> tuple[list[str], Problems]:
    return sorted(sys.modules), ()


def connects(data: bytes, name: str) -> tuple[None, Problems]:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
    return None, ()


def starts_a_program(data: bytes, name: str) -> tuple[None, Problems]:
    subprocess.run(["true"], check=True)
    return None, ()


def says_and_crashes(data: bytes, name: str) -> Iterator[tuple[str, Problems]]:
    yield "pertama", ()
    yield "bacaan", (Finding("terbaca", Level.INFO, name),)
    os.abort()


def says_and_never_ends(data: bytes, name: str) -> Iterator[tuple[str, Problems]]:
    yield "bacaan", ()
    never_ends(data, name)


def says_and_wants_too_much(data: bytes, name: str) -> Iterator[tuple[str, Problems]]:
    yield "bacaan", ()
    yield str(takes_two_gigabytes(data, name)), ()


def says_and_says_too_much(data: bytes, name: str) -> Iterator[tuple[str, Problems]]:
    yield "bacaan", ()
    yield answers_too_much(data, name)


def answers_a_stranger(data: bytes, name: str) -> tuple[object, Problems]:
    return object(), ()


def dies_after_a_step(data: bytes, name: str) -> Iterator[Progress]:
    yield Progress(1, 2, "separuh")
    raise RuntimeError(name)
