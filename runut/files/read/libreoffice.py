"""What LibreOffice makes of a file, where the computer has it: else nothing.

A profile of its own for each file: no macros, nothing fetched from elsewhere, nothing left behind.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from logging import getLogger
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from runut.files.guard.room import OFFICE_ROOM, Tell, Work
from runut.files.guard.zip_check import LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS
from runut.files.read.rich_text import leads_elsewhere

log = getLogger(__name__)

PROGRAMS = ("soffice", "libreoffice")
WALL_SECONDS = 20
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_HEAD = 4_096
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""

PLAIN = "pdf"
ARCHIVE = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
"""How a file is printed: for looking at, or as PDF/A-2b to be kept."""


def is_installed() -> bool:
    """Whether a program that prints Word files is on this computer."""
    return any(map(shutil.which, PROGRAMS))


def pdf_of_docx(data: bytes, manner: str = PLAIN) -> bytes | None:
    """The file printed to PDF, or None where no program for it is there or it did not manage.

    Some two seconds; at most ``WALL_SECONDS``. Call it only for a file that was read before:
    a package that is no Word file never comes this far.
    """
    return _converted(data, "docx", manner)


def office_xml_of(data: bytes) -> bytes | None:
    """An open document or rich text as a Word or Excel file; None where it is neither, where no
    program for it is there, or where it did not manage."""
    for kind, (is_of_kind, goal) in _OPEN_KINDS.items():
        if is_of_kind(data):
            return None if _is_outsized(data) else _converted(data, kind, goal)
    return None


def _is_open(kind: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK") and _OPEN_DOCUMENT + kind in data[:_HEAD]


def _is_rich_text(data: bytes) -> bool:
    is_kind = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")
    return is_kind and not leads_elsewhere(data)


_OPEN_KINDS: Final = {
    "odt": (_is_open(b"text"), "docx"),
    "ods": (_is_open(b"spreadsheet"), "xlsx"),
    "rtf": (_is_rich_text, "docx"),
}


def _is_outsized(data: bytes) -> bool:
    """Whether a file, or what its package unpacks to, is larger than the office takes in."""
    if len(data) > LARGEST_FILE:
        return True
    if not data.startswith(b"PK"):
        return False
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, NotImplementedError, ValueError):
        return True
    return len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > LARGEST_UNPACKED


def _converted(data: bytes, kind: str, manner: str) -> bytes | None:
    """``manner`` is the ending of what is made, and after a colon how. It is done in its turn."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        return None
    key = sha256(f"{program} {kind} {manner}\n".encode() + data).hexdigest()
    return OFFICE_ROOM.read_in_turn(key, lambda: _prepared(program, data, kind, manner)) or None


def _prepared(program: str, data: bytes, kind: str, manner: str) -> Work:
    """The file in a folder of its own, on the disk while it waits for its turn; and the work."""
    place = tempfile.TemporaryDirectory(prefix="runut-kantor-")
    folder = Path(place.name)
    source = folder / f"asal.{kind}"
    source.write_bytes(data)
    settings = folder / "profil" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")

    def work(_: Tell) -> bytes:
        with place:
            _run(program, folder, source, manner)
            made = folder / f"asal.{manner.partition(':')[0]}"
            return made.read_bytes() if made.exists() else b""

    return work


def _run(program: str, folder: Path, source: Path, manner: str) -> None:
    child = subprocess.Popen(  # noqa: S603 - the program was found on the path of this computer
        [
            *(sys.executable, "-P", "-m", "runut.files.guard.limited"),
            *(
                str(Path(program).resolve()),
                f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            ),
            *("--headless", "--norestore", "--convert-to", manner, "--outdir", str(folder)),
            str(source),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(folder),
        cwd=folder,
        start_new_session=True,
    )
    try:
        child.wait(WALL_SECONDS)
    except subprocess.TimeoutExpired:
        log.info("a file took LibreOffice too long")
    finally:
        if child.poll() is None and hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        child.kill()
        child.wait()


def _environment(folder: Path) -> dict[str, str]:
    """No way out for the program: a proxy that is not there, a home that is its own folder."""
    paths = os.pathsep.join(path for path in sys.path if path)
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
    system = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": paths, "PYTHONUTF8": "1"}
    return {**system, **nowhere, "HOME": str(folder), "TMPDIR": str(folder)}
