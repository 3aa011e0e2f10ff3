from django.urls import path

from runut.office.word_copies import pages

_AT = "laporan/<int:case_id>/word/"

urlpatterns = [
    path(_AT, pages.index, name="laporan_word"),
    path(f"{_AT}salin/", pages.copy, name="laporan_word_salin"),
    path(f"{_AT}salinan/<str:copy_kode>.docx", pages.copy_file, name="laporan_word_salinan"),
    path(f"{_AT}<int:return_id>/", pages.returned, name="laporan_word_kembali"),
    path(f"{_AT}<int:return_id>/berkas.docx", pages.returned_file, name="laporan_word_berkas"),
]
