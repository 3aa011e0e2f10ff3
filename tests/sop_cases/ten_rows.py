"""Ten SOPs of several symbols a row, with arrows among them and loops inside a row."""

from dataclasses import replace

from runut.core.sop.flow import with_kinds
from runut.core.sop.model import SOP, Bentuk, Dalam, Langkah, Lanjut, Pelaksana

STAF, KASI, KABID, KEPALA = ACTORS = ("Staf", "Kasi", "Kabid", "Kepala Dinas")
BOX, ASK, BEGIN, END = Bentuk.PROSES, Bentuk.KEPUTUSAN, Bentuk.MULAI, Bentuk.SELESAI
PEOPLE = {STAF: ("dewi",), KASI: ("budi",), KABID: ("rina",), KEPALA: ("hendra",)}


def first() -> Langkah:
    return Langkah(
        "1", "Menerima permohonan", (Pelaksana(STAF),), BEGIN, lanjut=(Lanjut("2"),), output=("A",)
    )


def last() -> Langkah:
    return Langkah("3", "Mengarsipkan berkas", (Pelaksana(STAF),), END, output=("C",))


def middle(
    lead: str, kind: Bentuk, others: dict[str, Bentuk], dalam: str, lanjut: tuple[Lanjut, ...]
) -> Langkah:
    """The row between; ``dalam`` names actors by their letter: "K-S:Tidak S-K"."""
    by_letter = {"S": STAF, "K": KASI, "B": KABID, "D": KEPALA}
    arrows = []
    for words in dalam.split():
        ends, _, jika = words.partition(":")
        dari, ke = ends.split("-")
        arrows.append(Dalam(by_letter[dari], by_letter[ke], jika or None))
    step = Langkah("2", "Menelaah permohonan", lanjut=lanjut, dalam=tuple(arrows), output=("B",))
    step = replace(step, pelaksana=tuple(Pelaksana(name) for name in (lead, *others)))
    return with_kinds(step, {lead: kind, **others})


ON = (Lanjut("3"),)
YES = (Lanjut("3", "Ya"),)
ROWS = {
    "keputusan berputar dalam baris": middle(KASI, ASK, {STAF: BOX}, "K-S:Tidak", YES),
    "putaran kembali ke keputusan": middle(KASI, ASK, {STAF: BOX}, "K-S:Tidak S-K", YES),
    "kotak lalu kotak": middle(STAF, BOX, {KASI: BOX}, "S-K", ON),
    "tiga kotak berurutan": middle(STAF, BOX, {KASI: BOX, KABID: BOX}, "S-K K-B", ON),
    "panah melompati kolom": middle(STAF, BOX, {KEPALA: BOX}, "S-D", ON),
    "masuk dari kanan": middle(STAF, BOX, {KABID: BOX}, "B-S", ON),
    "panah dua arah": middle(KASI, BOX, {KABID: BOX}, "K-B B-K", ON),
    "keputusan di tengah": middle(KASI, ASK, {STAF: BOX, KABID: BOX}, "B-K K-S:Tidak", YES),
    "dua jawaban, satu ke luar": middle(
        KABID, ASK, {KASI: BOX}, "B-K:Tidak", (Lanjut("3", "Ya"), Lanjut("1", "Tolak"))
    ),
    "keputusan jauh di kanan": middle(KEPALA, ASK, {STAF: BOX}, "D-S:Tidak", YES),
}


def sop(row: Langkah) -> SOP:
    return SOP("Pelayanan Permohonan", (first(), row, last()), ACTORS, nomor="SOP-09/CONTOH/2030")


TEN = {name: sop(row) for name, row in ROWS.items()}
