"""The names that stand in a drafted paper for what is known only when it is signed.

They are those that SRIKANDI fills in a DOCX, so that the same draft can be handed to it as it is.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Paper, Signature, Signatures

NOMOR: Final = "${nomor_naskah}"
TANGGAL: Final = "${tanggal_naskah}"
TTD: Final = "${ttd_pengirim}"
PENGIRIM: Final = Pejabat("${jabatan_pengirim}", "${nama_pengirim}")

NAMES: Final[Mapping[str, str]] = {
    NOMOR: "nomor naskah",
    TANGGAL: "tanggal naskah",
    TTD: "tanda tangan pengirim",
    PENGIRIM.nama: "nama pengirim",
    PENGIRIM.jabatan: "jabatan pengirim",
}
T = TypeVar("T")


def fill(paper: Paper, words: Mapping[str, str], signature: Signature | None = None) -> Paper:
    """The paper with ``words`` in the places of their names, and the signer in his.

    >>> fill(Paper("Surat", (), footer="Nomor ${nomor_naskah}"), {NOMOR: "7"}).footer
    'Nomor 7'
    """
    filled = replace(paper, body=tuple(_sign(block, signature) for block in paper.body))
    done: Paper = _fill(filled, words)
    return done


def for_srikandi(paper: Paper) -> Paper:
    """The draft with all its names, and the room of the signature named too."""
    return replace(paper, body=tuple(_mark(block) for block in paper.body))


def _sign(block: T, signature: Signature | None) -> T:
    if not isinstance(block, Signatures) or signature is None:
        return block
    signed = (_signed(one, signature) if _is_senders(one) else one for one in block.blocks)
    return replace(block, blocks=tuple(signed))


def _signed(place: Signature, signature: Signature) -> Signature:
    return replace(signature, place_date=place.place_date)


def _mark(block: T) -> T:
    if not isinstance(block, Signatures):
        return block
    marked = (replace(one, note=TTD) if _is_senders(one) else one for one in block.blocks)
    return replace(block, blocks=tuple(marked))


def _is_senders(one: Signature) -> bool:
    return one.nama == PENGIRIM.nama


def _fill(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        if "${" in value:
            for name, word in words.items():
                value = value.replace(name, word)
        return value
    if isinstance(value, tuple):
        return tuple(_fill(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{one.name: _fill(getattr(value, one.name), words) for one in fields(value)}
        )
    return value
