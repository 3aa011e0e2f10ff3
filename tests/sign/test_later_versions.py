"""A version put behind a signed PDF: whatever it changes, hides or shows, the file is not sah."""

from collections.abc import Callable

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter as Writer

from runut.files.signing.check import check_pdf
from tests.sign.office import NEXT_DAY, office, signed_report
from tests.sign.test_attacks import first_page, stream, update

WHOLE_PAGE = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))


def changed_page(
    key: str, value: Callable[[Writer], generic.PdfObject]
) -> Callable[[Writer], None]:
    def change(writer: Writer) -> None:
        page = first_page(writer)
        page[name(key)] = value(writer)
        writer.update_container(page)

    return change


def changed_root(
    key: str, value: Callable[[Writer], generic.PdfObject]
) -> Callable[[Writer], None]:
    def change(writer: Writer) -> None:
        writer.root[name(key)] = value(writer)
        writer.update_root()

    return change


def of_the_signature(key: str, value: generic.PdfObject) -> Callable[[Writer], None]:
    def change(writer: Writer) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0].get_object()
        field[name(key)] = value
        writer.update_container(field)

    return change


def a_note(kind: str) -> Callable[[Writer], generic.PdfObject]:
    told = {name("/Subtype"): name(kind), name("/Rect"): WHOLE_PAGE}
    return lambda writer: generic.ArrayObject([writer.add_object(generic.DictionaryObject(told))])


def page_added(writer: Writer) -> None:
    pages = writer.root["/Pages"]
    told = {name("/Type"): name("/Page"), name("/MediaBox"): WHOLE_PAGE}
    pages["/Kids"].append(writer.add_object(generic.DictionaryObject(told)))
    pages["/Count"] = generic.NumberObject(len(pages["/Kids"]))
    writer.update_container(pages)


def page_taken_out(writer: Writer) -> None:
    pages = writer.root["/Pages"]
    pages["/Kids"], pages["/Count"] = generic.ArrayObject([]), generic.NumberObject(0)
    writer.update_container(pages)


def letters_under_another_font(writer: Writer) -> None:
    """The same text shows other signs: a shadow attack that changes no word of the page."""
    font = next(iter(first_page(writer)["/Resources"]["/Font"].values())).get_object()
    font["/BaseFont"] = name("/Symbol")
    writer.update_container(font)


def certification_lifted(writer: Writer) -> None:
    del writer.root["/Perms"]
    writer.update_root()


def proofs(writer: Writer) -> None:
    """What a program adds so that a signature lasts."""
    certs = generic.ArrayObject([writer.add_object(stream(b"sertifikat"))])
    changed_root("/DSS", lambda _: generic.DictionaryObject({name("/Certs"): certs}))(writer)


def proofs_and(other: Callable[[Writer], None]) -> Callable[[Writer], None]:
    def change(writer: Writer) -> None:
        proofs(writer)
        other(writer)

    return change


def an_object_nobody_names(writer: Writer) -> None:
    writer.add_object(stream(b"skrip"))


_DESCRIBED = changed_root("/Metadata", lambda writer: writer.add_object(stream(b"<x/>")))
_EMPTY = generic.DictionaryObject()

LATER: dict[str, Callable[[Writer], None]] = {
    "page added": page_added,
    "page taken out": page_taken_out,
    "letters under another font": letters_under_another_font,
    "fonts gone": changed_page("/Resources", lambda writer: writer.add_object(_EMPTY)),
    "page cropped to nothing": changed_page("/CropBox", lambda _: WHOLE_PAGE),
    "stamp over the page": changed_page("/Annots", a_note("/Stamp")),
    "page blacked out": changed_page("/Annots", a_note("/Redact")),
    "another look of the signature": of_the_signature("/AP", _EMPTY),
    "signature over the whole page": of_the_signature("/Rect", WHOLE_PAGE),
    "layers that can be switched": changed_root("/OCProperties", lambda _: _EMPTY),
    "file attached": changed_root("/Names", lambda _: _EMPTY),
    "another description": _DESCRIBED,
    "certification lifted": certification_lifted,
    "proofs with a page": proofs_and(page_added),
    "proofs with another description": proofs_and(_DESCRIBED),
    "proofs with an object of their own": proofs_and(an_object_nobody_names),
    "proofs of another kind": changed_root(
        "/DSS", lambda _: generic.DictionaryObject({name("/JS"): generic.pdf_string("1")})
    ),
    "nothing but saved once more": lambda writer: writer.update_root(),
}


@pytest.mark.parametrize("kind", LATER)
def test_a_later_version_is_told_as_added(kind: str) -> None:
    verdict = check_pdf(update(signed_report(), LATER[kind]), office().trust, at=NEXT_DAY)
    assert verdict.verdict == "tidak sah"
    assert "ditambah setelah ditandatangani" in verdict.reasons[0]


def test_proofs_alone_leave_it_sah_and_are_not_called_the_whole_file() -> None:
    verdict = check_pdf(update(signed_report(), proofs), office().trust, at=NEXT_DAY)
    assert verdict.verdict == "sah"
    assert verdict.reasons[0].startswith("Isi yang ditandatangani utuh; sesudahnya hanya ada bukti")


@pytest.mark.parametrize("behind", [b"\n", b"%%EOF\n", b"junk", b"\nstartxref\n0\n%%EOF\n"])
def test_bytes_behind_the_end_are_told_as_added(behind: bytes) -> None:
    verdict = check_pdf(signed_report() + behind, office().trust, at=NEXT_DAY)
    assert verdict.verdict == "tidak sah"
    assert any("ditambah setelah ditandatangani" in reason for reason in verdict.reasons)
