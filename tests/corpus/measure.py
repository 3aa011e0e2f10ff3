"""One reading against the truth of its file: what is right, what is wrong, what was invented."""

import re
from dataclasses import dataclass, field
from typing import Any

from runut.core.sop.model import SOP, Langkah, Sumber
from runut.core.sop.reading.asal import UNSURE, Reading, field_key

LIST_FIELDS = (
    "dasar_hukum",
    "keterkaitan",
    "peringatan",
    "kualifikasi_pelaksana",
    "peralatan",
    "pencatatan",
)
DATES = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
MARKER = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z][.)]|[-•▪*])\s+", re.IGNORECASE)


def plain(text: str) -> str:
    """Text without the differences of whitespace and case."""
    return " ".join(text.replace("\u00ad", "").split()).casefold()


def joined(values: Any) -> str:
    """A list as one text, without its numbers and the stops between its items."""
    parts = [MARKER.sub("", str(value)) for value in values]
    return plain(" ".join(part.strip().rstrip(".;,") for part in parts))


@dataclass
class Tally:
    """What was right out of how much."""

    right: int = 0
    total: int = 0

    def add(self, is_right: bool) -> None:
        self.right += is_right
        self.total += 1

    def more(self, other: "Tally") -> None:
        self.right += other.right
        self.total += other.total


@dataclass
class Loss:
    """One field that was read wrongly."""

    field: str
    expected: str
    got: str


@dataclass
class Score:
    """The figures of one file."""

    name: str
    format: str
    traps: tuple[str, ...]
    refuse: bool
    refused: bool = False
    steps: Tally = field(default_factory=Tally)
    actors: Tally = field(default_factory=Tally)
    bentuk: Tally = field(default_factory=Tally)
    flow: Tally = field(default_factory=Tally)
    flow_found: Tally = field(default_factory=Tally)
    labels: Tally = field(default_factory=Tally)
    identity: Tally = field(default_factory=Tally)
    fields: Tally = field(default_factory=Tally)
    items: Tally = field(default_factory=Tally)
    invented_steps: int = 0
    invented_actors: int = 0
    sure_but_wrong: int = 0
    filled_where_empty: int = 0
    seconds: float = 0.0
    losses: list[Loss] = field(default_factory=list)

    def lose(self, name: str, expected: Any, got: Any) -> None:
        self.losses.append(Loss(name, str(expected), str(got)))


class Truth:
    """The truth file, and what it leaves out of the score."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.sop = facts.get("sop", {})
        self.refuse = bool(facts["tolak"])
        self.choices: dict[str, list[Any]] = facts.get("pilihan", {})
        self.left_out = set(facts.get("tak_dinilai", ()))

    def scores(self, key: str) -> bool:
        parts = key.split(".")
        general = f"langkah.*.{parts[-1]}" if parts[0] == "langkah" else key
        return key not in self.left_out and general not in self.left_out


def measure(reading: Reading, facts: dict[str, Any], seconds: float) -> Score:
    """All figures of one reading."""
    truth = Truth(facts)
    score = Score(facts["berkas"], facts["format"], tuple(facts["jebakan"]), truth.refuse)
    score.seconds = seconds
    sop = reading.sop
    if truth.refuse:
        score.refused = (sop is None or not sop.langkah) and bool(reading.findings)
        if not score.refused:
            score.invented_steps = len(sop.langkah) if sop else 0
            score.lose(
                "tolak", "ditolak dengan alasan", "dibaca sebagai SOP" if sop else "tanpa alasan"
            )
        return score
    if sop is None:
        score.lose("berkas", "SOP", [f.pesan for f in reading.findings][:3])
        sop = SOP("", (), ())
    pairs = align(truth.sop["langkah"], sop.langkah)
    score.steps = Tally(len(pairs), len(truth.sop["langkah"]))
    left = {id(step) for step in sop.langkah} - {id(step) for step in pairs.values()}
    score.invented_steps = len(left)
    if left:
        score.lose("langkah", "", [s.kegiatan[:60] for s in sop.langkah if id(s) in left])
    compare_identity(score, truth, sop)
    compare_columns(score, truth, sop)
    for i, wanted in enumerate(truth.sop["langkah"]):
        compare_step(score, truth, wanted, pairs.get(i), reading)
    compare_flow(score, truth, pairs)
    score.losses = worth_saying(score.losses)
    return score


def worth_saying(losses: list[Loss]) -> list[Loss]:
    """Without the fields of a step, or of a whole file, that was not read at all."""
    if any(loss.field == "berkas" for loss in losses):
        return [loss for loss in losses if loss.field == "berkas"]
    gone = {f"{loss.field}." for loss in losses if loss.got == "(tidak ada)"}
    return [loss for loss in losses if not any(loss.field.startswith(step) for step in gone)]


def align(wanted: list[dict[str, Any]], found: tuple[Langkah, ...]) -> dict[int, Langkah]:
    """Steps of the truth with the read steps that are meant: same words first, then same number."""
    pairs: dict[int, Langkah] = {}
    free = list(found)
    tests = (
        lambda w, f: plain(w["kegiatan"]) == plain(f.kegiatan) and w["no"] == f.no,
        lambda w, f: plain(w["kegiatan"]) == plain(f.kegiatan),
        lambda w, f: w["no"] == f.no and alike(w["kegiatan"], f.kegiatan),
        lambda w, f: alike(w["kegiatan"], f.kegiatan),
    )
    for test in tests:
        for i, one in enumerate(wanted):
            if i in pairs:
                continue
            step = next((f for f in free if test(one, f)), None)
            if step is not None:
                pairs[i] = step
                free.remove(step)
    return pairs


def alike(a: str, b: str) -> bool:
    """At least half of the words of both are the same."""
    x, y = set(plain(a).split()), set(plain(b).split())
    return bool(x & y) and 2 * len(x & y) >= max(len(x), len(y))


def note(score: Score, tally: Tally, key: str, pair: tuple[Any, Any], right: bool) -> None:
    tally.add(right)
    if not right:
        score.lose(key, *pair)


def compare_identity(score: Score, truth: Truth, sop: SOP) -> None:
    got: dict[str, str] = {
        "judul": sop.judul,
        "nomor": sop.nomor or "",
        "jabatan": sop.disahkan_oleh.jabatan,
        "nama": sop.disahkan_oleh.nama,
        "nip": sop.disahkan_oleh.nip or "",
        "judul_prosedur": sop.judul_prosedur,
        "instansi": " ".join(sop.instansi),
    }
    for key in DATES:
        value = getattr(sop, key)
        got[key] = value.isoformat() if value else ""
    for key, value in got.items():
        wanted = truth.sop[key]
        one_field(
            score, truth, key, " ".join(wanted) if isinstance(wanted, list) else wanted, value
        )
    for key in LIST_FIELDS:
        list_field(score, truth, key, truth.sop[key], getattr(sop, key), identity=True)


def one_field(
    score: Score, truth: Truth, key: str, wanted: str, got: str, *, step: bool = False
) -> None:
    if not truth.scores(key):
        return
    choices = truth.choices.get(key, [wanted])
    if not any(choices):
        if plain(got):
            score.filled_where_empty += 1
            score.lose(key, "(kosong)", got)
        return
    right = plain(got) in [plain(choice) for choice in choices]
    note(score, score.fields if step else score.identity, key, (wanted, got), right)


def list_field(
    score: Score, truth: Truth, key: str, wanted: list[str], got: Any, *, identity: bool = False
) -> None:
    if not truth.scores(key):
        return
    if not wanted:
        if joined(got):
            score.filled_where_empty += 1
            score.lose(key, "(kosong)", list(got))
        return
    right = joined(wanted) == joined(got)
    note(score, score.identity if identity else score.fields, key, (wanted, list(got)), right)
    if right:
        score.items.add(len(wanted) == len(got))
        if len(wanted) != len(got):
            score.lose(f"{key} (butir)", wanted, list(got))


def compare_columns(score: Score, truth: Truth, sop: SOP) -> None:
    if not truth.scores("pelaksana"):
        return
    wanted = [plain(name) for name in truth.sop["pelaksana"]]
    got = [plain(name) for name in sop.pelaksana]
    note(
        score,
        score.identity,
        "pelaksana",
        (truth.sop["pelaksana"], list(sop.pelaksana)),
        wanted == got,
    )
    extra = [name for name in sop.pelaksana if plain(name) not in wanted]
    score.invented_actors += len(extra)


def compare_step(
    score: Score, truth: Truth, wanted: dict[str, Any], got: Langkah | None, reading: Reading
) -> None:
    no = wanted["no"]
    if got is None:
        got = Langkah(no="", kegiatan="")
        score.lose(f"langkah.{no}", wanted["kegiatan"], "(tidak ada)")
    for key, mine, theirs in (
        ("no", wanted["no"], got.no.rstrip(".")),
        ("kegiatan", wanted["kegiatan"], got.kegiatan),
        ("waktu", wanted["waktu"], got.waktu.teks),
        ("keterangan", wanted["keterangan"], got.keterangan),
    ):
        one_field(score, truth, f"langkah.{no}.{key}", mine, theirs, step=True)
    list_field(score, truth, f"langkah.{no}.kelengkapan", wanted["kelengkapan"], got.kelengkapan)
    list_field(score, truth, f"langkah.{no}.output", wanted["output"], got.output)
    compare_actors(score, truth, wanted, got, reading)
    if truth.scores(f"langkah.{no}.bentuk"):
        right = got.no != "" and got.bentuk.value == wanted["bentuk"]
        pair = (wanted["bentuk"], got.bentuk.value)
        note(score, score.bentuk, f"langkah.{no}.bentuk", pair, right)


def compare_actors(
    score: Score, truth: Truth, wanted: dict[str, Any], got: Langkah, reading: Reading
) -> None:
    """Set equality; a set wrong with full confidence is counted apart."""
    key = f"langkah.{wanted['no']}.pelaksana"
    names = {plain(p.nama) for p in got.pelaksana}
    columns = {plain(name) for name in truth.sop["pelaksana"]}
    score.invented_actors += len(names - columns)
    origin = reading.asal.get(field_key("pelaksana", got.no))
    sure = all(p.keyakinan >= UNSURE for p in got.pelaksana) and (
        origin is None or origin.keyakinan >= UNSURE
    )
    if not wanted["pelaksana"]:
        claimed = [p.nama for p in got.pelaksana if p.sumber is not Sumber.USULAN and sure]
        if claimed:
            score.invented_actors += len(claimed)
            score.lose(key, "(tidak ada dalam berkas)", claimed)
        return
    choices = [{plain(n) for n in c} for c in truth.choices.get(key, [wanted["pelaksana"]])]
    right = names == choices[0] or (names in choices and not sure)
    pair = (wanted["pelaksana"], [p.nama for p in got.pelaksana])
    note(score, score.actors, key, pair, right)
    if not right and sure and names:
        score.sure_but_wrong += 1


def compare_flow(score: Score, truth: Truth, pairs: dict[int, Langkah]) -> None:
    """Ways out of every step as pairs of steps: found of the true ones, true of the found ones."""
    place = {step.no: i for i, step in pairs.items()}
    numbers = [one["no"] for one in truth.sop["langkah"]]
    for i, wanted in enumerate(truth.sop["langkah"]):
        key = f"langkah.{wanted['no']}.lanjut"
        if not truth.scores(key):
            continue
        want = {numbers.index(no): words for no, words in wanted["lanjut"]}
        step = pairs.get(i)
        have = {place.get(way.ke, -1): way.jika for way in step.lanjut} if step else {}
        score.flow.more(Tally(len(want.keys() & have.keys()), len(want)))
        score.flow_found.more(Tally(len(want.keys() & have.keys()), len(have)))
        if want.keys() != have.keys():
            ways = [(w.ke, w.jika) for w in step.lanjut] if step else []
            score.lose(key, wanted["lanjut"], ways)
        for target, words in want.items():
            if words is None:
                continue
            right = plain(have.get(target) or "") == plain(words)
            note(score, score.labels, f"{key}.jika", (words, have.get(target)), right)
