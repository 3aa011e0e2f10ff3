from django.urls import path

from runut.office.search import views

urlpatterns = [path("cari/", views.search, name="cari")]
