"""What says a direction, a comparison, a target, a denial: every wording of every sign, as data.

Another word for the same is added here and nowhere else. A table of phrases is one text:
phrases are parted by ``;``, words that may stand for one another by ``|``.
"""

from enum import StrEnum

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
    "naik menaik meningkat bertambah tumbuh melonjak menanjak merangkak terdongkrak terkerek "
    "melesat membengkak membesar meninggi mendaki meroket melambung terangkat terkatrol "
    "melejit mengembang bertumbuh menguat meluas melebar memanjang menggelembung meruyak "
    "merambat berkembang menebal melompat terlonjak berlipat menggunung memuncak membumbung "
    "menggeliat bangkit membubung melaju mencuat terungkit menaik"
)
DOWN = listed(
    "turun menurun berkurang merosot anjlok menyusut melorot melandai terpangkas dipangkas "
    "jeblok ambruk amblas ambles melemah menciut mengecil tergerus terkikis terpuruk surut "
    "menipis merendah terkoreksi tergelincir susut mengempis mengendur kendur terjun jatuh "
    "rontok ditekan tertekan dikurangi diturunkan menyempit memendek longsor merunduk luruh "
    "tereduksi menukik tumbang ambrol meluncur mengerut menyurut mereda terpotong dipotong "
    "terperosok terjerembap berguguran meredup"
)
RISE = listed(
    "kenaikan peningkatan pertumbuhan lonjakan penambahan pertambahan eskalasi pembengkakan"
)
FALL = listed(
    "penurunan pengurangan kemerosotan penyusutan pelemahan kejatuhan pengikisan koreksi reduksi "
    "kontraksi"
)
BETTER = listed("membaik pulih")
WORSE = listed("memburuk kemunduran mundur pemburukan")
MOVING = UP | DOWN | RISE | FALL
NOUNS = (
    RISE | FALL | listed("perbaikan kemajuan kemunduran perubahan pergeseran stagnasi kegagalan")
)
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
    "terpenuhinya terlewati dilewati dilampaui ditembus tertembus melenceng kegagalan berhasil "
    "sukses"
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
    Sign.TETAP: "stagnan|stagnasi|mandek|mandeg|konstan|statis|mendatar|bertahan; tetap sama; "
    "jalan di tempat; tidak|tak|belum|tanpa berubah|bergerak|bergeser|beranjak|perubahan|"
    "pergeseran; tidak|tak|belum ada|terjadi|mengalami|menunjukkan|terdapat perubahan|"
    "pergeseran; tidak|tak|belum naik maupun|ataupun|atau turun; sama saja; "
    "sama seperti|dengan tahun",
    Sign.BAIK: "|".join(BETTER | ACTS[Sign.BAIK])
    + f"; {_MORE} baik|bagus; perbaikan; kemajuan; bergerak|melangkah maju; "
    "perkembangan|tren|kecenderungan|arah positif",
    Sign.BURUK: "|".join(WORSE)
    + f"; {_MORE} buruk|jelek|parah; tren|kecenderungan|perkembangan|arah negatif",
    Sign.CAPAI: "mencapai|memenuhi|menyentuh|meraih|menggapai|menjangkau|menepati|menggenapi|"
    "tercapai|terpenuhi|tergapai|teraih|terwujud|dicapai|dipenuhi|digapai|diraih|ditepati|"
    "kesampaian|tuntas|dituntaskan|diwujudkan|genap|tergenapi|terkejar|terjangkau|menuntaskan|"
    "menunaikan|menyamai|menjawab|membayar|melunasi|mewujudkan|merealisasikan|merengkuh|"
    "mengamankan|rampung|ditunaikan|dilunasi|terlunasi|terbayar|dikantongi|lulus; mampu|berhasil|"
    "bisa|dapat|sanggup|sukses|kunjung mengejar|menyusul; kami|kita tepati|penuhi|capai|raih|"
    "tuntaskan|wujudkan|tunaikan; dalam genggaman; di tangan; terealisasi|terlaksana|terbayar "
    "sepenuhnya|seluruhnya|penuh|lunas; sesuai; sesuai|sejalan|selaras dengan; tepat pada|di|"
    "sesuai; sampai pada|ke|di; tiba di|pada",
    Sign.GAGAL: "ketidaktercapaian|ketidakberhasilan; ada|terdapat selisih kurang; "
    "meleset|luput|kandas|melenceng|tertinggal|terpaut|menyimpang|tercecer|ketinggalan|"
    "terseok|keteteran|kalah; jauh dari; masih|belum jauh dari; selangkah lagi; tinggal selangkah; "
    "di luar; jauh di depan; menyisakan|meninggalkan|menyimpan kekurangan|kesenjangan|selisih|"
    "celah|gap|jarak|defisit|utang|tunggakan|ketertinggalan; ada|terdapat|memiliki|mempunyai "
    "kekurangan|kesenjangan|defisit|utang|tunggakan|ketertinggalan; "
    "menyisakan pr; masih kurang; menyisakan pekerjaan rumah; setengah|separuh jalan; "
    "kekurangan|ketertinggalan terhadap|dari|atas; memenuhi|"
    "mencapai|meraih|menjangkau|menutup|terpenuhi|tercapai|tergapai|teraih|terealisasi sebagian; "
    "tidak|tak|belum sampai pada|ke|di; tidak|tak|belum|kurang sebaik|sebagus|semenggembirakan",
    Sign.LAMPAU: "melampaui|melebihi|melewati|menembus|mengungguli|menandingi|terlampaui|dilampaui|"
    "dilewati|terlewati|terlewat|ditembus|tertembus|tembus|melangkahi|dilebihi|diungguli|unggul|"
    "mengatasi|melompati|menyalip|kelebihan|mengalahkan|menerobos|menjebol|mendahului|"
    "surplus; lebih dari",
    Sign.ATAS: "di atas; lebih tinggi|besar|banyak|lama; jauh di atas",
    Sign.BAWAH: "di bawah; lebih rendah|kecil|sedikit|minim; tidak|tak|belum setinggi|sebesar|"
    "sebanyak|sampai|genap; masih kurang dari; kurang dari; jauh di bawah",
    Sign.SAMA: "setara; sama dengan; sama persis; persis sama; sama besar; sama tinggi; "
    "persis|tepat sebesar; identik",
    Sign.TARGET: "target|ditargetkan|diperjanjikan|dijanjikan|dipatok|patokan|pk|komitmen|ambang|"
    "disepakati|direncanakan|rencana|janji|dicanangkan|dicita-citakan|diikrarkan|dituju|"
    "dikehendaki|disanggupi|dimandatkan|ekspektasi|targetkan; perjanjian|janji|kontrak kinerja; "
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
    "hampir|nyaris seluruh|semua|seluruhnya; tidak|tak lepas|luput|terlepas dari; tidak|tak|"
    "tanpa terkecuali|kecuali|mengecualikan; yang diraih|dicapai|diperoleh|dibukukan; target "
    "nasional|triwulan|bulanan|semester|kegiatan|program|pelatihan|peserta|fisik|keuangan|"
    "belanja|anggaran|penyerapan|serapan; rencana aksi|kerja|kegiatan|anggaran|tindak; lebih "
    "dulu|lanjut|cepat|lambat|awal; mencapai|meraih|menyentuh puncak; turun tangan|lapangan; "
    "naik kelas|daun|turun; semakin|kian|makin|lebih rendah|tinggi|kecil|besar|sedikit|banyak|"
    "cepat semakin|kian|makin|lebih baik|bagus|buruk; tidak|tak|belum lama; bukan tanpa; tidak|"
    "tak ayal|pelak|urung|disangka|terduga|dinyana|heran|mengherankan|terasa|terelakkan; mau "
    "tidak mau; tidak|tak bisa|dapat dimungkiri|dipungkiri|disangkal|diingkari; tanpa putus|"
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


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Sign]]]:
    table: dict[str, list[tuple[tuple[str, ...], Sign]]] = {}
    for sign, phrases in _PHRASES.items():
        for words in _expanded(phrases):
            table.setdefault(words[0], []).append((words, sign))
    for found in table.values():
        found.sort(key=lambda one: -len(one[0]))
    return table


PHRASES = _by_first_word()
"""By their first word, the longest first."""
