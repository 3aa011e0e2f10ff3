"""A row holds a symbol for each of its actors, with arrows among them: written, and read again."""

from hypothesis import given
from hypothesis import strategies as st

from runut.core.sop.form.marks import Mark, print_mark, read_mark
from runut.core.sop.model import SOP, Bentuk, Dalam, Langkah, Lanjut, Pelaksana
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text

ACTORS = ("Staf", "Kasi", "Kepala Dinas", "Tim (inti)")


@st.composite
def rows(draw: st.DrawFn) -> tuple[Langkah, ...]:
    count = draw(st.integers(1, 4))
    return tuple(draw(row(str(no), count)) for no in range(1, count + 1))


@st.composite
def row(draw: st.DrawFn, no: str, count: int) -> Langkah:
    names = draw(st.lists(st.sampled_from(ACTORS), min_size=1, max_size=4, unique=True))
    bentuk = draw(st.sampled_from(Bentuk))
    others = [one for one in Bentuk if one is not bentuk]
    own = [draw(st.sampled_from([None, *others])) for _ in names]
    pairs = [(a, b) for a in names for b in names if a != b]
    drawn = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)) if pairs else []
    labels = st.sampled_from([None, "Ya", "Tidak"])
    dalam = tuple(Dalam(a, b, draw(labels)) for a, b in sorted(drawn))
    nos = st.sampled_from([str(one) for one in range(1, count + 1)])
    lanjut = tuple(draw(st.lists(st.builds(Lanjut, nos, labels), max_size=2)))
    pelaksana = tuple(
        Pelaksana(name, bentuk=kind if place else None)
        for place, (name, kind) in enumerate(zip(names, own, strict=True))
    )
    return Langkah(no, "Menerima", pelaksana, bentuk, lanjut=lanjut, dalam=dalam)


@given(rows())
def test_what_is_printed_is_read_again(langkah: tuple[Langkah, ...]) -> None:
    sop = SOP("Contoh", langkah, ACTORS)
    again, findings = read_sop_text(print_sop_text(sop))
    assert again is not None, findings
    assert [_plain(step) for step in again.langkah] == [_plain(step) for step in langkah]


def _plain(step: Langkah) -> object:
    """Arrows of one row have no order."""
    return step.pelaksana, step.bentuk, step.lanjut, frozenset(step.dalam)


def test_an_arrow_inside_a_row_is_written_to_the_name_of_its_actor() -> None:
    mark = Mark(Bentuk.KEPUTUSAN, (Lanjut("4", "Ya"),), dalam=(("Staf", "Tidak"),))
    assert print_mark(mark) == "<Tidak→@Staf; Ya→4>"
    assert read_mark("<Tidak→@Staf; Ya→4>") == mark
    assert read_mark("[ ]2") == Mark(Bentuk.PROSES, rank=2)
