"""The lock files as data, and what an environment would ask of them."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<pin>[\w.-]+(\[[\w,-]+\])?==[^\s;\\]+[^\\\n]*?) ?\\\n", re.MULTILINE)

# what Runut is installed on: each release of Python, each kind of machine
SURROUNDINGS = [
    {"python_version": python, "python_full_version": f"{python}.1", "extra": "", **machine}
    for python in ("3.11", "3.12", "3.13")
    for machine in (
        {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
        {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
        {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
    )
]


class Pin(NamedTuple):
    """One release in a lock file, with the hashes of its files."""

    asked: Requirement
    hashes: frozenset[str]

    @property
    def release(self) -> str:
        """The one release that may be installed."""
        return next(iter(self.asked.specifier)).version


def pins(text: str) -> dict[str, Pin]:
    """Every pin of a lock file by the name of its package."""
    starts = list(PIN.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)]
    found = {}
    for match, end in zip(starts, ends, strict=True):
        asked = Requirement(match["pin"])
        hashes = re.findall(r"--hash=(sha256:[0-9a-f]{64})", text[match.start() : end])
        found[canonicalize_name(asked.name)] = Pin(asked, frozenset(hashes))
    return found


def asked_by_the_project(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for itself: to run, and in these groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [name for group in groups for name in project["dependency-groups"][group]]
    return [Requirement(name) for name in project["project"]["dependencies"] + named]


def unmet(locked: dict[str, Pin], asked: list[Requirement], where: dict[str, str]) -> set[str]:
    """What a resolver would still have to look for there: nothing, if the lock is whole.

    Each package is asked with its extras, as its own metadata names them.
    """
    open_questions = list(asked)
    seen: set[str] = set()
    missing: set[str] = set()
    while open_questions:
        requirement = open_questions.pop()
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        pin = locked.get(canonicalize_name(requirement.name))
        if pin is None or not answers(pin, requirement, where):
            missing.add(str(requirement))
            continue
        open_questions += asked_by(requirement, where)
    return missing


def answers(pin: Pin, requirement: Requirement, where: dict[str, str]) -> bool:
    """The pin is of a fitting release, with the extras asked for, and installed there."""
    return (
        requirement.specifier.contains(pin.release, prereleases=True)
        and requirement.extras <= pin.asked.extras
        and (pin.asked.marker is None or pin.asked.marker.evaluate(where))
    )


def asked_by(requirement: Requirement, where: dict[str, str]) -> Iterator[Requirement]:
    """What a package asks there, with the extras it was asked with."""
    try:
        lines = requires(requirement.name) or []
    except PackageNotFoundError:  # of another system: its pin is known, its metadata is not here
        return
    for asked in map(Requirement, lines):
        for extra in ("", *requirement.extras):
            if asked.marker is None or asked.marker.evaluate({**where, "extra": extra}):
                yield asked
                break
