"""Every check of an SOP, one record each: code, name, meaning, level, remedy, rule, function.

``all`` runs them, ``model`` is their shape, ``peraturan`` the catalogue of legal bases. The modules
of single subjects are open to ``mending``, which repairs exactly what they find.
"""

PUBLIC = (
    "all",
    "bagian",
    "dasar_hukum",
    "data",
    "identitas",
    "istilah",
    "langkah",
    "model",
    "peraturan",
    "waktu",
)
