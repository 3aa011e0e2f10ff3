"""The words of reports as data: what says a direction, a comparison, a target, and what says nothing.

Another word for the same is added here and nowhere else. A table of phrases is one text: phrases
are parted by ``;``, words that may stand for one another by ``|``.
"""

from collections.abc import Sequence
from enum import StrEnum

from runut.core.report.claims.known import Peran
from runut.core.words.items import listed


class Sign(StrEnum):
    """What a word or a phrase says, whatever the wording."""

    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"
    BAIK = "membaik"
    BURUK = "memburuk"
    CAPAI = "mencapai"
    GAGAL = "gagal mencapai"
    LAMPAU = "melampaui"
    ATAS = "di atas"
    BAWAH = "di bawah"
    SAMA = "sama dengan"
    TARGET = "target"
    AKHIR = "target akhir Renstra"
    LALU = "tahun lalu"
    NASIONAL = "standar nasional"
    TIDAK = "tidak"
    HAMPIR = "hampir"
    LAIN = ""
    """Says nothing here, though its words do elsewhere: "tidak hanya", "target triwulan"."""


MOVES = frozenset((Sign.NAIK, Sign.TURUN, Sign.TETAP, Sign.BAIK, Sign.BURUK))
LEVELS = frozenset((Sign.CAPAI, Sign.GAGAL, Sign.LAMPAU, Sign.ATAS, Sign.BAWAH, Sign.SAMA))
COMPARANDS = frozenset((Sign.TARGET, Sign.AKHIR, Sign.LALU, Sign.NASIONAL))

UP = listed(
    "naik meningkat bertambah tumbuh melonjak menanjak merangkak terdongkrak terkerek melesat "
    "membengkak membesar meninggi mendaki meroket melambung terangkat terkatrol melejit "
    "mengembang bertumbuh menguat meluas melebar memanjang menggelembung meruyak merambat "
    "berkembang menebal melompat terlonjak berlipat menggunung memuncak membumbung menggeliat bangkit "
    "membubung melaju mencuat terungkit"
)
DOWN = listed(
    "turun menurun berkurang merosot anjlok menyusut melorot melandai terpangkas dipangkas "
    "jeblok ambruk amblas ambles melemah menciut mengecil tergerus terkikis terpuruk surut menipis "
    "merendah terkoreksi tergelincir susut mengempis mengendur kendur terjun jatuh rontok ditekan "
    "tertekan dikurangi diturunkan menyempit memendek longsor merunduk luruh tereduksi "
    "menukik tumbang ambrol meluncur mengerut menyurut mereda terpotong dipotong terperosok terjerembap "
    "berguguran meredup"
)
RISE = listed(
    "kenaikan peningkatan pertumbuhan lonjakan penambahan pertambahan eskalasi pembengkakan"
)
FALL = listed(
    "penurunan pengurangan kemerosotan penyusutan pelemahan kejatuhan pengikisan koreksi reduksi"
)
BETTER = listed("membaik pulih")
WORSE = listed("memburuk kemunduran mundur pemburukan")
MOVING = UP | DOWN | RISE | FALL
NOUNS = RISE | FALL | listed("perbaikan kemajuan kemunduran perubahan pergeseran stagnasi kegagalan")
"""They claim a movement only where the sentence says that it happened: "terjadi penurunan"."""
ACTS = {
    Sign.NAIK: listed("menaikkan meningkatkan mendongkrak mengerek menambah mengangkat memacu"),
    Sign.TURUN: listed("menurunkan menekan mengurangi memangkas menyusutkan mengikis meredam"),
    Sign.BAIK: listed("memperbaiki"),
}
"""They claim a movement only where somebody succeeded in them: "berhasil menekan"."""
DID = listed("berhasil mampu sukses gagal")
DONE = listed(
    "tercapai terpenuhi tergapai teraih terwujud dicapai dipenuhi terlampaui tuntas kesampaian "
    "dituntaskan diwujudkan dipenuhi terkejar tergenapi luput meleset kandas gagal tercapainya "
    "terpenuhinya terlewati dilewati dilampaui ditembus tertembus melenceng kegagalan"
)
"""They speak of the target though none is named: "X tercapai"."""

_MORE = "semakin|kian|makin|lebih|bertambah"
_PHRASES: dict[Sign, str] = {
    Sign.NAIK: "|".join(UP | RISE | ACTS[Sign.NAIK])
    + "; semakin|kian|makin|bertambah tinggi|besar|banyak|lama|panjang; beranjak|bergerak|merangkak"
    "|merambat|terdorong|terkoreksi naik; bergerak|bergeser ke atas; menuju naik",
    Sign.TURUN: "|".join(DOWN | FALL | ACTS[Sign.TURUN])
    + "; semakin|kian|makin rendah|kecil|sedikit|pendek; bergerak|bergeser|cenderung|terkoreksi "
    "turun; bergerak|bergeser ke bawah; terjun bebas; jatuh bebas",
    Sign.TETAP: "stagnan|stagnasi|mandek|mandeg|konstan|statis|mendatar|bertahan; tetap sama; jalan di "
    "tempat; tidak|tak|belum|tanpa berubah|bergerak|bergeser|beranjak|perubahan|pergeseran; "
    "tidak|tak|belum ada|terjadi|mengalami|menunjukkan|terdapat perubahan|pergeseran; "
    "tidak|tak|belum naik maupun|ataupun|atau turun; sama saja; sama seperti|dengan tahun",
    Sign.BAIK: "|".join(BETTER | ACTS[Sign.BAIK])
    + f"; {_MORE} baik|bagus; perbaikan; kemajuan; bergerak|melangkah maju; "
    "perkembangan|tren|kecenderungan|arah positif",
    Sign.BURUK: "|".join(WORSE)
    + f"; {_MORE} buruk|jelek|parah; tren|kecenderungan|perkembangan|arah negatif",
    Sign.CAPAI: "mencapai|memenuhi|menyentuh|meraih|menggapai|menjangkau|menepati|menggenapi|"
    "tercapai|terpenuhi|tergapai|teraih|terwujud|dicapai|dipenuhi|digapai|diraih|ditepati|"
    "kesampaian|tuntas|dituntaskan|diwujudkan|genap|tergenapi|terkejar|terjangkau|menuntaskan|menunaikan|menjawab|membayar|melunasi; terealisasi|terlaksana|terbayar sepenuhnya|seluruhnya|penuh|lunas; "
    "sesuai; sesuai|sejalan|selaras dengan; tepat pada|di|sesuai; sampai pada|ke|di; tiba di|pada",
    Sign.GAGAL: "meleset|luput|kandas|melenceng|tertinggal|terpaut|menyimpang; jauh "
    "dari; masih|belum jauh dari; selangkah lagi; tinggal selangkah; di luar; kalah dari|dengan",
    Sign.LAMPAU: "melampaui|melebihi|melewati|menembus|mengungguli|menandingi|terlampaui|dilampaui|"
    "dilewati|terlewati|terlewat|ditembus|tertembus|tembus|melangkahi|dilebihi|diungguli|unggul|"
    "mengatasi|melompati|menyalip|kelebihan; lebih dari",
    Sign.ATAS: "di atas; lebih tinggi|besar|banyak|lama; jauh di atas",
    Sign.BAWAH: "di bawah; lebih rendah|kecil|sedikit; kurang dari; jauh di bawah",
    Sign.SAMA: "menyamai|setara; sama dengan; sama persis; persis sama; sama besar; sama tinggi; "
    "persis|tepat sebesar; identik",
    Sign.TARGET: "target|ditargetkan|diperjanjikan|dijanjikan|dipatok|patokan|pk|komitmen|ambang|"
    "disepakati|direncanakan|rencana|janji|ekspektasi|targetkan; perjanjian|janji|kontrak kinerja; "
    "batas yang diperjanjikan|ditargetkan|dipatok|disepakati|ditetapkan; "
    "angka|nilai|besaran perjanjian; yang ditetapkan|dipasang|semestinya|seharusnya",
    Sign.AKHIR: "renstra|rpjmd; rencana strategis; jangka menengah; akhir periode|renstra; akhir "
    "masa renstra; target akhir; lima tahun|tahunan; akhir rencana strategis",
    Sign.LALU: "tahun lalu|sebelumnya|kemarin|silam|terdahulu; tahun yang lalu; setahun lalu|"
    "sebelumnya|silam; periode|capaian|posisi|hasil|raihan|angka|kondisi|realisasi sebelumnya|lalu",
    Sign.NASIONAL: "standar|rata-rata|capaian|angka|tingkat|rerata nasional; standar",
    Sign.TIDAK: "tidak|belum|bukan|tak|tanpa|gagal|urung|batal|enggan|bukannya|alih-alih|jangankan|"
    "mustahil|kegagalan; tidak|tak|belum pernah; jauh dari kata; mendekati; sulit",
    Sign.HAMPIR: "hampir|nyaris",
    Sign.LAIN: "tidak|bukan|tak hanya|sekadar|cuma|saja|semata; tidak|tak sedikit|jauh; "
    "hampir|nyaris seluruh|semua|seluruhnya; tidak|tak lepas|luput|terlepas dari; "
    "target nasional|triwulan|bulanan|semester; rencana aksi|kerja|kegiatan|anggaran|tindak; "
    "lebih dulu|lanjut|cepat|lambat|awal; mencapai|meraih|menyentuh puncak; turun tangan|lapangan; "
    "naik kelas|daun; semakin|kian|makin|lebih rendah|tinggi|kecil|besar|sedikit|banyak|cepat semakin|kian|makin|"
    "lebih baik|bagus|buruk; jatuh tempo; tidak|tak|belum lama; bukan tanpa; tidak|tak ayal|pelak|urung|disangka|terduga|dinyana|heran|mengherankan|"
    "terasa|terelakkan; mau tidak mau; tidak|tak bisa|dapat dimungkiri|dipungkiri|disangkal|diingkari; tanpa putus|"
    "henti|jeda|terputus",
}
"""Every wording of every sign; the longest that fits is meant."""


def _expanded(table: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for phrase in table.split(";"):
        many: list[tuple[str, ...]] = [()]
        for word in phrase.split():
            many = [(*one, choice) for one in many for choice in word.split("|")]
        found += many
    return found


PHRASES: dict[str, list[tuple[tuple[str, ...], Sign]]] = {}
"""By their first word, the longest first."""
for _sign, _table in _PHRASES.items():
    for _words in _expanded(_table):
        PHRASES.setdefault(_words[0], []).append((_words, _sign))
for _list in PHRASES.values():
    _list.sort(key=lambda one: -len(one[0]))

SHOWN = listed(
    "mencapai tercatat memperoleh meraih menjadi berada diperoleh membukukan mencatat mencatatkan "
    "menorehkan mengantongi mengemas bertengger parkir bercokol tertahan menetap mendarat ditutup "
    "berakhir berhenti terhenti menduduki menempati menyentuh menghasilkan berlabuh bermuara"
)
"""Verbs by which a result has its figure."""
HEADS = listed(
    "angka nilai skor besaran kondisi tren kecenderungan perkembangan posisi laju perolehan raihan "
    "hasil prestasi torehan catatan kinerja capaian realisasi pencapaian grafik pergerakan status "
    "keadaan garis keberhasilan kegagalan indikator iku target realisasinya capaiannya kinerjanya"
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
    "pelan perlahan terus konsisten nyata jelas mencolok berarti signifikan cukup lumayan sedikit "
    "jauh begitu demikian sekali akhirnya ternyata nyatanya rupanya kenyataannya faktanya sayangnya "
    "syukurlah untungnya alhasil walhasil kendati walau walaupun meski meskipun sampai hingga per "
    "penutupan tutup penghujung ujung berjalan level titik tampak terlihat tampaknya terbukti "
    "dipastikan dinyatakan dilaporkan terpantau dapat bisa mampu sanggup berhasil sukses mulus "
    "kembali berturut-turut beruntun kami kita organisasi justru malah malahan "
    "apa persis tepat benar betul lebih awal dari semula praktis hanya cuma sekadar setidaknya "
    "paling tidak cenderung bergerak beranjak secara umum keseluruhan tahunan lain ketika "
    "maka pada di dengan akan-tetapi kali sepenuhnya sekaligus nan si para oleh ada terdapat satu "
    "termasuk tergolong mengalami menunjukkan memperlihatkan menampilkan mencatat mencatatkan "
    "membukukan menorehkan mengalaminya menikmati boleh dibilang dikatakan kecil besar kemudian "
    "selanjutnya lalu seterusnya indikator satu-satunya yang waktu waktunya tetap masih juga baru "
    "gemilang memuaskan menggembirakan mengkhawatirkan serius positif negatif sehat berhasil "
    "diakui harus kita mengakui bahwa dipungkiri dimungkiri terbilang terhitung tergapai terjadi kian "
    "semakin makin selalu senantiasa terlalu keluar sebagai terjaga dijaga ayal pelak alias selepas seusai setahun sepanjang selama dua "
    "tahun-tahun belakangan silam berlalu mau dinilai dapat dilihat tetaplah pada akhirnya "
)
"""Small words: they neither change of what is spoken, nor what is said."""

GLUE = (
    LIGHT
    | SHOWN
    | HEADS
    | MOVING
    | listed(
        "adalah ialah yaitu yakni merupakan sebesar sebanyak sejumlah senilai pada di ke dengan yang "
        "ini itu tersebut tahun tercatat ditetapkan angka hanya baru telah sudah juga kembali masih "
        "sekitar kurang lebih hampir terealisasi target targetnya ditargetkan dari sampai akhir dalam "
        "perjanjian rencana strategis renstra pk nilainya hasilnya secara untuk atau periode "
        "sebelumnya raih terukur diukur sasaran tingkat bahkan tepatnya total rata-rata persentase "
        "bertahan stabil membaik memburuk sekarang saat daerah : , ( ) “ ” \" terhadap dibandingkan "
        "dibanding daripada adapun dan sementara sedangkan sehingga semula awalnya kualitas "
        "ketepatan jumlah tidak belum melampaui melebihi atas bawah standar nasional selama "
        "sepanjang kategori berkategori predikat tinggi rendah tertinggi terendah menetapkan "
        "menargetkan jika bila karena pengukuran berdasarkan adanya sejak jangka menengah "
        "diperjanjikan dijanjikan jumlahnya masing melihat sesuai hari perbandingan maupun antara "
        "kegiatan tercapai ketimbang disandingkan disejajarkan dipatok disepakati batas tertinggal "
        "meleset menembus melewati menandingi mengungguli terpaut tinggal ambang mengalami terjadi "
        "meraih diraih memenuhi perolehan jarak selisih menuju kekurangan kelebihan setara"
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
    "akan agar supaya untuk guna diharapkan diupayakan ditargetkan direncanakan diproyeksikan "
    "apabila jika bila harus perlu hendak semestinya seharusnya demi upaya berupaya berusaha "
    "diarahkan seandainya andai andaikata kalau kalaupun sekiranya mestinya ingin bertekad berharap "
    "harapan semoga proyeksi diprediksi diperkirakan rencananya niat dikhawatirkan berpotensi "
    "berpeluang mungkin dimungkinkan ditujukan bertujuan mendorong mengupayakan "
    "berikhtiar ikhtiar sebaiknya hendaknya asalkan asal prediksi perkiraan anggapan dugaan asumsi isu "
    "kabar keraguan kekhawatiran "
    "sempat pernah risiko berisiko diusulkan mengusulkan usulan dituntut wajib seyogianya apakah "
    "strategi cita-cita tantangan"
)
"""Words that speak of what is hoped, feared, planned, or was so for a while, not of what is."""
FOREIGN = listed(
    "tetangga pusat kementerian bappenas presiden who ombudsman rpjmn nasional internasional "
    "global dunia asean lainnya sebelah bps"
)
"""Words by which a sentence speaks of another government."""
DISTANCE = listed("jarak selisih deviasi kekurangan kelebihan celah gap kesenjangan")
ALWAYS = listed("terus konsisten selalu senantiasa berturut-turut beruntun berlanjut putus henti jeda")
"""A movement of every year, not only from the first to the last."""
APPROX = listed("sekitar kira-kira hampir kisaran lebih nyaris mendekati")
HIGHER = listed("tinggi besar banyak")
LOWER = listed("rendah kecil sedikit")


SEEING = (
    "diband", "dilihat", "melihat", "disanding", "disejajar", "ditelusuri", "dicermati", "ditengok",
    "ditinjau", "diamati", "dihitung", "diukur", "digambarkan", "ditarik", "diperhatikan", "dirinci",
    "merujuk", "mengacu", "menilik", "mencermati", "berkaca", "dijadikan", "diletakkan", "diakui",
    "mengakui", "akui", "dikatakan", "diingat", "dipahami", "dirangkum", "dibaca", "dicatat",
    "disimak", "dikaji", "diurai", "dijumlah", "dihimpun", "dipandang", "ditimbang",
)  # fmt: skip
"""After "jika" or "harus" these only look at what is: "jika dibandingkan", "harus diakui"."""
_SEEN_WITHIN = 6


def hopes(words: Sequence[str]) -> bool:
    """Whether words speak of what is hoped or planned."""
    return any(
        word in HOPE - {"untuk", "guna"}
        and not (word == "pernah" and at and words[at - 1] in NOT)
        and not any(one.startswith(SEEING) for one in words[at + 1 : at + _SEEN_WITHIN])
        for at, word in enumerate(words)
    )
