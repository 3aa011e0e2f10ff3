from django.urls import path

from runut.office.oversight import pages

urlpatterns = [
    path("pengawasan/", pages.overview, name="pengawasan"),
    path("pelaksanaan/<int:case_id>/catatan/", pages.comments, name="catatan"),
    path("pelaksanaan/<int:case_id>/catatan/<int:comment_id>/", pages.answer, name="catatan_jawab"),
]
