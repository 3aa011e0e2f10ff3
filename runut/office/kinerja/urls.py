from django.urls import path

from runut.office.kinerja import findings_pages, preview, quarter, views

urlpatterns = [
    path("kinerja/", views.overview, name="kinerja"),
    path("kinerja/templat/", views.template, name="kinerja_templat"),
    path("kinerja/unggahan/<int:upload_id>/", preview.upload, name="kinerja_unggahan"),
    path("kinerja/unggahan/<int:upload_id>/batal/", preview.drop, name="kinerja_unggahan_batal"),
    path("kinerja/temuan/<int:tahun>/", findings_pages.of_year, name="kinerja_temuan"),
    path("kinerja/temuan/jawab/<int:finding_id>/", findings_pages.one, name="kinerja_temuan_jawab"),
    path("kinerja/angka/<int:tahun>/", findings_pages.figure, name="kinerja_angka"),
    path("kinerja/<int:dataset_id>/", views.dataset, name="kinerja_data"),
    path(
        "kinerja/<int:dataset_id>/triwulan/<int:triwulan>/",
        quarter.quarter,
        name="kinerja_triwulan",
    ),
    path("kinerja/<int:dataset_id>/buku.xlsx", views.book, name="kinerja_buku"),
]
