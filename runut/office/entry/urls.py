from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView, PasswordChangeView
from django.urls import path, reverse_lazy

from runut.office.entry.forms import OwnPasswordForm
from runut.office.entry.views import LogIn, come_in_by_code
from runut.office.web.kept.pages import START, stands_on

urlpatterns = [
    path(
        "masuk/",
        login_not_required(LogIn.as_view()),
        name="masuk",
    ),
    path("masuk/kode/", login_not_required(come_in_by_code), name="masuk_kode"),
    # who leaves after the session has ended has left
    path("keluar/", login_not_required(stands_on(START)(LogoutView.as_view())), name="keluar"),
    path(
        "kata-sandi/",
        PasswordChangeView.as_view(
            template_name="people/password.html",
            form_class=OwnPasswordForm,
            success_url=reverse_lazy("tugas"),
        ),
        name="kata_sandi",
    ),
]
