from django.urls import path

from runut.office.sops import draft_views, legal_views, taking_in_views, views

urlpatterns = [
    path("sop/", views.register, name="sop"),
    path("sop/katalog-hukum/", legal_views.catalogue, name="sop_katalog"),
    path("sop/katalog-hukum/<int:base_id>/hapus/", legal_views.remove, name="sop_katalog_hapus"),
    path("sop/baru/", taking_in_views.take_in, name="sop_baru"),
    path("sop/baru/pilih/", taking_in_views.choose, name="sop_pilih"),
    path("sop/baru/ketik/", taking_in_views.type_in, name="sop_ketik"),
    path("sop/<int:version_id>/", views.show, name="sop_lihat"),
    path("sop/<int:version_id>/unduh/<str:name>/", views.download, name="sop_unduh"),
    path("sop/<int:version_id>/periksa/", draft_views.correct, name="sop_periksa"),
    path("sop/<int:version_id>/gambar/<int:halaman>/", draft_views.picture, name="sop_gambar"),
    path("sop/<int:version_id>/catatan/", draft_views.findings, name="sop_catatan"),
    path("sop/<int:version_id>/beda/", draft_views.changes, name="sop_beda"),
    path("sop/<int:version_id>/beda/<int:other_id>/", draft_views.compared, name="sop_bandingkan"),
]
