from django.urls import path

from runut.office.cases import step_views, views

urlpatterns = [
    path("", views.inbox, name="tugas"),
    path("pelaksanaan/", views.case_list, name="pelaksanaan"),
    path("pelaksanaan/mulai/<int:version_id>/", views.start, name="kasus_mulai"),
    path("pelaksanaan/<int:case_id>/", views.live_form, name="kasus"),
    path("pelaksanaan/<int:case_id>/riwayat/", views.history, name="kasus_riwayat"),
    path(
        "pelaksanaan/<int:case_id>/langkah/<str:no>/kembalikan/",
        step_views.send_back,
        name="langkah_kembalikan",
    ),
    path("dokumen/<int:document_id>/", views.read, name="naskah"),
    path("dokumen/<int:document_id>/<str:name>/", views.document, name="dokumen"),
]
