"""The command ``runut``: one subcommand per thing an office or a script asks for.

Exit status: 0 done; 1 done, and there are findings; 2 cannot, said in one sentence on stderr.
"""

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any

from runut.commands import kinerja, lakip, office, sign, sop

CANNOT = 2


class PlainParser(argparse.ArgumentParser):
    """Says in Indonesian what is wrong with a command line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"runut: perintah tidak lengkap atau salah ({message}).", file=sys.stderr)
        print(f"Lihat pilihan yang ada: {self.prog} --help", file=sys.stderr)
        raise SystemExit(CANNOT)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; answers its exit status."""
    parser = PlainParser(prog="runut", description="SOP kantor yang berjalan.")
    subparsers: Any = parser.add_subparsers(
        dest="perintah", required=True, metavar="PERINTAH", parser_class=PlainParser
    )
    office.register(subparsers)
    sop.register(subparsers)
    kinerja.register(subparsers)
    lakip.register(subparsers)
    sign.register(subparsers, office.verify_office, office.known_file)
    args = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        # a console that has no sign for "−" or "→" shows another one, and nothing breaks
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status: int = args.run(args)
    except KeyboardInterrupt:
        return CANNOT
    except BrokenPipeError:
        # the reader of our output went away (`runut … | head`): nothing to say, nobody to hear it
        sys.stderr.close()
        return 0
    return status


if __name__ == "__main__":
    raise SystemExit(main())
