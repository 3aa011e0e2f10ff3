"""The SOPs of the corpus as data, and the reading of that data.

Each ``*.txt`` holds lines ``name: value``, lists as lines that begin with ``- ``, and after
``langkah:`` one step per line: no | bentuk | kegiatan | pelaksana | kelengkapan | waktu | output |
keterangan | lanjut. Values in one field are parted by ``; ``; an empty ``lanjut`` means the next
step. All names and numbers of persons are invented.
"""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
LISTS = (
    "dasar_hukum",
    "keterkaitan",
    "peringatan",
    "kualifikasi_pelaksana",
    "peralatan",
    "pencatatan",
)


@dataclass(frozen=True)
class Step:
    """One step; ``lanjut`` holds (number of the next step, label of the exit)."""

    no: str
    bentuk: str
    kegiatan: str
    pelaksana: tuple[str, ...]
    kelengkapan: tuple[str, ...]
    waktu: str
    output: tuple[str, ...]
    keterangan: str
    lanjut: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class Definition:
    """One SOP of the corpus."""

    kunci: str
    instansi: tuple[str, ...]
    judul: str
    nomor: str
    tanggal_pembuatan: str
    tanggal_revisi: str
    tanggal_efektif: str
    jabatan: str
    nama: str
    nip: str
    pelaksana: tuple[str, ...]
    langkah: tuple[Step, ...]
    judul_prosedur: str = ""
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)


def many(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def exits(text: str) -> tuple[tuple[str, str | None], ...]:
    """``Ya>4; Tidak>2`` or ``3`` as pairs of (number, label)."""
    pairs: list[tuple[str, str | None]] = []
    for part in many(text):
        label, _, no = part.rpartition(">")
        pairs.append((no, label or None))
    return tuple(pairs)


def step_of(line: str, following: str | None) -> Step:
    no, bentuk, kegiatan, actors, needs, waktu, output, note, ways = (
        part.strip() for part in line.split("|")
    )
    lanjut = exits(ways)
    if not lanjut and bentuk != "selesai" and following is not None:
        lanjut = ((following, None),)
    return Step(no, bentuk, kegiatan, many(actors), many(needs), waktu, many(output), note, lanjut)


def load(name: str) -> Definition:
    """The definition stored as ``name.txt``."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    head, _, body = text.partition("\nlangkah:\n")
    facts, lists = head_of(head)
    lines = [line for line in body.splitlines() if line.strip()]
    numbers = [line.split("|")[0].strip() for line in lines] + [None]
    steps = tuple(step_of(line, numbers[i + 1]) for i, line in enumerate(lines))
    return Definition(
        kunci=name,
        instansi=many(facts["instansi"]),
        pelaksana=many(facts["pelaksana"]),
        langkah=steps,
        lists={key: tuple(lists.get(key, ())) for key in LISTS},
        **{
            key: facts.get(key, "")
            for key in (
                "judul",
                "nomor",
                "tanggal_pembuatan",
                "tanggal_revisi",
                "tanggal_efektif",
                "jabatan",
                "nama",
                "nip",
                "judul_prosedur",
            )
        },
    )


def head_of(head: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    facts: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    current = ""
    for line in head.splitlines():
        if line.startswith("- "):
            lists.setdefault(current, []).append(line[2:].strip())
        elif ":" in line:
            current, _, value = line.partition(":")
            facts[current.strip()] = value.strip()
    return facts, lists


def names() -> list[str]:
    """All definitions, in the order of their names."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))
