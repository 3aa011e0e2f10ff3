"""The addresses of steps, and of the pages that look at all kinds of work."""

from django.urls import path

from runut.office.works import changing, steps, views
from runut.office.works.adopting import pages as adopting
from runut.office.works.periksa.pages import send_back
from runut.office.works.starting.pages import start

urlpatterns = [
    path("", views.inbox, name="tugas"),
    path("sop/<int:version_id>/adopsi/", adopting.adopt, name="sop_adopsi"),
    path("pelaksanaan/mulai/<int:version_id>/", start, name="kasus_mulai"),
    path("pelaksanaan/<int:case_id>/riwayat/", views.history, name="kasus_riwayat"),
    path("pelaksanaan/<int:case_id>/langkah/<str:no>/", steps.step, name="langkah"),
    path(
        "pelaksanaan/<int:case_id>/langkah/<str:no>/kembalikan/",
        send_back,
        name="langkah_kembalikan",
    ),
    path(
        "pelaksanaan/<int:case_id>/langkah/<str:no>/jenis/",
        changing.change,
        name="langkah_jenis",
    ),
]
