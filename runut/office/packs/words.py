"""What the lines of the audit chain say that this room has written."""

WORDS = {
    "paket.jendela": "membuka pengisian {masa} dari {dibuka} sampai {ditutup} {alasan}",
    "paket.dikirim": "menyiapkan paket data {unit} {masa} {kepada}",
    "paket.ditarik": "menarik tautan paket data {unit} {masa}: {alasan}",
    "paket.diisi": "{unit} mengisi {jumlah} angka {masa} melalui {melalui}",
    "paket.ditolak": "menolak {jumlah} usulan {unit} {masa}: {alasan}",
    "paket.dipakai": "memakai {jumlah} usulan {unit} {masa} dalam data versi {versi}",
}
