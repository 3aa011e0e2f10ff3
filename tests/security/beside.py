"""The forms beside a case: SOPs that its steps name, the next year, the comments on it."""

from typing import Any

from runut.office.linked.models import LinkedWork
from runut.office.oversight.models import Comment

ITS_PEOPLE = {"staf", "staf lain", "tim", "tim lain", "kasubag", "kabag", "karo"}

MAY: dict[str, set[str]] = {
    "terkait_hubungkan": ITS_PEOPLE,
    "terkait_minta": ITS_PEOPLE,
    "terkait_selesai": {"staf", "kasubag"},
    "tahun_berikutnya": {"kasubag"},
    "catatan": ITS_PEOPLE | {"pengawas"},
    "catatan_jawab": ITS_PEOPLE | {"pengawas"},
}


def beside_a_case(walking: Any) -> None:
    """Asked of the staf by the kasubag, said by the pengawas, and begun for the next year."""
    case = f"/pelaksanaan/{walking.case.pk}/"
    ask, tie = f"{case}terkait/2/1/minta/", f"{case}terkait/2/1/hubungkan/"
    staf = str(walking.example.people["dewi"].pk)
    walking.nonsense("kasubag", ask)
    walking.nonsense("kasubag", tie)
    walking.tried.add("terkait_hubungkan")  # no SOP of that name runs here
    walking.do("kasubag", ask, "terkait_minta", siapa=staf, batas="2026-02-02")
    end = f"/terkait/{LinkedWork.objects.get(case=walking.case).pk}/selesai/"
    walking.nonsense("staf", end)
    walking.do("staf", end, "terkait_selesai", bukti="Surat nomor 7")
    walking.nonsense("pengawas", f"{case}catatan/")
    walking.do("pengawas", f"{case}catatan/", "catatan", teks="Bukti belum ada.")
    answer = f"{case}catatan/{Comment.objects.get(case=walking.case).pk}/"
    walking.nonsense("kasubag", answer)
    walking.do("kasubag", answer, "catatan_jawab", teks="Dilampirkan.")
    walking.nonsense("kasubag", f"{case}tahun-berikutnya/")
    walking.only_try("kasubag", f"{case}tahun-berikutnya/", "tahun_berikutnya")
