from django.urls import path

from runut.office.signing import own_pages, pages

urlpatterns = [
    path("kantor/tanda-tangan/", pages.ways, name="kantor_tanda_tangan"),
    path("kantor/tanda-tangan/layanan/", pages.service, name="tanda_tangan_layanan"),
    path("kantor/tanda-tangan/sambungan/", pages.connection, name="tanda_tangan_sambungan"),
    path("kantor/tanda-tangan/cap-waktu/", pages.stamper, name="tanda_tangan_cap_waktu"),
    path("kantor/tanda-tangan/token/", pages.token, name="tanda_tangan_token"),
    path("kantor/tanda-tangan/penerbit/", pages.authorities, name="tanda_tangan_penerbit"),
    path(
        "kantor/tanda-tangan/penerbit/putusan/",
        pages.decide_authority,
        name="tanda_tangan_putusan_penerbit",
    ),
    path("tanda-tangan/saya/", own_pages.own, name="sertifikat_saya"),
    path("tanda-tangan/saya/lepas/", own_pages.drop, name="sertifikat_lepas"),
    path("tanda-tangan/saya/uji/", own_pages.practice, name="sertifikat_uji"),
    path("tanda-tangan/saya/nik/", own_pages.nik, name="sertifikat_nik"),
]
