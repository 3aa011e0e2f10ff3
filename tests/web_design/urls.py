"""Two places, to see the navigation choose."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("", page, name="tugas"),
    path("pelaksanaan/", page, name="pelaksanaan"),
]
