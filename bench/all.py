"""All our measurements, one after another; each is a program of its own.

What measures an office runs on SQLite, and again on a PostgreSQL of its own where there is one;
with RUNUT_DATABASE, on that database instead.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OFFICE = ("complete_step.py", "pages.py", "bring_in.py")
ALONE = ("report.py", "workbook.py", "sop.py", "reading.py")
BESIDE_POSTGRES = (str(HERE.parent / "scripts" / "with-postgres"), "--durable")


def main() -> int:
    env = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    programs = [((), name) for name in (*OFFICE, *ALONE)]
    if not env.get("RUNUT_DATABASE"):
        programs += [(BESIDE_POSTGRES, name) for name in OFFICE]
    for before, name in programs:
        print(f"== {name}", flush=True)
        command = [*before, sys.executable, str(HERE / name)]
        done = subprocess.run(command, env=env, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
