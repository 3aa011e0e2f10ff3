"""``/siap``: 200 where all is well, 503 where somebody has to look; read by programs and people.

``/metrics``: figures for a program that watches on this machine, and for who keeps the office.
"""

from ipaddress import ip_address

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.wellbeing.metrics import CONTENT_TYPE, metrics_text
from runut.office.wellbeing.parts import look


@login_not_required
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Each part, whether it is well, and what to do where it is not."""
    parts = look(clock.now())
    is_well = all(one.is_well for one in parts)
    told = {one.name: {"baik": one.is_well, "kata": one.words} for one in parts}
    return JsonResponse(
        {"siap": is_well, "bagian": told},
        status=200 if is_well else 503,
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Others get no such page: the figures tell a stranger when the office is weak."""
    user = request.user
    if not (
        _is_from_this_machine(request) or (isinstance(user, Person) and may(user, Right.KANTOR))
    ):
        raise Http404
    return HttpResponse(metrics_text(clock.now()), CONTENT_TYPE)


def _is_from_this_machine(request: HttpRequest) -> bool:
    """What a proxy on this machine hands on comes from elsewhere, and says so."""
    if {"HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_FORWARDED_PROTO"} & request.META.keys():
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
