"""Fields of any page are filled by their names, and nothing else of the page is touched."""

import pytest

from runut.office.web.kept.fill import fill, holds
from runut.office.web.kept.scan import parts_of
from runut.office.web.kept.store import Kept
from runut.office.web.kept.together import one_form

PAGE = """<p>a &lt; b</p><details class="more"><summary>Isi</summary>
<form method="post" action="/kirim/?x=1#y"><input type="hidden" name="kunci" value="k">
<label for="a">Tempat</label><input type="text" name="tempat" value="A&quot;" required id="a">
<textarea name="isi">
lama &amp; baru</textarea>
<input type="checkbox" name="siapa" value="1" checked>
<input type="checkbox" name="siapa" value="2">
<input type="radio" name="hasil" value="ya"><input type="radio" name="hasil" value="tidak" checked>
<select name="bagian"><option value="" selected>-</option>
<option value="b2">Bab II</option></select>
<input type="password" name="sandi"><input type="file" name="berkas">
<button>Kirim</button></form></details>
<form method="get" action="/cari/"><input name="q"></form>
<form method="post" action="/lain/"><textarea name="isi"></textarea></form>"""


def kept(action: str = "/kirim/", *, is_other: bool = False, **fields: list[str]) -> Kept:
    return Kept(
        "k1", "s1", 7, "2026-01-14T12:00:00+07:00", "/halaman/", action, fields, [], is_other
    )


def values(html: str, n: int = 0) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in parts_of(html, "/halaman/")[n].typed:
        found.setdefault(one.name, []).extend(one.chosen(html))
    return found


TYPED = {
    "tempat": ['Ruang "B" <2> & 3'],
    "isi": ["\nsatu\n</textarea><script>"],
    "siapa": ["2"],
    "hasil": ["ya"],
    "bagian": ["b2"],
}


def test_every_kind_of_field_holds_what_was_typed() -> None:
    filled = fill(PAGE, "/halaman/", [kept(**TYPED)])
    assert values(filled) == TYPED
    assert "<script>" not in filled
    assert '<details class="more" open="">' in filled
    assert values(filled, 1) == {"isi": [""]}, "the other form has a field of that name too"


def test_what_is_the_same_already_is_not_touched() -> None:
    filled = fill(PAGE, "/halaman/", [kept(**values(PAGE))])
    assert filled.replace('<input type="hidden" name="ketikan" value="k1">', "") == PAGE


def test_neither_a_secret_nor_a_file_nor_a_hidden_field_can_be_filled() -> None:
    told = {"sandi": ["x1"], "berkas": ["x2"], "kunci": ["x3"], "tempat": ["x4"]}
    filled = fill(PAGE, "/halaman/", [kept(**told)])
    assert [word for word in ("x1", "x2", "x3", "x4") if word in filled] == ["x4"]


@pytest.mark.parametrize("action", ["/tidak/", "/cari/"])
def test_a_form_that_is_not_on_the_page_changes_nothing(action: str) -> None:
    assert fill(PAGE, "/halaman/", [kept(action, **TYPED)]) == PAGE


def test_of_another_form_only_what_was_changed_is_filled() -> None:
    filled = fill(PAGE, "/halaman/", [kept(is_other=True, tempat=["B"])])
    assert values(filled) == {**values(PAGE), "tempat": ["B"]}


def test_forms_that_became_one_are_filled_in_the_same_way() -> None:
    drawn = one_form(PAGE, "/halaman/")[0]
    assert drawn.count("<form") == 1, "only the one that asks by GET"
    filled = fill(drawn, "/halaman/", [kept(**TYPED), kept("/lain/", isi=["z"])])
    names = [one.name for part in parts_of(filled, "/halaman/") for one in part.typed]
    assert "tempat" in names and "isi" not in names, "a name of two forms carries its form"
    assert list(values(filled, 1).values()) == [["z"]]


def test_a_text_counts_as_shown_whatever_the_line_ends_and_never_by_half() -> None:
    page = "<textarea>\nsatu &lt;b&gt;\r\ndua</textarea>"
    assert holds(page, {"a": ["satu <b>\ndua"]})
    assert not holds(page, {"a": ["satu <b>\ndua tiga"]})
