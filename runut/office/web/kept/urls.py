from django.urls import path

from runut.office.web.kept import views

urlpatterns = [
    path("ketikan/", views.stay, name="ketikan"),
    path("ketikan/buang/", views.throw_away, name="ketikan_buang"),
]
