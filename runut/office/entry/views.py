"""Coming in: from the login a person goes on to a page that can be read, and to no other."""

from typing import Any

from django.contrib.auth.views import LoginView
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from runut.office.entry.forms import LoginForm
from runut.office.people.models import Office
from runut.office.web.kept.pages import readable
from runut.office.web.navigation import url_or_nothing


class LogIn(LoginView):
    """The login. Who is in already goes on at once."""

    template_name = "people/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Where there is no office yet there is nobody to log in: one is made first."""
        first = url_or_nothing("kantor_pertama")
        if first and not request.user.is_authenticated and not Office.objects.exists():
            return redirect(first)
        return super().dispatch(request, *args, **kwargs)

    def get_redirect_url(self) -> str:  # type: ignore[override]  # later stubs
        """Where to go on: the page that was asked for, or the one on which its form stands."""
        told = super().get_redirect_url()
        page = readable(self.request, told) if told else ""
        return told if page and told.partition("?")[0] == page else page
