"""A process that is of no use without the one that started it ends with it, however that dies.

Two nets, because the first one is Linux only: the kernel kills the process when its parent goes;
and a thread waits for something that only the parent holds open.
"""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int) -> None:
    """Have the kernel kill this process when process ``parent``, which started it, dies.

    The kernel means the thread that started it: start such a process from one that stays.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # the parent may have died before we asked
    if sys.platform != "win32" and os.getppid() != parent:
        os._exit(1)


def end_when(parent_is_gone: Callable[[], object]) -> None:
    """End this process when the call returns: it waits for something only the parent keeps."""

    def watch() -> None:
        parent_is_gone()
        # nothing is tidied up: what an act has not committed has not happened
        os._exit(1)

    threading.Thread(target=watch, name="induk", daemon=True).start()


def end_of_file(handle: int) -> None:
    """Return when nobody can write into the pipe any more."""
    while os.read(handle, 512):
        pass
