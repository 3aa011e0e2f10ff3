"""Each of the two nets holds by itself: the kernel's, and the pipe that only a parent holds."""

import signal
import subprocess
import sys
import time

import pytest

from tests.running.serving import END_LIMIT_S, is_running

KERNEL = "end_with_parent(os.getppid())"
PIPE = "end_when(lambda: end_of_file(0))"
TOO_LATE = "end_with_parent(1 << 22)"
CHILD = (
    "import os, time; from runut.files.end_with_parent import *; {net}; print(1); time.sleep(60)"
)
PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE)
child.stdout.readline()
print(child.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("net", [KERNEL, PIPE])
def test_a_child_ends_with_its_parent_by_one_net_alone(net: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, CHILD.format(net=net)], stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    until = time.monotonic() + END_LIMIT_S
    while is_running(child):
        assert time.monotonic() < until, "the child outlives its parent"
        time.sleep(0.02)


def test_a_child_whose_parent_is_gone_already_ends_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(net=TOO_LATE)], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"")
