"""Many people at the same instant: everybody waits at one barrier, then all begin."""

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def at_once(works: Sequence[Callable[[], T]]) -> list[T]:
    """What each of ``works`` answered, in their order. What one raises is raised here."""
    barrier = threading.Barrier(len(works))
    answers: dict[int, T] = {}
    raised: list[BaseException] = []

    def begin(number: int) -> None:
        barrier.wait()
        try:
            answers[number] = works[number]()
        except BaseException as error:  # noqa: BLE001 - of another thread: told by the test's own
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]
    return [answers[number] for number in range(len(works))]
