"""Random years as offices type them: figures, quarters, history and budget lines, or gaps."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.printed.books import Row, make_book

YEAR = 2025
QUARTERS = ("I", "II", "III", "IV")
_WORDS = ("Persentase layanan tepat waktu", "Jumlah aduan", "Indeks kepuasan", "Nilai evaluasi")
_RATINGS = ("AA", "A", "BB", "B", "CC")


@dataclass(frozen=True)
class Typed:
    """A year as it was typed: the rows of its sheets, by the heads of their columns."""

    sasaran: tuple[Row, ...]
    indikator: tuple[Row, ...]
    anggaran: tuple[Row, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(str(row["ID"]) for row in self.indikator)

    @property
    def book(self) -> bytes:
        sheets = {
            "Sasaran": self.sasaran,
            "Indikator": self.indikator,
            "Anggaran": self.anggaran,
        }
        return make_book(YEAR, sheets)


def typed_number(value: int, decimals: int) -> str:
    """A number as Indonesians type it: 12345 with two decimals is ``123,45``."""
    text = str(abs(value)).rjust(decimals + 1, "0")
    whole, part = text[: len(text) - decimals], text[len(text) - decimals :]
    return f"{'-' if value < 0 else ''}{whole}{f',{part}' if part else ''}"


NUMBERS = st.builds(typed_number, st.integers(0, 99_999), st.integers(0, 3))
NEAR = st.sampled_from(("99996", "100000", "99,99", "100", "0", "7", "10", "18"))
FIGURES = NUMBERS | NEAR
RANGES = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
    lambda pair: f"{min(pair)} s.d. {max(pair)}"
)


def _maybe(some: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), some, some)


@st.composite
def indikators(draw: st.DrawFn, code: str, sasaran: str) -> Row:
    polaritas = draw(st.sampled_from(("naik", "naik", "turun", "rentang", "stabil", "predikat")))
    targets = {"rentang": RANGES, "predikat": st.sampled_from(_RATINGS)}.get(polaritas, FIGURES)
    results = st.sampled_from(_RATINGS) if polaritas == "predikat" else FIGURES
    row: dict[str, object] = {
        "ID": code,
        "ID sasaran": sasaran,
        "Indikator kinerja": f"{draw(st.sampled_from(_WORDS))} bidang {code[4:]}x",
        "Satuan": draw(st.sampled_from(("", "persen", "dokumen"))),
        "Polaritas": polaritas,
        "Rumus": draw(st.sampled_from(("", "lan", "rasio"))) if polaritas == "turun" else "",
        "Batas capaian (%)": draw(st.sampled_from(("", "", "100", "120"))),
        f"Target {YEAR}": draw(_maybe(targets)),
        f"Realisasi {YEAR}": draw(_maybe(results)),
        f"Realisasi {YEAR - 1}": draw(_maybe(results)),
        f"Target {YEAR - 1}": draw(_maybe(targets)),
        f"Renstra {YEAR + 3}": draw(_maybe(targets)),
        "Standar nasional": "tidak ada",
    }
    if polaritas in ("naik", "turun") and draw(st.integers(0, 3)) == 0:
        row |= _in_words(draw, polaritas)
    if polaritas == "rentang":
        row["Rumus"] = draw(st.sampled_from(("", "lan")))
    if draw(st.booleans()):
        row |= _quarters(draw, polaritas, targets, results)
    return row


def _in_words(draw: st.DrawFn, polaritas: str) -> Mapping[str, object]:
    """Targets as plans write them, each with a result of its kind."""
    some = draw(st.integers(1, 400))
    done = draw(st.integers(0, 500))
    pairs = {
        "naik": (
            (f"{some} dari 400 orang", f"{done % 401} dari 400 orang"),
            (f"≥ {some}", f"{done}"),
            (f"> {some}", f"{draw(st.sampled_from((some, done)))}"),
            (f"lebih dari {some},5", f"{some},5"),
            (f"minimal {some},5", f"{done},496"),
            (f"{some} kelompok ({some * 7} orang)", f"{done} kelompok ({done * 7} orang)"),
            ("Tersusunnya dokumen", draw(st.sampled_from(("ada", "tidak ada")))),
            (f"Level {some % 5 + 1}", f"Level {done % 6}"),
        ),
        "turun": (
            (f"maksimal {some}", f"{done}"),
            (f"< {some}", f"{draw(st.sampled_from((some, done)))}"),
            (f"sebelum {some % 27 + 2} Maret 2025", f"{some % 27 + 1 + done % 3} Maret 2025"),
            (f"{some % 28 + 1} Maret 2025", f"{done % 28 + 1} Maret 2025"),
            (f"{some} hari", f"{done} hari"),
        ),
    }
    target, result = draw(st.sampled_from(pairs[polaritas]))
    return {f"Target {YEAR}": target, f"Realisasi {YEAR}": result, "Satuan": ""}


def _quarters(
    draw: st.DrawFn,
    polaritas: str,
    targets: st.SearchStrategy[str],
    results: st.SearchStrategy[str],
) -> Mapping[str, object]:
    """The first quarters are filled in; a target of the last may be 0, reached long before."""
    until = draw(st.integers(1, 4))
    ways = ("", "akhir") if polaritas in ("predikat", "rentang") else ("", "akhir", "jumlah")
    row: dict[str, object] = {"Agregasi": draw(st.sampled_from(ways))}
    for number, name in enumerate(QUARTERS):
        row[f"Target TW {name}"] = draw(_maybe(targets))
        row[f"Realisasi TW {name}"] = draw(_maybe(results)) if number < until else ""
    return row


@st.composite
def budgets(draw: st.DrawFn, sasaran: tuple[str, ...]) -> tuple[Row, ...]:
    """A tree whose money stands at one level; the levels above are left empty."""
    level = draw(st.sampled_from(("sub", "kegiatan", "program")))
    rows: list[Row] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        code = f"4.01.0{number}"
        names = draw(st.lists(st.sampled_from(sasaran), max_size=2, unique=True))
        shares = ("=60", "=40") if len(names) == 2 and draw(st.booleans()) else ("", "")
        served = "; ".join(f"{one}{part}" for one, part in zip(names, shares, strict=False))
        tree = (
            ("program", code, f"Program {number}"),
            ("kegiatan", f"{code}.2.01", f"Kegiatan {number}"),
            ("sub", f"{code}.2.01.01", f"Sub kegiatan {number}"),
        )
        for tingkat, kode, nama in tree:
            pagu = draw(st.integers(0, 9_000)) * 1_000_000
            row: dict[str, object] = {"Kode": kode, "Uraian": nama, "Tingkat": tingkat}
            is_money = tingkat == level
            row |= {
                "ID sasaran": served if is_money else "",
                "Pagu (Rp)": f"{pagu:d}" if is_money else "",
                "Realisasi (Rp)": f"{draw(st.integers(0, max(pagu, 1)))}" if is_money else "",
            }
            rows.append(row)
            if is_money:
                break
    return tuple(rows)


def _with_parts(draw: st.DrawFn, whole: Row, name: str) -> list[Row]:
    """An indicator and two sub-indicators; it may have no figures of its own."""
    code = str(whole["ID"])
    bare = ("Target", "Realisasi")
    empty = {head: "" for head in whole if head.startswith(bare)}
    first = {**whole, **empty} if draw(st.booleans()) else whole
    parts = [{**draw(indikators(f"{code}{n}", name)), "ID indikator induk": code} for n in "ab"]
    return [first, *parts]


@st.composite
def years(draw: st.DrawFn) -> Typed:
    """One or two sasaran with a few indicators each, and their money."""
    names = tuple(f"S{n}" for n in range(1, draw(st.integers(1, 2)) + 1))
    rows: list[Row] = []
    for name in names:
        for _ in range(draw(st.integers(1, 3))):
            code = f"IKU-{len(rows) + 1}"
            rows.append(draw(indikators(code, name)))
            if draw(st.integers(0, 4)) == 0:
                rows += _with_parts(draw, rows.pop(), name)
    return Typed(
        tuple({"ID": one, "Sasaran strategis": f"Sasaran contoh {one}"} for one in names),
        tuple(rows),
        draw(budgets(names)),
    )
