from django.urls import path

from runut.office.linked import pages

urlpatterns = [
    path("pelaksanaan/<int:case_id>/terkait/", pages.all_of, name="terkait_semua"),
    path("pelaksanaan/<int:case_id>/terkait/<str:no>/<int:nth>/", pages.one, name="terkait"),
    path(
        "pelaksanaan/<int:case_id>/terkait/<str:no>/<int:nth>/mulai/",
        pages.begin,
        name="terkait_mulai",
    ),
    path(
        "pelaksanaan/<int:case_id>/terkait/<str:no>/<int:nth>/hubungkan/",
        pages.tie,
        name="terkait_hubungkan",
    ),
    path(
        "pelaksanaan/<int:case_id>/terkait/<str:no>/<int:nth>/minta/",
        pages.ask,
        name="terkait_minta",
    ),
    path("terkait/<int:work_id>/selesai/", pages.end, name="terkait_selesai"),
]
