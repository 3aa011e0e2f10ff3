"""Who gets what at the doors of the office and of his own account."""

from tests.security.rule import (
    _FORM_,
    _HOME_,
    _NO___,
    _NOPUB,
    _OWN__,
    _PUB__,
    _UNSEEN,
    OF_KEEPER,
    Rule,
)

ENTRY: dict[str, Rule] = {
    "masuk": Rule(
        "         P      R    R   R       R     R    R        R    R",
        "         P      R    R   R       R     R    R        R    R",
    ),
    "keluar": Rule(
        "         R      R    R   R       R     R    R        R    R",
        "         L      L    L   L       L     L    L        L    L",
    ),
    "masuk_langkah_kedua": Rule(
        "         L      R    R   R       R     R    R        R    R",
        "         L      R    R   R       R     R    R        R    R",
    ),
    "masuk_kunci_sandi": Rule(
        "         P      R    R   R       R     R    R        R    R",
        "         P      R    R   R       R     R    R        R    R",
    ),
    # an office without a provider of logins has no such pages
    "masuk_penyedia": Rule(_UNSEEN, _NOPUB),
    "masuk_penyedia_kembali": Rule(_UNSEEN, _NOPUB),
    "masuk_penyedia_keluar": Rule(_UNSEEN, _NOPUB),
    "kata_sandi": Rule(_HOME_, _HOME_),
    "akun": Rule(_HOME_, _NO___),
    "akun_langkah_kedua": Rule(_HOME_, _OWN__),
    "akun_langkah_kedua_lepas": Rule(_FORM_, _FORM_),
    "akun_kode_pemulihan": Rule(
        "         L      P    R   R       R     R    R        R    R",
        "         L      F    R   R       R     R    R        R    R",
    ),
    "akun_kunci_sandi": Rule(_HOME_, _OWN__),
    "akun_kunci_sandi_buat": Rule(_FORM_, _FORM_),
    "akun_kunci_sandi_lepas": Rule(
        "         L      P    G   G       G     G    G        G    G",
        "         L      F    G   G       G     G    G        G    G",
    ),
    "akun_sesi_akhiri": Rule(
        _FORM_,
        "         L      B    B   B       B     B    B        B    B",
    ),
    "kantor_masuk": OF_KEEPER,
    "masuk_kode": Rule(
        _PUB__,
        "         F      F    F   F       F     F    F        F    F",
    ),
}
