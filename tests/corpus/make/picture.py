"""A small picture, as offices paste one in place of a symbol."""

import struct
import zlib


def png(width: int, height: int) -> bytes:
    """A grey picture with a dark border."""
    rows = b"".join(
        b"\0"
        + bytes(0 if y in (0, height - 1) or x in (0, width - 1) else 220 for x in range(width))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


PNG = png(30, 16)
