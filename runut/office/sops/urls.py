from django.urls import path

from runut.office.sops import draft_views, views

urlpatterns = [
    path("sop/", views.register, name="sop"),
    path("sop/baru/", draft_views.take_in, name="sop_baru"),
    path("sop/<int:version_id>/", views.show, name="sop_lihat"),
    path("sop/<int:version_id>/unduh/<str:name>/", views.download, name="sop_unduh"),
    path("sop/<int:version_id>/periksa/", draft_views.correct, name="sop_periksa"),
    path("sop/<int:version_id>/gambar/<int:halaman>/", draft_views.picture, name="sop_gambar"),
    path("sop/<int:version_id>/catatan/", draft_views.findings, name="sop_catatan"),
    path("sop/<int:version_id>/beda/", draft_views.changes, name="sop_beda"),
]
