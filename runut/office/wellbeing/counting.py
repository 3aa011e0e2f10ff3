"""How many requests this process answered, and how long it took: for ``/metrics``."""

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_lock = threading.Lock()
_answered: Counter[str] = Counter()
_seconds: defaultdict[str, float] = defaultdict(float)


class CountedAnswers:
    """Around everything that Django answers; what the server itself refuses is not seen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        kind = f"{response.status_code // 100}xx"
        with _lock:
            _answered[kind] += 1
            _seconds[kind] += time.perf_counter() - begun
        return response


def answered() -> dict[str, tuple[int, float]]:
    """By the class of status ("2xx"): how many, and the seconds that they took together."""
    with _lock:
        return {kind: (count, _seconds[kind]) for kind, count in sorted(_answered.items())}
