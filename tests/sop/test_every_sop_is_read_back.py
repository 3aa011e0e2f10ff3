"""Whatever an SOP holds, what we print of it is read back unchanged."""

import re
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana, Pengesahan
from runut.core.sop.text.identity import is_label
from runut.core.sop.text.print import print_sop_text
from runut.core.words.items import join_items, listed, split_items
from tests.depth import examples
from tests.sop.test_read_and_print import read

NASTY = sorted(
    listed(
        "1. 2. 3. 2\\. 2) a. b) - • ; ; SOP Terkait Pasal Nomor 53 Tahun 2014 √ v (o) [ ] < > → ->"
        " {SOP: {SOP:} } ?[ ] * NIP. NIP 19750730 S.STP. Dr. H. KEPALA DINAS Ya Tidak 10 menit jam"
        " (mulai) (selesai) dan untuk : , Rapat Draft Kasubag | \\ 1.a 2.b ½ “x” é"
    )
)
words = st.one_of(
    st.sampled_from(NASTY), st.text("abzAZ019.,;:()[]<>{}→-?*\\√é“½", min_size=1, max_size=5)
)
texts = st.lists(words, max_size=5).map(" ".join).filter(lambda t: "**" not in t)
filled = texts.filter(bool)
many = st.lists(filled, max_size=3).map(tuple)
days = st.one_of(st.none(), st.dates(min_value=date(1000, 1, 1)))
heads = filled.filter(lambda t: "**" not in t and not is_label(t) and t != "-" and ":" not in t)
posts = texts.filter(
    lambda t: t != "-" and "**" not in t and ":" not in t and "NIP" not in t.upper()
)
values = texts.filter(lambda t: "**" not in t and t != ":" and not is_label(t))
plain_items = st.lists(
    filled.filter(lambda t: "**" not in t and not re.search(r"(?:^|\s):$", t)), max_size=4
).map(tuple)
names = st.lists(filled, max_size=5, unique=True).map(tuple)
labels = st.one_of(st.none(), st.sampled_from(["Ya", "Tidak", "Layak, lengkap", "Lewat 3 hari"]))


@st.composite
def steps(draw: st.DrawFn, actors: tuple[str, ...], nos: list[str], place: int) -> Langkah:
    chosen = draw(st.lists(st.sampled_from(actors), unique=True)) if actors else []
    bentuk = draw(st.sampled_from(Bentuk))
    ways = st.builds(Lanjut, st.sampled_from([*nos, "77", "3.1", "4b"]), labels)
    usual = nos[place + 1 : place + 2] if bentuk is not Bentuk.SELESAI else []
    lanjut = st.one_of(
        st.just(tuple(Lanjut(no) for no in usual)), st.lists(ways, max_size=3).map(tuple)
    )
    return Langkah(
        no=nos[place],
        kegiatan=draw(texts),
        pelaksana=tuple(map(Pelaksana, chosen)),
        bentuk=bentuk,
        kelengkapan=draw(many),
        waktu=parse_waktu(draw(texts)),
        output=draw(many),
        keterangan=draw(texts),
        lanjut=draw(lanjut),
        rujukan_sop=draw(st.lists(filled.filter(lambda t: "{SOP:" not in t)).map(tuple)),
    )


@st.composite
def sops(draw: st.DrawFn) -> SOP:
    actors = draw(names)
    numbers = st.from_regex(r"[1-9][0-9]{0,2}(\.[1-9])?[a-z]?", fullmatch=True)
    nos = draw(st.lists(numbers, min_size=1, max_size=4, unique=True))
    return SOP(
        judul=draw(values),
        langkah=tuple(draw(steps(actors, nos, place)) for place in range(len(nos))),
        pelaksana=actors,
        nomor=draw(values.filter(lambda t: bool(t.strip("-–—. ")))),
        instansi=draw(st.lists(heads, max_size=3).map(tuple)),
        tanggal_pembuatan=draw(days),
        tanggal_revisi=draw(days),
        tanggal_efektif=draw(days),
        disahkan_oleh=draw(
            st.builds(
                Pengesahan,
                posts,
                posts,
                st.one_of(st.none(), st.from_regex(r"[0-9]{18}", fullmatch=True)),
            )
        ),
        dasar_hukum=draw(plain_items),
        keterkaitan=draw(plain_items),
        peringatan=draw(plain_items),
        kualifikasi_pelaksana=draw(plain_items),
        peralatan=draw(plain_items),
        pencatatan=draw(plain_items),
        judul_prosedur=draw(st.one_of(st.just(""), heads)),
        catatan=draw(many),
    )


@settings(max_examples=examples(60), deadline=None)
@given(sops())
def test_every_sop_is_read_back_from_its_printed_text(sop: SOP) -> None:
    printed = print_sop_text(sop)
    assert read(printed) == sop
    assert print_sop_text(read(printed)) == printed


@given(st.lists(filled, max_size=5).map(tuple), st.booleans())
@example(("lihat Pasal", "lihat ayat 2. ya"), False)
@example(("2. x 3. y", "2\\. z"), False)
def test_items_of_a_cell_are_read_back(items: tuple[str, ...], at_semicolons: bool) -> None:
    cell = join_items(items, at_semicolons=at_semicolons)
    assert split_items(cell, at_semicolons=at_semicolons) == items
