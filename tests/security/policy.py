"""Who gets what at which address. A page that is not in this table cannot be built in.

Each row: what looking (GET) and sending (POST, with a form that cannot be read) are answered
with, one letter for each role, in the order of COLUMNS. The last column is the person of another
office with every right there; what it says holds for every object of another office, and for one
that never was. Other methods are answered 405 to everybody.
"""

from tests.security.policy_entry import ENTRY
from tests.security.policy_figures import FIGURES
from tests.security.rule import (
    _CASE_,
    _DONE_,
    _FORM_,
    _HOME_,
    _KEEP1,
    _KEEP_,
    _KEEPS,
    _KEPT1,
    _KEPT_,
    _LOOK_,
    _MANAGE,
    _MANAGED,
    _NO___,
    _NOPUB,
    _OFFED_,
    _OFFICE,
    _OWN__,
    _PUB__,
    _SEND_,
    _SET__,
    FORM_CASE,
    OF_KEEPER,
    READ_CASE,
    TO_ITS_FORM,
    Rule,
    of_step,
)

POLICY: dict[str, Rule] = {
    **ENTRY,
    **FIGURES,
    # kept typing: nothing of it is in these addresses
    "ketikan": Rule(_FORM_, _FORM_),
    "ketikan_buang": Rule(_FORM_, _FORM_),
    # the register of people
    "kantor_pegawai": Rule(_KEEPS, _NO___),
    "pegawai_baru": Rule(_KEEPS, _KEPT_),
    "pegawai": Rule(_KEEP1, _NO___),
    "pegawai_ubah": Rule(_KEEP1, _KEPT1),
    "pegawai_aktif": Rule(_KEEP1, _KEPT1),
    "pegawai_jabatan": Rule(_KEEP1, _KEPT1),
    "pegawai_hak": Rule(_KEEP1, _KEPT1),
    "pegawai_kode": Rule(_KEEP1, _KEPT1),
    "pegawai_langkah_kedua": Rule(_KEEP1, _KEPT1),
    "pegawai_kualifikasi": Rule(_KEEP1, _KEPT1),
    "pegawai_syarat": Rule(_FORM_, _KEPT1),
    "pegawai_jabatan_semua": Rule(_KEEPS, _NO___),
    "pegawai_jabatan_ubah": Rule(_KEEP1, _KEPT1),
    "pegawai_jabatan_akhiri": Rule(_KEEP1, _KEPT1),
    "pegawai_unit": Rule(_KEEPS, _KEPT_),
    "pegawai_unit_ubah": Rule(_KEEP1, _KEPT1),
    "pegawai_hak_semua": Rule(_KEEPS, _NO___),
    "pegawai_kode_semua": Rule(_KEEPS, _KEPT_),
    "pegawai_impor": Rule(_KEEPS, _KEPT_),
    "pegawai_impor_templat": Rule(_KEEPS, _NO___),
    "pegawai_impor_muat": Rule(
        _FORM_,
        "         L      W    W   R       W     W    W        W    R",
    ),
    "pegawai_syarat_semua": Rule(_KEEPS, _NO___),
    "pegawai_syarat_sop": Rule(_KEEP1, _NO___),
    "pegawai_kualifikasi_cabut": Rule(
        _FORM_,
        "         L      W    W   R       W     W    W        W    G",
    ),
    # cases
    "tugas": Rule(_HOME_, _NO___),
    "pelaksanaan": Rule(_HOME_, _NO___),
    "kasus_mulai": Rule(
        "         L      W    W   P       W     W    W        W    G",
        "         L      W    W   F       W     W    W        W    G",
    ),
    "kasus": READ_CASE,
    "kasus_riwayat": READ_CASE,
    "kasus_rencana": READ_CASE,
    "langkah": FORM_CASE,
    "langkah_kembalikan": Rule(_DONE_, _SEND_, {"no": "periksa"}),
    "langkah_jenis": Rule(
        "         L      G    G   P       G     G    G        G    G",
        "         L      G    G   F       G     G    G        G    G",
    ),
    "kasus_kelola": READ_CASE,
    "kasus_kelola_ubah": Rule(_MANAGE, _MANAGED),
    "kasus_kelola_peran": Rule(_MANAGE, _MANAGED),
    "kasus_kelola_langkah": Rule(
        "         L      W    P   P       W     W    W        G    G",
        "         L      W    F   F       W     W    W        G    G",
        {"no": "sempurnakan"},
    ),
    # who is away and who leaves
    "kantor_pengganti": Rule(
        _HOME_,
        "         L      W    W   F       W     W    W        W    F",
    ),
    "kantor_pengganti_akhiri": Rule(_OFFICE, _OFFED_),
    "kantor_serah_terima": Rule(_OFFICE, _OFFED_),
    "naskah": READ_CASE,
    "dokumen": READ_CASE,
    # letters
    "kantor_naskah": Rule(
        "         L      W    W   P       W     W    W        W    P",
        "         L      W    W   F       W     W    W        W    F",
    ),
    "kantor_naskah_contoh": Rule(_HOME_, _NO___),
    "templat_semua": Rule(_KEEPS, _NO___),
    "templat": Rule(_KEEPS, _KEPT_),
    "templat_pakai": Rule(TO_ITS_FORM, _KEPT_),
    "templat_runut": Rule(_KEEPS, _NO___),
    "templat_berkas": Rule(_KEEP1, _NO___),
    "templat_contoh": Rule(_KEEP1, _NO___, {"form": "template_form"}),
    "kasus_nota": Rule(
        "         L      P    P   P       P     P    G        G    G",
        "         L      F    F   F       F     F    G        G    G",
    ),
    "kasus_naskah": FORM_CASE,
    "kasus_naskah_unduh": Rule(_CASE_, _NO___, {"slug": "paper_slug"}),
    "surat": READ_CASE,
    "surat_srikandi": READ_CASE,
    "surat_tindakan": Rule(_FORM_, _SEND_, {"slug": "letter_slug"}),
    # meetings
    "rapat_data": of_step("undangan", _FORM_, _SEND_),
    "rapat_tamu": of_step("undangan", _FORM_, _SEND_),
    "rapat_hapus": of_step("undangan", _FORM_, _SEND_),
    "rapat_susun": of_step("undangan", _FORM_, _SEND_),
    "rapat_terkirim": of_step("undangan", _FORM_, _SEND_),
    "rapat_batal_terkirim": of_step("undangan", _FORM_, _SEND_),
    "rapat_surel": of_step("undangan", _FORM_, _SEND_),
    "rapat_ics": of_step("undangan", _CASE_, _NO___),
    "rapat_tanggapan": of_step("undangan", _CASE_, _NO___),
    "rapat_kirim_lagi": of_step("undangan", _FORM_, _SEND_),
    "rapat_batalkan": of_step("undangan", _CASE_, _SEND_),
    "rapat_jawab": Rule(
        _PUB__,
        "         F      F    F   F       F     F    F        F    F",
        {"token": "invitee_token"},
    ),
    "rapat_jawab_ics": Rule(_PUB__, _NOPUB, {"token": "invitee_token"}),
    "rapat_layar": of_step("kesiapan", _CASE_, _SEND_),
    "rapat_susulan": of_step("bahas", _DONE_, _SEND_),
    "rapat_nyatakan": of_step("bahas", _CASE_, _SEND_),
    "rapat_periksa": of_step("kesiapan", _FORM_, _SEND_),
    "rapat_bagikan": of_step("kesiapan", _FORM_, _SEND_),
    "rapat_daftar_hadir": of_step("kesiapan", _FORM_, _SEND_),
    "rapat_notulensi": of_step("bahas", _DONE_, _NO___),
    "rapat_tulis": of_step("bahas", _FORM_, _SEND_),
    "rapat_tutup": of_step("bahas", _DONE_, _NO___),
    "rapat_batal_hadir": of_step("bahas", _FORM_, _SEND_),
    "rapat_keputusan_ubah": of_step("bahas", _CASE_, _SEND_),
    "rapat_keputusan_hapus": of_step("bahas", _FORM_, _SEND_),
    "rapat_tindak_lanjut": of_step("sempurnakan", _CASE_, _SEND_),
    "rapat_buka_lagi": of_step("sempurnakan", _FORM_, _SEND_),
    "rapat_check_in": Rule(
        _PUB__,
        "         F      F    F   F       F     F    F        F    F",
    ),
    # signing
    "kantor_tanda_tangan": OF_KEEPER,
    "tanda_tangan_layanan": OF_KEEPER,
    "tanda_tangan_sambungan": Rule(_FORM_, OF_KEEPER.post),
    "tanda_tangan_cap_waktu": OF_KEEPER,
    "tanda_tangan_token": OF_KEEPER,
    "tanda_tangan_penerbit": OF_KEEPER,
    "tanda_tangan_putusan_penerbit": Rule(
        _FORM_,
        "         L      W    W   B       W     W    W        W    B",
    ),
    "sertifikat_saya": Rule(_HOME_, _OWN__),
    "sertifikat_uji": Rule(_FORM_, _OWN__),
    "sertifikat_nik": Rule(_FORM_, _OWN__),
    "sertifikat_lepas": Rule(
        _FORM_,
        "         L      B    B   B       B     B    B        B    B",
    ),
    "tanda_tangan_basah": of_step("tandatangan", _DONE_, _DONE_),
    # books and search: of the office of who asks
    "register": Rule(_HOME_, _NO___, {"name": "register_name"}),
    "register_buku": Rule(_HOME_, _NO___, {"name": "register_name"}),
    "cari": Rule(_HOME_, _NO___),
    # reports
    "laporan": Rule(_HOME_, _NO___),
    "laporan_papan": READ_CASE,
    "laporan_pratinjau": READ_CASE,
    "laporan_reviu": READ_CASE,
    "laporan_beda": READ_CASE,
    "laporan_beda_pdf": READ_CASE,
    "laporan_ringkasan": READ_CASE,
    "laporan_ringkasan_unduh": Rule(_CASE_, _NO___, {"name": "summary_name"}),
    "laporan_bagian": FORM_CASE,
    "laporan_bagian_lihat": Rule(TO_ITS_FORM, _CASE_),
    "laporan_bagian_usulan": Rule(TO_ITS_FORM, _SEND_),
    "laporan_usulan": FORM_CASE,
    "laporan_bagian_versi": FORM_CASE,
    "laporan_bagian_gambar": FORM_CASE,
    "laporan_bagian_komentar": FORM_CASE,
    "laporan_komentar": FORM_CASE,
    "laporan_gambar": READ_CASE,
    "laporan_angka": READ_CASE,
    "laporan_klaim": FORM_CASE,
    "laporan_ralat": FORM_CASE,
    "laporan_word": FORM_CASE,
    "laporan_word_salin": Rule(_FORM_, _DONE_),
    "laporan_word_salinan": READ_CASE,
    "laporan_word_kembali": FORM_CASE,
    "laporan_word_berkas": READ_CASE,
    # SOPs
    "sop": Rule(_HOME_, _NO___),
    "sop_baru": Rule(
        "         L      W    W   P       W     W    W        W    P",
        "         L      W    W   F       W     W    W        W    F",
    ),
    "sop_pilih": Rule(
        "         L      W    W   R       W     W    W        W    R",
        "         L      W    W   R       W     W    W        W    R",
    ),
    "sop_ketik": Rule(
        "         L      W    W   P       W     W    W        W    P",
        "         L      W    W   F       W     W    W        W    F",
    ),
    "sop_lihat": Rule(_LOOK_, _NO___),
    "sop_periksa": Rule(
        _LOOK_,
        "         L      F    F   F       F     F    F        F    G",
        {"version_id": "proposal_id"},
    ),
    "sop_catatan": Rule(
        _LOOK_,
        "         L      F    F   F       F     F    F        F    G",
        {"version_id": "proposal_id"},
    ),
    "sop_gambar": Rule(_LOOK_, _NO___, {"version_id": "revision_id"}),
    "sop_unduh": Rule(_LOOK_, _NO___, {"name": "sop_format"}),
    "sop_beda": Rule(_LOOK_, _NO___, {"version_id": "revision_id"}),
    "sop_bandingkan": Rule(_LOOK_, _NO___, {"version_id": "revision_id", "other_id": "version_id"}),
    "sop_katalog": Rule(_HOME_, _SET__),
    "sop_katalog_hapus": Rule(
        _FORM_,
        "         L      W    W   F       W     W    W        W    G",
    ),
    "sop_adopsi": Rule(
        "         L      W    W   P       W     W    W        W    G",
        "         L      W    W   F       W     W    W        W    G",
        {"version_id": "proposal_id"},
    ),
    # the calendar of the office: read by all, changed by who keeps it
    "kantor_kalender": Rule(_HOME_, _NO___),
    **{
        f"kantor_kalender_{page}": Rule(
            "         L      W    W   P       W     W    W        W    P",
            "         L      W    W   F       W     W    W        W    F",
        )
        for page in ("hari", "hapus", "daftar", "ramadan", "jam")
    },
    # one's own reminders, and the calendar behind a secret address
    "pengingat": Rule(_HOME_, _NO___),
    "pengingat_surel": Rule(_FORM_, "         L      F    F   F       F     F    F        F    F"),
    "pengingat_kalender": Rule(
        _FORM_, "         L      F    F   F       F     F    F        F    F"
    ),
    "pengingat_ics": Rule(_PUB__, _NOPUB, {"token": "feed_token"}),
    # the office: who keeps it
    "kantor_pertama": Rule(
        "         R      R    R   R       R     R    R        R    R",
        "         R      R    R   R       R     R    R        R    R",
    ),
    **{
        name: Rule(_KEEP_, _SET__)
        for name in (
            "kantor_identitas",
            "kantor_alamat",
            "kantor_surel",
            "kantor_cadangan",
        )
    },
    "kantor": Rule(_KEEP_, _NO___),
    "kantor_riwayat": Rule(_KEEP_, _NO___),
    "kantor_siap": Rule(_KEEP_, _NO___),
    "kantor_siap_sop": Rule("         L      W    W   P       W     W    W        W    G", _NO___),
    "kantor_lambang": Rule("         L      W    W   G       W     W    W        W    G", _NO___),
    "kantor_cadangan_sekarang": Rule(
        _FORM_,
        "         L      W    W   B       W     W    W        W    B",
    ),
    "kantor_surel_coba": Rule(
        _FORM_,
        "         L      W    W   R       W     W    W        W    R",
    ),
    "kantor_lewati": Rule(
        _FORM_,
        "         L      W    W   B       W     W    W        W    B",
    ),
    # SOPs that a step names, the years beside a report, those who look on
    "terkait_semua": READ_CASE,
    "terkait": Rule(_CASE_, _NO___, {"no": "undangan"}),
    "terkait_mulai": Rule(_DONE_, _DONE_, {"no": "undangan"}),
    "terkait_hubungkan": Rule(_CASE_, _SEND_, {"no": "undangan"}),
    "terkait_minta": Rule(_CASE_, _SEND_, {"no": "undangan"}),
    "terkait_selesai": Rule(
        "         L      P    G   P       G     G    G        G    G",
        "         L      F    G   F       G     G    G        G    G",
    ),
    "tahun_berikutnya": Rule(
        "         L      G    G   P       G     G    G        G    G",
        "         L      G    G   F       G     G    G        G    G",
    ),
    "tahun_lalu": Rule("         L      G    G   G       G     G    G        G    G", _NO___),
    "serah_terima": Rule("         L      G    G   P       G     G    G        G    P", _NO___),
    "kinerja_berikutnya": Rule(_LOOK_, _NO___),
    "pengawasan": Rule("         L      G    G   G       G     G    P        G    P", _NO___),
    "catatan": FORM_CASE,
    "catatan_jawab": FORM_CASE,
    # for everybody, and publishing
    "verifikasi": Rule(_PUB__, _PUB__),
    "siap": Rule(_PUB__, _NOPUB),
    # asked from this machine, as all of these are; from elsewhere: tests/running/test_metrics.py
    "metrik": Rule(_PUB__, _NOPUB),
    "terbitan": Rule(_PUB__, _NOPUB),
    "terbitan_pdf": Rule(_PUB__, _NOPUB),
    "terbitkan": Rule(
        _DONE_,
        "         L      B    B   B       B     B    B        G    G",
    ),
}
MAY_SHOW: dict[str, frozenset[str]] = {
    "verifikasi": frozenset({"office.nama", "document.nama", "document.nomor"}),
    "terbitan": frozenset({"office.nama", "document.nama", "case.judul", "sop"}),
    "rapat_jawab": frozenset(
        {
            "office.nama",
            "nama",
            "meeting.acara",
            "meeting.tempat",
            "meeting.catatan",
            "invitee.nama",
            "invitee.jabatan",
            "invitee.wakil_nama",
            "invitee.wakil_jabatan",
            "document.nomor",
        }
    ),
    "rapat_jawab_ics": frozenset(
        {
            "meeting.acara",
            "meeting.tempat",
            "meeting.catatan",
            "document.nomor",
            "nama",
            "person.nama",
        }
    ),
    "rapat_check_in": frozenset(
        {"office.nama", "meeting.acara", "meeting.tempat", "invitee.nama", "invitee.jabatan"}
    ),
    "pengingat_ics": frozenset({"case.judul", "meeting.acara", "meeting.tempat"}),
}
"""Pages for everybody: the words of an office that they show to the whole world."""
