"""The words of a signature block, in the order of the form: place and date, post, name, NIP."""

import io

import segno

from runut.core.report.blocks import Signature
from runut.core.words.names import format_nip
from runut.files.typeface import width_of

ELECTRONIC = "Ditandatangani secara elektronik"
CONFIRMED = "Dinyatakan sesuai"
"""How a note begins that says less than a signature: somebody confirmed, with no certificate."""

_ADDRESS = ("http://", "https://")
_CLAIM_SIZE, _SMALLEST = 8.5, 4.5


def below_the_name(signature: Signature) -> list[str]:
    """Rank and NIP, as far as they are known."""
    nip = f"NIP {format_nip(signature.nip)}" if signature.nip else ""
    return [text for text in (signature.pangkat, nip) if text]


def claim(signature: Signature) -> str:
    """What stands in the place of the wet signature: an electronic one says so in words."""
    if signature.state != "elektronik":
        return signature.note
    if signature.note.startswith(CONFIRMED) or ELECTRONIC.lower() in signature.note.lower():
        return signature.note
    return f"{ELECTRONIC}\n{signature.note}".strip()


def claim_parts(signature: Signature) -> tuple[str, str]:
    """(what is claimed, the address to check it at): the address stands on a line of its own."""
    lines = claim(signature).split("\n")
    address = next((one for one in lines if one.startswith(_ADDRESS)), "")
    return "\n".join(one for one in lines if one != address), address


def address_size(address: str, room: float) -> float:
    """The size in points at which an address fits on one line of ``room`` points."""
    wide = width_of(address, _CLAIM_SIZE)
    return max(min(_CLAIM_SIZE, _CLAIM_SIZE * room / wide), _SMALLEST) if wide else _CLAIM_SIZE


def qr_svg(text: str) -> str:
    """A QR code as a drawing without any style attribute."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, nl=False, border=2, svgclass=None, lineclass=None, scale=4
    )
    return out.getvalue().decode("utf-8")
