from django.urls import path

from runut.office.wellbeing import views

urlpatterns = [
    path("siap", views.ready, name="siap"),
    path("metrics", views.metrics, name="metrik"),
]
