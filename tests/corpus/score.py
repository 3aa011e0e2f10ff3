"""Figures of reading over the corpus: ``python -m tests.corpus.score [--format docx]``."""

import argparse
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from runut.core.sop.reading.asal import Reading
from runut.files.read.kinds import kind_of
from runut.files.read.sop import read_sop_file
from runut.files.read.sop_here import read_here
from tests.corpus.definitions import names
from tests.corpus.measure import Score, Tally, measure

FOLDER = Path(__file__).parent / "files"
DOCUMENT = Path(__file__).parents[2] / "docs" / "korpus.md"
DIRTY = "\n## Berkas yang dikotori"
FORMATS = ("docx", "xlsx", "pdf", "teks")
Group = tuple[str, list[Score]]


def cases(asked: str = "", trap: str = "") -> list[Path]:
    """The truth files, chosen by format or trap."""
    found = []
    for path in sorted(FOLDER.glob("*.truth.json")):
        facts = json.loads(path.read_text(encoding="utf-8"))
        if asked in ("", facts["format"]) and (not trap or trap in facts["jebakan"]):
            found.append(path)
    return found


def read(path: Path) -> Reading:
    """The file beside this truth, read in this process and not in the guarded one."""
    name = path.name.removesuffix(".truth.json")
    data = (FOLDER / name).read_bytes()
    if kind_of(data) is None:
        return read_sop_file(data, name)
    reading, problems = read_here(data, name)
    if not isinstance(reading, Reading):
        return Reading(None, tuple(problems))
    return replace(reading, findings=(*problems, *reading.findings))


def score_of(path: Path) -> Score:
    facts = json.loads(path.read_text(encoding="utf-8"))
    start = time.process_time()
    reading = read(path)
    return measure(reading, facts, time.process_time() - start)


def total(scores: Iterable[Score], pick: Callable[[Score], Tally]) -> Tally:
    found = Tally()
    for score in scores:
        found.more(pick(score))
    return found


COLUMNS: tuple[tuple[str, Callable[[Score], Tally]], ...] = (
    ("Langkah", lambda s: s.steps),
    ("Pelaksana", lambda s: s.actors),
    ("Bentuk", lambda s: s.bentuk),
    ("Alur (ditemukan)", lambda s: s.flow),
    ("Alur (benar)", lambda s: s.flow_found),
    ("Label", lambda s: s.labels),
    ("Identitas", lambda s: s.identity),
    ("Isian", lambda s: s.fields),
    ("Butir", lambda s: s.items),
)


def percent(tally: Tally) -> str:
    """``98,4``, or a dash where nothing was to be found."""
    if tally.total == 0:
        return "–"
    return f"{100 * tally.right / tally.total:.1f}".replace(".", ",")


def by_format(scores: list[Score]) -> list[Group]:
    groups = [(name, [s for s in scores if s.format == name]) for name in FORMATS]
    return [group for group in groups if group[1]] + [("semua", scores)]


def by_trap(scores: list[Score]) -> list[Group]:
    traps = sorted({trap for score in scores for trap in score.traps})
    return [(trap, [s for s in scores if trap in s.traps]) for trap in traps]


def table(groups: list[Group], head: str) -> list[str]:
    names = [head, "Berkas", *(name for name, _ in COLUMNS)]
    names += ["Rekaan", "Keliru yakin", "Ditolak tepat", "Detik per berkas"]
    rows = ["| " + " | ".join(names) + " |", "|" + "|".join("---" for _ in names) + "|"]
    for name, scores in groups:
        invented = sum(s.invented_steps + s.invented_actors for s in scores)
        wrong = sum(s.sure_but_wrong for s in scores)
        refused = Tally(sum(s.refused for s in scores), sum(s.refuse for s in scores))
        turned = f"{refused.right}/{refused.total}" if refused.total else "–"
        cells = [name, str(len(scores)), *(percent(total(scores, pick)) for _, pick in COLUMNS)]
        cells += [str(invented), str(wrong), turned, mean_seconds(scores)]
        rows.append("| " + " | ".join(cells) + " |")
    return rows


def mean_seconds(scores: list[Score]) -> str:
    return f"{sum(s.seconds for s in scores) / len(scores):.2f}".replace(".", ",")


HEADING = """# Korpus berkas SOP dan angka pembacaannya

{count} berkas dalam empat bentuk (Word, Excel, PDF, teks/HTML), dibuat dari {definitions} SOP yang
diketahui isinya, dengan alat yang tidak memakai kode pembaca maupun penulis Runut: python-docx dan
openpyxl dengan XML gambar mentah, LibreOffice untuk mencetak PDF, dan PDF yang ditulis langsung.
Di samping setiap berkas ada kebenarannya (`tests/corpus/files`). Angka dalam persen dari yang
benar-benar ada dalam berkas. Hitung ulang dengan `python -m tests.corpus.score --markdown`.

- **Pelaksana**: langkah yang himpunan pelaksananya tepat sama.
- **Alur (ditemukan)**: panah yang ada dan terbaca; **alur (benar)**: panah terbaca yang memang ada.
- **Label**: tulisan pada jalan keluar keputusan.
- **Identitas**: isian blok identitas dan kolom pelaksana; **isian**: isian baris langkah.
- **Butir**: daftar yang terbaca benar dan jumlah butirnya tepat.
- **Rekaan**: langkah atau pelaksana yang tidak ada dalam berkas. Harus nol.
- **Keliru yakin**: pelaksana keliru tanpa permintaan konfirmasi.
- **Ditolak tepat**: berkas yang bukan SOP atau tidak terbaca, ditolak dengan alasan.

## Menurut bentuk berkas

{formats}

## Menurut jebakan

{traps}
"""


def markdown(scores: list[Score]) -> str:
    """The page ``docs/korpus.md``."""
    return HEADING.format(
        count=len(scores),
        definitions=len(names()),
        formats="\n".join(table(by_format(scores), "Bentuk")),
        traps="\n".join(table(by_trap(scores), "Jebakan")),
    )


def show(scores: list[Score], *, verbose: bool) -> None:
    print("\n".join(table(by_format(scores), "Bentuk")))
    print()
    print("\n".join(table(by_trap(scores), "Jebakan")))
    slow = max(scores, key=lambda s: s.seconds)
    spent = sum(s.seconds for s in scores)
    print(f"\nwaktu: {spent:.1f} s; paling lama {slow.name} {slow.seconds:.2f} s")
    if verbose:
        print("\n".join(losses(scores)))


def losses(scores: list[Score]) -> list[str]:
    """Every field that was read wrongly, a line each."""
    found = []
    for score in scores:
        if score.losses:
            found.append(f"\n## {score.format} {score.name}  [{', '.join(score.traps)}]")
        for loss in score.losses:
            found.append(f"- {loss.field}: harus `{loss.expected}` terbaca `{loss.got}`")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Angka pembacaan korpus SOP.")
    parser.add_argument("--format", default="", choices=["", *FORMATS])
    parser.add_argument("--trap", default="")
    parser.add_argument("--verbose", action="store_true", help="setiap isian yang keliru")
    parser.add_argument("--markdown", action="store_true", help="tulis docs/korpus.md")
    asked = parser.parse_args()
    scores = [score_of(path) for path in cases(asked.format, asked.trap)]
    show(scores, verbose=asked.verbose)
    if asked.markdown:
        dirty = DOCUMENT.read_text(encoding="utf-8").partition(DIRTY)
        DOCUMENT.write_text(markdown(scores) + "".join(dirty[1:]), encoding="utf-8")


if __name__ == "__main__":
    main()
