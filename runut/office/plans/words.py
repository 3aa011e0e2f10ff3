"""What the lines of the audit chain say that this room has written."""

WORDS = {
    "pk.dicatat": "mulai mencatat Perjanjian Kinerja ini",
    "pk.diubah": "mengubah isinya, simpanan ke-{versi}",
    "pk.dibekukan": "membekukan naskahnya untuk ditandatangani",
    "pk.dibuka_lagi": "membuka lagi naskah yang belum ditandatangani",
    "pk.ditandatangani": "mencatat tanda tangan {nama} ({cara})",
}
