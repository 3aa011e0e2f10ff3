"""What people type, without the signs that nobody sees: for every form, in one place.

Words pasted from a page or a chat bring them along unnoticed. They are taken out before any page
reads the form, and the person is told which and beside which words.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from runut.core.words.unseen import taken_out, visible
from runut.office.web.kept.store import is_secret

_SHOWN, _MOST_SHOWN = 40, 3


class VisibleWords:
    """A form as it can be seen. Passwords stay as typed; a NUL is refused later, for all.

    What a script asks beside the typing (a preview) is cleaned and not told each time.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> None:
        if request.method != "POST":
            return
        told = _clean(request)
        if told and request.headers.get("Accept") != "application/json":
            rest = len(told) - _MOST_SHOWN
            more = [f"Begitu pula {rest} isian lain."] if rest > 0 else []
            messages.warning(request, " ".join([*told[:_MOST_SHOWN], *more]))
        for name in request.FILES:
            for file in request.FILES.getlist(name):
                if file.name and "\0" not in file.name:
                    file.name = visible(file.name) or "berkas"


def _clean(request: HttpRequest) -> list[str]:
    told = []
    fields = request.POST.copy()
    for name, values in request.POST.lists():
        if is_secret(name) or all(one.isprintable() or "\0" in one for one in values):
            continue
        seen = [one if "\0" in one else visible(one) for one in values]
        if said := taken_out(one for one in values if "\0" not in one):
            told.append(f"Dari isian “{_short(seen)}”, {said}")
            fields.setlist(name, seen)
    if told:
        request.POST = fields  # type: ignore[assignment]
    return told


def _short(values: list[str]) -> str:
    words = " ".join(" ".join(values).split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
