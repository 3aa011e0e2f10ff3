"""The addresses of a meeting: what is sent from the pages of its steps, and the check-in."""

from django.urls import include, path

from runut.office.works.rapat.pages import (
    answers,
    checking_in,
    confirming,
    deciding,
    discussing,
    inviting,
    preparing,
    replying,
    room,
)

of_a_step = [
    path("undangan/data", inviting.change_facts, name="rapat_data"),
    path("undangan/tamu", inviting.invite, name="rapat_tamu"),
    path("undangan/tamu/<int:invitee_id>/hapus", inviting.uninvite, name="rapat_hapus"),
    path("undangan/susun", inviting.compose, name="rapat_susun"),
    path("undangan/terkirim", inviting.delivered, name="rapat_terkirim"),
    path(
        "undangan/terkirim/<int:invitee_id>/batal",
        inviting.undelivered,
        name="rapat_batal_terkirim",
    ),
    path("undangan/surel", inviting.email, name="rapat_surel"),
    path("undangan/tanggapan/", answers.overview, name="rapat_tanggapan"),
    path(
        "undangan/tanggapan/<int:invitee_id>/kirim-lagi",
        answers.send_again,
        name="rapat_kirim_lagi",
    ),
    path("undangan/batalkan/", answers.cancel, name="rapat_batalkan"),
    path("undangan/rapat.ics", inviting.calendar, name="rapat_ics"),
    path("kesiapan/periksa", preparing.check, name="rapat_periksa"),
    path("kesiapan/bagikan", preparing.share, name="rapat_bagikan"),
    path("kesiapan/daftar-hadir", preparing.attendance_list, name="rapat_daftar_hadir"),
    path("layar/", room.screen, name="rapat_layar"),
    path("hadir-susulan/", room.record, name="rapat_susulan"),
    path("notulensi/", discussing.minutes, name="rapat_notulensi"),
    path("notulensi/tulis", discussing.write, name="rapat_tulis"),
    path("notulensi/tutup/", discussing.close, name="rapat_tutup"),
    path("notulensi/pernyataan/", confirming.confirm, name="rapat_nyatakan"),
    path("notulensi/hadir/<int:invitee_id>/batal", discussing.absent, name="rapat_batal_hadir"),
    path("notulensi/keputusan/<int:resolution_id>/", deciding.change, name="rapat_keputusan_ubah"),
    path(
        "notulensi/keputusan/<int:resolution_id>/hapus",
        deciding.remove,
        name="rapat_keputusan_hapus",
    ),
]

urlpatterns = [
    path("pelaksanaan/<int:case_id>/langkah/<str:no>/", include(of_a_step)),
    path("undangan/<str:token>/", replying.reply, name="rapat_jawab"),
    path("undangan/<str:token>/rapat.ics", replying.calendar, name="rapat_jawab_ics"),
    path("hadir/<str:token>/", checking_in.check_in, name="rapat_check_in"),
]
