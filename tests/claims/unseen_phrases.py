"""True sentences about a year, a fourth set: written last, after the third had mended the checker too.

What was first measured with it stands in ``docs/known-issues.md``.
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
    programs,
)


def result(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.hasil.capaian is not None)
    if row is None or not isinstance(row.indikator.target.nilai, Decimal):
        return None
    i, n = row.indikator, t.name(row.indikator)
    real, target = t.say(i.realisasi.nilai, i.satuan), t.say(i.target.nilai, i.satuan)
    c, kat = t.percent(row.hasil.capaian or Decimal(0)), row.hasil.kategori
    return t.rng.choice(
        (
            f"Indikator {n} dengan target {target} terealisasi {real} dengan capaian {c}.",
            f"Capaian indikator kinerja {n} sebesar {c} ({kat}).",
            f"Pada tahun anggaran {t.tahun} {n} dapat direalisasikan sebesar {real}.",
            f"Perhitungan {n} menghasilkan nilai {real} pada tahun {t.tahun}.",
            f"Capaian kinerja untuk {n} adalah sebesar {c}, diperoleh dari realisasi {real} dibagi "
            f"target {target}.",
            f"{i.nama} tahun {t.tahun} ditetapkan sebesar {target}. Sampai akhir Desember, realisasi "
            f"yang diperoleh adalah {real}.",
            f"Jika dilihat dari targetnya ({target}), {n} terealisasi {real}.",
            f"{i.nama}: {real} (target: {target}).",
            f"Dengan target {target}, realisasi {n} tahun {t.tahun} adalah {real} sehingga capaiannya "
            f"{c} dan masuk kategori {kat}.",
            f"Nilai {c} pada {n} menunjukkan kategori {kat}.",
        )
    )


def judged(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and r.hasil.is_tercapai is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    if is_reached(row):
        return t.rng.choice(
            (
                f"Secara umum {n} telah mencapai target tahun {t.tahun}.",
                f"Tahun {t.tahun} target {n} tercapai sepenuhnya.",
                f"Kondisi tersebut mendorong tercapainya target {n}.",
                f"{i.nama} mencapai target karena petugas lapangan bertambah.",
                f"Realisasi {n} telah memenuhi target.",
            )
        )
    return t.rng.choice(
        (
            f"Secara umum {n} belum mencapai target tahun {t.tahun}.",
            f"Tahun {t.tahun} target {n} tidak tercapai.",
            f"Faktor tersebut mengakibatkan {n} tidak mencapai target.",
            f"Realisasi {n} belum memenuhi target.",
            f"Belum tercapainya target {n} menjadi perhatian pimpinan.",
        )
    )


def moved(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, lambda r: is_number(r) and before(r, t.tahun - 1) is not None)
    if row is None:
        return None
    i, n = row.indikator, t.name(row.indikator)
    old, new = before(row, t.tahun - 1) or Decimal(0), i.realisasi.nilai
    if (
        not isinstance(new, Decimal)
        or old == new
        or i.polaritas in (Polaritas.RENTANG, Polaritas.STABIL)
    ):
        return None
    up = new > old
    a, b = t.say(old, i.satuan), t.say(new, i.satuan)
    verb, noun = (
        ("mengalami peningkatan", "Peningkatan") if up else ("mengalami penurunan", "Penurunan")
    )
    plain = "meningkat" if up else "menurun"
    good = up != (i.polaritas is Polaritas.TURUN)
    return t.rng.choice(
        (
            f"Realisasi {n} tahun {t.tahun} {verb} dibandingkan tahun {t.tahun - 1}, yaitu dari {a} "
            f"menjadi {b}.",
            f"{noun} {n} dari {a} menjadi {b} disebabkan perubahan cara kerja.",
            f"{i.nama} pada tahun {t.tahun - 1} sebesar {a}, sedangkan pada tahun {t.tahun} sebesar "
            f"{b}.",
            f"Realisasi {n} tahun {t.tahun} lebih {'tinggi' if up else 'rendah'} dibandingkan tahun "
            f"{t.tahun - 1}.",
            f"Apabila dibandingkan dengan tahun lalu, {n} {plain}.",
            f"{i.nama} {plain} {dotted(abs(new - old))} dari {a} pada tahun {t.tahun - 1}.",
            f"Kinerja indikator {n} {'membaik' if good else 'memburuk'} dibanding tahun sebelumnya.",
            f"Tahun {t.tahun - 1} {n} tercatat {a}. Tahun {t.tahun} {n} tercatat {b}.",
        )
    )


def horizon(t: Teller, s: Sasaran) -> str | None:
    end = t.draft.renstra_akhir
    row = t.row(s, lambda r: is_number(r) and end in r.indikator.renstra)
    goal = row.indikator.renstra[end].nilai if row else None
    if row is None or not isinstance(goal, Decimal):
        return None
    n = t.name(row.indikator)
    return t.rng.choice(
        (
            f"Dibandingkan target Renstra tahun {end} sebesar {t.say(goal, row.indikator.satuan)}, "
            f"realisasi {n} masih perlu ditingkatkan.",
            f"Dalam Renstra, {n} pada tahun {end} ditargetkan {t.say(goal, row.indikator.satuan)}.",
        )
    )


def counted(t: Teller, s: Sasaran) -> str | None:
    r = t.draft.rekap
    n, m, k = r.jumlah, r.tercapai, r.tidak_tercapai
    if m + k != n or not m or not k:
        return None
    rows = t.draft.rows_of(s)
    here = sum(is_reached(x) for x in rows)
    return t.rng.choice(
        (
            f"Kinerja {t.unit} tahun {t.tahun} menunjukkan {m} indikator mencapai target dan {k} "
            "indikator tidak mencapai target.",
            f"Pada tahun {t.tahun}, dari {n} indikator kinerja terdapat {m} indikator yang mencapai "
            "target.",
            f"Sebanyak {in_words(k)} dari {in_words(n)} indikator belum mencapai target.",
            f"{in_words(m).capitalize()} indikator telah mencapai target, {in_words(k)} belum.",
            f"Sasaran ini memiliki {len(rows)} indikator, {here} di antaranya mencapai target."
            if here and here < len(rows)
            else f"{t.unit} mengukur kinerjanya dengan {n} indikator.",
            f"Terdapat {len(t.data.sasarans)} sasaran strategis yang diukur dengan {n} indikator.",
        )
    )


def purse(t: Teller, s: Sasaran) -> str | None:
    total = t.draft.total
    if total.serapan is None:
        return None
    p, r, share = t.money(total.pagu), t.money(total.realisasi), t.percent(total.serapan)
    return t.rng.choice(
        (
            f"Total anggaran {t.unit} tahun {t.tahun} sebesar {p} dan terealisasi sebesar {r}.",
            f"Realisasi anggaran tahun {t.tahun} sebesar {r} atau {share} dari pagu {p}.",
            f"Persentase penyerapan anggaran adalah {share}.",
            f"Untuk melaksanakan {in_words(programs(t))} program tersedia pagu {p}.",
            f"Anggaran terserap {share}, yaitu {r} dari {p}.",
        )
    )


def named(t: Teller, s: Sasaran) -> str | None:
    p = t.data.profil
    return t.rng.choice(
        (
            f"Kepemimpinan {p.pimpinan.nama} sebagai {p.pimpinan.jabatan} mendorong perbaikan.",
            f"{p.pimpinan.nama} ({p.pimpinan.jabatan}) menetapkan rencana aksi.",
            f"{t.unit} dipimpin oleh {p.pimpinan.nama}.",
            f"LAKIP {t.unit} Tahun {t.tahun} disusun sebagai bentuk akuntabilitas.",
            f"Perjanjian Kinerja Tahun {t.tahun} ditandatangani tanggal {t.data.pk_tanggal}.",
            f"Renstra {t.unit} berlaku untuk tahun {p.renstra_periode[0]}-{p.renstra_periode[1]}.",
        )
    )


def rank(t: Teller, s: Sasaran) -> str | None:
    ends = t.ends()
    if ends is None:
        return None
    one, low = ends
    return t.rng.choice(
        (
            f"Capaian tertinggi sebesar {t.of(one)} diperoleh {t.name(one.indikator)}.",
            f"Adapun capaian terendah adalah {t.name(low.indikator)} ({t.of(low)}).",
        )
    )


def mark(t: Teller, s: Sasaran) -> str | None:
    row = t.row(s, is_predikat)
    if row is None:
        return None
    i = row.indikator
    return t.rng.choice(
        (
            f"{i.nama} memperoleh nilai {i.realisasi.nilai} dari target {i.target.nilai}.",
            f"{i.nama} tahun {t.tahun} adalah {i.realisasi.nilai}.",
        )
    )


_LOOSE = (
    "Jumlah responden survei sebanyak {k} orang, meningkat dibandingkan tahun sebelumnya.",
    "Penyebab utamanya adalah keterbatasan anggaran dan sarana.",
    "Pada tahun {y} terdapat {n} kegiatan yang dijadwalkan ulang.",
    "Pelaksanaan bimbingan teknis diikuti {k} peserta dari {n} kecamatan.",
    "Pemerintah pusat menaikkan target nasional menjadi 95 persen.",
    "Kegiatan ini menyerap Rp75.500.000 dan selesai tepat waktu.",
    "Alternatif solusi: (a) menambah petugas; (b) memperbaiki aplikasi; (c) sosialisasi ulang.",
    "Semua dokumen pendukung tersedia di sekretariat.",
    "Berdasarkan evaluasi Inspektorat, nilai komponen pelaporan adalah 11,25 dari 15.",
    "Kunjungan pimpinan dilakukan ke {n} lokasi pada bulan Maret dan Juli.",
    "Lebih dari {k} warga memanfaatkan layanan daring setiap hari.",
    "Target dinilai menantang, tetapi masih dapat dicapai dengan kerja keras.",
    "Seluruh pegawai memahami indikator yang menjadi tanggung jawabnya.",
    "Sekitar separuh laporan diterima melalui telepon.",
    "Waktu tunggu layanan berkurang dari {k} menit menjadi {n} menit.",
    "Dibandingkan daerah lain, angka ini tergolong baik.",
    "Penurunan ini bersifat sementara karena adanya renovasi gedung.",
    "Tidak ada keluhan yang sampai ke pengadilan.",
    "Pada semester I realisasi baru mencapai 40 persen, lalu meningkat pada semester II.",
    "Sesuai Peraturan Bupati Nomor {k} Tahun {y}, layanan dibuka enam hari sepekan.",
)


def loose(t: Teller, s: Sasaran) -> str | None:
    words = t.rng.choice(_LOOSE)
    return words.format(n=t.rng.randint(2, 9), k=t.rng.randint(11, 90), y=t.tahun)


_ALL = (result, judged, moved, horizon, counted, purse, named, rank, mark, loose)


def paragraph(t: Teller, s: Sasaran) -> str | None:
    """Four sentences in a row: none may inherit what is not its own."""
    said = [one for phrase in t.rng.sample(_ALL, 4) if (one := phrase(t, s))]
    return " ".join(said) or None


PHRASES = (*_ALL, paragraph)
