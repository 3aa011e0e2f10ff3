from django.contrib.auth.decorators import login_not_required
from django.urls import path

from runut.office.entry import account, passkey_pages, provider_pages
from runut.office.entry.views import LogIn, PasskeyLogin, SecondStep, come_in_by_code
from runut.office.web.kept.pages import START, stands_on

urlpatterns = [
    path(
        "masuk/",
        login_not_required(LogIn.as_view()),
        name="masuk",
    ),
    path(
        "masuk/langkah-kedua/",
        login_not_required(SecondStep.as_view()),
        name="masuk_langkah_kedua",
    ),
    path(
        "masuk/kunci-sandi/",
        login_not_required(PasskeyLogin.as_view()),
        name="masuk_kunci_sandi",
    ),
    path("masuk/penyedia/", login_not_required(provider_pages.start), name="masuk_penyedia"),
    path(
        "masuk/penyedia/kembali/",
        login_not_required(provider_pages.back),
        name="masuk_penyedia_kembali",
    ),
    path(
        "masuk/penyedia/keluar/",
        login_not_required(provider_pages.leave),
        name="masuk_penyedia_keluar",
    ),
    path("masuk/kode/", login_not_required(come_in_by_code), name="masuk_kode"),
    # who leaves after the session has ended has left
    path(
        "keluar/",
        login_not_required(stands_on(START)(provider_pages.LogOut.as_view())),
        name="keluar",
    ),
    path("kata-sandi/", account.ChangePassword.as_view(), name="kata_sandi"),
    path("akun/", account.own, name="akun"),
    path("akun/sesi/akhiri/", account.end_session, name="akun_sesi_akhiri"),
    path("akun/langkah-kedua/", account.set_up_second, name="akun_langkah_kedua"),
    path("akun/langkah-kedua/lepas/", account.take_off_second, name="akun_langkah_kedua_lepas"),
    path("akun/kode-pemulihan/", account.renew_recovery, name="akun_kode_pemulihan"),
    path("akun/kunci-sandi/", passkey_pages.name_it, name="akun_kunci_sandi"),
    path("akun/kunci-sandi/buat/", passkey_pages.make, name="akun_kunci_sandi_buat"),
    path(
        "akun/kunci-sandi/<int:passkey_id>/lepas/",
        passkey_pages.take_off,
        name="akun_kunci_sandi_lepas",
    ),
]
