"""What looks like a slip is asked about, by the same rules for every way of entry."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from runut.core.findings import Finding, Level
from runut.core.kinerja.model import Anggaran, DataKinerja, Indikator, Polaritas, Terukur
from runut.core.kinerja.pemeriksaan.data import check_data
from runut.core.kinerja.pemeriksaan.indikator import check_indikator
from runut.core.kinerja.pemeriksaan.temuan import kunci_temuan
from runut.core.kinerja.terbaca import Terbaca
from runut.core.kinerja.tulisan import read_tulisan
from tests.kinerja.buku import example
from tests.kinerja.ukur import nilai, triwulan, ukur

TAHUN = 2025


def asked(indikator: Indikator, nama: str = "", satuan: str = "") -> set[str]:
    changed = replace(
        indikator,
        nama=nama or indikator.nama,
        satuan=satuan or indikator.satuan,
        tanpa_standar_nasional=True,
    )
    return {f.kode for f in check_indikator(changed, TAHUN)}


def written(polaritas: str, target: str, realisasi: str) -> Indikator:
    """An indicator whose figures are words that say their unit."""

    def read(words: str) -> Terukur:
        found = read_tulisan(words, Polaritas(polaritas))
        assert isinstance(found, Terbaca), found
        return Terukur(found.nilai, "Indikator!G7", found.tulisan)

    return replace(ukur(polaritas, 1, 1), target=read(target), realisasi=read(realisasi))


@pytest.mark.parametrize(
    ("target", "realisasi", "satuan", "is_asked"),
    [
        ("24 jam", "20 jam", "hari", True),
        ("2 hari", "30 jam", "lama", True),
        ("5 Dok.", "4 laporan", "dokumen", False),
        ("140 Kelompok (1400 orang)", "120 Kelompok", "kelompok", False),
    ],
)
def test_figures_that_name_units_of_different_things_are_asked(
    target: str, realisasi: str, satuan: str, *, is_asked: bool
) -> None:
    found = asked(written("turun", target, realisasi), satuan=satuan)

    assert ("satuan_berbeda" in found) is is_asked


def figures(**years: object) -> dict[int, Terukur]:
    return {int(y[1:]): Terukur(nilai(v), "") for y, v in years.items()}


@pytest.mark.parametrize(
    ("kode", "indikator", "nama", "satuan"),
    [
        ("persen_lebih_seratus", ukur("naik", 100, 104), "Persentase SOP", "%"),
        ("persen_lebih_seratus", ukur("naik", 120, 90), "Cakupan layanan", "persen"),
        ("persen_pecahan", ukur("naik", "0.97", "0.978"), "Persentase SOP", "persen"),
        ("angka_negatif", ukur("naik", 10, -9), "Dokumen", "dokumen"),
        ("bukan_bilangan_bulat", ukur("naik", 10, "9.5"), "Dokumen tersusun", "dokumen"),
        ("nilai_lebih_seratus", ukur("naik", 80, "805"), "Nilai SAKIP", "nilai"),
        ("arah_berlawanan", ukur("naik", 8, 9), "Rata-rata keterlambatan", "menit"),
        ("arah_berlawanan", ukur("naik", 8, 9), "Angka kemiskinan", "persen"),
        ("arah_berlawanan", ukur("turun", 80, 79), "Indeks kepuasan", "indeks"),
        ("arah_berlawanan", ukur("naik", 5, 7), "Ranking EPPD", "peringkat"),
        ("capaian_tinggi", ukur("naik", 90, 885), "Indeks", "indeks"),
        ("capaian_rendah", ukur("naik", 90, "8.9"), "Indeks", "indeks"),
        ("capaian_rendah", ukur("turun", 8, 81), "Lama layanan", "menit"),
        ("tidak_dapat_dihitung", ukur("naik", 0, None), "Dokumen", "dokumen"),
        ("rumus_rentang_ditanya", ukur("rentang", (7, 10), 18), "Lama baca", "menit"),
    ],
)
def test_one_figure_that_is_odd_is_asked_about(
    kode: str, indikator: Indikator, nama: str, satuan: str
) -> None:
    assert kode in asked(indikator, nama, satuan)


@pytest.mark.parametrize(
    ("indikator", "nama", "satuan"),
    [
        (ukur("naik", 104, 106), "Laju pertumbuhan ekonomi atas tahun dasar", "persen"),
        (ukur("turun", "0.5", "0.4"), "Angka pengangguran terbuka", "persen"),
        (ukur("naik", 90, 95), "Persentase pengaduan yang diselesaikan", "persen"),
        (ukur("naik", 90, 95), "Persentase penanganan korban banjir", "persen"),
        (ukur("naik", 90, 95), "Persentase temuan yang ditindaklanjuti", "persen"),
        (ukur("turun", 10, 9), "Persentase pegawai tidak tepat waktu", "persen"),
        (ukur("naik", "2.5", "2.4"), "Rata-rata pelatihan per pegawai", "kali"),
        (ukur("turun", "2.5", "2.4"), "Lama penerbitan izin", "hari"),
        (ukur("turun", 0, 0), "Jumlah kecelakaan kerja", "kasus"),
        (ukur("naik", 5, 0), "Perda tersusun", "dokumen"),
    ],
)
def test_what_is_right_is_not_asked_about(indikator: Indikator, nama: str, satuan: str) -> None:
    assert asked(indikator, nama, satuan) - {"rumus_lain"} == set()


@pytest.mark.parametrize(
    "more",
    [
        {"riwayat": figures(y2024="8.7")},
        {"riwayat": figures(y2023=870, y2024=87)},
        {"riwayat_target": figures(y2024=880)},
        {"renstra": figures(y2025=9, y2026=90)},
        {"renstra": figures(y2025=900)},
        {"standar_nasional": Terukur(Decimal(850), "Indikator!AC4")},
    ],
)
def test_a_ten_fold_slip_is_asked_about_wherever_it_stands(more: dict[str, Any]) -> None:
    assert "lonjakan" in asked(ukur("naik", 90, 89, **more))


def test_quarters_are_held_against_year_targets_and_each_other() -> None:
    tw = triwulan("naik", "jumlah", [10, 10, 10, 10], [10, 95, 10, 10])
    assert "triwulan_janggal" in asked(tw)

    year = replace(
        triwulan("naik", "jumlah", [10, 10, 10, 10], [9, 9, 9, 9]),
        target=Terukur(Decimal(40), ""),
        realisasi=Terukur(Decimal(37), ""),
    )
    assert "triwulan_tidak_cocok" in asked(year)
    assert "triwulan_tidak_cocok" not in asked(replace(year, realisasi=Terukur(Decimal(36), "")))

    falling = triwulan("naik", "akhir", [10, 20, 30, 40], [10, 20, 18, 40])
    assert "kumulatif_turun" in asked(falling, satuan="dokumen")
    assert "kumulatif_turun" not in asked(falling, satuan="indeks")


def test_the_mean_of_quarters_is_the_year_when_it_is_written_rounded() -> None:
    year = replace(
        triwulan("naik", "rata-rata", [3, 3, 3, 3], [1, 1, 1, 2]),
        target=Terukur(Decimal(3), ""),
        realisasi=Terukur(Decimal("1.25"), ""),
    )
    assert "triwulan_tidak_cocok" not in asked(year)
    assert "triwulan_tidak_cocok" in asked(replace(year, realisasi=Terukur(Decimal(2), "")))


def test_a_part_of_a_year_is_called_so_with_its_share() -> None:
    part = replace(
        triwulan("naik", "jumlah", [300, 300, 300, 300], [318]), target=Terukur(Decimal(1200), "")
    )

    found = [f for f in check_indikator(part, TAHUN) if f.kode == "baru_sebagian_tahun"]

    assert len(found) == 1
    assert "s.d. TW I 318 (106% dari target s.d. TW I; 26,50% dari target tahun)" in found[0].pesan


def changed(**parts: Any) -> tuple[Finding, ...]:
    return check_data(replace(example(), **parts))


def kinds(**parts: Any) -> set[str]:
    return {f.kode for f in changed(**parts)}


def test_the_example_is_clean_without_its_workbook() -> None:
    assert changed() == ()


@pytest.mark.parametrize(
    ("nip", "kode", "tingkat"),
    [
        ("1.97804E+17", "nip_bukan_18_angka", Level.BLOCKER),
        ("19780412 200012 1 00", "nip_bukan_18_angka", Level.BLOCKER),
        ("197813122000121002", "nip_janggal", Level.WARNING),
        ("197804122000123002", "nip_janggal", Level.WARNING),
        ("197804122031121002", "nip_janggal", Level.WARNING),
        ("196905171994032004", "nip_sama", Level.WARNING),
    ],
)
def test_a_nip_has_18_digits_and_its_parts_are_dates(nip: str, kode: str, tingkat: Level) -> None:
    profil = example().profil
    pimpinan = replace(profil.pimpinan, nip=nip)

    found = [f for f in changed(profil=replace(profil, pimpinan=pimpinan)) if f.kode == kode]

    assert [f.tingkat for f in found] == [tingkat]


@pytest.mark.parametrize("nip", ["", "-", "NIP. 19780412 200012 1 002", "NRP 71080123"])
def test_a_nip_may_be_written_with_blanks_or_be_none(nip: str) -> None:
    profil = example().profil
    assert changed(profil=replace(profil, pimpinan=replace(profil.pimpinan, nip=nip))) == ()


@pytest.mark.parametrize(
    ("words", "kode"),
    [
        ("3 Februari 2026", "pk_sesudah_tahun"),
        ("13 Januari 2015", "pk_terlalu_awal"),
        ("45667", "tanggal_tidak_terbaca"),
        ("awal tahun", "tanggal_tidak_terbaca"),
    ],
)
def test_the_agreement_is_signed_about_the_beginning_of_the_year(words: str, kode: str) -> None:
    assert kinds(pk_tanggal=words) == {kode}
    assert kinds(pk_tanggal="30 Desember 2024") == set()


def test_the_year_stands_in_its_renstra() -> None:
    profil = replace(example().profil, renstra_periode=(2018, 2023))
    assert kinds(profil=profil) == {"tahun_di_luar_renstra"}


def lines(**changes: dict[str, Any]) -> tuple[Anggaran, ...]:
    """The budget with some lines changed, by code with _ for the dots."""
    by_code = {kode.lstrip("_").replace("_", "."): parts for kode, parts in changes.items()}
    return tuple(replace(a, **by_code.get(a.kode, {})) for a in example().anggaran)


def money(rupiah: int | None) -> Terukur:
    return Terukur(None if rupiah is None else Decimal(rupiah), "")


def test_budget_slips_are_asked_about() -> None:
    sub = "_4_01_01_1_02_0001"
    assert "serapan_rendah" in kinds(anggaran=lines(**{sub: {"realisasi": money(769_120_431)}}))
    assert "pagu_kecil" in kinds(anggaran=lines(**{sub: {"pagu": money(7_842)}}))
    assert "pagu_tidak_sama" in kinds(anggaran=lines(**{sub: {"pagu": money(78_425_600_000)}}))
    assert "pagu_kosong" in kinds(anggaran=lines(**{sub: {"pagu": money(None)}}))
    assert "pagu_berbeda" in kinds(anggaran=lines(**{sub: {"pagu_perubahan": money(1)}}))
    quarters = tuple(map(money, (1_000, 2_000, 3_000, 7_691_204_318)))
    running = kinds(anggaran=lines(**{sub: {"realisasi_triwulan": quarters}}))
    assert "realisasi_triwulan_kumulatif" in running
    part = (*map(money, (9_000_000_000, 1)), money(None), money(None))
    assert "realisasi_triwulan_melebihi" in kinds(
        anggaran=lines(**{sub: {"realisasi_triwulan": part}})
    )


def test_a_budget_that_has_only_kegiatan_is_taken_as_it_is() -> None:
    kegiatan = tuple(a for a in example().anggaran if a.tingkat == "kegiatan")

    assert kinds(anggaran=kegiatan) == set()


def test_names_and_ids_that_stand_twice_are_asked_about() -> None:
    data = example()
    one, *rest = data.indikators
    assert "nama_ganda" in kinds(
        indikators=(one, replace(rest[0], nama=one.nama.upper(), satuan=one.satuan), *rest[1:])
    )
    assert "id_mirip" in kinds(indikators=(one, replace(rest[0], id="iku 1"), *rest[1:]))
    assert "id_ganda" in kinds(indikators=(one, replace(rest[0], id="IKU-1"), *rest[1:]))
    assert "induk_tidak_dikenal" in kinds(
        indikators=(one, replace(rest[0], induk_id="X"), *rest[1:])
    )
    assert "induk_melingkar" in kinds(indikators=(replace(one, induk_id=one.id), *rest))


def slipped(data: DataKinerja) -> DataKinerja:
    one, *rest = data.indikators
    return replace(data, indikators=(replace(one, realisasi=Terukur(Decimal(897), "")), *rest))


def _moved(one: Indikator) -> Indikator:
    return replace(
        one, sel=f"{one.sel}0", realisasi=replace(one.realisasi, sel=f"{one.realisasi.sel}0")
    )


def test_an_answer_is_kept_while_the_figure_stays_wherever_its_row_stands() -> None:
    data = slipped(example())
    moved = replace(data, indikators=tuple(_moved(i) for i in reversed(data.indikators)))
    other = replace(
        data,
        indikators=(
            replace(data.indikators[0], realisasi=Terukur(Decimal(898), "")),
            *data.indikators[1:],
        ),
    )

    keys, again, new = ({kunci_temuan(f) for f in check_data(d)} for d in (data, moved, other))

    assert keys == again
    assert keys
    assert not keys & new
