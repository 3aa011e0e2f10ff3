"""True sentences about a year, a second set: written when the checker was done, without looking at
it, to measure it on words that it was not made with. Two or three sentences often stand together.
"""

from decimal import Decimal

from runut.core.kinerja.angka import round_half_up
from runut.core.kinerja.model import Polaritas, Sasaran
from tests.claims.telling import (
    Teller,
    before,
    dotted,
    in_words,
    is_missed,
    is_number,
    is_predikat,
    is_reached,
    programs,
)


def achievement(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.hasil.capaian is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    real, target = t.say(i.realisasi.nilai, i.satuan), t.say(i.target.nilai, i.satuan)
    c, kat = t.percent(row.hasil.capaian or Decimal(0)), row.hasil.kategori
    return t.rng.choice(
        (
            f"Berdasarkan hasil pengukuran kinerja, {n} pada akhir tahun {t.tahun} tercatat sebesar "
            f"{real}. Jika dibandingkan dengan target sebesar {target}, maka persentase capaiannya "
            f"adalah {c}.",
            f"Pengukuran atas {n} menghasilkan angka {real}, dengan tingkat capaian {c} terhadap "
            f"target {target}.",
            f"Pada indikator ini, yaitu {n}, dari {target} yang ditargetkan berhasil direalisasikan "
            f"{real}.",
            f"{i.id} ({n}): target {target}, realisasi {real}, capaian {c}.",
            f"Tahun {t.tahun} {n} ditargetkan {target}; sampai akhir tahun realisasinya {real} "
            f"sehingga persentase capaian kinerja sebesar {c} ({kat}).",
            f"Adapun {n} hingga 31 Desember {t.tahun} menunjukkan realisasi {real}.",
            f"Nilai realisasi {n} yang diperoleh yakni {real} dari {target} yang diperjanjikan.",
            f"Capaian kinerja indikator {n} dinilai {kat} karena terealisasi {c} dari target.",
            f"Perjanjian Kinerja {t.tahun} menetapkan target {target} untuk {n}.",
        )
    )


def good(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_reached(r) and is_number(r))
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    real, target = t.say(i.realisasi.nilai, i.satuan), t.say(i.target.nilai, i.satuan)
    ways = [
        f"Capaian {n} telah memenuhi target yang ditetapkan dalam Perjanjian Kinerja.",
        f"Dengan realisasi {real}, {n} dinyatakan mencapai target.",
        f"{i.nama} dapat dicapai sesuai target berkat dukungan kader dan relawan.",
        f"Tercapainya target {n} tidak lepas dari peran serta masyarakat.",
        f"Keberhasilan mencapai target {n} didukung oleh sistem antrean daring.",
    ]
    if i.polaritas is Polaritas.NAIK and i.realisasi.nilai != i.target.nilai:
        ways += [
            f"{i.nama} berhasil melampaui target, yakni {real} dari {target}.",
            f"Angka {n} tersebut lebih tinggi daripada target ({target}).",
        ]
    if i.polaritas is Polaritas.TURUN and i.realisasi.nilai != i.target.nilai:
        ways.append(f"{i.nama} berhasil ditekan hingga {real}, lebih rendah dari target {target}.")
    return t.rng.choice(ways)


def bad(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_missed(r) and is_number(r))
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    real, target = t.say(i.realisasi.nilai, i.satuan), t.say(i.target.nilai, i.satuan)
    ways = [
        f"Meskipun telah dilakukan berbagai upaya, {n} belum dapat mencapai target tahun {t.tahun}.",
        f"{i.nama} hanya mampu terealisasi {real} dari target {target}.",
        f"Tidak tercapainya target {n} disebabkan oleh keterlambatan petunjuk teknis.",
        f"Belum tercapainya {n} antara lain dipengaruhi mutasi pegawai pada semester II.",
        f"Kendala tersebut menyebabkan {n} gagal mencapai target.",
        f"Target {target} untuk {n} belum berhasil dipenuhi.",
    ]
    if i.polaritas is Polaritas.NAIK:
        ways.append(f"{i.nama} ({real}) masih lebih rendah daripada target {target}.")
    return t.rng.choice(ways)


def over_years(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and before(r, t.tahun - 1) is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    old, new = before(row, t.tahun - 1) or Decimal(0), i.realisasi.nilai
    if not isinstance(new, Decimal) or old == new:
        return None
    up = new > old
    a, b = t.say(old, i.satuan), t.say(new, i.satuan)
    verb, noun = ("meningkat", "peningkatan") if up else ("menurun", "penurunan")
    unit = {"%": "poin persen", "persen": "poin persen", "indeks": "poin", "nilai": "poin"}.get(
        i.satuan, i.satuan
    )
    d = f"{dotted(abs(new - old))} {unit}"
    is_good = up != (i.polaritas is Polaritas.TURUN)
    ways = [
        f"Terjadi {noun} {n} sebesar {d} jika dibandingkan dengan tahun {t.tahun - 1}.",
        f"Tahun {t.tahun - 1} realisasi {n} sebesar {a} dan pada tahun {t.tahun} menjadi {b}.",
        f"Bila dibandingkan realisasi tahun {t.tahun - 1} sebesar {a}, realisasi {n} tahun "
        f"{t.tahun} {verb} {d}.",
        f"{i.nama} {verb} cukup signifikan, yaitu dari {a} ({t.tahun - 1}) menjadi {b} ({t.tahun}).",
        f"Realisasi tahun ini {'lebih tinggi' if up else 'lebih rendah'} {d} dibandingkan realisasi "
        f"tahun {t.tahun - 1} untuk {n}.",
        f"{i.nama} {verb} menjadi {b} dari sebelumnya {a}.",
        f"Tren {n} {verb} sejak tahun {t.tahun - 1}.",
        f"Jika melihat tahun {t.tahun - 1} yang berada di angka {a}, {n} mengalami {noun}.",
    ]
    if is_good:
        ways.append(f"Kinerja {n} lebih baik dibandingkan tahun {t.tahun - 1}.")
    else:
        ways.append(f"Kinerja {n} mengalami kemunduran dibandingkan tahun {t.tahun - 1}.")
    return t.rng.choice(ways)


def midterm(t: Teller, s: Sasaran) -> str | None:
    end = t.draft.renstra_akhir
    row = t.row(s, lambda r: is_number(r) and end in r.indikator.renstra)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    nilai, real = i.renstra[end].nilai, i.realisasi.nilai
    if not isinstance(nilai, Decimal) or not isinstance(real, Decimal) or not nilai:
        return None
    ways = [
        f"Sampai tahun {t.tahun}, {n} mencapai {t.say(real, i.satuan)}, sedangkan target pada akhir "
        f"periode Renstra tahun {end} sebesar {t.say(nilai, i.satuan)}.",
        f"Renstra menargetkan {n} sebesar {t.say(nilai, i.satuan)} pada tahun {end}.",
    ]
    if i.polaritas is Polaritas.NAIK:
        c = t.percent(round_half_up(real / nilai * 100))
        ways.append(f"Tingkat kemajuan {n} terhadap target jangka menengah adalah {c}.")
    return t.rng.choice(ways)


def national(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.indikator.standar_nasional is not None)
    if row is None:
        return t.rng.choice(
            (
                "Indikator pada sasaran ini tidak memiliki standar nasional.",
                "Tidak terdapat standar nasional untuk indikator ini.",
            )
        )
    i, n = row.indikator, t.name(row.indikator)
    std, real = i.standar_nasional and i.standar_nasional.nilai, i.realisasi.nilai
    if not isinstance(std, Decimal) or not isinstance(real, Decimal) or std == real:
        return None
    higher = "lebih tinggi" if real > std else "lebih rendah"
    return t.rng.choice(
        (
            f"Dibandingkan dengan standar nasional sebesar {t.say(std, i.satuan)}, {n} {higher}.",
            f"Capaian nasional untuk {n} sebesar {t.say(std, i.satuan)}.",
            f"{i.nama} sebesar {t.say(real, i.satuan)} {higher} dari angka nasional "
            f"{t.say(std, i.satuan)}.",
        )
    )


def tally(t: Teller, s: Sasaran) -> str | None:
    r = t.draft.rekap
    n, m, k = r.jumlah, r.tercapai, r.tidak_tercapai
    if m + k != n:
        return None
    ways = [
        f"Terdapat {t.count(n)} indikator kinerja yang digunakan untuk mengukur keberhasilan "
        f"{t.count(len(t.data.sasarans))} sasaran strategis.",
        f"Pengukuran dilakukan terhadap {t.count(n)} indikator.",
    ]
    if m and k:
        ways += [
            f"Hasil pengukuran menunjukkan {m} indikator ({t.percent(Decimal(m) * 100 / n)}) mencapai "
            f"target dan {k} indikator ({t.percent(Decimal(k) * 100 / n)}) tidak mencapai target.",
            f"Dengan demikian, {in_words(m)} indikator telah tercapai, sementara {in_words(k)} "
            "lainnya belum.",
            f"Indikator yang mencapai target berjumlah {m}, sedangkan yang belum berjumlah {k}.",
            f"Jumlah indikator yang memenuhi target sebanyak {m} dari total {n} indikator.",
            f"Hanya {in_words(m)} dari {in_words(n)} indikator yang dapat memenuhi target.",
            f"Dari seluruh indikator ({n}), terdapat {k} indikator yang tidak tercapai.",
            f"Secara keseluruhan {m} indikator tercapai dan {k} belum tercapai.",
        ]
    elif not k:
        ways += [
            "Secara keseluruhan, semua target indikator kinerja dapat dicapai.",
            "Keseluruhan indikator kinerja telah memenuhi target.",
            f"Tidak satu pun dari {n} indikator yang berada di bawah target.",
        ]
    return t.rng.choice(ways)


def spending(t: Teller, s: Sasaran) -> str | None:
    total = t.draft.total
    if total.serapan is None:
        return None
    p, r = t.money(total.pagu), t.money(total.realisasi)
    share, rest = t.percent(total.serapan), t.money(total.pagu - total.realisasi)
    return t.rng.choice(
        (
            f"Pada Tahun Anggaran {t.tahun}, {t.unit} mengelola anggaran {p} dan sampai dengan akhir "
            f"tahun terealisasi {r}, sehingga tingkat penyerapannya {share}.",
            f"Alokasi anggaran sebesar {p} dapat diserap {share}.",
            f"Realisasi keuangan sebesar {r} ({share}) dari total anggaran {p}.",
            f"Terdapat sisa anggaran {rest} yang kembali ke kas daerah.",
            f"Anggaran yang tersedia untuk {t.count(programs(t))} program adalah {p}.",
            f"Tingkat serapan anggaran secara keseluruhan adalah {share}.",
            f"Belanja yang terealisasi mencapai {r}.",
        )
    )


def spending_here(t: Teller, s: Sasaran) -> str | None:
    one = t.draft.efisiensi_of(s).jumlah
    if not one.pagu or one.serapan is None:
        return None
    return t.rng.choice(
        (
            f"Untuk mencapai sasaran ini disediakan anggaran {t.money(one.pagu)} dan digunakan "
            f"{t.money(one.realisasi)}.",
            f"Pencapaian sasaran ini menghabiskan anggaran {t.money(one.realisasi)} atau "
            f"{t.percent(one.serapan)} dari pagu {t.money(one.pagu)}.",
        )
    )


def line(t: Teller, s: Sasaran) -> str | None:
    one = t.rng.choice([a for a in t.data.anggaran if a.tingkat == "sub"])
    pagu, real = one.pagu.nilai, one.realisasi.nilai
    if not isinstance(pagu, Decimal) or not isinstance(real, Decimal):
        return None
    return t.rng.choice(
        (
            f"{one.nama} dialokasikan {t.money(pagu)} dan terserap {t.money(real)}.",
            f"Pada sub kegiatan {one.nama} realisasi anggarannya {t.money(real)} dari pagu "
            f"{t.money(pagu)}.",
        )
    )


def best(t: Teller, s: Sasaran) -> str | None:
    ends = t.ends()
    if ends is None:
        return None
    top, low = ends
    return t.rng.choice(
        (
            f"{top.indikator.nama} menjadi indikator dengan capaian tertinggi, yaitu {t.of(top)}.",
            f"Sementara itu, capaian paling rendah ada pada {t.name(low.indikator)}, yaitu "
            f"{t.of(low)}.",
            f"Persentase capaian tertinggi dicatat oleh {t.name(top.indikator)}.",
        )
    )


def rated(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, is_predikat)
    if row is None:
        return None
    i = row.indikator
    return t.rng.choice(
        (
            f"{i.nama} berada pada predikat “{i.realisasi.nilai}”, sedangkan targetnya "
            f"“{i.target.nilai}”.",
            f"Hasil evaluasi tahun {t.tahun} menempatkan {t.name(i)} pada {i.realisasi.nilai}.",
            f"{i.nama} ditargetkan {i.target.nilai} dan terealisasi {i.realisasi.nilai}.",
        )
    )


def head(t: Teller, s: Sasaran) -> str | None:
    p = t.data.profil
    number = sum(n for _, n in p.pegawai)
    return t.rng.choice(
        (
            f"Saat ini jabatan {p.pimpinan.jabatan} diemban oleh {p.pimpinan.nama}.",
            f"Komitmen {p.pimpinan.nama} selaku {p.pimpinan.jabatan} menjadi pendorong utama.",
            f"Perjanjian Kinerja ditandatangani oleh {p.pimpinan.nama} pada tanggal "
            f"{t.data.pk_tanggal}.",
            f"{t.unit} didukung oleh {number} orang pegawai.",
            f"Sumber daya manusia {t.unit} berjumlah {number} orang.",
            f"{t.unit} sebagai perangkat daerah terus melakukan pembenahan.",
        )
    )


def when(t: Teller, s: Sasaran) -> str | None:
    a, b = t.data.profil.renstra_periode
    return t.rng.choice(
        (
            f"Sasaran tersebut tercantum dalam Renstra {t.unit} {a}-{b}.",
            f"LKjIP {t.unit} Tahun {t.tahun} ini menyajikan capaian kinerja selama satu tahun.",
            f"Rencana Strategis Tahun {a} s.d. {b} memuat arah kebijakan layanan.",
            f"Sepanjang tahun {t.tahun} dilakukan pembinaan kepada seluruh petugas.",
            f"Pada tahun {t.tahun + 1} direncanakan penambahan loket layanan.",
            f"Kegiatan serupa pada tahun {t.tahun - 1} belum menjangkau seluruh kecamatan.",
        )
    )


_LOOSE = (
    "Pada tahun {y} terjadi 3 kali banjir yang mengganggu distribusi bantuan. Namun layanan tetap "
    "berjalan.",
    "Partisipasi masyarakat meningkat tajam, sedangkan jumlah petugas justru berkurang {n} orang.",
    "Capaian ini tidak terlepas dari kerja sama lintas sektor.",
    "Perlu diperhatikan bahwa target tahun depan lebih menantang.",
    "Sosialisasi menjangkau {k} desa dengan {k} peserta per desa.",
    "Pelayanan dibuka pukul 08.00 sampai 15.00 pada hari kerja.",
    "Rata-rata lama antre turun dari {k} menit menjadi {n} menit setelah loket ditambah.",
    "Kementerian menetapkan target nasional yang lebih tinggi setiap tahun.",
    "Tingkat kehadiran pegawai mencapai 98 persen.",
    "Surat Edaran Nomor 5 Tahun {y} mengatur jam kerja selama Ramadan.",
    "Faktor penghambat: (1) anggaran terbatas; (2) data belum lengkap; (3) sarana kurang.",
    "Anggaran sosialisasi sebesar Rp25.000.000 dialihkan untuk pengadaan komputer.",
    "Sebagian besar responden berusia 30 sampai 45 tahun.",
    "Seluruh kecamatan telah menyampaikan data tepat waktu.",
    "Tidak ada pegawai yang dikenai hukuman disiplin berat.",
    "Dinas Kesehatan dan Dinas Sosial bekerja sama menyalurkan bantuan kepada {k} keluarga.",
    "Kepala daerah memberikan arahan dalam rapat evaluasi bulanan.",
    "Aplikasi baru diluncurkan pada bulan Juni dan telah diunduh 1.250 kali.",
    "Upaya tersebut menurunkan jumlah berkas yang dikembalikan dari {k} menjadi {n} berkas.",
    "Bantuan pemerintah pusat sebesar Rp1,5 miliar diterima pada Oktober {y}.",
    "Hal tersebut dibuktikan dengan penghargaan peringkat 2 tingkat provinsi.",
)


def aside(t: Teller, s: Sasaran) -> str | None:
    words = t.rng.choice(_LOOSE)
    return words.format(n=t.rng.randint(2, 9), k=t.rng.randint(11, 90), y=t.tahun)


OTHER_PHRASES = (
    achievement, good, bad, over_years, midterm, national, tally, spending, spending_here, line,
    best, rated, head, when, aside,
)  # fmt: skip
PHRASES = OTHER_PHRASES
