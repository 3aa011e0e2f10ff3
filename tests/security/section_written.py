"""The words of a section of the report: written, claimed, pictured and commented on."""

from io import BytesIO
from typing import Any

from PIL import Image

from runut.office.reports.lakip.claims import claims_of
from runut.office.reports.models import SectionComment
from runut.office.reports.proposals import proposals_of
from tests.security.beside import ITS_PEOPLE
from tests.security.walking import ReadAgain, forms_of

MAY: dict[str, set[str]] = {
    "laporan_bagian": {"tim", "tim lain"},
    "laporan_bagian_versi": {"tim", "tim lain"},
    "laporan_bagian_gambar": {"tim", "tim lain"},
    "laporan_bagian_komentar": ITS_PEOPLE | {"pengawas"},
    "laporan_komentar": {"kabag", "tim", "tim lain"},
    "laporan_klaim": {"tim", "tim lain"},
    "laporan_bagian_usulan": {"tim", "tim lain"},
    "laporan_usulan": {"tim", "tim lain"},
}

FALSE_WORDS = "Sebanyak 11 dari 12 indikator mencapai target."
"""A claim that the figures of the example deny."""


def words_of_a_section(walking: Any) -> None:
    """A false claim and why it is right, a picture, an earlier version, a comment with answer."""
    _sentences_of_runut(walking)
    section = f"/laporan/{walking.case.pk}/bagian/penutup/"
    walking.do("tim", section, "laporan_bagian", teks=FALSE_WORDS)
    claim = claims_of(walking.case).open[0].url
    walking.nonsense("tim", claim)
    walking.do(
        "tim", claim, "laporan_klaim", jawaban="Satu indikator dihitung menurut berita acara."
    )
    walking.do("tim", section, "laporan_bagian", teks="Sementara.")
    walking.do("tim", section, "laporan_bagian")
    walking.only_try("tim", f"{section}versi/", "laporan_bagian_versi")
    picture = BytesIO()
    Image.new("RGB", (200, 120), "green").save(picture, "JPEG")
    photo = ReadAgain("rapat.jpg", picture.getvalue())
    told = {"judul": "Rapat tim", "uraian": "Delapan orang", "berkas": photo}
    walking.nonsense("tim", f"{section}gambar/")
    walking.only_try("tim", f"{section}gambar/", "laporan_bagian_gambar", **told)
    walking.nonsense("kabag", f"{section}komentar/")
    walking.do("kabag", f"{section}komentar/", "laporan_bagian_komentar")
    said = SectionComment.objects.get(case=walking.case)
    answered = f"/laporan/{walking.case.pk}/komentar/{said.pk}/"
    walking.do("tim", answered, "laporan_komentar", jawaban="Sudah disebut.")


def _sentences_of_runut(walking: Any) -> None:
    """The proposals of one section are taken, then all that wait."""
    first = proposals_of(walking.case).waiting[0].section.key
    section, name = f"/laporan/{walking.case.pk}/bagian/{first}/", "laporan_bagian_usulan"
    offered = forms_of(walking.clients["tim"], section)
    standing = next(form.fields["teks"][0] for form in offered if form.name == name)
    walking.only_try("tim", section, name, pakai_semua="1", teks=standing)
    walking.nonsense("tim", f"/laporan/{walking.case.pk}/usulan/")
    walking.only_try("tim", f"/laporan/{walking.case.pk}/usulan/", "laporan_usulan")
