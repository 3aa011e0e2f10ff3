"""What a file names on this computer or elsewhere never comes along, also through LibreOffice."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from runut.files.read import libreoffice
from runut.files.read.rich_text import leads_elsewhere
from tests.hostile import others
from tests.hostile.elsewhere import CANARY, elsewhere

has_program = pytest.mark.skipif(not libreoffice.is_installed(), reason="needs LibreOffice")


@pytest.mark.parametrize(
    "field",
    [
        *(r"{\*\fldinst INCLUDEPICTURE \"/srv/a.png\" \\d}", r"{\*\fldinst { IMPORT /srv/a.png }}"),
        *(r"{\*\fldinst INCLUDETEXT a}", r"{\*\fldinst DDEAUTO cmd a}", r"{\fldinst LINK Excel a}"),
        *(r"{\*\fldinst {INC}{LUDEPICTURE a}}", r"{\*\fldinst \'49NCLUDEPICTURE a}"),
        *(r"{\*\fldinst \u73?NCLUDEPICTURE a}", r"{\*\fldinst\b INCLUDE\b0 PICTURE a}"),
        *(r"{\*\fldinst {\*\xyz HYPERLINK }INCLUDEPICTURE a}", r"{\*\fldinst INCLUDEPICTURE a"),
        *(r"{\object\objlink{\*\objdata 01}}", r"{\*\objdata 01}", r"{\*\fldinst ZZZ a}"),
    ],
)
def test_rich_text_with_a_field_for_another_file_is_known(field: str) -> None:
    assert leads_elsewhere(others.rtf(field + r"{\fldrslt x}"))


@pytest.mark.parametrize(
    "words",
    [
        *("Impor dan ekspor, include, link", r"{\field{\*\fldinst { PAGE }}{\fldrslt 1}}"),
        r"{\field{\*\fldinst { HYPERLINK \"https://kantor.example\" }}{\fldrslt x}}",
        *(r"{\field{\*\fldinst {PAGE \\* MERGEFORMAT}}{\fldrslt 1}}", r"\objectif, {\b tebal}"),
        r"{\field\fldedit{\*\fldinst {\rtlch\af0 \ltrch\lang1057 NUMPAGES }}{\fldrslt 2}}",
    ],
)
def test_ordinary_rich_text_is_read(words: str) -> None:
    assert not leads_elsewhere(others.rtf(words))


@has_program
@pytest.mark.gate
@pytest.mark.parametrize("name", [n for n in others.TEXTS if n.startswith(("ODT", "RTF"))])
def test_nothing_of_this_computer_or_of_another_comes_along(name: str) -> None:
    make, _ = others.TEXTS[name]
    elsewhere().visits()
    assert CANARY.encode() not in inside(libreoffice.office_xml_of(make()))
    assert elsewhere().visits() == 0


@has_program
@pytest.mark.gate
def test_a_picture_of_this_computer_is_not_taken_in(tmp_path: Path) -> None:
    """It was, by a field of rich text."""
    picture = tmp_path / "rahasia.png"
    Image.new("RGB", (64, 64), (255, 1, 2)).save(picture)
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{picture}" \\d}}{{\fldrslt x}}}}'
    for made in (others.rtf(field), others.odt_picture(picture.as_uri())):
        assert b"media/" not in inside(libreoffice.office_xml_of(made))


def inside(data: bytes | None) -> bytes:
    """All that a package holds, with the names of its parts; nothing where there is none."""
    if data is None:
        return b""
    with ZipFile(BytesIO(data)) as package:
        return b"".join(name.encode() + package.read(name) for name in package.namelist())
