"""What the lines of the audit chain say that this room has written."""

WORDS = {
    "rencana_aksi.ditugaskan": "menugaskan rencana aksi dari {judul}: {tugas}",
    "rencana_aksi.terlaksana": "menjawab rencana aksi “{rencana}”: terlaksana. {hasil} "
    "Bukti: {bukti}",
    "rencana_aksi.tidak": "menjawab rencana aksi “{rencana}”: tidak terlaksana. {hasil}",
    "rencana_aksi.diserahkan": "menyerahkan rencana aksi “{rencana}” kepada {kepada}: {alasan}",
}
