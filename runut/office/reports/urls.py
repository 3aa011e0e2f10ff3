from django.urls import path

from runut.office.reports import views

urlpatterns = [
    path("laporan/", views.report_list, name="laporan"),
    path("laporan/<int:case_id>/", views.board, name="laporan_papan"),
    path("laporan/<int:case_id>/pratinjau/", views.preview, name="laporan_pratinjau"),
]
