"""The reading room: a file is read in its turn, and the same bytes once.

A reading may take half a minute and a gigabyte. In one process of the office ``PLACES`` go on at
once, whoever asks; nobody has more than one of them, so one person's files never keep others from
reading theirs. Who asks for a page stays for a moment and is then told to come back
(``StillReading``): the thread that answers pages is not kept for it. What was read is known for a
while to whoever brings the same bytes.
"""

import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import IO, Final

from runut.files.guard.progress import Progress

PLACES: Final = 2
MOST_WAITING, MOST_OF_ONE = 40, 8
"""Readings in the room, all of them and those of one person."""
PATIENCE_S = 1.5
"""A usual file is read within it, and its sender sees no page that waits."""
_KNOWN_FOR_S, _MOST_KNOWN = 120, 16
_LOOK_S, _SAY_AGAIN_S = 0.5, 10
_LARGE = 1 << 20
"""Bytes of an answer that lies on the disk until it is fetched."""

Tell = Callable[[Progress], None]
Work = Callable[[Tell], bytes]


class StillReading(Exception):
    """It takes longer than whoever asked can stay; ``key`` tells the reading from others."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class RoomFull(Exception):
    """So many files wait already that another one is not taken."""


@dataclass(frozen=True)
class Standing:
    """How far a reading is: its place in the queue (0 while it is read), since when, its steps."""

    place: int
    seconds: int
    progress: Progress | None


@dataclass(frozen=True)
class _Visitor:
    owner: str
    patience_s: float | None


@dataclass(eq=False)
class _Reading:
    key: str
    owner: str
    work: Work
    over: threading.Event = field(default_factory=threading.Event)
    begun: float = 0.0
    ended: float = 0.0
    progress: Progress | None = None
    answer: bytes | IO[bytes] = b""
    error: Exception | None = None

    def tell(self, progress: Progress) -> None:
        self.progress = progress


_visitor: ContextVar[_Visitor | None] = ContextVar("visitor", default=None)


@contextmanager
def visiting(owner: str, patience_s: float | None) -> Iterator[None]:
    """What is read meanwhile is read for ``owner``, who stays so long; None: to the end."""
    token = _visitor.set(_Visitor(owner, patience_s))
    try:
        yield
    finally:
        _visitor.reset(token)


class Room:
    """The readings of a process: those at work, those that wait, those that are still known."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[_Reading] = []
        self._at_work: list[_Reading] = []
        self._known: OrderedDict[str, _Reading] = OrderedDict()

    def read_in_turn(
        self, key: str, prepare: Callable[[], Work], on_progress: Tell | None = None
    ) -> bytes:
        """The answer of the work that ``prepare`` gives, done in its turn; ``key`` stands for it
        and its file. Outside of ``visiting`` (a command) nobody else waits: it is done at once.

        Raises StillReading, RoomFull, or what the work raises.
        """
        visitor = _visitor.get()
        if visitor is None:
            return prepare()(on_progress or (lambda _: None))
        reading = self._enter(key, visitor.owner, prepare)
        self._wait(reading, visitor.patience_s, on_progress)
        if reading.error is not None:
            raise reading.error
        with self._lock:
            return self._fetched(reading)

    def standing(self, key: str) -> Standing | None:
        """How far a reading is; None once it is over, or if nobody reads it."""
        with self._lock:
            reading = self._known.get(key)
            if reading is None or reading.over.is_set():
                return None
            place = self._waiting.index(reading) + 1 if reading in self._waiting else 0
            seconds = int(time.monotonic() - reading.begun) if reading.begun else 0
            return Standing(place, seconds, reading.progress)

    def counted(self) -> tuple[int, int]:
        """How many are read now, and how many wait."""
        with self._lock:
            return len(self._at_work), len(self._waiting)

    def _enter(self, key: str, owner: str, prepare: Callable[[], Work]) -> _Reading:
        with self._lock:
            self._forget_old()
            if (known := self._known.get(key)) is not None:
                return known
            own = [one for one in (*self._waiting, *self._at_work) if one.owner == owner]
            if len(self._waiting) >= MOST_WAITING or len(own) >= MOST_OF_ONE:
                raise RoomFull
            reading = self._known[key] = _Reading(key, owner, prepare())
            self._waiting.append(reading)
            self._fill_places()
            return reading

    def _fill_places(self) -> None:
        """The first of the queue whose owner has none at work takes each free place."""
        while len(self._at_work) < PLACES:
            busy = {one.owner for one in self._at_work}
            reading = next((one for one in self._waiting if one.owner not in busy), None)
            if reading is None:
                return
            self._waiting.remove(reading)
            self._at_work.append(reading)
            reading.begun = time.monotonic()
            threading.Thread(
                target=self._read, args=(reading,), name="ruang-baca", daemon=True
            ).start()

    def _read(self, reading: _Reading) -> None:
        try:
            reading.answer = _laid_down(reading.work(reading.tell))
        except Exception as error:  # noqa: BLE001 - it is raised where the answer is awaited
            reading.error = error
        with self._lock:
            self._at_work.remove(reading)
            reading.ended, reading.work = time.monotonic(), _done
            if reading.error is not None:
                self._known.pop(reading.key, None)
            reading.over.set()
            self._fill_places()

    def _wait(self, reading: _Reading, patience_s: float | None, on_progress: Tell | None) -> None:
        """Until it is over; who wants to know how far it is, is told in between."""
        until = None if patience_s is None else time.monotonic() + patience_s
        told, told_at = None, 0.0
        while not reading.over.is_set():
            left = _LOOK_S if until is None else min(_LOOK_S, until - time.monotonic())
            if left <= 0:
                raise StillReading(reading.key)
            if reading.over.wait(left) or on_progress is None:
                continue
            if (now := self.standing(reading.key)) is None:
                continue
            progress = now.progress or Progress(0, 1, _in_words(now))
            if progress != told or time.monotonic() - told_at > _SAY_AGAIN_S:
                told, told_at = progress, time.monotonic()
                on_progress(progress)

    def _fetched(self, reading: _Reading) -> bytes:
        if isinstance(reading.answer, bytes):
            return reading.answer
        if reading.answer.closed:  # forgotten in this very moment: it is read again
            raise StillReading(reading.key)
        reading.answer.seek(0)
        return reading.answer.read()

    def _forget_old(self) -> None:
        over = [one for one in self._known.values() if one.over.is_set()]
        old = [one for one in over if time.monotonic() - one.ended > _KNOWN_FOR_S]
        for one in {*old, *over[: max(0, len(over) - _MOST_KNOWN)]}:
            self._known.pop(one.key, None)
            if not isinstance(one.answer, bytes):
                one.answer.close()


OFFICE_ROOM: Final = Room()
"""Of this process: what ``parent`` and LibreOffice read goes through it."""


def _laid_down(answer: bytes) -> bytes | IO[bytes]:
    if len(answer) < _LARGE:
        return answer
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is forgotten
    file.write(answer)
    return file


def _done(_: Tell) -> bytes:
    """What is left of a work that was done: it held the file."""
    raise AssertionError


def _in_words(now: Standing) -> str:
    return f"Menunggu giliran, nomor {now.place}" if now.place else "Mulai membaca"
