"""Coming in: from the login a person goes on to a page that can be read, and to no other."""

from django.contrib.auth.views import LoginView

from runut.office.entry.forms import LoginForm
from runut.office.web.kept.pages import readable


class LogIn(LoginView):
    """The login. Who is in already goes on at once."""

    template_name = "people/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_redirect_url(self) -> str:  # type: ignore[override]  # later stubs
        """Where to go on: the page that was asked for, or the one on which its form stands."""
        told = super().get_redirect_url()
        page = readable(self.request, told) if told else ""
        return told if page and told.partition("?")[0] == page else page
