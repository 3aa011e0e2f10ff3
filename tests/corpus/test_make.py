"""The generators give the committed bytes again, so that the corpus can be made anew."""

from collections.abc import Callable

import pytest

from tests.corpus.definitions import load
from tests.corpus.make import docx_file, text_file, xlsx_file
from tests.corpus.make.catalogue.docx import DOCX
from tests.corpus.make.catalogue.text import TEXT
from tests.corpus.make.catalogue.xlsx import XLSX
from tests.corpus.make.variant import Variant
from tests.corpus.make.write_all import FILES

MAKERS: dict[str, Callable[[Variant], bytes]] = {
    ".docx": lambda v: docx_file.make(load(v.definisi), v)[0],
    ".xlsx": lambda v: xlsx_file.make(load(v.definisi), v)[0],
    ".txt": lambda v: text_file.tabbed(load(v.definisi), v),
}


@pytest.mark.parametrize(
    ("variant", "suffix"),
    [(DOCX[0], ".docx"), (DOCX[1], ".docx"), (XLSX[1], ".xlsx"), (TEXT[0], ".txt")],
    ids=lambda value: getattr(value, "nama", ""),
)
def test_a_file_made_again_has_the_same_bytes(variant: Variant, suffix: str) -> None:
    name = variant.nama.removesuffix(suffix) + suffix
    assert MAKERS[suffix](variant) == (FILES / name).read_bytes()
