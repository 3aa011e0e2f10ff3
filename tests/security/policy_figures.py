"""Who gets what of the figures of a year: workbooks, packs, evidence, the Perjanjian Kinerja."""

from tests.security.rule import (
    _FIGUR1,
    _FIGUR_,
    _FIGURS,
    _FIGUS1,
    _FORM_,
    _HOME_,
    _LOOK_,
    _NO___,
    _NOPUB,
    _NOUNIT,
    _OWN__,
    _UNSEEN,
    Rule,
)

FIGURES: dict[str, Rule] = {
    "kinerja": Rule(
        _HOME_,
        "         L      F    F   F       F     F    F        F    F",
    ),
    "kinerja_templat": Rule(_HOME_, _NO___),
    "kinerja_data": Rule(_LOOK_, _NO___),
    # packs of units: by who manages the figures, and by whoever has opened the link of one
    "paket": Rule(_FIGUR_, _NO___),
    "paket_jendela": Rule(_FIGUR_, _FIGURS, {"tahun": "tahun_data"}),
    # of which unit stands behind the question mark
    "paket_kirim": Rule(_NOUNIT, _NOUNIT, {"tahun": "tahun_data"}),
    "paket_satu": Rule(_FIGUR1, _FIGUS1),
    "paket_tarik": Rule(_FIGUR1, _FIGUS1),
    "isi_masuk": Rule(
        "         R      R    R   R       R     R    R        R    R",
        _NOPUB,
        {"token": "pack_token"},
    ),
    "isi": Rule(_UNSEEN, _UNSEEN),
    "isi_buku": Rule(_UNSEEN, _NOPUB),
    "isi_unggah": Rule(_UNSEEN, _UNSEEN),
    # evidence of figures
    "bukti": Rule(_HOME_, _OWN__, {"tahun": "tahun_data"}),
    "bukti_berkas": Rule(_LOOK_, _NO___),
    "bukti_tarik": Rule(_FIGUR1, _FIGUS1),
    "kinerja_unggahan": Rule(
        "         L      P    G   P       G     G    G        G    G",
        "         L      F    G   F       G     G    G        G    G",
    ),
    "kinerja_unggahan_batal": Rule(
        _FORM_,
        "         L      B    G   B       G     G    G        G    G",
    ),
    "kinerja_temuan": Rule(_HOME_, _NO___, {"tahun": "tahun_data"}),
    "kinerja_temuan_jawab": Rule(
        _LOOK_, "         L      F    F   F       F     F    F        F    G"
    ),
    "rencana_aksi": Rule(_HOME_, _NO___),
    "rencana_aksi_satu": Rule(
        _LOOK_, "         L      F    F   F       F     F    F        F    G"
    ),
    "kinerja_buku": Rule(_LOOK_, _NO___),
    "kinerja_triwulan": Rule(_LOOK_, _NO___),
    "kinerja_isi_mulai": Rule(
        "         L      P    G   P       G     G    G        G    P",
        "         L      F    G   F       G     G    G        G    F",
    ),
    "kinerja_isi": Rule(
        "         L      P    G   P       G     G    G        G    P",
        _NO___,
        {"tahun": "tahun_data"},
    ),
    "kinerja_isi_baris": Rule(
        "         L      P    G   P       G     G    G        G    P",
        "         L      F    G   F       G     G    G        G    F",
        {"tahun": "tahun_data", "jenis": "jenis_baris"},
    ),
    # the Perjanjian Kinerja: read by all of the office, written by who keeps the figures
    "pk_daftar": Rule(_HOME_, "         L      F    F   F       F     F    F        F    F"),
    "pk": Rule(_LOOK_, "         L      F    F   F       F     F    F        F    G"),
    "pk_isi": Rule(
        "         L      P    R   P       R     R    R        R    G",
        "         L      F    F   F       F     F    F        F    G",
    ),
    "pk_naskah": Rule(_LOOK_, _NO___, {"agreement_id": "frozen_id"}),
    # of which figure is asked behind the question mark
    "kinerja_angka": Rule("         L      G    G   G       G     G    G        G    G", _NO___),
}
