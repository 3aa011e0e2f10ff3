from django.urls import path

from runut.office.next_year import pages

urlpatterns = [
    path("pelaksanaan/<int:case_id>/tahun-berikutnya/", pages.begin, name="tahun_berikutnya"),
    path("pelaksanaan/<int:case_id>/tahun-lalu/", pages.look_back, name="tahun_lalu"),
    path("pelaksanaan/serah-terima/", pages.handover, name="serah_terima"),
    path("kinerja/<int:dataset_id>/tahun-berikutnya/", pages.book, name="kinerja_berikutnya"),
]
