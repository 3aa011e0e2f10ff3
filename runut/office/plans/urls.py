from django.urls import path

from runut.office.plans import views

urlpatterns = [
    path("kinerja/pk/", views.overview, name="pk_daftar"),
    path("kinerja/pk/<int:agreement_id>/", views.agreement, name="pk"),
    path("kinerja/pk/<int:agreement_id>/isi/", views.draft, name="pk_isi"),
    path("kinerja/pk/<int:agreement_id>/naskah.pdf", views.pdf, name="pk_naskah"),
]
