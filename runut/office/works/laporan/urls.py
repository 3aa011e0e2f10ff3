"""The addresses of the report's words, and of what came of the meeting's decisions."""

from django.urls import path

from runut.office.works.laporan import correcting_pages, pages

_STEP = "pelaksanaan/<int:case_id>/langkah/<str:no>/"

urlpatterns = [
    path("laporan/<int:case_id>/ralat/", correcting_pages.correct, name="laporan_ralat"),
    path("laporan/<int:case_id>/bagian/<str:key>/", pages.section, name="laporan_bagian"),
    path(f"{_STEP}tindak-lanjut/<int:resolution_id>/", pages.resolve, name="rapat_tindak_lanjut"),
    path(f"{_STEP}tindak-lanjut/<int:resolution_id>/buka", pages.reopen, name="rapat_buka_lagi"),
]
