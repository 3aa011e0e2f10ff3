from django.urls import path

from runut.office.substitutes import pages

urlpatterns = [
    path("kantor/pengganti/", pages.substitutes, name="kantor_pengganti"),
    path(
        "kantor/pengganti/<int:substitution_id>/akhiri/", pages.end, name="kantor_pengganti_akhiri"
    ),
    path("kantor/serah-terima/<int:person_id>/", pages.hand_over, name="kantor_serah_terima"),
]
