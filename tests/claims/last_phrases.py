"""True sentences about a year, a third set: written after the checker was mended by the second, and
never used to mend it. What it gives is the honest figure.
"""

from decimal import Decimal

from runut.core.kinerja.model import Polaritas, Sasaran
from tests.claims.telling import (
    Teller,
    before,
    dotted,
    in_words,
    is_number,
    is_predikat,
    is_reached,
)


def report(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.hasil.capaian is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    real, target = t.say(i.realisasi.nilai, i.satuan), t.say(i.target.nilai, i.satuan)
    c = t.percent(row.hasil.capaian or Decimal(0))
    return t.rng.choice(
        (
            f"Kinerja {n} pada tahun {t.tahun} mencapai {c} dari target yang telah ditetapkan.",
            f"Untuk {n}, realisasi yang dicapai {real} terhadap target {target}.",
            f"Sebagaimana tabel di atas, {n} memperoleh realisasi {real} (target {target}).",
            f"Tahun ini target {n} sebesar {target} dan realisasinya sebesar {real}.",
            f"Realisasi kinerja {n} sampai dengan Desember {t.tahun}: {real}.",
            f"Hasil perhitungan {n} tahun {t.tahun} ialah {real}; persentase capaiannya {c}.",
            f"Target {n} pada Perjanjian Kinerja sebesar {target}, dengan capaian {c}.",
            f"Besaran {n} tahun {t.tahun} yaitu {real}, atau setara {c} dari target.",
            f"Sasaran ini diukur antara lain dengan {n} yang terealisasi {real}.",
            f"Dari hasil survei diperoleh {n} sebesar {real}. Target yang diperjanjikan {target}.",
        )
    )


def verdict(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.hasil.is_tercapai is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    if is_reached(row):
        return t.rng.choice(
            (
                f"Target indikator {n} dapat dipenuhi.",
                f"{i.nama} sudah sesuai dengan target.",
                f"Pencapaian {n} telah mencapai target, bahkan sebelum akhir tahun.",
                f"Hal ini berarti {n} mencapai target yang direncanakan.",
                f"{i.nama} termasuk indikator yang mencapai target.",
            )
        )
    return t.rng.choice(
        (
            f"Target indikator {n} belum dapat dipenuhi.",
            f"{i.nama} belum sesuai dengan target.",
            f"Pencapaian {n} masih belum mencapai target karena terbatasnya tenaga lapangan.",
            f"Hal ini berarti {n} tidak mencapai target yang direncanakan.",
            f"{i.nama} termasuk indikator yang belum mencapai target.",
        )
    )


def change(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and before(r, t.tahun - 1) is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    old, new = before(row, t.tahun - 1) or Decimal(0), i.realisasi.nilai
    if not isinstance(new, Decimal) or old == new:
        return None
    up = new > old
    a, b = t.say(old, i.satuan), t.say(new, i.satuan)
    verb, noun = ("naik", "kenaikan") if up else ("turun", "penurunan")
    good = up != (i.polaritas is Polaritas.TURUN)
    return t.rng.choice(
        (
            f"Jika dibandingkan dengan realisasi tahun {t.tahun - 1}, yaitu {a}, maka {n} {verb}.",
            f"{i.nama} tahun {t.tahun} ({b}) {verb} dari tahun {t.tahun - 1} ({a}).",
            f"Dalam dua tahun terakhir {n} {verb}, semula {a} kini {b}.",
            f"Pada tahun {t.tahun} {n} mencapai {b}, {verb} dibanding tahun sebelumnya yang mencapai "
            f"{a}.",
            f"Ada {noun} {n} dari {a} ke {b}.",
            f"Realisasi {n} {verb} sebanyak {dotted(abs(new - old))} dibandingkan tahun "
            f"{t.tahun - 1}.",
            f"Perkembangan {n} menunjukkan {noun} dibandingkan tahun lalu.",
            f"Dibandingkan tahun {t.tahun - 1}, kinerja {n} {'membaik' if good else 'memburuk'}.",
            f"Sebaliknya, {n} {verb} menjadi {b} pada tahun {t.tahun}.",
            f"{i.nama} mencapai {b}. Hasil ini {'lebih baik' if good else 'lebih buruk'} daripada "
            f"tahun {t.tahun - 1}.",
        )
    )


def future(t: Teller, s: Sasaran) -> str | None:
    end = t.draft.renstra_akhir
    row = t.row(s, lambda r: is_number(r) and end in r.indikator.renstra)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    goal = i.renstra[end].nilai
    if not isinstance(goal, Decimal) or not isinstance(i.realisasi.nilai, Decimal):
        return None
    return t.rng.choice(
        (
            f"Pada tahun {end}, {n} harus mencapai {t.say(goal, i.satuan)} sesuai Renstra.",
            f"Target jangka menengah {n} (tahun {end}) adalah {t.say(goal, i.satuan)}, sementara "
            f"realisasi sampai tahun {t.tahun} {t.say(i.realisasi.nilai, i.satuan)}.",
            f"Selisih {n} terhadap target akhir Renstra sebesar "
            f"{dotted(abs(i.realisasi.nilai - goal))}.",
        )
    )


def numbers(t: Teller, s: Sasaran) -> str | None:
    r = t.draft.rekap
    n, m, k = r.jumlah, r.tercapai, r.tidak_tercapai
    if m + k != n or not m or not k:
        return None
    return t.rng.choice(
        (
            f"Tahun {t.tahun} tercatat {t.count(m)} indikator mencapai target dari {t.count(n)} "
            "indikator yang diperjanjikan.",
            f"Sejumlah {in_words(k)} indikator tidak berhasil mencapai target.",
            f"Dari {in_words(n)} indikator yang diperjanjikan, {in_words(m)} di antaranya mencapai "
            "target.",
            f"Ada {in_words(m)} indikator yang sudah mencapai target dan {in_words(k)} indikator yang "
            "belum.",
            f"Tingkat keberhasilan kinerja ialah {m} dari {n} indikator.",
            f"{t.unit} memiliki {len(t.data.sasarans)} sasaran strategis dan {n} indikator kinerja.",
            "Belum semua indikator mencapai target.",
        )
    )


def funds(t: Teller, s: Sasaran) -> str | None:
    total = t.draft.total
    if total.serapan is None:
        return None
    p, r, share = t.money(total.pagu), t.money(total.realisasi), t.percent(total.serapan)
    return t.rng.choice(
        (
            f"Jumlah anggaran tahun {t.tahun} adalah {p}, yang terserap {r} ({share}).",
            f"Penyerapan anggaran mencapai {r} dari pagu {p}.",
            f"Capaian realisasi anggaran sebesar {share}.",
            f"Dari sisi keuangan, {t.unit} merealisasikan {r} atau {share} dari anggaran {p}.",
            f"Anggaran yang tidak terserap sebesar {t.money(total.pagu - total.realisasi)}.",
        )
    )


def persons(t: Teller, s: Sasaran) -> str | None:
    p = t.data.profil
    return t.rng.choice(
        (
            f"Demikian laporan ini disusun. {p.pimpinan.jabatan}: {p.pimpinan.nama}.",
            f"Arahan {p.pimpinan.jabatan} {p.pimpinan.nama} menjadi pegangan seluruh bidang.",
            f"Menurut {p.pimpinan.nama}, {p.pimpinan.jabatan}, koordinasi perlu diperkuat.",
            f"Laporan Kinerja {t.unit} Tahun {t.tahun} merupakan wujud pertanggungjawaban.",
            f"Kinerja {t.unit} selama {t.tahun} didukung oleh seluruh pegawai.",
            f"Periode Renstra {t.unit} adalah {p.renstra_periode[0]} sampai dengan "
            f"{p.renstra_periode[1]}.",
            f"Perjanjian Kinerja tahun {t.tahun} disahkan pada tanggal {t.data.pk_tanggal}.",
        )
    )


def grade(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, is_predikat)
    if row is None:
        return None
    i = row.indikator
    return t.rng.choice(
        (
            f"{i.nama} meraih {i.realisasi.nilai}, dengan target {i.target.nilai}.",
            f"Target {t.name(i)} adalah {i.target.nilai}, sedangkan realisasinya {i.realisasi.nilai}.",
            f"Tahun {t.tahun - 1} {t.name(i)} memperoleh {i.riwayat[t.tahun - 1].nilai}.",
        )
    )


def top(t: Teller, s: Sasaran) -> str | None:
    ends = t.ends()
    if ends is None:
        return None
    one, low = ends
    return t.rng.choice(
        (
            f"Di antara seluruh indikator, capaian tertinggi ada pada {t.name(one.indikator)}.",
            f"{low.indikator.nama} mencatat capaian terendah sebesar {t.of(low)}.",
        )
    )


_LOOSE = (
    "Kendala di lapangan antara lain cuaca, jarak, dan terbatasnya kendaraan. Solusinya, jadwal "
    "kunjungan diatur ulang.",
    "Sebanyak {k} kader dilatih, naik dari {n} kader pada tahun sebelumnya.",
    "Capaian layanan administrasi mencapai 100 persen setiap bulan.",
    "Target tersebut ditetapkan berdasarkan baseline nasional.",
    "Nilai tertinggi terdapat pada unsur perilaku pelaksana, sedangkan terendah pada unsur sarana.",
    "Biaya pemeliharaan turun 12 persen karena kendaraan dipakai bersama.",
    "Jumlah kecamatan yang dilayani bertambah menjadi {n} kecamatan.",
    "Dua dari lima petugas mengikuti pelatihan lanjutan.",
    "Seluruh dokumen disampaikan sebelum batas waktu, kecuali satu dokumen.",
    "Anggaran perjalanan dinas sebesar Rp120.000.000 dialihkan ke pelatihan daring.",
    "Peserta yang lulus sebanyak {k} orang atau {n},5 persen dari pendaftar.",
    "Kualitas data membaik setelah formulir disederhanakan.",
    "Pada tahun {y} kebijakan nasional berubah sehingga prosedur disesuaikan.",
    "Tidak tercapainya sebagian kegiatan disebabkan pembatasan perjalanan.",
    "Dinas terkait di kabupaten lain menerapkan cara yang sama sejak tahun 2019.",
    "Jam layanan ditambah dari {n} jam menjadi 10 jam, tetapi jumlah petugas tetap.",
    "Tiga perempat responden menyatakan puas.",
    "Sumbangan masyarakat meningkat setiap tahun dan tahun ini mencapai Rp{k} juta.",
    "Realisasi fisik kegiatan pembangunan gedung mencapai 100 persen.",
    "Keberhasilan tersebut mendapat apresiasi dari Kementerian Dalam Negeri.",
)


def other(t: Teller, s: Sasaran) -> str | None:
    words = t.rng.choice(_LOOSE)
    return words.format(n=t.rng.randint(2, 9), k=t.rng.randint(11, 90), y=t.tahun)


PHRASES = (report, verdict, change, future, numbers, funds, persons, grade, top, other)


def both(t: Teller, s: Sasaran) -> str | None:
    """Two things in one paragraph: the second sentence must not inherit from the first."""
    said = [one for phrase in t.rng.sample(PHRASES, 3) if (one := phrase(t, s))]
    return " ".join(said) or None
