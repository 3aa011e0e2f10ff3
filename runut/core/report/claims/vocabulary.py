"""The words by which a sentence ties a number to its thing, says a direction, or says nothing."""

from collections.abc import Sequence

from runut.core.report.claims.known import Peran
from runut.core.words.items import listed

GLUE = listed(
    "adalah ialah yaitu yakni merupakan sebesar sebanyak sejumlah senilai pada di "
    "ke dengan yang ini "
    "itu tersebut tahun tercatat ditetapkan angka mencapai menjadi hanya baru "
    "telah sudah juga kembali "
    "berhasil berada masih sekitar kurang lebih hampir realisasi terealisasi realisasinya capaian "
    "capaiannya kinerja kinerjanya target targetnya ditargetkan dari sampai akhir dalam perjanjian "
    "rencana strategis renstra pk indikator iku nilai nilainya hasil hasilnya secara untuk atau "
    "periode posisi sebelumnya lalu naik turun meningkat menurun bertambah "
    "berkurang tumbuh bergerak "
    "diperoleh memperoleh meraih diraih terukur diukur sasaran tingkat bahkan tepatnya ternyata "
    "menunjukkan total rata-rata persentase tetap bertahan stabil membaik memburuk kenaikan "
    'penurunan peningkatan mengalami terjadi besar sekarang saat daerah oleh : , ( ) “ ” " '
    "terhadap "
    "dibandingkan dibanding daripada kinerjanya adapun dan sementara sedangkan sehingga capaian "
    "kemudian semula awalnya kondisi kualitas ketepatan jumlah mampu dapat tidak belum melampaui "
    "melebihi atas bawah standar nasional selama sepanjang kategori berkategori "
    "predikat lebih tinggi "
    "rendah tertinggi terendah paling menetapkan menargetkan jika bila maka "
    "sehingga karena perjanjian "
    "pengukuran berdasarkan hingga persentase tinggi besar dicatat dengan adanya berhasil tahunan "
    "lalu ditekan mampu sejak jangka menengah cukup signifikan diperjanjikan "
    "jumlahnya masing melihat "
    "termasuk tergolong sesuai berjalan hari perbandingan maupun antara lain "
    "kegiatan secara keseluruhan tercapai menghasilkan ketimbang disandingkan justru malah masih "
    "dipatok disepakati batas tertinggal meleset menembus melewati menandingi jauh "
    "mengungguli terpaut tinggal ambang"
)
"""Words that may stand between a thing and its number without bringing in another thing."""

ROLES: dict[str, frozenset[Peran]] = {}


def _role(words: str, *roles: Peran) -> None:
    for word in words.split():
        ROLES[word] = frozenset(roles)


_role("nasional", Peran.STANDAR)
_role("target targetnya ditargetkan menargetkan diperjanjikan", Peran.TARGET)
_role("realisasi realisasinya terealisasi direalisasikan", Peran.REALISASI)
_role("capaian capaiannya", Peran.CAPAIAN, Peran.REALISASI)
_role("standar", Peran.STANDAR)
_role("kemajuan", Peran.KEMAJUAN)
_role("selisih deviasi", Peran.SELISIH, Peran.PERUBAHAN)

UP = listed(
    "naik meningkat bertambah tumbuh melonjak menanjak merangkak terdongkrak terkerek melesat "
    "membengkak"
)
DOWN = listed(
    "turun menurun berkurang merosot anjlok menyusut melorot melandai terpangkas dipangkas "
    "jeblok ambruk amblas melemah"
)
RISE = listed("kenaikan peningkatan pertumbuhan lonjakan")
FALL = listed("penurunan pengurangan kemerosotan")
BETTER = listed("membaik")
WORSE = listed("memburuk kemunduran")
SAME = listed("tetap stagnan bertahan")
MOVES = UP | DOWN | RISE | FALL
NOT = listed("tidak belum bukan tak tanpa")
HOPE = listed(
    "akan agar supaya untuk guna diharapkan diupayakan ditargetkan direncanakan diproyeksikan "
    "apabila jika bila harus perlu hendak semestinya seharusnya demi upaya berupaya berusaha "
    "diarahkan"
)
"""Words that speak of what is hoped or planned, not of what is."""
APPROX = listed("sekitar kira-kira hampir kisaran lebih")
HIGHER = listed("tinggi besar banyak")
LOWER = listed("rendah kecil sedikit")


def hopes(words: Sequence[str]) -> bool:
    """Whether words speak of what is hoped or planned: "jika dibandingkan" only compares."""
    after = (*words[1:], "")
    return any(
        word in HOPE - {"untuk", "guna"}
        and not following.startswith(("dibanding", "dilihat", "melihat"))
        for word, following in zip(words, after, strict=False)
    )
