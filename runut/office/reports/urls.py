from django.urls import path

from runut.office.reports import comparing, views

urlpatterns = [
    path("laporan/", views.report_list, name="laporan"),
    path("laporan/<int:case_id>/", views.board, name="laporan_papan"),
    path("laporan/<int:case_id>/reviu/", views.review, name="laporan_reviu"),
    path("laporan/<int:case_id>/klaim/<str:kunci>/", views.claim, name="laporan_klaim"),
    path("laporan/<int:case_id>/pratinjau/", views.preview, name="laporan_pratinjau"),
    path("laporan/<int:case_id>/beda/", comparing.compare, name="laporan_beda"),
    path("laporan/<int:case_id>/beda.pdf", comparing.compare_pdf, name="laporan_beda_pdf"),
    path("laporan/<int:case_id>/ringkasan/", views.summary, name="laporan_ringkasan"),
    path(
        "laporan/<int:case_id>/ringkasan/<str:name>", views.summary, name="laporan_ringkasan_unduh"
    ),
]
