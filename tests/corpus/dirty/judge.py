"""Every field of a reading against its truth: right, asked, or said with confidence and wrong."""

import re
from dataclasses import dataclass
from typing import Any

from runut.core.findings import Finding
from runut.core.sop.model import Langkah
from runut.core.sop.reading.asal import UNSURE, Reading, field_key
from tests.corpus.measure import DATES, LIST_FIELDS, align, joined, plain

ABOUT = {
    "baca.pelaksana-kurang-pasti": ("pelaksana", "bentuk", "lanjut"),
    "baca.kolom-tanpa-nama": ("pelaksana", "bentuk"),
    "baca.simbol-berupa-gambar": ("bentuk",),
    "baca.cabang-disimpulkan": ("lanjut",),
    "baca.label-cabang-kurang-pasti": ("lanjut",),
    "baca.label-cabang-lepas": ("lanjut",),
    "baca.langkah-tanpa-nomor": ("no",),
    "baca.nomor-berulang": ("no",),
    "baca.baris-disambung": ("no", "kegiatan", "kelengkapan", "waktu", "output", "keterangan"),
    "baca.sel-gabungan": ("kegiatan", "kelengkapan", "waktu", "output", "keterangan"),
    "baca.sel-di-luar-kolom": ("kegiatan", "kelengkapan", "waktu", "output", "keterangan"),
    "baca.waktu-rincian": ("waktu",),
    "baca.tanggal-salah-tempat": ("nomor", *DATES),
    "baca.tanggal-tidak-dipahami": ("nomor", *DATES),
}
"""Which fields a finding asks about."""
ASKED = re.compile(r"langkah (?P<no>[\w.]+)")


@dataclass(frozen=True)
class Claim:
    """One field: whether it is right, and whether its owner is asked about it."""

    field: str
    right: bool
    asked: bool
    wanted: str
    got: str
    keyakinan: float = 1.0

    @property
    def is_fault(self) -> bool:
        return not self.right and not self.asked


def judge(reading: Reading, facts: dict[str, Any]) -> list[Claim]:
    sop, truth = reading.sop, facts["sop"]
    if sop is None:
        said = "; ".join(f"{f.kode} {f.pesan}" for f in reading.findings)
        return [Claim("berkas", False, False, "SOP", said)]
    claims: list[Claim] = []
    lefts = set(facts.get("tak_dinilai", ()))
    choices = facts.get("pilihan", {})

    def add(key: str, wanted: object, got: object, right: bool, asked: bool = False) -> None:
        right = right or any(plain(str(got)) == plain(str(one)) for one in choices.get(key, ()))
        if key not in lefts and re.sub(r"\.[^.]+\.", ".*.", key) not in lefts:
            is_asked = asked or is_unsure(reading, key)
            sure = confidence(reading, key)
            claims.append(Claim(key, right, is_asked, str(wanted), str(got), sure))

    values = {
        "judul": sop.judul,
        "nomor": sop.nomor or "",
        "jabatan": sop.disahkan_oleh.jabatan,
        "nama": sop.disahkan_oleh.nama,
        "nip": sop.disahkan_oleh.nip or "",
        "instansi": " ".join(sop.instansi),
        **{key: day.isoformat() if (day := getattr(sop, key)) else "" for key in DATES},
    }
    for key, got in values.items():
        wanted = " ".join(w) if isinstance(w := truth[key], list) else w
        signer = key in ("jabatan", "nama", "nip") and is_unsure(reading, "disahkan_oleh")
        shifted = key in facts.get("tergeser", ()) and not got
        add(key, wanted, got, plain(got) == plain(wanted) or shifted, signer)
    for key in facts.get("harus_ditanya", ()):
        asked = any(key in ABOUT.get(f.kode, ()) for f in reading.findings)
        add(f"{key} ditanya", "pertanyaan", [f.kode for f in reading.findings], asked)
    for key in LIST_FIELDS:
        got = getattr(sop, key)
        right = joined(got) == joined(truth[key]) and len(got) == len(truth[key])
        add(key, truth[key], list(got), right)
    names = {plain(a): plain(b) for a, b in facts.get("nama_lain", {}).items()}
    other = {b: a for a, b in names.items()}
    columns = [other.get(plain(name), plain(name)) for name in sop.pelaksana]
    wanted_columns = [plain(name) for name in truth["pelaksana"]]
    add("pelaksana", truth["pelaksana"], list(sop.pelaksana), columns == wanted_columns)
    steps = align(truth["langkah"], sop.langkah)
    extra = [s for s in sop.langkah if id(s) not in {id(one) for one in steps.values()}]
    asked_rows = any(f.kode == "baca.baris-disambung" for f in reading.findings)
    if extra:
        add("langkah rekaan", "", [s.kegiatan[:40] for s in extra], False, asked_rows)
    for i, wanted_step in enumerate(truth["langkah"]):
        no = wanted_step["no"]
        if i not in steps:
            add(f"langkah.{no}", wanted_step["kegiatan"], "(tidak ada)", False, asked_rows)
            continue
        step_claims(reading, wanted_step, steps[i], add, other)
    flow_claims(reading, truth, steps, add)
    stray = [note for note in sop.catatan if "elektronik" in note.casefold()]
    add("catatan", "", stray, not stray)
    return claims


def step_claims(
    reading: Reading, wanted: dict[str, Any], got: Langkah, add: Any, other: dict[str, str]
) -> None:
    no = wanted["no"]

    def about(name: str) -> bool:
        return asks(reading, name, got.no)

    add(f"langkah.{no}.no", no, got.no, got.no.rstrip(".") == no, about("no"))
    for key, mine in (
        ("kegiatan", got.kegiatan),
        ("waktu", got.waktu.teks),
        ("keterangan", got.keterangan),
    ):
        add(f"langkah.{no}.{key}", wanted[key], mine, plain(mine) == plain(wanted[key]), about(key))
    for key in ("kelengkapan", "output"):
        mine = getattr(got, key)
        right = joined(mine) == joined(wanted[key])
        add(f"langkah.{no}.{key}", wanted[key], list(mine), right, about(key))
    names = {other.get(plain(p.nama), plain(p.nama)) for p in got.pelaksana}
    unsure = not got.pelaksana or any(p.keyakinan < UNSURE for p in got.pelaksana)
    right = names == {plain(name) for name in wanted["pelaksana"]}
    add(
        f"langkah.{no}.pelaksana",
        wanted["pelaksana"],
        [(p.nama, p.keyakinan) for p in got.pelaksana],
        right,
        unsure or about("pelaksana"),
    )
    right = got.bentuk.value == wanted["bentuk"]
    key = f"langkah.{no}.bentuk"
    add(key, wanted["bentuk"], got.bentuk.value, right, unsure or about("bentuk"))


def flow_claims(
    reading: Reading, truth: dict[str, Any], steps: dict[int, Langkah], add: Any
) -> None:
    place = {step.no: i for i, step in steps.items()}
    numbers = [one["no"] for one in truth["langkah"]]
    for i, step in steps.items():
        wanted = truth["langkah"][i]
        want = {numbers.index(no): plain(words or "") for no, words in wanted["lanjut"]}
        have = {place.get(way.ke, -1): plain(way.jika or "") for way in step.lanjut}
        right = want == have
        ways = [(way.ke, way.jika) for way in step.lanjut]
        key = f"langkah.{wanted['no']}.lanjut"
        add(key, wanted["lanjut"], ways, right, asks(reading, "lanjut", step.no))
        if "dalam" in wanted:
            inner = {(plain(w.dari), plain(w.ke), plain(w.jika or "")) for w in step.dalam}
            right = inner == {(plain(a), plain(b), plain(c or "")) for a, b, c in wanted["dalam"]}
            asked = asks(reading, "lanjut", step.no) or asks(reading, "pelaksana", step.no)
            key = f"langkah.{wanted['no']}.dalam"
            add(key, wanted["dalam"], sorted(inner), right, asked)


def confidence(reading: Reading, key: str) -> float:
    """How sure the reading says it is of a field."""
    name = "disahkan_oleh" if key in ("jabatan", "nama", "nip") else key
    origin = reading.asal.get(name)
    sure = origin.keyakinan if origin else 1.0
    if key.endswith(".pelaksana"):
        no = key.split(".")[1]
        own = [step for step in (reading.sop.langkah if reading.sop else ()) if step.no == no]
        sure = min([sure, *(one.keyakinan for step in own for one in step.pelaksana)])
    return sure


def is_unsure(reading: Reading, key: str) -> bool:
    origin = reading.asal.get(key)
    if origin is not None and origin.keyakinan < UNSURE:
        return True
    return not key.startswith("langkah") and any(
        key in ABOUT.get(f.kode, ()) for f in reading.findings
    )


def asks(reading: Reading, name: str, no: str) -> bool:
    """Whether this field of this step is unsure or asked about."""
    origin = reading.asal.get(field_key(name, no))
    if origin is not None and origin.keyakinan < UNSURE:
        return True
    return any(name in ABOUT.get(f.kode, ()) and names(f, no) for f in reading.findings)


def names(finding: Finding, no: str) -> bool:
    if finding.letak.langkah is not None and finding.letak.langkah == no:
        return True
    return bool(re.search(rf"\b{re.escape(no)}\b", finding.pesan))


def questions(reading: Reading) -> int:
    """How many things the owner of the SOP is asked: fields that are unsure, and warnings that
    name no step."""
    keys = {key for key, origin in reading.asal.items() if origin.keyakinan < UNSURE}
    for step in reading.sop.langkah if reading.sop else ():
        if any(one.keyakinan < UNSURE for one in step.pelaksana):
            keys.add(field_key("pelaksana", step.no))
    asked = [f for f in reading.findings if f.tingkat.value != "info"]
    general = sum(f.letak.langkah is None for f in asked)
    steps = {f.letak.langkah for f in asked if f.letak.langkah}
    covered = {key.split(".")[1] for key in keys if key.startswith("langkah.")}
    return len(keys) + general + len(steps - covered)
