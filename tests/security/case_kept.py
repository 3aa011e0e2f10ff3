"""The forms by which a case and its people are kept: times, roles, substitutes, handing over."""

from typing import Any

from runut.office.substitutes.models import Substitution

MAY: dict[str, set[str]] = {
    "kasus_kelola_ubah": {"kasubag"},
    "kasus_kelola_peran": {"kasubag"},
    "kasus_kelola_langkah": {"kasubag"},
    "kantor_pengganti": {"kasubag"},
    "kantor_pengganti_akhiri": {"kasubag", "karo"},
    "kantor_serah_terima": {"kasubag"},
}


def keeping_a_case(walking: Any) -> None:
    """Each change is tried and taken back: the walk goes on as it was."""
    people, keep = walking.example.people, f"/pelaksanaan/{walking.case.pk}/kelola/"
    for what in ("nama", "batas", "tunda", "pengelola"):
        walking.only_try("kasubag", f"{keep}{what}/", "kasus_kelola_ubah", alasan="Arahan.")
    walking.only_try("kasubag", f"{keep}batal/", "kasus_kelola_ubah", alasan="Arahan.")
    walking.nonsense("kasubag", f"{keep}batas/")
    walking.only_try("kasubag", f"{keep}peran/1/", "kasus_kelola_peran", alasan="Arahan.")
    walking.nonsense("kasubag", f"{keep}peran/1/")
    walking.only_try("kasubag", f"{keep}langkah/1/", "kasus_kelola_langkah", alasan="Arahan.")
    walking.nonsense("kasubag", f"{keep}langkah/1/")
    days = {"mulai": "2027-02-01", "selesai": "2027-02-03", "sk": "800/1"}
    stands_in = str(people["rina"].pk)
    walking.nonsense("kasubag", "/kantor/pengganti/")
    walking.do(
        "kasubag", "/kantor/pengganti/", "kantor_pengganti",
        pemegang=str(people["andreas"].pk), pengganti=stands_in, **days,
    )  # fmt: skip
    url = f"/kantor/pengganti/{Substitution.objects.get().pk}/akhiri/"
    walking.nonsense("kasubag", url)
    walking.only_try("kasubag", url, "kantor_pengganti_akhiri", alasan="Batal.")
    url = f"/kantor/serah-terima/{people['hendra'].pk}/"
    walking.nonsense("kasubag", url)
    walking.only_try("kasubag", url, "kantor_serah_terima", alasan="Pindah.")
