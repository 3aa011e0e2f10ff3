"""What the lines of the audit chain say that this room has written."""

WORDS = {
    "bukti.diunggah": "menyimpan bukti {nama} untuk {indikator} ({kapan})",
    "bukti.ditarik": "menarik bukti {nama} untuk {indikator} ({kapan}): {alasan}",
}
