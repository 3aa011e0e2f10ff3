"""The words of a signature block, in the order of the form: place and date, post, name, NIP."""

import io

import segno

from runut.core.report.blocks import Signature
from runut.core.words.names import format_nip

ELECTRONIC = "Ditandatangani secara elektronik"


def below_the_name(signature: Signature) -> list[str]:
    """Rank and NIP, as far as they are known."""
    nip = f"NIP {format_nip(signature.nip)}" if signature.nip else ""
    return [text for text in (signature.pangkat, nip) if text]


def claim(signature: Signature) -> str:
    """What stands in the place of the wet signature: an electronic one says so in words."""
    if signature.state != "elektronik":
        return signature.note
    if ELECTRONIC.lower() in signature.note.lower():
        return signature.note
    return f"{ELECTRONIC}\n{signature.note}".strip()


def qr_svg(text: str) -> str:
    """A QR code as a drawing without any style attribute."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, nl=False, border=2, svgclass=None, lineclass=None, scale=4
    )
    return out.getvalue().decode("utf-8")
