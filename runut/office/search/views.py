"""The page of the search box."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.search.queries import LONGEST, MOST_OF_A_KIND, SHORTEST, find, words_of


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What is found, kind after kind; looking for nothing shows the box alone."""
    person = person_of(request)
    words = words_of(request.GET.get("q", ""))
    text = " ".join(words)
    is_asked = len(text) >= SHORTEST
    day = clock.now().astimezone(person.office.zone).date()
    context = {
        "text": text,
        "longest": LONGEST,
        "most": MOST_OF_A_KIND,
        "is_short": bool(text) and not is_asked,
        "is_asked": is_asked,
        "groups": find(person, words, day) if is_asked else [],
    }
    return render(request, "search/search.html", context)
