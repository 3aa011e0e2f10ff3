"""Coming in: from the login a person goes on to a page that can be read, and to no other."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from runut.core.findings import Refused
from runut.office import clock
from runut.office.entry.asked import ask_for_one
from runut.office.entry.coming_in import come_in
from runut.office.entry.forms import CodeForm, LoginForm
from runut.office.entry.proof_forms import ALONE, SECOND, PasskeyLoginForm, SecondStepForm
from runut.office.entry.provider_pages import LEFT
from runut.office.entry.waiting import forget_waiting, wait_for_code, waiting_person
from runut.office.logins.factor import factor_of
from runut.office.logins.models import Passkey
from runut.office.logins.passkeys import site_here
from runut.office.logins.provider import provider_here
from runut.office.logins.second import has_second
from runut.office.people.models import Office
from runut.office.personnel.actions.codes import use_code
from runut.office.web.kept.pages import readable
from runut.office.web.navigation import url_or_nothing

STEP = "masuk_langkah_kedua"


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

    def form_valid(self, form: Any) -> HttpResponse:
        """In, or on to the second step for who has one."""
        if not has_second(form.get_user()):
            return self._enter(form)
        wait_for_code(self.request, form.get_user())
        told = super().get_redirect_url()
        return redirect(reverse(STEP) + (f"?{urlencode({'next': told})}" if told else ""))

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        has_keys = site_here() is not None and Passkey.objects.exists()
        provider = provider_here()
        return super().get_context_data(
            has_passkeys=has_keys,
            provider=provider and provider.name,
            has_left=provider is not None and LEFT in self.request.GET,
            **told,
        )

    def _enter(self, form: Any) -> HttpResponse:
        return come_in(self.request, form.get_user()) or redirect(self.get_success_url())

    def get_redirect_url(self) -> str:  # type: ignore[override]  # later stubs
        """Where to go on: the page that was asked for, or the one on which its form stands."""
        told = super().get_redirect_url()
        page = readable(self.request, told) if told else ""
        return told if page and told.partition("?")[0] == page else page


class SecondStep(LogIn):
    """After the password: the code of the app, or a passkey."""

    template_name = "people/second_step.html"
    authentication_form = SecondStepForm  # type: ignore[assignment]  # a form of another kind

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Who does not wait here has his password to type first."""
        if not request.user.is_authenticated and waiting_person(request) is None:
            return redirect("masuk")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        person = waiting_person(self.request)
        asked = ask_for_one(self.request, person, SECOND) if person else None
        has_app = person is not None and factor_of(person) is not None
        return super().get_context_data(asked=asked, has_app=has_app, **told)

    def form_valid(self, form: Any) -> HttpResponse:
        forget_waiting(self.request)
        return self._enter(form)


class PasskeyLogin(LogIn):
    """A passkey alone, instead of name, password and second step."""

    template_name = "people/passkey_login.html"
    authentication_form = PasskeyLoginForm  # type: ignore[assignment]  # a form of another kind

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        asked = ask_for_one(self.request, None, ALONE)
        is_first = self.request.method == "GET"
        return super().get_context_data(asked=asked, is_first=is_first, **told)

    def form_valid(self, form: Any) -> HttpResponse:
        return self._enter(form)


def come_in_by_code(request: HttpRequest) -> HttpResponse:
    """First login, or a lost password: code and own password together, then in.

    Who is logged in already under another name leaves by it: the code says who is here now. Who
    has a second step takes it here as well.
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
                if has_second(person):
                    logout(request)
                    wait_for_code(request, person)
                    messages.success(request, "Kata sandi Saudara tersimpan. Tinggal satu langkah.")
                    return redirect(STEP)
                messages.success(request, "Kata sandi Saudara tersimpan. Selamat bekerja.")
                return come_in(request, person) or redirect("tugas")
            form.add_error("kode", person.reason)
    return render(request, "people/code.html", {"form": form}, status=status)
