"""The passphrase of the daily copies, kept where the passwords of the office are kept."""

from pathlib import Path

from django.conf import settings

from runut.files.store import write_whole

SECRET = "cadangan.sandi"  # noqa: S105 - the name of a file


def passphrase() -> str:
    """What the daily copies are sealed with; "" if they are not."""
    try:
        return _file().read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def keep_passphrase(typed: str) -> None:
    """Keep another one; "" takes it away."""
    if typed:
        write_whole(_file(), typed.encode())
    else:
        _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.KEYS_DIR) / SECRET
