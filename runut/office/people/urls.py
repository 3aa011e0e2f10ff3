from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.urls import path, reverse_lazy

from runut.office.people.forms import LoginForm

urlpatterns = [
    path(
        "masuk/",
        login_not_required(
            LoginView.as_view(
                template_name="people/login.html",
                authentication_form=LoginForm,
                redirect_authenticated_user=True,
            )
        ),
        name="masuk",
    ),
    path("keluar/", LogoutView.as_view(), name="keluar"),
    path(
        "kata-sandi/",
        PasswordChangeView.as_view(
            template_name="people/password.html", success_url=reverse_lazy("tugas")
        ),
        name="kata_sandi",
    ),
]
