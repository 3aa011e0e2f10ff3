"""The command ``runut``: one subcommand per thing an office or a script asks for.

Exit status: 0 done; 1 done, and there are findings; 2 cannot, said in one sentence on stderr.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any

from runut.commands import sop
from runut.commands.plain import CANNOT, PlainParser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; answers its exit status."""
    parser = PlainParser(prog="runut", description="SOP kantor yang berjalan.")
    subparsers: Any = parser.add_subparsers(
        dest="perintah", required=True, metavar="PERINTAH", parser_class=PlainParser
    )
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] == ["sop"]:
        # alone: an SOP is read in less time than Django and the writers of papers take to load
        sop.register(subparsers)
    else:
        import_module("runut.commands.all").register(subparsers)
    args = parser.parse_args(words)
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
