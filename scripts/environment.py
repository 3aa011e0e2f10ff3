"""Makes .venv from a lock file alone: ``environment.py run`` or ``environment.py test``.

Resolves nothing (docs/decisions/0009-locked-install.md): every package is a pin with its hashes,
installed as it stands. `make` calls it each time: a sound environment costs a moment; one that was
left half made, whose Python went away, whose folder was moved or whose locks changed is made again
from nothing.
"""

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OURS = VENV / ".dibuat-oleh-make"
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}
STAMPS = {"run": VENV / ".ready", "test": VENV / ".ready-dev"}
LOCKED = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r"]
EDITABLE = ["--no-deps", "--no-build-isolation", "-e", "."]
# How packages are reached is the machine's affair; which, and where to, is the lock's.
REACH = {
    *("index-url", "extra-index-url", "find-links", "no-index", "trusted-host", "proxy"),
    *("cert", "client-cert", "keyring-provider", "timeout", "default-timeout", "retries"),
    *("cache-dir", "no-cache-dir"),
}


def main(purpose: str) -> None:
    """Bring the environment to what the lock says. Without a stamp it is made from nothing.

    The stamps go before the first change and come back after the last: an interrupted set-up
    leaves none, and no package that pip had half written is taken for a whole one.
    """
    ready = is_sound("run")
    if ready and is_sound(purpose):
        return
    print(f"Menyiapkan .venv dari {LOCKS[purpose]} …", flush=True)
    afresh = not ready or STAMPS[purpose].exists()
    ours = OURS.is_file() or any(stamp.is_file() for stamp in STAMPS.values())
    for stamp in STAMPS.values():
        stamp.unlink(missing_ok=True)
    if afresh:
        make_empty(ours)
    environment = reach()
    pip("install", "--quiet", *LOCKED, LOCKS[purpose], environment=environment)
    if afresh:
        pip("install", "--quiet", *EDITABLE, environment=environment)
    pip("check", environment=environment, show=False)
    for done in {"run", purpose}:
        write_whole(STAMPS[done], state(done))


def is_sound(purpose: str) -> bool:
    """The stamp stands, and says what would be written now."""
    stamp = STAMPS[purpose]
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == state(purpose)


def state(purpose: str) -> str:
    """What an environment depends on: its folder, its Python, the locks, the project's entry."""
    ask = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "Python tidak berjalan"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    entry = json.dumps([project["project"], project["build-system"]], sort_keys=True).encode()
    read = [(ROOT / LOCKS[name]).read_bytes() for name in sorted({"run", purpose})]
    sums = [hashlib.sha256(part).hexdigest() for part in (entry, *read)]
    return "\n".join([str(VENV), answer.stdout.strip(), *sums, ""])


def make_empty(ours: bool) -> None:
    """A fresh .venv. One that make did not make is not deleted: it is set aside."""
    if ours and not VENV.is_symlink():
        shutil.rmtree(VENV)
    elif os.path.lexists(VENV):
        aside = next(p for n in range(1, 1000) if not (p := ROOT / f".venv.lama-{n}").exists())
        VENV.rename(aside)
        print(f".venv bukan buatan make; dipindahkan ke {aside.name}")
    VENV.mkdir()
    OURS.touch()
    # the Python beneath, not that of an environment which is active now: it may be this very one
    beneath = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run([beneath, "-I", "-m", "venv", VENV], check=False)
    if made.returncode:
        sys.exit("Lingkungan Python tidak dapat dibuat. Di Debian/Ubuntu: apt install python3-venv")


def reach() -> dict[str, str]:
    """Surroundings for pip: of this machine's settings only those by which packages are reached."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "PYTHON"))}
    # a machine that sets "user" for installs would hear only of its user's settings here
    ask = plain | {"PIP_USER": "0", "PIP_GLOBAL": "0", "PIP_SITE": "0"}
    if "PIP_CONFIG_FILE" in os.environ:
        ask["PIP_CONFIG_FILE"] = os.environ["PIP_CONFIG_FILE"]
    listing = [PYTHON, "-m", "pip", "config", "list"]
    answer = subprocess.run(listing, env=ask, capture_output=True, text=True, check=True)
    said = [line.partition("=") for line in answer.stdout.splitlines()]
    settings = plain | {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    for option in sorted(REACH):
        name = "PIP_" + option.upper().replace("-", "_")
        for section in ("global", "install"):
            for key, _, value in said:
                if key == f"{section}.{option}":
                    settings[name] = str(ast.literal_eval(value))
        if os.environ.get(name):
            settings[name] = os.environ[name]
    return settings


def pip(*words: str, environment: dict[str, str], show: bool = True) -> None:
    """Run the environment's own pip; where it fails, say what to do, and leave no stamp."""
    command = [str(PYTHON), "-m", "pip", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, stdout=None if show else subprocess.PIPE
    )
    if done.returncode:
        said = "" if show else done.stdout.decode(errors="replace")
        sys.exit(f"{said}Pemasangan belum selesai. Periksa sambungan ke indeks paket, lalu ulangi.")


def write_whole(path: Path, text: str) -> None:
    """A file is there whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


if __name__ == "__main__":
    main(sys.argv[1])
