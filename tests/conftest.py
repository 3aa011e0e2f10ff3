"""Every test gets a data folder of its own run; nothing touches an office's data."""

import os
import tempfile
from pathlib import Path

os.environ["RUNUT_DATA"] = tempfile.mkdtemp(prefix="runut-uji-")
os.environ.setdefault("RUNUT_URL", "http://127.0.0.1:8000")
Path(os.environ["RUNUT_DATA"]).chmod(0o700)


def pytest_configure() -> None:
    """Passwords of tests are hashed quickly: what a hash costs is tested by itself."""
    from django.conf import settings  # noqa: PLC0415 - only now is the data folder set

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
