"""Logging in: slowed down after wrong passwords, never locked for good."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.http import HttpRequest

TRIES, WINDOW_S = 8, 15 * 60
"""Wrong passwords for one account from one address before it has to wait a quarter of an hour."""


class LoginForm(AuthenticationForm):
    """Name and password. What is wrong with them is not told apart, and too many tries wait."""

    error_messages = {  # noqa: RUF012 - Django's own attribute
        "invalid_login": "Nama pengguna atau kata sandi salah. Periksa huruf besar dan kecilnya.",
        "inactive": "Akun ini tidak aktif. Hubungi pengelola kantor Saudara.",
        "throttled": "Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.",
    }

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.label_suffix = ""
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"

    def clean(self) -> dict[str, Any]:
        tries = [f"{self._key()}:{number}" for number in range(TRIES)]
        if cache.get(tries[-1]):
            raise forms.ValidationError(self.error_messages["throttled"], code="throttled")
        try:
            return super().clean()
        except forms.ValidationError:
            # the first that is free, taken by one only: tries that come at once all count
            next((one for one in tries if cache.add(one, True, WINDOW_S)), None)
            raise

    def _key(self) -> str:
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        name = str(self.cleaned_data.get("username", "")).lower()[:60].encode().hex()
        return f"masuk:{address}:{name}"
