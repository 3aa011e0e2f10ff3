from django.urls import path

from runut.office.registers import views

urlpatterns = [
    path("register/<str:name>/", views.register, name="register"),
    path("register/<str:name>/<int:tahun>.<str:form>", views.book, name="register_buku"),
]
