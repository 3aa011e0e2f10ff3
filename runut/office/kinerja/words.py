"""What the lines of the audit chain say that this room has written."""

WORDS = {
    "kinerja.diunggah": "memuat {nama} untuk diperiksa",
    "kinerja.unggahan_dibatalkan": "membatalkan unggahan {nama}",
    "kinerja.dimuat": "menerapkan {nama} sebagai versi {versi}: {alasan}",
    "kinerja.temuan_dijawab": "menyatakan benar “{temuan}”: {alasan}",
    "kinerja.temuan_diserahkan": "menyerahkan temuan kepada {kepada}: {temuan}",
    "kinerja.temuan_dibetulkan": "membetulkan dengan versi {versi}: {temuan}",
}
