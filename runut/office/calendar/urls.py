from django.urls import path

from runut.office.calendar import case_plan, pages

urlpatterns = [
    path("pelaksanaan/<int:case_id>/rencana/", case_plan.plan_page, name="kasus_rencana"),
    path("kantor/kalender/", pages.overview, name="kantor_kalender"),
    path("kantor/kalender/hari/", pages.day, name="kantor_kalender_hari"),
    path("kantor/kalender/hari/hapus/", pages.remove, name="kantor_kalender_hapus"),
    path("kantor/kalender/daftar/", pages.many, name="kantor_kalender_daftar"),
    path("kantor/kalender/ramadan/", pages.ramadan, name="kantor_kalender_ramadan"),
    path("kantor/kalender/jam/", pages.hours, name="kantor_kalender_jam"),
]
