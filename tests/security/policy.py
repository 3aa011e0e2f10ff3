"""Who gets what at which address. A page that is not in this table cannot be built in.

Each row: what looking (GET) and sending (POST, with a form that cannot be read) are answered
with, one letter for each role, in the order of COLUMNS. The last column is the person of another
office with every right there; what it says holds for every object of another office, and for one
that never was. Other methods are answered 405 to everybody.
"""

from dataclasses import dataclass, field

COLUMNS = ("anonim", "staf", "tim", "kasubag", "kabag", "karo", "pengawas", "luar", "lain")

PAGE, LOGIN, ELSEWHERE, GONE, NOT_SO, FORM, BAD, WHO_MAY = "PLRGMFBW"
"""200; on to the login; on to another page; 404; 405; the form again, 422; 400; 403 and who may."""


@dataclass(frozen=True)
class Rule:
    """One address. ``objects`` names the object behind a parameter where it is not its name's."""

    get: str
    post: str
    objects: dict[str, str] = field(default_factory=dict)

    def expected(self, method: str, role: str) -> str:
        row = {"GET": self.get, "HEAD": self.get, "POST": self.post}.get(method)
        return row.split()[COLUMNS.index(role)] if row else NOT_SO


#                 anonim staf tim kasubag kabag karo pengawas luar lain
_HOME_ = "        L      P    P   P       P     P    P        P    P"
_LOOK_ = "        L      P    P   P       P     P    P        P    G"
_CASE_ = "        L      P    P   P       P     P    P        G    G"
_SEND_ = "        L      F    F   F       F     F    F        G    G"
_DONE_ = "        L      R    R   R       R     R    R        G    G"
_NO___ = "        L      M    M   M       M     M    M        M    M"
_PUB__ = "        P      P    P   P       P     P    P        P    P"
_FORM_ = "        L      R    R   R       R     R    R        R    R"
_OWN__ = "        L      F    F   F       F     F    F        F    F"
_KEEP_ = "        L      W    W   P       W     W    W        W    P"
_SET__ = "        L      W    W   F       W     W    W        W    F"
_MANAGE = "       L      W    W   P       W     W    W        G    G"
_MANAGED = "      L      W    W   F       W     W    W        G    G"
_OFFICE = "       L      G    G   P       G     G    G        G    G"
_OFFED_ = "       L      G    G   F       G     G    G        G    G"
_NOPUB = "        M      M    M   M       M     M    M        M    M"

_KEEPS = "        L      W    W   P       W     W    W        W    P"
_KEEP1 = "        L      W    W   P       W     W    W        W    G"
_KEPT_ = "        L      W    W   F       W     W    W        W    F"
_KEPT1 = "        L      W    W   F       W     W    W        W    G"
"""Pages for who keeps the office; a 1 where they are about one person, unit, post."""

TO_ITS_FORM = _FORM_
"""Looking at an address that only takes a form leads to the page of the form, whosesoever it is."""
READ_CASE = Rule(_CASE_, _NO___)
SEND_CASE = Rule(_NO___, _SEND_)
FORM_CASE = Rule(_CASE_, _SEND_)

OF_KEEPER = Rule(
    "         L      W    W   P       W     W    W        W    P",
    "         L      W    W   F       W     W    W        W    F",
)
"""A page on which who keeps the office sets something of it."""


def of_step(step: str, get: str, post: str) -> Rule:
    """A page of a meeting: it stands on the step of its kind and on no other."""
    return Rule(get, post, {"no": step})


POLICY: dict[str, Rule] = {
    # kept typing: nothing of it is in these addresses
    "ketikan": Rule(_FORM_, _FORM_),
    "ketikan_buang": Rule(_FORM_, _FORM_),
    # people
    "masuk": Rule(
        "         P      R    R   R       R     R    R        R    R",
        "         P      R    R   R       R     R    R        R    R",
    ),
    "keluar": Rule(
        "         R      R    R   R       R     R    R        R    R",
        "         L      L    L   L       L     L    L        L    L",
    ),
    "kata_sandi": Rule(_HOME_, _HOME_),
    "masuk_kode": Rule(
        _PUB__,
        "         F      F    F   F       F     F    F        F    F",
    ),
    # the register of people
    "kantor_pegawai": Rule(_KEEPS, _NO___),
    "pegawai_baru": Rule(_KEEPS, _KEPT_),
    "pegawai": Rule(_KEEP1, _NO___),
    "pegawai_ubah": Rule(_KEEP1, _KEPT1),
    "pegawai_aktif": Rule(_KEEP1, _KEPT1),
    "pegawai_jabatan": Rule(_KEEP1, _KEPT1),
    "pegawai_hak": Rule(_KEEP1, _KEPT1),
    "pegawai_kode": Rule(_KEEP1, _KEPT1),
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
    "laporan_bagian": FORM_CASE,
    "laporan_ralat": FORM_CASE,
    # SOPs
    "sop": Rule(_HOME_, _NO___),
    "sop_baru": Rule(
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
    "sop_adopsi": Rule(
        "         L      W    W   P       W     W    W        W    G",
        "         L      W    W   F       W     W    W        W    G",
        {"version_id": "proposal_id"},
    ),
    # figures
    "kinerja": Rule(
        _HOME_,
        "         L      F    F   F       F     F    F        F    F",
    ),
    "kinerja_templat": Rule(_HOME_, _NO___),
    "kinerja_data": Rule(_LOOK_, _NO___),
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
