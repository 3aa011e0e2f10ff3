"""Sentences about other things, as reports are full of: rooms, courses, laws, the weather."""

from runut.core.kinerja.model import Sasaran
from tests.claims.telling import Teller

_LOOSE = (
    "Keberhasilan ini didukung oleh meningkatnya partisipasi masyarakat dan dukungan dunia usaha.",
    "Rapat koordinasi dilaksanakan {n} kali dengan melibatkan {k} perangkat daerah.",
    "Pelatihan diikuti {k} orang peserta dari seluruh kecamatan.",
    "Hambatan utama adalah terbatasnya tenaga teknis; dari {k} orang yang dibutuhkan baru tersedia "
    "{n} orang.",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 "
    "menjadi pedoman penyusunan laporan ini.",
    "Undang-Undang Nomor 23 Tahun 2014 sebagaimana diubah terakhir dengan Undang-Undang Nomor 6 "
    "Tahun 2023.",
    "Pada tanggal 17 Maret {y} dilakukan monitoring ke {n} lokasi.",
    "Untuk meningkatkan capaian, dilakukan pendampingan setiap triwulan.",
    "Penurunan jumlah petugas lapangan menyebabkan beban kerja bertambah.",
    "Upaya yang dilakukan antara lain menambah jam layanan menjadi 10 jam sehari.",
    "Jumlah pemohon naik {n} kali lipat, tetapi petugas tetap dapat melayani.",
    "Solusi yang telah dilakukan ialah penyederhanaan prosedur dari {k} langkah menjadi {n} langkah.",
    "Kerja sama dengan {n} perguruan tinggi diperluas.",
    "Koordinasi dengan Badan Pusat Statistik dilakukan untuk memperoleh data yang andal.",
    "Hal ini menunjukkan komitmen pimpinan dalam meningkatkan kualitas layanan.",
    "Diharapkan seluruh indikator mencapai target pada tahun mendatang.",
    "Agar target tercapai, setiap bidang menyusun rencana aksi.",
    "Sebanyak {k} pengaduan diterima melalui aplikasi dan {n} melalui loket.",
    "Kenaikan harga bahan bakar sebesar 30 persen memengaruhi biaya operasional.",
    "Inflasi daerah turun menjadi 2,6 persen pada akhir tahun.",
    "Survei dilakukan terhadap {k} responden pada semester II.",
    "Pada triwulan I capaian masih rendah karena kegiatan belum berjalan penuh.",
)


def loose(t: Teller, s: Sasaran) -> str | None:
    """Sentences about other things: their numbers and directions are no claims about figures."""
    words = t.rng.choice(_LOOSE)
    return words.format(n=t.rng.randint(2, 9), k=t.rng.randint(11, 240), y=t.tahun)
