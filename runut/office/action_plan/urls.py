from django.urls import path

from runut.office.action_plan import pages

urlpatterns = [
    path("kinerja/rencana-aksi/", pages.of_office, name="rencana_aksi"),
    path("kinerja/rencana-aksi/<int:action_id>/", pages.one, name="rencana_aksi_satu"),
]
