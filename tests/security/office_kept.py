"""The forms by which an office is kept, and the letters of a case: tried by who may not."""

from typing import Any

from runut.office.letters.models import Letter
from runut.office.paper_templates.models import TemplateVersion
from runut.office.people.models import OfficeProfile
from tests.kantor import MONDAY
from tests.security.beside import ITS_PEOPLE
from tests.security.walking import forms_of

_KALENDER = ("hari", "hapus", "daftar", "ramadan", "jam")
_KANTOR = ("identitas", "alamat", "surel", "cadangan", "masuk")

MAY: dict[str, set[str]] = {
    **{f"kantor_kalender_{page}": {"kasubag"} for page in _KALENDER},
    **{
        f"kantor_{page}": {"kasubag"}
        for page in (*_KANTOR, "naskah", "lewati", "cadangan_sekarang")
    },
    "templat": {"kasubag"},
    "templat_pakai": {"kasubag"},
    "sop_katalog": {"kasubag"},
    "sop_katalog_hapus": {"kasubag"},
    "kasus_naskah": ITS_PEOPLE,
    "kasus_nota": ITS_PEOPLE,
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
    _copies(walking)
    _templates(walking)
    catalogue, base = "/sop/katalog-hukum/", {"jenis": "Perda", "nomor": "3", "tahun": "2019"}
    walking.do("kasubag", catalogue, "sop_katalog", **base, sumber="JDIH")
    walking.nonsense("kasubag", catalogue)
    walking.only_try("kasubag", catalogue, "sop_katalog_hapus")


def _copies(walking: Any) -> None:
    """Once a place is set, a copy can be asked for."""
    OfficeProfile.objects.update_or_create(
        office=walking.example.office, defaults={"tempat_cadangan": "/mnt/cadangan"}
    )
    page = "/kantor/cadangan/"
    walking.refuse_others(walking.form("kasubag", page, "kantor_cadangan_sekarang"))


def _templates(walking: Any) -> None:
    """A template is handed in and put to use by who keeps the office."""
    rina = walking.example.people["rina"]
    TemplateVersion.objects.create(
        office=rina.office,
        jenis="notula",
        versi=1,
        sha256="0" * 64,
        berkas="notula.docx",
        diunggah_oleh=rina,
        diunggah_pada=MONDAY,
    )
    page = "/kantor/naskah/templat/notula/"
    walking.nonsense("kasubag", page)
    for name in ("templat", "templat_pakai"):
        walking.refuse_others(walking.form("kasubag", page, name))


def its_letters(walking: Any) -> None:
    """A surat pengantar, drafted by the team; who signs it may give it back."""
    page = f"/pelaksanaan/{walking.case.pk}/naskah/"
    walking.nonsense("tim", f"{page}nota/")
    people = walking.example.people
    words = {"kepada": "Kabag", "hal": "Data", "isi": "Mohon data.", "dari": people["hendra"].ref}
    nota = walking.form("tim", f"{page}nota/", "kasus_nota")
    walking.refuse_others(nota.filled(**words, pemeriksa=people["rina"].ref))
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
