from django.urls import path

from runut.office.kinerja import views

urlpatterns = [
    path("kinerja/", views.overview, name="kinerja"),
    path("kinerja/templat/", views.template, name="kinerja_templat"),
    path("kinerja/<int:dataset_id>/", views.dataset, name="kinerja_data"),
]
