from django.urls import path

from runut.office.works.tandatangan.pages import sign_by_hand

urlpatterns = [
    path(
        "pelaksanaan/<int:case_id>/langkah/<str:no>/tanda-tangan-basah/",
        sign_by_hand,
        name="tanda_tangan_basah",
    ),
]
