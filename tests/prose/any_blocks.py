"""Any blocks that people might write: signs that are marks elsewhere come often."""

from hypothesis import strategies as st

from runut.core.report.blocks import Bullets, Cell, Figure, Paragraph, Photo, Table, Text

SIGNS = "ab Zé1 .,;:()*_{}\\[]<>#|&`-/\u00a0\"'"
WORDS = (
    "Capaian", "tahun 2025", "1. ", "- ", "a. ", "**", "__", "*tebal*", "_miring_", "{x}", "| a |",
    "Tabel: ", "[gambar 12345678 | a | b]", "<b>", "&amp;", "[x](https://a.id)", "`kode`", "# ",
    "> ", "---", "data_kinerja", "2*3*4", "*)", "\\", "\n", "\t",
)  # fmt: skip
words = st.one_of(
    st.text(SIGNS, max_size=12),
    st.lists(st.sampled_from(WORDS), max_size=4).map("".join),
    st.text(max_size=6),
)
runs = st.one_of(
    st.builds(Text, words, st.booleans(), st.booleans()),
    st.builds(
        lambda name, bold: Figure("", "", bold, name),
        st.sampled_from(("capaian IKU1", "pagu S1", "tahun")),
        st.booleans(),
    ),
)
lines = st.lists(runs, max_size=5).map(tuple)
paragraphs = st.builds(Paragraph, lines)


def _list(below):  # type: ignore[no-untyped-def]
    items = st.lists(st.tuples(lines, st.lists(below, max_size=2).map(tuple)), max_size=4)
    return st.builds(
        lambda rows, kind, first: Bullets(
            tuple(line for line, _ in rows),
            kind == 1,
            kind == 2,
            first,
            tuple(under for _, under in rows) if any(under for _, under in rows) else (),
        ),
        items,
        st.integers(0, 2),
        st.integers(1, 9),
    )


lists = st.recursive(
    st.builds(
        lambda items, kind, first: Bullets(tuple(items), kind == 1, kind == 2, first),
        st.lists(lines, max_size=4),
        st.integers(0, 2),
        st.integers(1, 9),
    ),
    _list,
    max_leaves=6,
)
photos = st.builds(Photo, st.text("0123456789abcdef", min_size=12, max_size=12), words, words)
cells = lines.map(lambda line: Cell((line,)))
tables = st.builds(
    lambda rows, caption: Table((tuple(rows[0]),), tuple(map(tuple, rows[1:])), (1.0,), caption),
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=4)
    ),
    words,
)
blocks = st.lists(st.one_of(paragraphs, lists, photos, tables), max_size=5)
