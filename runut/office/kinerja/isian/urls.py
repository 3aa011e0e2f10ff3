from django.urls import path

from runut.office.kinerja.isian import views

urlpatterns = [
    path("kinerja/isi/mulai/", views.start, name="kinerja_isi_mulai"),
    path("kinerja/isi/<int:tahun>/", views.overview, name="kinerja_isi"),
    path("kinerja/isi/<int:tahun>/<str:jenis>/", views.row, name="kinerja_isi_baris"),
]
