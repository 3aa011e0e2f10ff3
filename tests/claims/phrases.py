"""True sentences about a year, in the ways of real reports. The first set: written before the
checker, and known while it was made.

Each takes the writer and a sasaran, and answers None where the figures give no occasion.
"""

from collections.abc import Callable
from decimal import Decimal

from runut.core.kinerja.angka import round_half_up
from runut.core.kinerja.model import Polaritas, Sasaran
from tests.claims.loose_phrases import loose
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

Phrase = Callable[[Teller, Sasaran], str | None]


def status(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.hasil.capaian is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    real, target = t.say(i.realisasi.nilai, i.satuan), t.say(i.target.nilai, i.satuan)
    c = t.percent(row.hasil.capaian or Decimal(0))
    return t.rng.choice(
        (
            f"Realisasi {n} tahun {t.tahun} sebesar {real} dari target {target} atau {c}.",
            f"Pada tahun {t.tahun}, {n} terealisasi sebesar {real} dari target sebesar {target} "
            f"sehingga capaian kinerjanya {c}.",
            f"Capaian {n} pada tahun {t.tahun} adalah {c}, dengan realisasi {real} dan target "
            f"{target}.",
            f"Target {n} ditetapkan {target} dan terealisasi {real} (capaian {c}).",
            f"Dari target {target}, {n} terealisasi {real}.",
            f"{i.nama} mencapai {real}.",
            f"Hasil pengukuran menunjukkan {n} berada pada angka {real}, sedangkan target yang "
            f"ditetapkan dalam Perjanjian Kinerja adalah {target}.",
            f"Untuk indikator {n}, target tahun {t.tahun} adalah {target}. Realisasinya {real}.",
            f"{i.nama} ({i.id}) mencapai {real} atau {c} dari target {target}.",
            f"Indikator {n} memperoleh capaian {c} dengan kategori {row.hasil.kategori}.",
        )
    )


def reached(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_reached(r) and is_number(r))
    if row is None:
        return None
    n = t.name(row.indikator)
    is_lower = row.indikator.polaritas is Polaritas.TURUN
    is_same = row.indikator.target.nilai == row.indikator.realisasi.nilai
    ways = [
        f"Target {n} pada tahun {t.tahun} tercapai.",
        f"Indikator {n} telah mencapai target yang ditetapkan.",
        f"Target {n} berhasil dicapai berkat kerja sama seluruh bidang.",
    ]
    if not is_same:
        ways.append(f"Realisasi {n} melampaui target yang diperjanjikan.")
        above = "di bawah" if is_lower else "di atas"
        ways.append(f"Realisasi {n} berada {above} target, sehingga target tercapai.")
    else:
        ways.append(f"Realisasi {n} sesuai target.")
    return t.rng.choice(ways)


def missed(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_missed(r) and is_number(r))
    if row is None:
        return None
    n = t.name(row.indikator)
    below = "melebihi" if row.indikator.polaritas is Polaritas.TURUN else "masih di bawah"
    return t.rng.choice(
        (
            f"Target {n} tahun {t.tahun} belum tercapai.",
            f"Indikator {n} belum mencapai target karena data dari kecamatan datang terlambat.",
            f"Realisasi {n} {below} target yang ditetapkan.",
            f"{row.indikator.nama} tidak mencapai target tahun {t.tahun}.",
        )
    )


def trend(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and before(r, t.tahun - 1) is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    old, new = before(row, t.tahun - 1) or Decimal(0), i.realisasi.nilai
    if not isinstance(new, Decimal) or old == new:
        return None
    up = new > old
    verb = t.rng.choice(("naik", "meningkat", "mengalami kenaikan") if up else (
        "turun", "menurun", "mengalami penurunan"))  # fmt: skip
    a, b = t.say(old, i.satuan), t.say(new, i.satuan)
    unit = "poin persen" if i.satuan in ("%", "persen") else (
        "poin" if i.satuan in ("indeks", "nilai", "poin") else i.satuan)  # fmt: skip
    d = f"{dotted(abs(new - old))} {unit}"
    good = "membaik" if up != (i.polaritas is Polaritas.TURUN) else "memburuk"
    ways = [
        f"{i.nama} {verb} dari {a} pada tahun {t.tahun - 1} menjadi {b} pada tahun {t.tahun}.",
        f"Dibandingkan tahun {t.tahun - 1} ({a}), {n} {verb} {d}.",
        f"Dibandingkan dengan tahun sebelumnya, {n} {verb} sebesar {d}.",
        f"Realisasi {n} {verb} dibandingkan tahun lalu.",
        f"{i.nama} tahun {t.tahun} sebesar {b}, {verb} {d} dari tahun {t.tahun - 1} yang sebesar "
        f"{a}.",
        f"Kinerja {n} {good} dibandingkan tahun {t.tahun - 1}.",
        f"Pada tahun {t.tahun - 1} {n} tercatat {a}, kemudian {verb} menjadi {b}.",
        f"Realisasi {n} tahun {t.tahun - 1} adalah {a}.",
    ]
    if old and up:
        share = dotted(abs(new - old) / old * 100)
        ways.append(f"{i.nama} tumbuh {share}% dibandingkan tahun {t.tahun - 1}.")
    return t.rng.choice(ways)


def oldest(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and len(r.indikator.riwayat) > 1)
    if row is None:
        return None
    i, first = row.indikator, min(row.indikator.riwayat)
    a, b = before(row, first) or Decimal(0), i.realisasi.nilai
    if not isinstance(b, Decimal) or a == b:
        return None
    verb = "meningkat" if b > a else "menurun"
    return (
        f"Dalam kurun waktu {first} sampai dengan {t.tahun}, {t.name(i)} {verb} dari "
        f"{t.say(a, i.satuan)} menjadi {t.say(b, i.satuan)}."
    )


def renstra(t: Teller, s: Sasaran) -> str | None:
    end = t.draft.renstra_akhir
    row = t.row(s, lambda r: is_number(r) and end in r.indikator.renstra)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    nilai = i.renstra[end].nilai
    if not isinstance(nilai, Decimal) or not isinstance(i.realisasi.nilai, Decimal):
        return None
    goal = t.say(nilai, i.satuan)
    ways = [
        f"Target akhir Renstra tahun {end} untuk {n} adalah {goal}.",
        f"Pada akhir periode Renstra ({end}), {n} ditargetkan sebesar {goal}.",
    ]
    if i.polaritas is Polaritas.NAIK and nilai:
        share = t.percent(round_half_up(i.realisasi.nilai / nilai * 100))
        ways.append(
            f"Terhadap target akhir Renstra {end} sebesar {goal}, realisasi {n} sudah {share}."
        )
    return t.rng.choice(ways)


def standard(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.indikator.standar_nasional is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    std = i.standar_nasional.nilai if i.standar_nasional else None
    real = i.realisasi.nilai
    if not isinstance(std, Decimal) or not isinstance(real, Decimal) or std == real:
        return None
    where = "di atas" if real > std else "di bawah"
    return t.rng.choice(
        (
            f"Realisasi {n} berada {where} standar nasional sebesar {t.say(std, i.satuan)}.",
            f"Standar nasional {n} adalah {t.say(std, i.satuan)}.",
            f"{i.nama} masih {where} rata-rata nasional.",
        )
    )


def counting(t: Teller, s: Sasaran) -> str | None:
    r = t.draft.rekap
    if r.tercapai + r.tidak_tercapai != r.jumlah:
        return None
    n, m, k = r.jumlah, r.tercapai, r.tidak_tercapai
    ways = [
        f"Dari {t.count(n)} indikator kinerja, {t.count(m)} indikator mencapai target dan "
        f"{t.count(k)} indikator belum mencapai target."
        if m and k
        else f"Kinerja {t.unit} diukur dengan {t.count(n)} indikator kinerja.",
        f"{t.unit} menetapkan {t.count(len(t.data.sasarans))} sasaran strategis dengan "
        f"{t.count(n)} indikator kinerja.",
        f"Laporan ini memuat {t.count(len(t.data.sasarans))} sasaran dan {t.count(n)} indikator.",
    ]
    if m and k:
        ways += [
            f"Sebanyak {t.count(m)} dari {t.count(n)} indikator mencapai target.",
            f"{in_words(m).capitalize()} dari {in_words(n)} indikator berhasil mencapai target "
            f"tahun {t.tahun}.",
            f"Masih terdapat {t.count(k)} indikator yang belum mencapai target.",
            f"Persentase indikator yang mencapai target adalah {t.percent(Decimal(m * 100) / n)}.",
            "Tidak seluruh indikator mencapai target.",
        ]
        if m * 2 > n:
            ways.append("Sebagian besar indikator mencapai target.")
        if m * 2 == n:
            ways.append("Separuh indikator mencapai target, separuh lainnya belum.")
        if m * 4 == n * 3:
            ways.append(f"Tiga perempat indikator mencapai target pada tahun {t.tahun}.")
    elif k == 0:
        ways += [
            f"Seluruh indikator kinerja {t.unit} mencapai target tahun {t.tahun}.",
            "Semua indikator mencapai target.",
            "Tidak ada indikator yang gagal mencapai target.",
        ]
    else:
        ways.append(f"Belum ada indikator yang mencapai target pada tahun {t.tahun}.")
    return t.rng.choice(ways)


def counting_here(t: Teller, s: Sasaran) -> str | None:
    rows = t.draft.rows_of(s)
    n, m = len(rows), sum(is_reached(r) for r in rows)
    if n - m != sum(is_missed(r) for r in rows):
        return None
    if m == n and n > 1:
        return t.rng.choice(
            (
                "Seluruh indikator sasaran ini mencapai target.",
                f"{in_words(n).capitalize()} indikator pada sasaran ini semuanya mencapai target.",
                "Kedua indikator sasaran ini mencapai target."
                if n == 2
                else f"Ke-{n} indikator sasaran ini mencapai target.",
            )
        )
    if m and m < n:
        return t.rng.choice(
            (
                f"Dari {t.count(n)} indikator sasaran ini, {t.count(m)} mencapai target.",
                f"{in_words(m).capitalize()} dari {in_words(n)} indikator sasaran ini mencapai "
                "target.",
                f"Hanya {t.count(m)} indikator sasaran ini yang mencapai target.",
            )
        )
    if not m:
        return "Tidak ada indikator sasaran ini yang mencapai target."
    return f"Sasaran ini diukur dengan {t.count(n)} indikator."


def money(t: Teller, s: Sasaran) -> str | None:
    total = t.draft.total
    if total.serapan is None:
        return None
    p, r = t.money(total.pagu), t.money(total.realisasi)
    share, rest = t.percent(total.serapan), t.money(total.pagu - total.realisasi)
    return t.rng.choice(
        (
            f"Dari pagu anggaran {p} terealisasi {r} atau {share}.",
            f"Anggaran {t.unit} tahun {t.tahun} sebesar {p} dengan realisasi {r} ({share}).",
            f"Total pagu anggaran tahun {t.tahun} adalah {p}.",
            f"Serapan anggaran tahun {t.tahun} mencapai {share}.",
            f"Realisasi anggaran mencapai {r} dari {p}.",
            f"Sisa anggaran sebesar {rest}.",
            f"Pelaksanaan {t.count(programs(t))} program didukung anggaran sebesar {p}.",
        )
    )


def money_here(t: Teller, s: Sasaran) -> str | None:
    one = t.draft.efisiensi_of(s).jumlah
    if not one.pagu or one.serapan is None:
        return None
    return t.rng.choice(
        (
            f"Anggaran yang digunakan untuk mencapai sasaran ini sebesar {t.money(one.pagu)}, "
            f"terealisasi {t.money(one.realisasi)} atau {t.percent(one.serapan)}.",
            f"Serapan anggaran sasaran ini sebesar {t.percent(one.serapan)}.",
        )
    )


def budget_line(t: Teller, s: Sasaran) -> str | None:
    lines = [a for a in t.data.anggaran if a.tingkat == "sub"]
    line = t.rng.choice(lines)
    pagu, real = line.pagu.nilai, line.realisasi.nilai
    if not isinstance(pagu, Decimal) or not isinstance(real, Decimal):
        return None
    return t.rng.choice(
        (
            f"Sub kegiatan {line.nama} dengan pagu {t.money(pagu)} terealisasi {t.money(real)}.",
            f"Sub kegiatan {line.nama} menyerap {t.money(real)} atau "
            f"{t.percent(real / pagu * 100)} dari pagu.",
        )
    )


def mean(t: Teller, s: Sasaran) -> str | None:
    rata = t.draft.rekap.rata_rata
    here = t.draft.efisiensi_of(s).capaian.rata_rata
    if rata is None or here is None:
        return None
    return t.rng.choice(
        (
            f"Rata-rata capaian kinerja {t.unit} tahun {t.tahun} adalah {t.percent(rata)}.",
            f"Rata-rata capaian indikator sasaran ini sebesar {t.percent(here)}.",
        )
    )


def extremes(t: Teller, s: Sasaran) -> str | None:
    ends = t.ends()
    if ends is None:
        return None
    top, low = ends
    return t.rng.choice(
        (
            f"Capaian tertinggi diperoleh indikator {t.name(top.indikator)} sebesar {t.of(top)}.",
            f"Capaian terendah terdapat pada {t.name(low.indikator)}.",
            f"Indikator dengan capaian tertinggi adalah {t.name(top.indikator)}.",
        )
    )


def rating(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, is_predikat)
    if row is None:
        return None
    i = row.indikator
    return t.rng.choice(
        (
            f"{i.nama} tahun {t.tahun} memperoleh predikat {i.realisasi.nilai}.",
            f"Realisasi {t.name(i)} adalah {i.realisasi.nilai} dari target {i.target.nilai}.",
            f"Pada tahun {t.tahun - 1} {t.name(i)} adalah {i.riwayat[t.tahun - 1].nilai}.",
        )
    )


def category(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: r.hasil.kategori is not None)
    if row is None:
        return None
    return t.rng.choice(
        (
            f"Capaian {t.name(row.indikator)} termasuk kategori {row.hasil.kategori}.",
            f"{row.indikator.nama} berkategori {(row.hasil.kategori or '').lower()}.",
        )
    )


def people(t: Teller, s: Sasaran) -> str | None:
    p = t.data.profil
    total = sum(number for _, number in p.pegawai)
    return t.rng.choice(
        (
            f"{t.unit} dipimpin oleh {p.pimpinan.nama} selaku {p.pimpinan.jabatan}.",
            f"{p.pimpinan.jabatan}, {p.pimpinan.nama}, memantau capaian setiap bulan.",
            f"Laporan disampaikan {p.pimpinan.jabatan} kepada {p.atasan.jabatan}.",
            f"Jumlah pegawai {t.unit} sebanyak {total} orang.",
            f"{p.pimpinan.jabatan} {p.pimpinan.nama} menandatangani Perjanjian Kinerja tanggal "
            f"{t.data.pk_tanggal}.",
        )
    )


def years(t: Teller, s: Sasaran) -> str | None:
    a, b = t.data.profil.renstra_periode
    return t.rng.choice(
        (
            f"Laporan Kinerja {t.unit} Tahun {t.tahun} disusun berdasarkan Perjanjian Kinerja "
            f"Tahun {t.tahun}.",
            f"Sasaran ini mengacu pada Rencana Strategis {a}–{b}.",
            f"Renstra Tahun {a}-{b} menjadi dasar penetapan target.",
            f"Tahun {t.tahun} merupakan tahun ke-{t.tahun - a + 1} pelaksanaan Renstra {a}-{b}.",
            f"Selama tahun {t.tahun} dilaksanakan berbagai upaya perbaikan layanan.",
            f"Perbaikan akan dilanjutkan pada tahun {t.tahun + 1}.",
        )
    )


PHRASES: tuple[Phrase, ...] = (
    status, reached, missed, trend, oldest, renstra, standard, counting, counting_here, money,
    money_here, budget_line, mean, extremes, rating, category, people, years, loose,
)  # fmt: skip
