from django.urls import path

from runut.office.verification import views

urlpatterns = [
    path("v/<str:kode>/", views.verification, name="verifikasi"),
    path("v/<str:kode>", views.verification),
    path("terbitan/", views.publications, name="terbitan"),
    path("terbitan/<str:kode>/", views.publication, name="terbitan_pdf"),
    path("dokumen/<int:document_id>/terbitkan/", views.publish_document, name="terbitkan"),
]
