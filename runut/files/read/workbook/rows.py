"""The rows of the sheets Sasaran, Indikator, Anggaran, Analisis and Narasi as the year's data."""

from decimal import Decimal

from runut.core.findings import Finding
from runut.core.kinerja import lembar
from runut.core.kinerja.anggaran import SUB, TINGKAT
from runut.core.kinerja.angka import read_angka
from runut.core.kinerja.aturan import BATAS_CAPAIAN, SKALA
from runut.core.kinerja.model import (
    Agregasi,
    Analisis,
    Anggaran,
    Indikator,
    Polaritas,
    Sasaran,
    Terukur,
)
from runut.core.kinerja.predikat import SKALA_BAWAAN
from runut.core.kinerja.rumus import FORMULA
from runut.core.kinerja.terbaca import Terbaca
from runut.core.kinerja.tulisan import read_tulisan
from runut.files.read.workbook.cells import (
    Sel,
    choice_of,
    nilai_of,
    number_of,
    problem,
    required_text,
    rupiah_of,
    text_of,
)
from runut.files.read.workbook.grid import Baris
from runut.files.read.workbook.shares import read_shares

_SKALA = tuple(s.kode for s in SKALA)
_QUARTERS = range(4)


def build_sasarans(
    rows: tuple[Baris, ...], problems: list[Finding]
) -> tuple[tuple[Sasaran, ...], tuple[Sasaran, ...]]:
    """(sasaran, aims that are rows of their own), each in the order of their rows."""
    kinds = (lembar.SASARAN_JENIS, lembar.TUJUAN_JENIS)
    sasarans: list[Sasaran] = []
    tujuans: list[Sasaran] = []
    for row in rows:
        node = Sasaran(
            required_text(row["id"], problems),
            required_text(row["nama"], problems),
            text_of(row["tujuan"], problems),
            row["id"].place,
            text_of(row["induk"], problems),
            text_of(row["misi"], problems),
        )
        is_tujuan = choice_of(row["jenis"], kinds, kinds[0], problems) == lembar.TUJUAN_JENIS
        (tujuans if is_tujuan else sasarans).append(node)
    return tuple(sasarans), tuple(tujuans)


def build_indikators(
    rows: tuple[Baris, ...], tahun: int, problems: list[Finding]
) -> tuple[Indikator, ...]:
    """The indicators, in the order of their rows."""
    return tuple(_indikator(row, tahun, problems) for row in rows)


def build_anggaran(rows: tuple[Baris, ...], problems: list[Finding]) -> tuple[Anggaran, ...]:
    """The budget lines, in the order of their rows."""
    return tuple(_anggaran(row, problems) for row in rows)


def build_analisis(rows: tuple[Baris, ...], problems: list[Finding]) -> tuple[Analisis, ...]:
    """What was written about each sasaran."""
    return tuple(
        Analisis(
            required_text(row["sasaran"], problems),
            text_of(row["penyebab"], problems),
            text_of(row["solusi"], problems),
            text_of(row["program_penunjang"], problems),
            text_of(row["rencana"], problems),
            row["sasaran"].place,
            text_of(row["pendorong"], problems),
            text_of(row["hambatan"], problems),
        )
        for row in rows
    )


def build_narasi(rows: tuple[Baris, ...], problems: list[Finding]) -> dict[str, str]:
    """Words by section key; a key that stands twice is a problem."""
    narasi: dict[str, str] = {}
    for row in rows:
        kunci, isi = required_text(row["kunci"], problems), text_of(row["isi"], problems)
        if kunci in narasi:
            problems.append(
                problem(
                    row["kunci"],
                    "narasi_ganda",
                    f"bagian '{kunci}' ditulis dua kali.",
                    "Satukan isinya dalam satu baris.",
                )
            )
        elif isi:
            narasi[kunci] = isi
    return narasi


def _indikator(row: Baris, tahun: int, problems: list[Finding]) -> Indikator:
    polaritas = _polaritas(row["polaritas"], problems)

    satuan = text_of(row["satuan"], problems)

    def figure(kunci: str, is_target: bool) -> Terukur:
        return nilai_of(row[kunci], polaritas, is_target, problems, satuan)

    def by_year(jenis: str, is_target: bool) -> dict[int, Terukur]:
        years = sorted(int(k[-4:]) for k in row.sel if _is_year_key(k, jenis))
        if jenis != "renstra":
            years = [y for y in years if y <= tahun]
        figures = {y: figure(f"{jenis}_{y}", is_target) for y in years}
        return {y: t for y, t in figures.items() if t.nilai is not None}

    agregasi = choice_of(row["agregasi"], tuple(Agregasi), None, problems)
    standar, is_tanpa = _standar(row["standar"], polaritas, problems, satuan)
    realisasi, targets = by_year("realisasi", False), by_year("target", True)
    return Indikator(
        id=required_text(row["id"], problems),
        sasaran_id=required_text(row["sasaran"], problems),
        nama=required_text(row["nama"], problems),
        satuan=satuan,
        polaritas=polaritas,
        target=targets.pop(tahun, Terukur(None, row[f"target_{tahun}"].place)),
        realisasi=realisasi.pop(tahun, Terukur(None, row[f"realisasi_{tahun}"].place)),
        is_iku=choice_of(row["iku"], (lembar.YA, lembar.TIDAK), lembar.YA, problems) == lembar.YA,
        formula=choice_of(row["formula"], FORMULA, None, problems),
        agregasi=None if agregasi is None else Agregasi(agregasi),
        batas=_batas(row["batas"], problems),
        skala=choice_of(row["skala"], _SKALA, SKALA_BAWAAN, problems),
        definisi=text_of(row["definisi"], problems),
        sumber_data=text_of(row["sumber_data"], problems),
        penanggung_jawab=text_of(row["penanggung_jawab"], problems),
        target_triwulan=_quarters([figure(f"target_tw{q}", True) for q in _QUARTERS]),
        realisasi_triwulan=_quarters([figure(f"realisasi_tw{q}", False) for q in _QUARTERS]),
        riwayat=_earlier(realisasi, tahun),
        riwayat_target=_earlier(targets, tahun),
        renstra=by_year("renstra", True),
        standar_nasional=standar,
        standar_nasional_sumber=text_of(row["standar_sumber"], problems),
        tanpa_standar_nasional=is_tanpa,
        nilai_predikat=_predicates(row["nilai_predikat"], problems),
        sel=row["id"].place,
        induk_id=text_of(row["induk"], problems),
        cara_hitung=text_of(row["cara_hitung"], problems),
        pembilang=text_of(row["pembilang"], problems),
        penyebut=text_of(row["penyebut"], problems),
        frekuensi=text_of(row["frekuensi"], problems),
        dasar=_optional(figure("dasar", False)),
        tahun_dasar=read_year(row["tahun_dasar"], problems),
        berubah_tahun=read_year(row["berubah_tahun"], problems),
        perubahan_definisi=text_of(row["perubahan_definisi"], problems),
    )


def _anggaran(row: Baris, problems: list[Finding]) -> Anggaran:
    tingkat = choice_of(row["tingkat"], TINGKAT, "", problems)
    if row["tingkat"].is_empty:
        required_text(row["tingkat"], problems)
    ids, bagian = read_shares(row["sasaran"], problems)
    keluaran_satuan = text_of(row["keluaran_satuan"], problems)

    def output(kunci: str, is_target: bool) -> Terukur | None:
        return _optional(nilai_of(row[kunci], Polaritas.NAIK, is_target, problems, keluaran_satuan))

    def money(kunci: str) -> Terukur | None:
        return _optional(rupiah_of(row[kunci], problems))

    def count(kunci: str) -> Terukur | None:
        return _optional(number_of(row[kunci], problems))

    return Anggaran(
        kode=required_text(row["kode"], problems).rstrip("."),
        nama=required_text(row["nama"], problems),
        tingkat=tingkat or SUB,
        sasaran_ids=ids,
        pagu=rupiah_of(row["pagu"], problems),
        realisasi=rupiah_of(row["realisasi"], problems),
        sumber_dana=text_of(row["sumber_dana"], problems) or "APBD",
        keluaran=text_of(row["keluaran"], problems),
        keluaran_satuan=keluaran_satuan,
        keluaran_target=output("keluaran_target", True),
        keluaran_realisasi=output("keluaran_realisasi", False),
        sel=row["kode"].place,
        bagian=bagian,
        pagu_awal=money("pagu_awal"),
        pagu_pergeseran=money("pagu_pergeseran"),
        pagu_perubahan=money("pagu_perubahan"),
        realisasi_triwulan=_quarters(
            [rupiah_of(row[f"realisasi_tw{q}"], problems) for q in _QUARTERS]
        ),
        is_gaji=choice_of(row["gaji"], (lembar.YA, lembar.TIDAK), lembar.TIDAK, problems)
        == lembar.YA,
        tenaga_rencana=count("tenaga_rencana"),
        tenaga_realisasi=count("tenaga_realisasi"),
        hari_rencana=count("hari_rencana"),
        hari_realisasi=count("hari_realisasi"),
    )


def _polaritas(sel: Sel, problems: list[Finding]) -> Polaritas:
    required_text(sel, problems)
    return Polaritas(choice_of(sel, tuple(Polaritas), Polaritas.NAIK, problems))


def _standar(
    sel: Sel, polaritas: Polaritas, problems: list[Finding], satuan: str
) -> tuple[Terukur | None, bool]:
    """(the standard, whether the office says that there is none)."""
    if isinstance(sel.isi, str) and sel.isi.strip().lower() == lembar.TIDAK_ADA:
        return None, True
    is_range = (
        polaritas is Polaritas.RENTANG
        and isinstance(sel.isi, str)
        and isinstance(read_tulisan(sel.isi, polaritas, satuan), Terbaca)
    )
    return _optional(nilai_of(sel, polaritas, is_range, problems, satuan)), False


def _batas(sel: Sel, problems: list[Finding]) -> Decimal | None:
    nilai = number_of(sel, problems).nilai
    if not isinstance(nilai, Decimal):
        return None
    if nilai < min(BATAS_CAPAIAN.nilai):
        problems.append(
            problem(
                sel,
                "batas_terlalu_rendah",
                "batas capaian di bawah 100.",
                "Isi 100, 120, atau kosongkan bila tidak dibatasi.",
            )
        )
    return nilai


def _predicates(sel: Sel, problems: list[Finding]) -> dict[str, Decimal]:
    table: dict[str, Decimal] = {}
    for part in text_of(sel, problems).split(";"):
        kode, sign, number = part.rpartition("=")
        nilai = read_angka(number)
        if kode.strip() and nilai is not None:
            table[kode.strip()] = nilai
        elif part.strip() or sign:
            problems.append(
                problem(
                    sel,
                    "nilai_predikat_keliru",
                    f"'{part.strip()}' bukan pasangan predikat dan nilai.",
                    "Tulis seperti WTP=4; WDP=3; TW=2; TMP=1.",
                )
            )
    return table


def read_year(sel: Sel, problems: list[Finding]) -> int | None:
    """A year in a cell of its own; None where it is empty or no year."""
    nilai = number_of(sel, problems).nilai
    if not isinstance(nilai, Decimal):
        return None
    if nilai != nilai.to_integral_value() or not 1900 <= nilai <= 2100:
        problems.append(
            problem(sel, "bukan_tahun", f"'{sel.isi}' bukan tahun.", "Isi empat angka.")
        )
        return None
    return int(nilai)


def _is_year_key(kunci: str, jenis: str) -> bool:
    return kunci.startswith(f"{jenis}_") and kunci[-4:].isdigit()


def _earlier(figures: dict[int, Terukur], tahun: int) -> dict[int, Terukur]:
    return {y: t for y, t in figures.items() if y < tahun}


def _quarters(figures: list[Terukur]) -> tuple[Terukur, ...]:
    return tuple(figures) if any(t.nilai is not None for t in figures) else ()


def _optional(terukur: Terukur) -> Terukur | None:
    return None if terukur.nilai is None else terukur
