from django.urls import path

from runut.office.letters.pages import case_papers, letter, nota, settings

urlpatterns = [
    path("kantor/naskah/", settings.settings_page, name="kantor_naskah"),
    path("kantor/naskah/contoh.pdf", settings.sample, name="kantor_naskah_contoh"),
    path("pelaksanaan/<int:case_id>/naskah/", case_papers.case_papers, name="kasus_naskah"),
    path("pelaksanaan/<int:case_id>/naskah/nota/", nota.nota_page, name="kasus_nota"),
    path(
        "pelaksanaan/<int:case_id>/naskah/<str:slug>.<str:name>",
        case_papers.download,
        name="kasus_naskah_unduh",
    ),
    path("naskah-keluar/<int:letter_id>/", letter.letter, name="surat"),
    path("naskah-keluar/<int:letter_id>/srikandi.docx", letter.srikandi, name="surat_srikandi"),
    path("naskah-keluar/<int:letter_id>/<str:slug>/", letter.act, name="surat_tindakan"),
]
