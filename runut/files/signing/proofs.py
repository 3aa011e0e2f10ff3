"""What may follow a signature in a file: the proofs that it was valid, and nothing that is read.

The library also lets title and author of the document be exchanged, and a version in which nothing
was added at all: whoever saved the file once more has added to what was signed. The day of the last
change, which every program writes that adds proofs, may differ.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    Reference,
    StreamObject,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

PROOFS = "/DSS"
_KINDS = frozenset(("/Type", "/VRI", "/Certs", "/CRLs", "/OCSPs"))
_MAY_CHANGE = frozenset((PROOFS, "/Extensions"))
_OF_THE_PROGRAM = frozenset(("/ModDate", "/Producer"))
_READ_BY_PEOPLE = frozenset(("title", "creator", "description", "subject", "Keywords", "rights"))


def adds_proofs_alone(signature: EmbeddedPdfSignature) -> bool:
    """Whether what came after the signature are proofs of its validity, and nothing else."""
    reader: Any = signature.reader  # the library does not type all of it
    signed = signature.signed_revision
    root, before = reader.root, reader.get_historical_root(signed)
    if PROOFS not in root or not root[PROOFS].keys() <= _KINDS:
        return False
    if _without_proofs(root) != _without_proofs(before):
        return False
    later = range(signed + 1, reader.xrefs.total_revisions)
    changed = {ref for one in later for ref in reader.xrefs.explicit_refs_in_revision(one)}
    packed = {ref for one in later for ref in reader.xrefs.object_streams_used_in(one)}
    trailer, trailer_before = reader.trailer.flatten(), reader.trailer.flatten(signed)
    if _description(root, trailer) != _description(before, trailer_before):
        return False
    dated = [holder.raw_get(key) for holder, key in _described(root, trailer)]
    allowed = {ref for one in (root.raw_get(PROOFS), *dated) for ref in _reached(one)}
    return changed <= allowed | packed | {reader.root_ref}


def _described(
    root: DictionaryObject, trailer: DictionaryObject
) -> Iterator[tuple[DictionaryObject, str]]:
    """Where the file describes itself."""
    for holder, key in ((root, "/Metadata"), (trailer, "/Info")):
        if key in holder:
            yield holder, key


def _description(root: DictionaryObject, trailer: DictionaryObject) -> dict[str, Any]:
    """What the file says of itself that a person reads: title, author, subject, words."""
    said: dict[str, Any] = {}
    if "/Info" in trailer:
        info = trailer["/Info"]
        said = {str(key): str(info[key]) for key in info if key not in _OF_THE_PROGRAM}
    if "/Metadata" in root:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        tree = etree.fromstring(root["/Metadata"].data, parser)
        said["XMP"] = sorted(_words(tree))
    return said


def _words(tree: Any) -> Iterator[tuple[str, str]]:
    for one in tree.iter(etree.Element):
        for name, value in [(one.tag, "".join(one.itertext()).strip()), *one.attrib.items()]:
            local = etree.QName(name).localname
            if local in _READ_BY_PEOPLE:
                yield local, value


def _without_proofs(root: DictionaryObject) -> dict[str, bytes]:
    return {str(key): _written(root.raw_get(key)) for key in root if key not in _MAY_CHANGE}


def _written(value: Any) -> bytes:
    out = BytesIO()
    value.write_to_stream(out)
    return out.getvalue()


def _reached(value: Any) -> Iterator[Reference]:
    """The objects that the proofs consist of; they stand four levels deep at most."""
    yield from _reached_within(value, 5)


def _reached_within(value: Any, depth: int) -> Iterator[Reference]:
    if depth == 0:
        return
    if isinstance(value, IndirectObject):
        yield value.reference
        value = value.get_object()  # type: ignore[no-untyped-call]
    if isinstance(value, DictionaryObject) and not isinstance(value, StreamObject):
        for key in value:
            yield from _reached_within(value.raw_get(key), depth - 1)
    elif isinstance(value, ArrayObject):
        for number in range(len(value)):
            yield from _reached_within(value.raw_get(number), depth - 1)
