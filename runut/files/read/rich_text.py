"""Rich text that would bring other files along: LibreOffice follows its fields into this computer's
own folders, though it is told to follow nothing. Such a file is not handed to it.
"""

import re

_FIELD = b"\\fldinst"
_LONGEST_FIELD = 4_096
_LEADS_ELSEWHERE = re.compile(rb"\\(?:object|objdata|objlink|objautlink|objocx)(?![a-z])")
_HARMLESS = frozenset(
    [
        *(
            "HYPERLINK",
            "PAGE",
            "NUMPAGES",
            "SECTIONPAGES",
            "SECTION",
            "PAGEREF",
            "REF",
            "TOC",
            "TC",
        ),
        *("SEQ", "SYMBOL", "STYLEREF", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"),
        *("AUTHOR", "TITLE", "SUBJECT", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "SHAPE", "="),
    ]
)
"""What a field may do without another file."""
_SPELLED = re.compile(
    rb"\\'(?P<hex>[0-9a-fA-F]{2})|\\u(?P<code>-?\d{1,6}) ?"
    rb"|\\[a-zA-Z]+-?\d* ?|\\[^a-zA-Z]|[{}\r\n]"
)


def leads_elsewhere(data: bytes) -> bool:
    """Whether a field or an object of this rich text names another file, or may."""
    if _LEADS_ELSEWHERE.search(data):
        return True
    place = data.find(_FIELD)
    while place >= 0:
        if not _is_harmless(data[place + len(_FIELD) :][:_LONGEST_FIELD]):
            return True
        place = data.find(_FIELD, place + 1)
    return False


def _is_harmless(rest: bytes) -> bool:
    """The instruction ends with its group. What is skipped in it (``\\*``) could hide a word."""
    group = _to_its_end(rest)
    if group is None or b"\\*" in group.replace(b"\\\\", b""):  # a doubled one is a word's
        return False
    words = _SPELLED.sub(_letter, group).decode("latin-1").upper().split()
    return not words or words[0] in _HARMLESS


def _to_its_end(rest: bytes) -> bytes | None:
    depth = 0
    for found in re.finditer(rb"\\[\\{}]|[{}]", rest):
        if found[0] == b"{":
            depth += 1
        elif found[0] == b"}":
            depth -= 1
            if depth < 0:
                return rest[: found.start()]
    return None


def _letter(found: re.Match[bytes]) -> bytes:
    if found["hex"]:
        return bytes([int(found["hex"], 16)])
    if found["code"]:
        code = int(found["code"]) % 65_536
        return chr(code).encode("latin-1", "replace")
    return b""
