"""Another program on a file from outside, within limits: ``-m runut.files.guard.limited …``.

The limits are set here and the program takes this process over, so it cannot outgrow them.
"""

import os
import sys

if sys.platform != "win32":
    import resource

_MEMORY_BYTES = 6 << 30
"""Addresses, not memory in use: an office program maps some gigabytes."""
_CPU_SECONDS = 30
_FILE_BYTES = 64 << 20


def main() -> None:
    """Become the program named on the command line."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_BYTES, _FILE_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(10)
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - the caller names the program


if __name__ == "__main__":
    main()
