from django.urls import path

from runut.office.packs.pages import filling, keeping

urlpatterns = [
    path("kinerja/paket/", keeping.overview, name="paket"),
    path("kinerja/paket/<int:tahun>/<int:triwulan>/masa/", keeping.window, name="paket_jendela"),
    path("kinerja/paket/<int:tahun>/<int:triwulan>/kirim/", keeping.send, name="paket_kirim"),
    path("kinerja/paket/<int:pack_id>/", keeping.one, name="paket_satu"),
    path("kinerja/paket/<int:pack_id>/tarik/", keeping.withdraw, name="paket_tarik"),
    path("isi/<str:token>/", filling.enter, name="isi_masuk"),
    path("isian/<int:pack_id>/", filling.fill, name="isi"),
    path("isian/<int:pack_id>/buku/", filling.book, name="isi_buku"),
    path("isian/<int:pack_id>/unggah/", filling.upload, name="isi_unggah"),
]
