"""All our measurements, one after another; each is a program of its own."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAMS = ("complete_step.py", "report.py")


def main() -> int:
    env = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    for name in PROGRAMS:
        print(f"== {name}", flush=True)
        done = subprocess.run([sys.executable, str(HERE / name)], env=env, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
