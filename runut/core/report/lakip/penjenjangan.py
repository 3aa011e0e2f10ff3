"""The plan as a tree, drawn from the data: the organisation, and mission down to sub kegiatan."""

from collections.abc import Iterable, Iterator, Sequence

from runut.core.kinerja.anggaran import supporting_lines
from runut.core.kinerja.model import Anggaran, DataKinerja, Sasaran, codes_above
from runut.core.report.blocks import Chart, Node
from runut.core.report.lakip.draft import Draft, unit_name

_PATH = ">"
_MOST_ROWS = 30
"""Lines of a tree that fit on a page beside other words."""
_TINGKAT = {"program": "Program", "kegiatan": "Kegiatan", "sub": "Sub kegiatan"}


def organisation_chart(draft: Draft) -> tuple[Chart, ...]:
    """Who stands under whom, from the lines ``Bagian Umum > Subbagian Rapat`` of the profile."""
    profil = draft.data.profil
    paths = [_path_of(name) for name, _ in profil.struktur]
    if not paths:
        return ()
    root = Node(profil.pimpinan.jabatan or unit_name(profil), children=_under((), paths))
    words = "; ".join(
        f"{one.text}{f' ({_names(one.children)})' if one.children else ''}" for one in root.children
    )
    return (
        Chart(
            kind="org",
            caption="Bagan susunan organisasi",
            labels=(),
            series=(),
            unit="",
            alt=f"{root.text} membawahkan {words}.",
            tree=(root,),
        ),
    )


def _names(nodes: Iterable[Node]) -> str:
    return ", ".join(one.text for one in nodes)


def _path_of(name: str) -> tuple[str, ...]:
    """
    >>> _path_of("Bagian Umum > Subbagian Rapat")
    ('Bagian Umum', 'Subbagian Rapat')
    """
    return tuple(part.strip() for part in name.split(_PATH) if part.strip())


def bare_unit(name: str) -> str:
    """The unit itself, without what it stands under."""
    return (_path_of(name) or (name,))[-1]


def _under(above: tuple[str, ...], paths: Sequence[tuple[str, ...]]) -> tuple[Node, ...]:
    deep = len(above)
    names = dict.fromkeys(path[deep] for path in paths if len(path) > deep and path[:deep] == above)
    return tuple(Node(name, children=_under((*above, name), paths)) for name in names)


def cascade_charts(draft: Draft) -> tuple[Chart, ...]:
    """Mission, aim, sasaran, program, kegiatan, sub kegiatan; cut where a page is full."""
    groups = list(_groups(_roots(draft.data)))
    return tuple(
        Chart(
            kind="tree",
            caption=f"Penjenjangan kinerja{_part(n, len(groups))}",
            labels=(),
            series=(),
            unit="",
            alt="Pohon penjenjangan: " + "; ".join(map(_told, group)) + ".",
            tree=group,
        )
        for n, group in enumerate(groups, start=1)
    )


def _part(number: int, of: int) -> str:
    return f" (bagian {number} dari {of})" if of > 1 else ""


def _told(node: Node) -> str:
    below = f" memuat {len(node.children)} cabang" if node.children else ""
    return f"{node.kind.lower()} {node.text.rstrip('.')}{below}".strip()


def _roots(data: DataKinerja) -> tuple[Node, ...]:
    """Sasaran under their aims, aims under their missions, where the data say which."""
    aims: dict[tuple[str, str], list[Node]] = {}
    for sasaran in data.sasarans:
        aims.setdefault(_above(data, sasaran), []).append(_sasaran(data, sasaran))
    missions: dict[str, list[Node]] = {}
    for (mission, aim), nodes in aims.items():
        below = [Node(aim, "Tujuan", tuple(nodes))] if aim else nodes
        missions.setdefault(mission, []).extend(below)
    return tuple(
        node
        for mission, nodes in missions.items()
        for node in ([Node(mission, "Misi", tuple(nodes))] if mission else nodes)
    )


def _above(data: DataKinerja, sasaran: Sasaran) -> tuple[str, str]:
    """(mission, aim) of a sasaran, from its own row or from the aim that stands above it."""
    aim = next((one for one in data.tujuans if one.id == sasaran.induk_id), None)
    mission = sasaran.misi or (aim.misi if aim else "")
    return mission, sasaran.tujuan or (aim.nama if aim else "")


def _sasaran(data: DataKinerja, sasaran: Sasaran) -> Node:
    lines = supporting_lines(data, sasaran.id)
    return Node(sasaran.nama, "Sasaran", _budget(data, lines))


def _budget(data: DataKinerja, lines: Sequence[Anggaran]) -> tuple[Node, ...]:
    """The lines that serve a sasaran under the levels that the budget has above them."""
    wanted = {line.kode for line in lines}
    wanted |= {k for line in lines for k in codes_above(line.kode) if k in data.anggaran_per_kode}
    above = {kode: next((k for k in codes_above(kode) if k in wanted), "") for kode in wanted}

    def below(kode: str) -> tuple[Node, ...]:
        mine = sorted(k for k in wanted if above[k] == kode)
        return tuple(
            Node(
                data.anggaran_per_kode[k].nama,
                _TINGKAT[data.anggaran_per_kode[k].tingkat],
                below(k),
            )
            for k in mine
        )

    return below("")


def _size(node: Node) -> int:
    return 1 + sum(map(_size, node.children))


def _groups(roots: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Whole branches as long as they fit on a page; a larger one is cut into its own branches."""
    group: list[Node] = []
    for root in _cut(roots):
        if group and sum(map(_size, group)) + _size(root) > _MOST_ROWS:
            yield tuple(group)
            group = []
        group.append(root)
    if group:
        yield tuple(group)


def _cut(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if _size(node) <= _MOST_ROWS:
            yield node
            continue
        yield Node(node.text, node.kind)
        yield from _cut(node.children)
