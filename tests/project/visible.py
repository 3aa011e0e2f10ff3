"""Every string that people may read, with its place: of templates, scripts and Python."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
_READ_ALOUD = re.compile(r"(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")
_SCRIPT_STRING = re.compile(r"\"([^\"\\\n]*)\"")
_WORDS = re.compile(r"[A-Za-z]{2,}.*\s.*[A-Za-z]{2,}|^[A-Z][a-z]{3,}$", re.DOTALL)
"""At least two words, or one that begins like a label: the rest is machinery."""
_ENGLISH = re.compile(
    r"\b(the|is not|must be|cannot|SELECT|INSERT|UPDATE|DELETE|DISTINCT|a test reads)\b"
)


@dataclass(frozen=True)
class Visible:
    """A string that may stand on a page or a paper."""

    path: str
    line: int
    text: str


def visible_strings() -> list[Visible]:
    """All of them, in the order of their files."""
    found: list[Visible] = []
    for path in sorted((ROOT / "runut").rglob("*")):
        if "migrations" in path.parts or "__pycache__" in path.parts:
            continue
        name = str(path.relative_to(ROOT))
        if path.suffix == ".html":
            found += _of_template(name, path.read_text(encoding="utf-8"))
        elif path.suffix == ".js":
            found += _of_script(name, path.read_text(encoding="utf-8"))
        elif path.suffix == ".py":
            found += _of_python(name, path.read_text(encoding="utf-8"))
    return found


def _of_template(name: str, source: str) -> Iterator[Visible]:
    spoken = [(m.start(1), m[1]) for m in _READ_ALOUD.finditer(source)]
    plain = _TAG.sub(lambda m: "\n" * m[0].count("\n") or "\x00", source)
    for number, row in enumerate(plain.split("\n"), start=1):
        for part in row.split("\x00"):
            if text := part.strip():
                yield Visible(name, number, text)
    for at, text in spoken:
        yield Visible(name, source.count("\n", 0, at) + 1, text)


def _of_script(name: str, source: str) -> Iterator[Visible]:
    for m in _SCRIPT_STRING.finditer(source):
        if _WORDS.search(m[1]):
            yield Visible(name, source.count("\n", 0, m.start()) + 1, m[1])


def _of_python(name: str, source: str) -> Iterator[Visible]:
    tree = ast.parse(source)
    hidden = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in hidden and _WORDS.search(node.value) and not _ENGLISH.search(node.value):
            yield Visible(name, node.lineno, node.value)


def _docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    """Strings that stand alone are for us, not for people."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
