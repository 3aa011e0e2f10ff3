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
_NOPUB = "        M      M    M   M       M     M    M        M    M"

TO_ITS_FORM = _FORM_
"""Looking at an address that only takes a form leads to the page of the form, whosesoever it is."""
READ_CASE = Rule(_CASE_, _NO___)
SEND_CASE = Rule(_NO___, _SEND_)
FORM_CASE = Rule(_CASE_, _SEND_)


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
    # cases
    "tugas": Rule(_HOME_, _NO___),
    "pelaksanaan": Rule(_HOME_, _NO___),
    "kasus_mulai": Rule(
        "         L      W    W   P       W     W    W        W    G",
        "         L      W    W   F       W     W    W        W    G",
    ),
    "kasus": READ_CASE,
    "kasus_riwayat": READ_CASE,
    "langkah": FORM_CASE,
    "langkah_kembalikan": Rule(_DONE_, _SEND_, {"no": "periksa"}),
    "langkah_jenis": Rule(
        "         L      G    G   P       G     G    G        G    G",
        "         L      G    G   F       G     G    G        G    G",
    ),
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
    # reports
    "laporan": Rule(_HOME_, _NO___),
    "laporan_papan": READ_CASE,
    "laporan_pratinjau": READ_CASE,
    "laporan_bagian": FORM_CASE,
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
    "rapat_check_in": frozenset(
        {"office.nama", "meeting.acara", "meeting.tempat", "invitee.nama", "invitee.jabatan"}
    ),
}
"""Pages for everybody: the words of an office that they show to the whole world."""
