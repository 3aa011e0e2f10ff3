"""Every distinct SOP at hand: those of the corpus, the examples, strangers' files, small cases."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.walks.stranger import Lost
from tests.walks.walking import read_in_this_process

ROOT = Path(__file__).parents[2]
PLACES = (
    "examples/sop/*.txt",
    "tests/sop/lain_teks/*.txt",
    "tests/walks/cases/*",
)


def files() -> list[Path]:
    """All files, in a fixed order."""
    found = [path for place in PLACES for path in sorted(ROOT.glob(place))]
    return [*found, *_one_of_each_definition()]


def _one_of_each_definition() -> list[Path]:
    """The corpus draws each SOP in several kinds of files: one of them says what it is."""
    first: dict[str, Path] = {}
    for truth in sorted((ROOT / "tests/corpus/files").glob("*.truth.json")):
        facts = json.loads(truth.read_text(encoding="utf-8"))
        if facts.get("definisi") and facts.get("sop"):
            first.setdefault(
                facts["definisi"], truth.with_name(truth.name.removesuffix(".truth.json"))
            )
    return list(first.values())


def listed() -> list[Path]:
    """The readable ones, as the list beside this file names them: reading all takes a while."""
    names = (Path(__file__).parent / "readable.txt").read_text(encoding="utf-8").split("\n")
    return [ROOT / name for name in names if name]


def readable() -> Iterator[tuple[Path, bytes]]:
    """The files that give an SOP, each text of steps once."""
    known = set()
    for path in files():
        data = path.read_bytes()
        try:
            sop = read_in_this_process(data, path.name)
        except Lost:
            continue
        steps = tuple((s.kegiatan, s.pelaksana, s.lanjut) for s in sop.langkah)
        numbers = [step.no for step in sop.langkah]
        if steps not in known and len(set(numbers)) == len(numbers):
            known.add(steps)
            yield path, data
