"""How a fault is told that the office cannot mend by itself."""

from runut.core.findings import Finding, Level, Place


def fault(kode: str, pesan: str) -> Finding:
    """Something that is not as it was done."""
    return Finding(
        kode,
        Level.BLOCKER,
        pesan,
        "Bandingkan dengan cadangan terakhir dan laporkan kepada pengelola sistem.",
        Place(),
    )
