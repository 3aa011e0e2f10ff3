"""The procedures that the tests run: the repaired seed, and small ones that each make one point."""

from runut.core.case.model import Definition, Step
from runut.core.sop.model import Bentuk, Lanjut


def step(
    no: str,
    actors: str,
    to: str = "",
    *,
    output: str = "",
    needs: str = "",
    back: str = "",
    checks: str = "",
    signs: bool = False,
    menit: int | None = 60,
    kegiatan: str = "",
    bentuk: Bentuk = Bentuk.PROSES,
) -> Step:
    """A step in few words: ``to`` is "3", "3 4" for a split, "Ya:4 Tidak:2" for a decision."""
    return Step(
        no=no,
        kegiatan=kegiatan or f"Mengerjakan langkah {no}",
        actors=tuple(actors.split()),
        bentuk=bentuk,
        exits=tuple(_way(word) for word in to.split()),
        kelengkapan=(needs,) if needs else (),
        output=(output,) if output else (),
        waktu_menit=menit,
        checks=checks or back,
        returns=(Lanjut(back),) if back else (),
        signs=signs,
    )


def definition(*steps: Step) -> Definition:
    return Definition("sop-" + "-".join(s.no for s in steps), "Prosedur uji", steps)


def _way(word: str) -> Lanjut:
    label, _, target = word.rpartition(":")
    return Lanjut(target, label or None)


LAKIP = Definition(
    "sop-lakip",
    "Penyusunan LAKIP",
    (
        step("1", "Kasubag", "2", needs="Agenda rapat", output="Penugasan", menit=10),
        step("2", "Staf", "3", needs="Penugasan Kasubag", output="Undangan", menit=30),
        step("3", "Staf", "4", needs="Undangan", output="Laporan kesiapan", menit=120),
        step("4", "Kasubag", "5", needs="Laporan kesiapan", output="Rapat dibuka", menit=450),
        step("5", "Tim", "6", needs="Draft awal LAKIP", output="Notulensi hasil rapat", menit=450),
        step("6", "Tim", "7", needs="Notulensi", output="Draft akhir LAKIP", menit=900),
        step("7", "Kasubag", "8", output="Draft diparaf Kasubag", back="6", menit=120),
        step("8", "Kabag", "9", output="Draft diparaf Kabag", back="6", menit=120),
        step("9", "Karo", output="LAKIP Biro", back="6", signs=True, menit=120),
    ),
)
"""The seed as its owner would adopt it: oral things recorded, three checks with a way back."""

PARALLEL_CHECK = definition(
    step("1", "Tim", "2 3", output="Draft"),
    step("2", "Kasubag", "4", back="1"),
    step("3", "Kabag", "4", back="1"),
    step("4", "Karo", back="1", signs=True),
)
"""One draft, two checkers side by side, one signature: 1 → (2, 3) → 4."""

TWO_BRANCHES = definition(
    step("1", "Kasubag", "2 4"),
    step("2", "Tim", "3", output="Tabel"),
    step("3", "Kabag", "6", back="2"),
    step("4", "Staf", "5"),
    step("5", "Staf", "6"),
    step("6", "Karo"),
)
"""Two branches of their own: 1 → (2 → 3, 4 → 5) → 6, where 3 may return only to 2."""

LOOP = definition(
    step("1", "Staf", "2 4"),
    step("2", "Staf", "3", output="Data"),
    step("3", "Kasubag", "Ya:5 Tidak:1"),
    step("4", "Tim", "5"),
    step("5", "Karo"),
)
"""A decision that is no check: 3 asks "lengkap?" and leads back to 1 by drawing."""

BYPASS = definition(
    step("1", "Tim", "2", output="Draft"),
    step("2", "Kasubag", "Mendesak:4 Biasa:3"),
    step("3", "Kabag", "4", back="1"),
    step("4", "Karo", back="1", signs=True),
)
"""A decision drawn in the SOP leads around the checker of step 3 when it is urgent."""

TOGETHER = definition(
    step("1", "Staf Tim Kabag", "2", output="Berita acara"),
    step("2", "Karo", back="1"),
)
"""Three actors do step 1 together; Staf leads."""
