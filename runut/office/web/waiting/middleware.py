"""Around every page: a file that takes long to read leaves the thread that answers pages.

The page answers "still being read" and asks again by itself. What was sent is kept meanwhile, and
goes through its view as if it had just been sent once its file is read: the view knows nothing of
it, and the key of its form sees to it that it has one effect.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render

from runut.files.guard import room
from runut.files.guard.room import OFFICE_ROOM, RoomFull, Standing, StillReading, visiting
from runut.office.people.models import Person
from runut.office.web.kept.pages import readable
from runut.office.web.waiting.sent import Sent, is_kept, keep_sent, may_wait, sent_of

TICKET = "baca"
LOOK_AGAIN_S = 2
_PATIENCE_OF_A_SCRIPT_S = 20
_BEGINNING = Standing(0, 0, None)
CUT = (
    "Pembacaan berkas tadi terputus atau sudah selesai. Periksa apakah berkas itu sudah masuk; "
    "bila belum, kirim sekali lagi."
)
_FULL = "Terlalu banyak berkas sedang menunggu dibaca. Tunggu sebentar, lalu kirim lagi."


class ReadInTurn:
    """Stands next to the views: they read files for whoever asked, for as long as he can stay."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ticket = request.GET.get(TICKET, "") if request.method == "GET" else ""
        if not ticket:
            return self._visit(request)
        sent = sent_of(request, ticket)
        if sent is None and not request.user.is_authenticated and is_kept(ticket):
            return self._visit(request)  # whoever logs in again is led back to this address
        if sent is None:
            return _cut_off(request)
        if (now := OFFICE_ROOM.standing(sent.key)) is not None:
            return _wait(request, sent, now)
        sent.become(request)
        request.sent = sent  # type: ignore[attr-defined]
        response = self._visit(request)
        if response.status_code < 500 and not hasattr(response, "is_waiting"):
            sent.forget()
        return response

    def _visit(self, request: HttpRequest) -> HttpResponse:
        user = getattr(request, "user", None)
        owner = user.ref if isinstance(user, Person) else request.META.get("REMOTE_ADDR", "")
        with visiting(owner, _patience(request)):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A view could not stay until its file was read."""
        if isinstance(error, RoomFull):
            return _full(request)
        if not isinstance(error, StillReading):
            return None
        if _is_script(request):
            return JsonResponse({"galat": [_FULL]}, status=503)
        now = OFFICE_ROOM.standing(error.key) or _BEGINNING
        if request.method != "POST":
            return _wait(request, None, now)
        before: Sent | None = getattr(request, "sent", None)
        sent = before.for_reading(error.key) if before else keep_sent(request, error.key)
        return _wait(request, sent, now)


def _patience(request: HttpRequest) -> float | None:
    if _is_script(request):
        return _PATIENCE_OF_A_SCRIPT_S
    return room.PATIENCE_S if may_wait(request) else None


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _wait(request: HttpRequest, sent: Sent | None, now: Standing) -> HttpResponse:
    """How far it is. The page asks again by itself, by the address that it names."""
    asked = request.GET.copy()
    if sent is not None:
        asked[TICKET] = sent.ticket
    url = request.path + (f"?{asked.urlencode()}" if asked else "")
    context = {"now": now, "url": url, "was_sent": sent is not None}
    response = render(request, "web/waiting.html", context, status=202)
    response.headers["Refresh"] = f"{LOOK_AGAIN_S}; url={url}"
    response.is_waiting = True  # type: ignore[attr-defined]
    return response


def _cut_off(request: HttpRequest) -> HttpResponseRedirect:
    messages.warning(request, CUT)
    return redirect(readable(request, request.path) or "/")


def _full(request: HttpRequest) -> HttpResponse:
    if _is_script(request):
        return JsonResponse({"galat": [_FULL]}, status=503)
    response = render(
        request,
        "503.html",
        {"heading": "Banyak berkas menunggu dibaca", "message": _FULL},
        status=503,
    )
    response.headers["Retry-After"] = "60"
    return response
