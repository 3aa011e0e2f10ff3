from django.urls import path

from runut.office.personnel.pages import (
    codes,
    importing,
    posts,
    qualifications,
    register,
    rights,
    second_step,
    units,
)

_HERE = "kantor/pegawai/"
_ONE = f"{_HERE}<int:person_id>/"

urlpatterns = [
    path(_HERE, register.overview, name="kantor_pegawai"),
    path(f"{_HERE}baru/", register.new, name="pegawai_baru"),
    path(_ONE, register.person, name="pegawai"),
    path(f"{_ONE}ubah/", register.change, name="pegawai_ubah"),
    path(f"{_ONE}aktif/", register.active, name="pegawai_aktif"),
    path(f"{_ONE}jabatan/", posts.give, name="pegawai_jabatan"),
    path(f"{_ONE}hak/", rights.change, name="pegawai_hak"),
    path(f"{_ONE}kode/", codes.one, name="pegawai_kode"),
    path(f"{_ONE}langkah-kedua/", second_step.take_off, name="pegawai_langkah_kedua"),
    path(f"{_ONE}kualifikasi/", qualifications.of_person, name="pegawai_kualifikasi"),
    path(f"{_ONE}kualifikasi/syarat/", qualifications.confirm, name="pegawai_syarat"),
    path(f"{_HERE}jabatan/", posts.overview, name="pegawai_jabatan_semua"),
    path(f"{_HERE}jabatan/<int:post_id>/", posts.correct, name="pegawai_jabatan_ubah"),
    path(f"{_HERE}jabatan/<int:post_id>/akhiri/", posts.end, name="pegawai_jabatan_akhiri"),
    path(f"{_HERE}unit/", units.overview, name="pegawai_unit"),
    path(f"{_HERE}unit/<int:unit_id>/", units.change, name="pegawai_unit_ubah"),
    path(f"{_HERE}hak/", rights.overview, name="pegawai_hak_semua"),
    path(f"{_HERE}kode/", codes.many, name="pegawai_kode_semua"),
    path(f"{_HERE}impor/", importing.upload, name="pegawai_impor"),
    path(f"{_HERE}impor/templat/", importing.template, name="pegawai_impor_templat"),
    path(f"{_HERE}impor/muat/", importing.confirm, name="pegawai_impor_muat"),
    path(f"{_HERE}kualifikasi/", qualifications.overview, name="pegawai_syarat_semua"),
    path(
        f"{_HERE}kualifikasi/sop/<int:version_id>/",
        qualifications.of_sop,
        name="pegawai_syarat_sop",
    ),
    path(
        f"{_HERE}kualifikasi/<int:qualification_id>/cabut/",
        qualifications.withdraw,
        name="pegawai_kualifikasi_cabut",
    ),
]
