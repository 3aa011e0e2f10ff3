from django.urls import path

from runut.office.cases import views
from runut.office.cases.manage import pages

urlpatterns = [
    path("pelaksanaan/", views.case_list, name="pelaksanaan"),
    path("pelaksanaan/<int:case_id>/", views.live_form, name="kasus"),
    path("pelaksanaan/<int:case_id>/kelola/", pages.keep, name="kasus_kelola"),
    path(
        "pelaksanaan/<int:case_id>/kelola/peran/<int:nomor>/",
        pages.change_role,
        name="kasus_kelola_peran",
    ),
    path(
        "pelaksanaan/<int:case_id>/kelola/langkah/<str:no>/",
        pages.change_step,
        name="kasus_kelola_langkah",
    ),
    path("pelaksanaan/<int:case_id>/kelola/<str:apa>/", pages.change, name="kasus_kelola_ubah"),
    path("dokumen/<int:document_id>/", views.read, name="naskah"),
    path("dokumen/<int:document_id>/<str:name>/", views.document, name="dokumen"),
]
