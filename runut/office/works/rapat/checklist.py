"""What a meeting room and its papers need, as a start; each office adds its own items."""

from typing import TypedDict

BUTIR_AWAL = (
    "Ruang rapat dipesan dan bersih",
    "Kursi dan meja sesuai jumlah undangan",
    "Pengeras suara",
    "Layar dan proyektor",
    "Sambungan listrik dan jaringan",
    "Konsumsi",
    "Daftar hadir tercetak",
    "Bahan rapat digandakan atau dibagikan",
)


class Butir(TypedDict):
    """One item of the checklist, as it is stored."""

    nama: str
    siap: bool
    keterangan: str


def first_checklist() -> list[Butir]:
    """The checklist of a new meeting: nothing is ready yet."""
    return [Butir(nama=nama, siap=False, keterangan="") for nama in BUTIR_AWAL]
