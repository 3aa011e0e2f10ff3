"""All hostile files by name, each with the doors it is shown at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.hostile import honest, office_files, others, packages, pdfs, pictures
from tests.hostile.damage import OF_BYTES, OF_PARTS, every_part, one_part_lost

SOP, BUKU, PAKET, PEGAWAI = "SOP", "buku data", "paket data", "daftar pegawai"
WORD, TEMPLAT, LANGKAH, BUKTI = "hasil sunting Word", "templat", "hasil langkah", "bukti"
LAMBANG, FOTO, PINDAIAN, KEASLIAN = "lambang", "foto", "pindaian", "keaslian"
SERTIFIKAT, PENERBIT = "sertifikat", "penerbit"
DOORS = (
    *(SOP, BUKU, PAKET, PEGAWAI, WORD, TEMPLAT, LANGKAH, BUKTI),
    *(LAMBANG, FOTO, PINDAIAN, KEASLIAN, SERTIFIKAT, PENERBIT),
)
_OF_BASE = {
    "sop.docx": (SOP, LANGKAH),
    "salinan.docx": (WORD, SOP),
    "templat.docx": (TEMPLAT, WORD),
    "buku.xlsx": (BUKU, BUKTI),
    "paket.xlsx": (PAKET, PEGAWAI),
    "pegawai.xlsx": (PEGAWAI, SOP),
    "sop.xlsx": (SOP, BUKU),
    "sop.pdf": (SOP, PINDAIAN),
    "bertanda.pdf": (KEASLIAN, BUKTI),
    "gambar.png": (LAMBANG, FOTO, PINDAIAN),
    "foto.jpg": (FOTO, LAMBANG, PINDAIAN),
    "sop.bpmn": (SOP,),
    "sop.txt": (SOP,),
}
_OF_WORD, _OF_EXCEL = (SOP, WORD, TEMPLAT), (SOP, BUKU, PAKET, PEGAWAI)
_OF_PDF, _OF_PICTURE = (SOP, KEASLIAN, PINDAIAN), (LAMBANG, FOTO, PINDAIAN, SOP)
_OF_TEXT = (SOP, BUKU, WORD, BUKTI, KEASLIAN)


@dataclass(frozen=True)
class Hostile:
    """A file by its name, with the ending that it is handed in under."""

    name: str
    ending: str
    make: Callable[[], bytes]
    doors: tuple[str, ...]


def corpus() -> Iterator[Hostile]:
    """Every file; each is made only when it is asked for."""
    for base, make in honest.EVERY.items():
        ending, doors = base.rpartition(".")[2], _OF_BASE[base]
        for damage, spoil in OF_BYTES.items():
            name = f"{base}: {damage}"
            yield Hostile(name, ending, _spoiled(make, spoil, name), doors)
    for base, make in {**honest.WORD, **honest.EXCEL}.items():
        yield from _with_parts_spoiled(base, make)
    for base, of_kind in (("templat.docx", _OF_WORD), ("buku.xlsx", _OF_EXCEL)):
        for trap, change in packages.IN_BOTH.items():
            made = _changed(honest.EVERY[base], change)
            yield Hostile(f"{base}: {trap}", base.rpartition(".")[2], made, of_kind)
    for name, make in office_files.WORD.items():
        yield Hostile(f"docx: {name}", "docx", make, _OF_WORD)
    for name, make in office_files.EXCEL.items():
        yield Hostile(f"xlsx: {name}", "xlsx", make, _OF_EXCEL)
    for name, make in pdfs.PDF.items():
        yield Hostile(f"pdf: {name}", "pdf", make, _OF_PDF)
    for name, (make, ending) in pictures.PICTURES.items():
        yield Hostile(f"gambar: {name}", ending, make, _OF_PICTURE)
    for name, (make, ending) in others.TEXTS.items():
        yield Hostile(f"lain: {name}", ending, make, _OF_TEXT)
    for name, (make, ending) in others.CERTIFICATES.items():
        yield Hostile(f"sertifikat: {name}", ending, make, (SERTIFIKAT, PENERBIT))


def _with_parts_spoiled(base: str, make: Callable[[], bytes]) -> Iterator[Hostile]:
    ending, doors = base.rpartition(".")[2], _OF_BASE[base]
    for damage, spoil in OF_PARTS.items():
        name = f"{base}: {damage} di dalam"
        yield Hostile(name, ending, _changed(make, every_part(spoil, name)), doors)
    for lost, data in one_part_lost(make()):
        yield Hostile(f"{base}: tanpa {lost}", ending, lambda data=data: data, doors)


def _spoiled(
    make: Callable[[], bytes], spoil: Callable[[bytes, Random], bytes], name: str
) -> Callable[[], bytes]:
    return lambda: spoil(make(), Random(name))


def _changed(make: Callable[[], bytes], change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: change(make())
