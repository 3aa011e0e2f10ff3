from django.urls import path

from runut.office.evidence import pages

urlpatterns = [
    path("kinerja/bukti/<int:tahun>/", pages.evidence, name="bukti"),
    path("kinerja/bukti/berkas/<int:evidence_id>/", pages.evidence_file, name="bukti_berkas"),
    path("kinerja/bukti/berkas/<int:evidence_id>/tarik/", pages.withdraw, name="bukti_tarik"),
]
