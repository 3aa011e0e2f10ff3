"""Coming in: from the login a person goes on to a page that can be read, and to no other."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.office import clock
from runut.office.entry.forms import CodeForm, LoginForm
from runut.office.people.models import Office
from runut.office.personnel.actions.codes import use_code
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


def come_in_by_code(request: HttpRequest) -> HttpResponse:
    """First login, or a lost password: code and own password together, then in.

    Who is logged in already under another name leaves by it: the code says who is here now.
    """
    name = request.GET.get("nama", "")[:60]
    form = CodeForm(request.POST or None, request=request, initial={"nama": name})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            person = use_code(given["nama"], given["kode"], given["sandi"], clock.now())
            if not isinstance(person, Refused):
                login(request, person)
                messages.success(request, "Kata sandi Saudara tersimpan. Selamat bekerja.")
                return redirect("tugas")
            form.add_error("kode", person.reason)
    return render(request, "people/code.html", {"form": form}, status=status)
