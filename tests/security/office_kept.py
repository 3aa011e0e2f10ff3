"""The forms by which an office is kept, and the letters of a case: tried by who may not."""

from typing import Any

from runut.office.letters.models import Letter
from tests.security.beside import ITS_PEOPLE
from tests.security.walking import forms_of

_KALENDER = ("hari", "hapus", "daftar", "ramadan", "jam")
_KANTOR = ("identitas", "alamat", "surel", "cadangan")

MAY: dict[str, set[str]] = {
    **{f"kantor_kalender_{page}": {"kasubag"} for page in _KALENDER},
    **{f"kantor_{page}": {"kasubag"} for page in (*_KANTOR, "naskah", "lewati")},
    "kasus_naskah": ITS_PEOPLE,
    "surat_tindakan": {"karo"},
}
FOR_EVERYBODY = {"pengingat_surel", "pengingat_kalender"}


def the_office(walking: Any) -> None:
    """Every page of the office and of its calendar, by who keeps it and by everybody else."""
    here = "/kantor/kalender/"
    pages = {f"kantor_kalender_{one}": f"{here}{one}/" for one in _KALENDER}
    pages["kantor_kalender_hapus"] = f"{here}hari/hapus/?tanggal=2026-01-01"
    pages |= {f"kantor_{one}": f"/kantor/{one}/" for one in (*_KANTOR, "naskah")}
    for name, page in pages.items():
        walking.nonsense("kasubag", page)
        walking.refuse_others(walking.form("kasubag", page, name))
    walking.refuse_others(walking.form("kasubag", "/kantor/", "kantor_lewati"))


def its_letters(walking: Any) -> None:
    """A surat pengantar, drafted by the team; who signs it may give it back."""
    page = f"/pelaksanaan/{walking.case.pk}/naskah/"
    walking.nonsense("tim", page)
    walking.do("tim", page, "kasus_naskah", kepada="Kepala Biro Organisasi")
    letter = f"/naskah-keluar/{Letter.objects.filter(case=walking.case).latest('pk').pk}/"
    walking.nonsense("karo", letter)
    offered = {one.url: one for one in forms_of(walking.clients["karo"], letter)}
    # its number may be given by who drafted it, too
    of_the_signer = [offered[f"{letter}{slug}/"] for slug in ("tandatangan", "kembalikan")]
    for form in of_the_signer:
        walking.refuse_others(form.filled(sandi="x", catatan="Perbaiki."))
    sent = of_the_signer[1].send(walking.clients["karo"], catatan="Perbaiki.")
    assert sent.status_code == 302
