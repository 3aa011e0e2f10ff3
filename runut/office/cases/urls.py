from django.urls import path

from runut.office.cases import views

urlpatterns = [
    path("pelaksanaan/", views.case_list, name="pelaksanaan"),
    path("pelaksanaan/<int:case_id>/", views.live_form, name="kasus"),
    path("dokumen/<int:document_id>/", views.read, name="naskah"),
    path("dokumen/<int:document_id>/<str:name>/", views.document, name="dokumen"),
]
