"""The command line in Indonesian: help, and what is wrong with a command.

argparse speaks English alone; its sentences are few, and told again here.
"""

import argparse
import re
import sys
from typing import Any, Final

CANNOT: Final = 2
_SAYS: Final = (
    (r"the following arguments are required: (.+)", r"yang belum ditulis: \1"),
    (r"one of the arguments (.+) is required", r"tulis salah satu: \1"),
    (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1: tidak ada \2; pilih \3"),
    (r"argument (.+?): invalid \w+ value: (.+)", r"\1: isinya keliru, tertulis \2"),
    (r"argument (.+?): expected one argument", r"\1: isinya belum ditulis"),
    (
        r"argument (.+?): expected at (?:least|most) (?:one argument|\d+ arguments?)",
        r"\1: isinya belum ditulis",
    ),
    (r"argument (.+?): expected \d+ arguments?", r"\1: isinya kurang"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 tidak dapat bersama \2"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 tidak memakai isi, tertulis \2"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 dapat berarti beberapa pilihan: \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


def told(message: str) -> str:
    """What argparse says, in Indonesian; a sentence of our own stays as it is.

    >>> told("the following arguments are required: FILE")
    'yang belum ditulis: FILE'
    """
    for pattern, said in _SAYS:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, said, message, flags=re.DOTALL)
    return message


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cara pakai: " if prefix is None else prefix)


class PlainParser(argparse.ArgumentParser):
    """Says in Indonesian how a command is used, and what is wrong with one."""

    def __init__(self, *args: Any, **more: Any) -> None:
        more.setdefault("formatter_class", _Formatter)
        super().__init__(*args, **{**more, "add_help": False})
        self._positionals.title, self._optionals.title = "yang ditulis", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> None:  # type: ignore[override]
        sys.stderr.write(f"runut: perintah tidak lengkap atau salah ({told(message)}).\n")
        sys.stderr.write(f"Lihat pilihan yang ada: {self.prog} --help\n")
        raise SystemExit(CANNOT)
