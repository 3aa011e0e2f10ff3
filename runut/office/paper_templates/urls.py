from django.urls import path

from runut.office.paper_templates import pages

_AT = "kantor/naskah/templat/"

urlpatterns = [
    path(_AT, pages.index, name="templat_semua"),
    path(f"{_AT}<str:jenis>/", pages.kind_page, name="templat"),
    path(f"{_AT}<str:jenis>/pakai/", pages.use, name="templat_pakai"),
    path(f"{_AT}<str:jenis>/templat-runut.docx", pages.ours_docx, name="templat_runut"),
    path(f"{_AT}<str:jenis>/<int:versi>/templat.docx", pages.handed_in, name="templat_berkas"),
    path(
        f"{_AT}<str:jenis>/<int:versi>/contoh.<str:form>", pages.sample_file, name="templat_contoh"
    ),
]
