"""The test files of other programs, where somebody has laid them out: none of them is ours to keep.

``RUNUT_BERKAS_ORANG`` names a folder with the unpacked sources of pypdf, pikepdf, pyHanko,
python-docx and odfpy (``pip download --no-binary :all: --no-deps``); docs/keandalan.md says what
they gave.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.corpus import (
    BUKU,
    FOTO,
    KEASLIAN,
    LAMBANG,
    PEGAWAI,
    PINDAIAN,
    SERTIFIKAT,
    SOP,
    TEMPLAT,
    WORD,
    Hostile,
)

FOLDER = os.environ.get("RUNUT_BERKAS_ORANG", "")
_DOORS = {
    "pdf": (SOP, KEASLIAN, PINDAIAN),
    "docx": (SOP, WORD, TEMPLAT),
    "xlsx": (SOP, BUKU, PEGAWAI),
    "odt": (SOP,),
    "ods": (SOP,),
    "png": (LAMBANG, FOTO, PINDAIAN),
    "jpg": (LAMBANG, FOTO, PINDAIAN),
    "jpeg": (LAMBANG, FOTO, PINDAIAN),
    "p12": (SERTIFIKAT,),
    "pfx": (SERTIFIKAT,),
}


def borrowed() -> Iterator[Hostile]:
    """Each file with the doors that take its kind."""
    for path in sorted(Path(FOLDER).rglob("*")):
        ending = path.suffix[1:].lower()
        if path.is_file() and ending in _DOORS:
            name = str(path.relative_to(FOLDER))
            yield Hostile(name, ending, path.read_bytes, _DOORS[ending])
