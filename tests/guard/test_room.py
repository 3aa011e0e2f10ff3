"""The reading room: two at once, never two of one person, the same bytes once, nobody held up."""

import threading
from collections.abc import Callable, Iterator

import pytest

from runut.files.guard.progress import Progress
from runut.files.guard.room import (
    MOST_OF_ONE,
    Room,
    RoomFull,
    StillReading,
    Tell,
    Work,
    visiting,
)

LIMIT_S = 20


class Readings:
    """Readings that last until the test lets them end."""

    def __init__(self) -> None:
        self.room = Room()
        self.begun: list[str] = []
        self.may_end: dict[str, threading.Event] = {}
        self.changed = threading.Condition()

    def work(self, key: str) -> Callable[[], Work]:
        self.may_end.setdefault(key, threading.Event())

        def read(tell: Tell) -> bytes:
            with self.changed:
                self.begun.append(key)
                self.changed.notify_all()
            tell(Progress(1, 3, "Membaca lembar"))
            assert self.may_end[key].wait(LIMIT_S)
            return f"isi {key}".encode()

        return lambda: read

    def leave(self, key: str, owner: str) -> None:
        """Bring a file and go, as one who has no time."""
        with visiting(owner, 0), pytest.raises(StillReading):
            self.room.read_in_turn(key, self.work(key))

    def are(self, *keys: str) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: set(self.begun) == set(keys), LIMIT_S)

    def end(self, key: str, owner: str) -> bytes:
        self.may_end[key].set()
        with visiting(owner, None):
            return self.room.read_in_turn(key, self.work(key))


@pytest.fixture
def readings() -> Iterator[Readings]:
    made = Readings()
    yield made
    while any(made.room.counted()):
        for one in made.may_end.values():
            one.set()


def test_two_are_read_at_once_and_one_person_has_one_place(readings: Readings) -> None:
    for key in ("a", "b", "c"):
        readings.leave(key, "dewi")
    for key, owner in (("d", "joko"), ("e", "maria")):
        readings.leave(key, owner)
    assert readings.are("a", "d")
    assert readings.room.counted() == (2, 3)
    waiting = readings.room.standing("c")
    assert waiting is not None and waiting.place == 2
    assert readings.end("d", "joko") == b"isi d"
    assert readings.are("a", "d", "e")
    assert readings.end("a", "dewi") == b"isi a"
    assert readings.are("a", "d", "e", "b")


def test_the_same_bytes_are_read_once_and_known_to_who_comes_back(readings: Readings) -> None:
    for owner in ("dewi", "joko", "dewi"):
        readings.leave("a", owner)
    assert readings.are("a")
    assert readings.end("a", "dewi") == readings.end("a", "joko") == b"isi a"
    assert readings.begun == ["a"]
    assert readings.room.standing("a") is None


def test_who_waits_is_told_how_far_it_is(readings: Readings) -> None:
    readings.leave("a", "dewi")
    readings.leave("b", "dewi")
    assert readings.are("a")
    while (now := readings.room.standing("a")) is None or now.progress is None:
        pass
    assert (now.place, now.progress) == (0, Progress(1, 3, "Membaca lembar"))
    told: list[Progress] = []

    def note(progress: Progress) -> None:
        told.append(progress)
        readings.may_end["a"].set()
        readings.may_end["b"].set()

    with visiting("dewi", None):
        readings.room.read_in_turn("b", readings.work("b"), note)
    assert told[0].tahap == "Menunggu giliran, nomor 1"


def test_a_reading_that_fails_is_told_to_each_and_not_remembered(readings: Readings) -> None:
    def full() -> Work:
        def read(tell: Tell) -> bytes:
            raise OSError(28, "No space left on device")

        return read

    for _ in range(2):
        with visiting("dewi", None), pytest.raises(OSError, match="No space"):
            readings.room.read_in_turn("a", full)
    assert readings.room.counted() == (0, 0)


def test_one_person_cannot_fill_the_room(readings: Readings) -> None:
    for number in range(MOST_OF_ONE):
        readings.leave(f"a{number}", "dewi")
    with visiting("dewi", 0), pytest.raises(RoomFull):
        readings.room.read_in_turn("satu lagi", readings.work("satu lagi"))
    readings.leave("b", "joko")
    assert readings.are("a0", "b")


def test_a_command_reads_here_and_now(readings: Readings) -> None:
    assert readings.room.read_in_turn("a", lambda: lambda tell: b"isi") == b"isi"
    assert readings.room.counted() == (0, 0)
