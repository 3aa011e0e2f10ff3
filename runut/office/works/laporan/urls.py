"""The addresses of the report's words, and of what came of the meeting's decisions."""

from django.urls import path

from runut.office.works.laporan import (
    comment_pages,
    correcting_pages,
    pages,
    photo_pages,
    proposal_pages,
    section_pages,
    version_pages,
)

_SECTION = "laporan/<int:case_id>/bagian/<str:key>/"
_STEP = "pelaksanaan/<int:case_id>/langkah/<str:no>/"

urlpatterns = [
    path("laporan/<int:case_id>/ralat/", correcting_pages.correct, name="laporan_ralat"),
    path(_SECTION, section_pages.section, name="laporan_bagian"),
    path(f"{_SECTION}lihat/", section_pages.look, name="laporan_bagian_lihat"),
    path(f"{_SECTION}usulan/", proposal_pages.decide, name="laporan_bagian_usulan"),
    path(f"{_SECTION}versi/", version_pages.versions, name="laporan_bagian_versi"),
    path(f"{_SECTION}gambar/", photo_pages.photos, name="laporan_bagian_gambar"),
    path(f"{_SECTION}komentar/", comment_pages.comments, name="laporan_bagian_komentar"),
    path(
        "laporan/<int:case_id>/komentar/<int:said_id>/",
        comment_pages.comment,
        name="laporan_komentar",
    ),
    path("laporan/<int:case_id>/usulan/", proposal_pages.proposals, name="laporan_usulan"),
    path("laporan/<int:case_id>/angka/", section_pages.figures, name="laporan_angka"),
    path(
        "laporan/<int:case_id>/gambar/<str:photo_code>", photo_pages.picture, name="laporan_gambar"
    ),
    path(f"{_STEP}tindak-lanjut/<int:resolution_id>/", pages.resolve, name="rapat_tindak_lanjut"),
    path(f"{_STEP}tindak-lanjut/<int:resolution_id>/buka", pages.reopen, name="rapat_buka_lagi"),
]
