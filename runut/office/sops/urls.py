from django.urls import path

from runut.office.sops import views

urlpatterns = [
    path("sop/", views.register, name="sop"),
    path("sop/baru/", views.take_in, name="sop_baru"),
    path("sop/<int:version_id>/", views.show, name="sop_lihat"),
    path("sop/<int:version_id>/adopsi/", views.adopt, name="sop_adopsi"),
]
