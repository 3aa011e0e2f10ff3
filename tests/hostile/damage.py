"""What befalls honest files: cut, flipped, mixed; and office files with a part spoiled.

Everything is drawn from the name, so that a file that was answered badly can be made again.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

Damage = Callable[[bytes, Random], bytes]


def cut(tenth: int) -> Damage:
    return lambda data, _: data[: len(data) * tenth // 10]


def flipped(bits: int) -> Damage:
    def damage(data: bytes, random: Random) -> bytes:
        spoiled = bytearray(data)
        for _ in range(bits):
            spoiled[random.randrange(len(spoiled))] ^= 1 << random.randrange(8)
        return bytes(spoiled)

    return damage


def overwritten(with_zeros: bool) -> Damage:
    """A stretch that a bad disk has lost."""

    def damage(data: bytes, random: Random) -> bytes:
        length = max(1, min(512, len(data) // 4))
        at = random.randrange(max(1, len(data) - length))
        lost = bytes(length) if with_zeros else random.randbytes(length)
        return data[:at] + lost + data[at + length :]

    return damage


def shifted(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + 1 :]


def as_text(data: bytes, _: Random) -> bytes:
    """What a transfer in text mode makes of it."""
    return data.replace(b"\n", b"\r\n")


OF_BYTES: dict[str, Damage] = {
    **{f"terpotong {tenth} per sepuluh": cut(tenth) for tenth in range(1, 10)},
    **{f"{bits} bit terbalik": flipped(bits) for bits in (1, 2, 8, 64, 512)},
    "sepotong menjadi nol": overwritten(with_zeros=True),
    "sepotong menjadi derau": overwritten(with_zeros=False),
    "satu bait hilang": shifted,
    "dua kali": lambda data, _: data + data,
    "tengahnya dahulu": lambda data, _: data[len(data) // 2 :] + data[: len(data) // 2],
    "NUL di depan": lambda data, _: b"\0" * 16 + data,
    "NUL di belakang": lambda data, _: data + b"\0" * 4_096,
    "kirim sebagai teks": as_text,
    "kata di depan": lambda data, _: b"HTTP/1.1 200 OK\r\n\r\n" + data,
}

_NUMBER = re.compile(rb'(?<==")\d+(?=")|(?<=>)\d+(?=<)')
_TAG = re.compile(rb"</?[A-Za-z][^<>]*>")
_WORDS = re.compile(rb">([^<>]+)<")
_NUMBERS = (b"-1", b"0", b"99999999999999999999", b"1e400", b"NaN", b"", b"2147483648", b"\xd9\xa1")


def numbers_exchanged(xml: bytes, random: Random) -> bytes:
    """Every twentieth number is one that no program writes."""
    odd = lambda found: random.choice(_NUMBERS) if random.random() < 0.05 else found[0]  # noqa: E731
    return _NUMBER.sub(odd, xml)


def tags_dropped(xml: bytes, random: Random) -> bytes:
    return _TAG.sub(lambda found: b"" if random.random() < 0.01 else found[0], xml)


def tags_doubled(xml: bytes, random: Random) -> bytes:
    """Whole elements stand twice; the XML stays well formed."""
    empty = re.compile(rb"<[A-Za-z][^<>]*/>")
    return empty.sub(lambda found: found[0] * (3 if random.random() < 0.05 else 1), xml)


def attributes_emptied(xml: bytes, random: Random) -> bytes:
    some = re.compile(rb'(\s[\w:]+=")[^"<]*(")')
    return some.sub(lambda found: found[1] + found[2] if random.random() < 0.03 else found[0], xml)


def words_of_harm(xml: bytes, random: Random) -> bytes:
    odd = ("=HYPERLINK(1)", "\u202e98,50", "{{7*7}}", "&lt;script&gt;", "\ufffe", "e" * 70_000)
    return _WORDS.sub(
        lambda found: (
            b">" + random.choice(odd).encode() + b"<" if random.random() < 0.02 else found[0]
        ),
        xml,
    )


def half(xml: bytes, _: Random) -> bytes:
    return xml[: len(xml) // 2]


def in_utf16(xml: bytes, _: Random) -> bytes:
    text = xml.decode("utf-8", "replace")
    return text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def renamed(xml: bytes, _: Random) -> bytes:
    """The names of Word and Excel under an address that nobody knows."""
    return xml.replace(b"schemas.openxmlformats.org", b"schemas.example.org")


OF_PARTS: dict[str, Damage] = {
    "angka ditukar": numbers_exchanged,
    "tanda dibuang": tags_dropped,
    "unsur digandakan": tags_doubled,
    "atribut dikosongkan": attributes_emptied,
    "kata jahat": words_of_harm,
    "bagian separuh": half,
    "bagian UTF-16": in_utf16,
    "ruang nama lain": renamed,
    "bagian kosong": lambda xml, _: b"",
    "bagian derau": lambda xml, random: random.randbytes(len(xml)),
}


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The package with its parts changed; None leaves a part out."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def every_part(damage: Damage, name: str) -> Callable[[bytes], bytes]:
    """The damage done to every XML part but the list of kinds, drawn from ``name``."""

    def change(data: bytes) -> bytes:
        random = Random(name)
        return repacked(
            data,
            lambda part, xml: (
                damage(xml, random)
                if part.endswith((".xml", ".rels")) and part != "[Content_Types].xml"
                else xml
            ),
        )

    return change


def one_part_lost(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The package once for each of its parts, without it; the first six that a reader asks for."""
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    wanted = sorted(names, key=lambda name: (name.count("/"), name))[:6]
    for lost in wanted:
        yield lost, repacked(data, lambda name, xml, lost=lost: None if name == lost else xml)
