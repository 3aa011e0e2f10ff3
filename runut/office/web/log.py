"""What the log may not know: an address that is itself a key is written without it."""

import logging
import re

_KEY_IN_ADDRESS = re.compile(r"(/hadir/(?=[^/])|/undangan/(?=[^/]{16})|/isi/(?=[^/]))[^/]+")


class WithoutKeys(logging.Filter):
    """Takes the secret of a check-in out of a line before anybody writes it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(_without_key(arg) for arg in record.args)
        return True


def _without_key(value: object) -> object:
    return _KEY_IN_ADDRESS.sub(r"\1…", value) if isinstance(value, str) else value
