"""Packages have doors: outside a package nobody imports a module that its door does not name.

A door is the tuple ``PUBLIC`` in the ``__init__`` of a package (docs/decisions/0011-doors.md).
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAYERS = {"runut.core", "runut.files"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = {module_of(path): path for path in sorted((ROOT / "runut").rglob("*.py"))}
SCRIPTS = {f"scripts.{path.stem}": path for path in sorted((ROOT / "scripts").glob("*.py"))}
PACKAGES = [
    name
    for name, path in SOURCES.items()
    if path.name == "__init__.py" and name.startswith(tuple(f"{layer}." for layer in LAYERS))
]


@cache
def trees() -> dict[str, ast.Module]:
    """Every file, parsed once and not before a test looks at it."""
    files = (SOURCES | SCRIPTS).items()
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in files}


def door_of(tree: ast.Module) -> tuple[str, ...] | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PUBLIC":
            return tuple(ast.literal_eval(node.value))
    return None


@cache
def doors() -> dict[str, tuple[str, ...]]:
    return {name: door for name in PACKAGES if (door := door_of(trees()[name])) is not None}


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Every module that a file names in an import; ``from package import module`` is one too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def closed_doors(importer: str, target: str) -> Iterator[str]:
    """The packages whose door ``importer`` does not use on its way to ``target``."""
    parts = target.split(".")
    for depth in range(2, len(parts)):
        package, name = ".".join(parts[:depth]), parts[depth]
        is_inside = importer == package or importer.startswith(f"{package}.")
        is_a_module = f"{package}.{name}" in SOURCES
        has_its_own = f"{package}.{name}" in doors()
        is_named = has_its_own or name in doors().get(package, (name,))
        if is_a_module and not is_inside and not is_named:
            yield f"{importer} imports {package}.{name}, which is not in PUBLIC of {package}"


def test_nothing_outside_a_package_goes_past_its_door() -> None:
    past = [
        fault
        for importer, tree in trees().items()
        for target in imports_of(tree)
        for fault in closed_doors(importer, target)
    ]
    assert past == []


def test_every_package_of_core_says_what_it_does_and_names_its_door() -> None:
    rules = [name for name in PACKAGES if name.startswith("runut.core.")]
    assert len(rules) > 15
    assert [name for name in rules if name not in doors()] == []
    assert [name for name in doors() if not ast.get_docstring(trees()[name])] == []


def test_a_door_names_only_modules_that_are_there_and_that_somebody_calls() -> None:
    called = {
        ".".join(target.split(".")[:depth])
        for importer, tree in trees().items()
        for target in imports_of(tree)
        for depth in range(3, 8)
        if not importer.startswith(".".join(target.split(".")[: depth - 1]) + ".")
    }
    # a guarded process is told its reader by name
    called |= {
        node.value.partition(":")[0]
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = {f"{package}.{name}" for package, door in doors().items() for name in door}
    assert named - set(SOURCES) == set()
    assert named - called == set()


def test_a_package_loads_nothing_but_its_door() -> None:
    """Re-exports make rings of imports and load everything for a caller of one thing."""
    loaded = {name: list(imports_of(trees()[name])) for name in doors()}
    assert {name: found for name, found in loaded.items() if found} == {}
