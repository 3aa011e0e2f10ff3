"""The words of one file: identity block, head of the table, steps; and the truth about them."""

import re
from dataclasses import replace
from typing import Any

from tests.corpus.definitions import LISTS, Definition
from tests.corpus.make.variant import Variant

MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
TITLES = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}
PAIRS = (
    ("dasar_hukum", "kualifikasi_pelaksana"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)


def date_text(iso: str, style: str) -> str:
    if not iso:
        return ""
    year, month, day = iso.split("-")
    if style == "angka":
        return f"{day}-{month}-{year}"
    if style == "garis miring":
        return f"{day}/{month}/{year}"
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def nip_text(nip: str, spaced: bool) -> str:
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if spaced and nip else nip


def label(text: str, variant: Variant) -> str:
    text = text.upper() if variant.label_besar else text
    return f"{text} :" if variant.titik_dua else text


def items(values: tuple[str, ...], variant: Variant) -> list[str]:
    """The items of a list as typed: numbered, lettered, dashed or bare."""
    if variant.butir == "1.":
        return [f"{i}. {value}" for i, value in enumerate(values, 1)]
    if variant.butir == "a.":
        return [f"{'abcdefghijkl'[i]}. {value}" for i, value in enumerate(values)]
    if variant.butir == "•":
        return [f"{variant.butir} {value}" for value in values]
    if variant.butir == "-":
        return [f"- {value}" for value in values]
    return list(values)


def cell_items(values: tuple[str, ...]) -> str:
    """Kelengkapan or output in one cell: bare when single, numbered lines when several."""
    if len(values) < 2:
        return "".join(values)
    return "\n".join(f"{i}. {value}" for i, value in enumerate(values, 1))


def identity_rows(sop: Definition, variant: Variant) -> list[tuple[str, str]]:
    """Label and value of the upper right block, in the order of the form."""
    signer = "\n".join(
        part
        for part in (
            sop.jabatan,
            "",
            sop.nama,
            *([variant.pangkat] if variant.pangkat else []),
            f"NIP. {nip_text(sop.nip, variant.nip_berjarak)}" if sop.nip else "",
        )
        if part or part == ""
    )
    style = variant.gaya_tanggal
    rows = [
        (label("Nomor SOP", variant), sop.nomor),
        (label("Tanggal Pembuatan", variant), date_text(sop.tanggal_pembuatan, style)),
        (label("Tanggal Revisi", variant), date_text(sop.tanggal_revisi, style)),
        (label("Tanggal Efektif", variant), date_text(sop.tanggal_efektif, style)),
        (label("Disahkan oleh", variant), signer.strip()),
        (label("Nama SOP", variant), sop.judul.upper() if variant.label_besar else sop.judul),
    ]
    for row, value in variant.isian:
        rows[row] = (rows[row][0], value)
    if variant.singkatan:
        rows = [(re.sub("(?i)tanggal", "Tgl.", name), value) for name, value in rows]
    if variant.strip:
        rows = [(name, value or "-") for name, value in rows]
    return rows


def step_texts(sop: Definition, variant: Variant) -> list[dict[str, str]]:
    """The texts of every row, by column; ``waktu`` None where merged with the row above."""
    rows = []
    for step in sop.langkah:
        rows.append(
            {
                "no": "" if step.no in variant.tanpa_nomor else step.no,
                "kegiatan": step.kegiatan,
                "kelengkapan": cell_items(step.kelengkapan),
                "waktu": step.waktu.split()[0] if variant.satuan_waktu else step.waktu,
                "output": cell_items(step.output),
                "keterangan": step.keterangan if variant.keterangan is not None else "",
            }
        )
    return rows


def truth(
    sop: Definition, variant: Variant, file: str, kind: str, undrawn: set[str]
) -> dict[str, Any]:
    """What the file really holds, and what nobody could tell from it."""
    out_of_score = unscored(sop, variant, undrawn)
    choices = choices_of(sop, variant)
    return {
        "berkas": file,
        "format": kind,
        "definisi": sop.kunci,
        "jebakan": list(variant.jebakan),
        "tolak": False,
        "sop": facts(sop, variant),
        "tak_dinilai": out_of_score,
        "pilihan": choices,
    }


def facts(sop: Definition, variant: Variant) -> dict[str, Any]:
    has_identity = variant.identitas != "tidak ada"
    sop = sop if has_identity else without_identity(sop)
    found: dict[str, Any] = {
        key: getattr(sop, key)
        for key in (
            "judul",
            "nomor",
            "tanggal_pembuatan",
            "tanggal_revisi",
            "tanggal_efektif",
            "jabatan",
            "nama",
            "nip",
        )
    }
    found["instansi"] = list(sop.instansi)
    found["judul_prosedur"] = variant.judul_prosedur
    found.update({key: list(sop.lists.get(key, ())) for key in LISTS})
    found["pelaksana"] = list(sop.pelaksana)
    found["langkah"] = [step_facts(step, variant) for step in sop.langkah]
    return found


def step_facts(step: Any, variant: Variant) -> dict[str, Any]:
    return {
        "no": step.no,
        "kegiatan": step.kegiatan,
        "pelaksana": [] if variant.tanda == "" else list(step.pelaksana),
        "bentuk": step.bentuk,
        "kelengkapan": list(step.kelengkapan),
        "waktu": step.waktu,
        "output": list(step.output),
        "keterangan": step.keterangan if variant.keterangan is not None else "",
        "lanjut": [list(pair) for pair in step.lanjut],
    }


def without_identity(sop: Definition) -> Definition:
    empty = dict.fromkeys(
        (
            "nomor",
            "tanggal_pembuatan",
            "tanggal_revisi",
            "tanggal_efektif",
            "jabatan",
            "nama",
            "nip",
        ),
        "",
    )
    return replace(sop, instansi=(), lists={}, judul="", **empty)


def unscored(sop: Definition, variant: Variant, undrawn: set[str]) -> list[str]:
    found = [f"langkah.{no}.lanjut" for no in sorted(undrawn)]
    if variant.tanda != "bentuk":
        found += ["langkah.*.bentuk", "langkah.*.lanjut"]
    if variant.tanpa_panah or variant.tanda != "bentuk":
        found = [key for key in found if key.endswith("*.bentuk")] + ["langkah.*.lanjut"]
    found += [f"langkah.{no}.no" for no in variant.tanpa_nomor]
    if variant.tanggal_campur:
        found += ["tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"]
    if variant.identitas == "tidak ada":
        found += ["judul", "judul_prosedur"]
    return found


def choices_of(sop: Definition, variant: Variant) -> dict[str, list[Any]]:
    """Fields with more than one right reading: merged times, a decision between two actors."""
    found: dict[str, list[Any]] = {}
    for no in variant.gabung_waktu[1:]:
        first = next(s.waktu for s in sop.langkah if s.no == variant.gabung_waktu[0])
        found[f"langkah.{no}.waktu"] = [first, ""]
    if variant.satuan_waktu:
        for step in sop.langkah:
            found[f"langkah.{step.no}.waktu"] = [step.waktu, step.waktu.split()[0]]
    for no, left, right in variant.di_antara:
        found[f"langkah.{no}.pelaksana"] = [[left, right], [left], [right]]
    return found
