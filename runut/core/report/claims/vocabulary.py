"""The words by which a sentence ties a number to its thing, hopes, or says nothing."""

from collections.abc import Sequence

from runut.core.report.claims.known import Peran
from runut.core.report.claims.phrases import MOVING
from runut.core.words.items import listed

SHOWN = listed(
    "mencapai tercatat memperoleh meraih menjadi berada diperoleh membukukan mencatat mencatatkan "
    "menorehkan mengantongi mengemas bertengger parkir bercokol tertahan menetap mendarat ditutup "
    "berakhir berhenti terhenti menduduki menempati menyentuh menghasilkan berlabuh bermuara"
)
"""Verbs by which a result has its figure."""
HEADS = listed(
    "angka nilai skor besaran kondisi tren kecenderungan perkembangan posisi arah laju perolehan "
    "raihan hasil prestasi torehan catatan kinerja capaian realisasi pencapaian grafik "
    "pergerakan status keadaan garis perhitungan penghitungan pengukuran survei keberhasilan "
    "kegagalan indikator iku target realisasinya capaiannya kinerjanya"
)
"""Nouns that only lead a name: "angka X", "tren X"."""
TELLS = listed(
    "bahwa menunjukkan memperlihatkan menampilkan mencatat melihat mengakui membuktikan menyatakan "
    "menegaskan melaporkan menyimpulkan diketahui terlihat tampak dicatat tercatat terbukti adalah "
    "yaitu yakni ialah berarti menandakan menjadikan membuat membawa mengantar dipastikan tampaknya"
)
"""Before a name they only tell what is said of it."""
LIGHT = listed(
    "lagi pula pun saja memang sungguh sangat amat agak relatif tipis tajam drastis pesat lambat "
    "pelan perlahan terus konsisten nyata jelas mencolok berarti signifikan cukup lumayan "
    "sedikit jauh begitu demikian sekali akhirnya ternyata nyatanya rupanya kenyataannya "
    "faktanya sayangnya syukurlah untungnya alhasil walhasil kendati walau walaupun meski "
    "meskipun sampai hingga per penutupan tutup penghujung ujung berjalan level titik tampak "
    "terlihat tampaknya terbukti dipastikan dinyatakan dilaporkan terpantau dapat bisa mampu "
    "sanggup berhasil sukses mulus kembali berturut-turut beruntun kami kita organisasi justru "
    "malah malahan apa persis tepat benar betul lebih awal dari semula praktis hanya cuma "
    "sekadar setidaknya paling tidak cenderung bergerak beranjak secara umum keseluruhan tahunan "
    "lain ketika maka pada di dengan akan-tetapi kali sepenuhnya sekaligus nan si para oleh ada "
    "terdapat satu termasuk tergolong mengalami menunjukkan memperlihatkan menampilkan mencatat "
    "mencatatkan membukukan menorehkan mengalaminya menikmati boleh dibilang dikatakan kecil "
    "besar kemudian selanjutnya lalu seterusnya indikator satu-satunya yang waktu waktunya tetap "
    "masih juga baru gemilang memuaskan menggembirakan mengkhawatirkan serius positif negatif "
    "sehat kini terakhir kunjung sesungguhnya sebenarnya sejatinya hakikatnya alhamdulillah mata "
    "kelompok golongan deretan barisan jajaran apabila berkisar genap bulat pas salah selesai "
    "berstatus daftar masuk garis finis resmi meyakinkan telak mantap nyaman aman keduanya "
    "kedua-duanya sama-sama kompak serempak bersama-sama bersamaan dibukukan diraih berlebih "
    "lantas barulah apalagi lebih-lebih sebagian berhasil diakui harus kita mengakui bahwa "
    "dipungkiri dimungkiri terbilang terhitung tergapai terjadi kian semakin makin selalu "
    "senantiasa terlalu keluar sebagai terjaga dijaga ayal pelak alias selepas seusai setahun "
    "sepanjang selama dua tahun-tahun belakangan silam berlalu mau dinilai dapat dilihat "
    "tetaplah pada akhirnya  kunjung"
)
"""Small words: they neither change of what is spoken, nor what is said."""

GLUE = (
    LIGHT
    | SHOWN
    | HEADS
    | MOVING
    | listed(
        "adalah ialah yaitu yakni merupakan sebesar sebanyak sejumlah senilai pada di ke dengan "
        "yang ini itu tersebut tahun tercatat ditetapkan angka hanya baru telah sudah juga "
        "kembali masih sekitar kurang lebih hampir terealisasi target targetnya ditargetkan dari "
        "sampai akhir dalam perjanjian rencana strategis renstra pk nilainya hasilnya secara "
        "untuk atau periode sebelumnya raih terukur diukur sasaran tingkat bahkan tepatnya total "
        "rata-rata persentase bertahan stabil membaik memburuk sekarang saat daerah : , ( ) “ ” "
        "terhadap dibandingkan dibanding daripada adapun dan sementara sedangkan sehingga "
        "semula awalnya kualitas ketepatan jumlah tidak belum melampaui melebihi atas bawah "
        "standar nasional selama sepanjang kategori berkategori predikat tinggi rendah tertinggi "
        "terendah menetapkan menargetkan jika bila karena pengukuran berdasarkan adanya sejak "
        "jangka menengah diperjanjikan dijanjikan jumlahnya masing melihat sesuai hari "
        "perbandingan maupun antara tercapai ketimbang disandingkan disejajarkan dipatok "
        "disepakati batas tertinggal meleset menembus melewati menandingi mengungguli terpaut "
        "tinggal ambang mengalami terjadi meraih diraih memenuhi perolehan jarak selisih menuju "
        "kekurangan kelebihan setara "
        "memerlukan membutuhkan tambahan"
    )
)
"""Words that may stand between a thing and its number without bringing in another thing."""

ROLES: dict[str, frozenset[Peran]] = {}


def _role(words: str, *roles: Peran) -> None:
    for word in words.split():
        ROLES[word] = frozenset(roles)


_role("nasional", Peran.STANDAR)
_role("target targetnya ditargetkan menargetkan diperjanjikan dijanjikan dipatok", Peran.TARGET)
_role("realisasi realisasinya terealisasi direalisasikan", Peran.REALISASI)
_role("capaian capaiannya", Peran.CAPAIAN, Peran.REALISASI)
_role("standar", Peran.STANDAR)
_role("kemajuan", Peran.KEMAJUAN)
_role("selisih deviasi jarak kekurangan kelebihan terpaut", Peran.SELISIH, Peran.PERUBAHAN)

NOT = listed("tidak belum bukan tak tanpa")
HOPE = listed(
    "akan agar supaya untuk guna diharapkan diupayakan ditargetkan direncanakan "
    "diproyeksikan apabila jika bila harus perlu hendak semestinya seharusnya demi upaya "
    "berupaya berusaha diarahkan seandainya andai andaikata kalau kalaupun sekiranya "
    "mestinya ingin bertekad berharap harapan semoga proyeksi diprediksi diperkirakan "
    "rencananya niat dikhawatirkan berpotensi berpeluang mungkin dimungkinkan ditujukan "
    "bertujuan mendorong mengupayakan berikhtiar ikhtiar sebaiknya hendaknya asalkan asal "
    "prediksi perkiraan anggapan dugaan asumsi isu kabar keraguan kekhawatiran sempat pernah "
    "risiko berisiko diusulkan mengusulkan usulan dituntut wajib seyogianya apakah strategi "
    "cita-cita tantangan"
)
"""Words that speak of what is hoped, feared, planned, or was so for a while, not of what is."""
FOREIGN = listed(
    "tetangga pusat kementerian bappenas presiden who ombudsman rpjmn nasional internasional "
    "global dunia asean lainnya sebelah bps"
)
"""Words by which a sentence speaks of another government."""
DISTANCE = listed("jarak selisih deviasi kekurangan kelebihan celah gap kesenjangan tambahan")
ALWAYS = listed(
    "terus konsisten selalu senantiasa berturut-turut beruntun berlanjut putus henti jeda"
)
"""A movement of every year, not only from the first to the last."""
SPELLED = dict(
    pair.split("=")
    for pair in [
        "thn=tahun",
        "th=tahun",
        "ta=tahun",
        "t.a.=tahun",
        "yg=yang",
        "dgn=dengan",
        "utk=untuk",
        "pd=pada",
        "dlm=dalam",
        "krn=karena",
        "tdk=tidak",
        "sdh=sudah",
        "blm=belum",
        "thd=terhadap",
        "tsb=tersebut",
    ]
)
"""Short spellings of officials: they are read as the words they stand for."""
APPROX = listed("sekitar kira-kira hampir kisaran lebih nyaris mendekati")
HIGHER = listed("tinggi besar banyak")
LOWER = listed("rendah kecil sedikit")


SEEING = (
    "diband", "dilihat", "melihat", "disanding", "disejajar", "ditelusuri", "dicermati",
    "ditengok", "ditinjau", "diamati", "dihitung", "diukur", "digambarkan", "ditarik",
    "diperhatikan", "dirinci", "merujuk", "mengacu", "menilik", "mencermati", "berkaca",
    "dijadikan", "diletakkan", "diakui", "mengakui", "akui", "dikatakan", "diingat", "dipahami",
    "dirangkum", "dibaca", "dicatat", "disimak", "dikaji", "diurai", "dijumlah", "dihimpun",
    "dipandang", "ditimbang",
)  # fmt: skip
"""After "jika" or "harus" these only look at what is: "jika dibandingkan", "harus diakui"."""
_MADE = listed("upaya strategi ikhtiar")
_MAKING = listed("telah sudah membuat berbuah membuahkan menghasilkan membawa")
"""Efforts that were made hope for nothing any more: "berbagai upaya telah dilakukan"."""
_SEEN_WITHIN = 6


def hopes(words: Sequence[str]) -> bool:
    """Whether words speak of what is hoped or planned."""
    return any(
        word in HOPE - {"untuk", "guna"}
        and not (word == "pernah" and at and words[at - 1] in NOT)
        and not (word in _MADE and _MAKING.intersection(words[at + 1 : at + 7]))
        and not any(one.startswith(SEEING) for one in words[at + 1 : at + _SEEN_WITHIN])
        for at, word in enumerate(words)
    )
