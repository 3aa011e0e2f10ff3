from django.urls import path

from runut.office.kantor import entry_page, pages, readiness
from runut.office.kantor.first import first

urlpatterns = [
    path("kantor/", pages.hub, name="kantor"),
    path("kantor/pertama/", first, name="kantor_pertama"),
    path("kantor/identitas/", pages.identity, name="kantor_identitas"),
    path("kantor/lambang/", pages.lambang, name="kantor_lambang"),
    path("kantor/alamat/", pages.address, name="kantor_alamat"),
    path("kantor/surel/", pages.mail, name="kantor_surel"),
    path("kantor/surel/coba/", pages.try_mail, name="kantor_surel_coba"),
    path("kantor/cadangan/", pages.backup, name="kantor_cadangan"),
    path("kantor/cadangan/sekarang/", pages.backup_now, name="kantor_cadangan_sekarang"),
    path("kantor/masuk/", entry_page.entry, name="kantor_masuk"),
    path("kantor/riwayat/", pages.history, name="kantor_riwayat"),
    path("kantor/siap/", readiness.of_office, name="kantor_siap"),
    path("kantor/siap/<int:version_id>/", readiness.of_sop, name="kantor_siap_sop"),
    path("kantor/lewati/", pages.put_off, name="kantor_lewati"),
]
