"""A Word file as its pages look: by LibreOffice where the computer has it, else not at all.

A profile of its own for each file: no macros, nothing fetched from elsewhere, nothing left behind.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from logging import getLogger
from pathlib import Path

log = getLogger(__name__)

PROGRAMS = ("soffice", "libreoffice")
WALL_SECONDS = 20
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


def pdf_of_docx(data: bytes) -> bytes | None:
    """The file printed to PDF, or None where no program for it is there or it did not manage.

    Some two seconds; at most ``WALL_SECONDS``. Call it only for a file that was read before:
    a package that is no Word file never comes this far.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="runut-word-") as name:
        folder = Path(name)
        (folder / "asal.docx").write_bytes(data)
        settings = folder / "profil" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        _run(program, folder)
        made = folder / "asal.pdf"
        return made.read_bytes() if made.exists() else None


def _run(program: str, folder: Path) -> None:
    child = subprocess.Popen(  # noqa: S603 - the program was found on the path of this computer
        [
            *(sys.executable, "-P", "-m", "runut.files.guard.limited"),
            *(
                str(Path(program).resolve()),
                f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            ),
            *("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)),
            str(folder / "asal.docx"),
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
        log.info("a Word file took too long to print")
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
