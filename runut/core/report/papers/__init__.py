"""The papers that a case leaves, each from its facts to blocks; one module a paper.

``letter`` holds what they have in common: title, people, signer, copies.
"""

PUBLIC = (
    "buku",
    "catatan_hasil",
    "daftar_hadir",
    "disposisi",
    "isian",
    "kesiapan",
    "lembar_paraf",
    "letter",
    "nomor",
    "nota_dinas",
    "notula",
    "pembukaan",
    "pengantar",
    "penugasan",
    "perjanjian_kinerja",
    "serah_terima",
    "timeline",
    "undangan",
)
