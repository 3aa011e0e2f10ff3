"""Faults planted in the product, one by one: the law names each of them in every written file."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from runut.core.kinerja import anggaran, capaian, cetak, rekap
from runut.core.kinerja.angka import format_angka, format_persen, round_half_up
from runut.core.kinerja.capaian import TAHUN_PENUH, HasilCapaian, compute_triwulan
from runut.core.kinerja.model import Indikator, Polaritas
from runut.core.kinerja.rumus import Hitungan, apply_formula
from runut.core.report.lakip import draft, formulas, rows
from runut.core.report.lakip.compose import compose_lakip
from runut.files.read.workbook import rows as reading
from runut.files.read.workbook.year import read_workbook
from tests.printed.complaints import complaints
from tests.printed.files import read_back
from tests.printed.years import Typed


def one(code: str, polaritas: str, target: str, realisasi: str, **rest: str) -> dict[str, object]:
    return {
        "ID": code,
        "ID sasaran": "S1",
        "Indikator kinerja": f"Indikator {code} x",
        "Satuan": "",
        "Polaritas": polaritas,
        "Target 2025": target,
        "Realisasi 2025": realisasi,
        "Agregasi": "jumlah",
        **{head.replace("_", " "): value for head, value in rest.items()},
    }


TYPED = Typed(
    sasaran=({"ID": "S1", "Sasaran strategis": "Sasaran contoh S1"},),
    indikator=(
        one("IKU-1", "naik", "1200", "", Target_TW_I="300", Realisasi_TW_I="318"),
        one("IKU-2", "rentang", "7 s.d. 10", "18"),
        one("IKU-3", "naik", "100000", "99996"),
        one("IKU-4", "turun", "12", "13"),
        one("IKU-6", "turun", "< 150", "150"),
        one(
            "IKU-5", "naik", "40", "",
            **{f"Target_TW_{q}": "10" for q in ("I", "II", "III", "IV")},
            Realisasi_TW_I="7", Realisasi_TW_II="8", Realisasi_TW_III="9", Realisasi_TW_IV="6",
        ),
    ),
    anggaran=(
        {"Kode": "4.01", "Uraian": "Program", "Tingkat": "program", "Pagu (Rp)": ""},
        {
            "Kode": "4.01.02", "Uraian": "Kegiatan", "Tingkat": "kegiatan", "ID sasaran": "S1",
            "Pagu (Rp)": "5600000000", "Realisasi (Rp)": "5432000000",
        },
    ),
)  # fmt: skip


def found() -> dict[str, list[str]]:
    """What the law complains of, file by file."""
    data, findings = read_workbook(TYPED.book, "buku.xlsx")
    assert data is not None, findings
    files = read_back(compose_lakip(data, {}))
    return {name: complaints(flow, TYPED) for name, flow in files.items()}


def test_without_a_fault_nothing_is_complained_of() -> None:
    assert found() == {"docx": [], "html": [], "pdf": [], "txt": []}


def a_quarter_shown_as_the_year(patch: pytest.MonkeyPatch) -> None:
    def of_year(indikator: Indikator) -> HasilCapaian:
        if indikator.realisasi.nilai is None:
            return replace(compute_triwulan(indikator), lingkup=TAHUN_PENUH)
        return capaian.compute_capaian(indikator)

    patch.setattr(rekap, "compute_capaian", of_year)


def a_result_outside_its_range_given_a_grade(patch: pytest.MonkeyPatch) -> None:
    def generous(indikator: Indikator, target: object, realisasi: object) -> Hitungan:
        if indikator.polaritas is Polaritas.RENTANG:
            return Hitungan(Decimal(180), "18 ÷ 10 × 100 = 180%")
        return apply_formula(indikator, target, realisasi)  # type: ignore[arg-type]

    patch.setattr(capaian, "apply_formula", generous)


def a_percentage_rounded_up_to_the_target(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        HasilCapaian,
        "capaian_teks",
        property(lambda self: "–" if self.capaian is None else format_persen(self.capaian)),
    )


def a_strict_target_met_exactly_without_a_word(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(HasilCapaian, "sebab", "")


def reached_by_a_rounded_percentage(patch: pytest.MonkeyPatch) -> None:
    plain = capaian.is_reached

    def rounded(indikator: Indikator, target: object, t: object, r: object) -> bool | None:
        if isinstance(t, Decimal) and isinstance(r, Decimal):
            return round_half_up(r / t * 100) >= 100
        return plain(indikator, target, t, r)  # type: ignore[arg-type]

    patch.setattr(capaian, "is_reached", rounded)


def a_budget_level_unknown(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(anggaran, "_carries_money", lambda _data, line: line.tingkat == anggaran.SUB)


def a_cell_unread(patch: pytest.MonkeyPatch) -> None:
    plain = reading._quarters
    patch.setattr(reading, "_quarters", lambda figures: plain(figures)[:2])


def a_mean_over_what_was_not_measured(patch: pytest.MonkeyPatch) -> None:
    plain = rekap.summarize_capaian

    def spread(given: tuple[rekap.BarisCapaian, ...]) -> rekap.RekapCapaian:
        made = plain(given)
        if made.rata_rata is None:
            return made
        whole = made.rata_rata * made.dirata_rata / made.jumlah
        return replace(made, rata_rata=round_half_up(whole))

    patch.setattr(draft, "summarize_capaian", spread)
    patch.setattr(anggaran, "summarize_capaian", spread)


def figures_rounded_beside_an_exact_capaian(patch: pytest.MonkeyPatch) -> None:
    plain = cetak.format_nilai
    patch.setattr(
        cetak,
        "format_nilai",
        lambda n: format_angka(round(n, -2)) if isinstance(n, Decimal) else plain(n),
    )


def a_rule_that_is_not_printed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(formulas, "sense_of", lambda _indikator: "makin tinggi makin baik")
    patch.setattr(formulas, "rule_text", lambda _indikator: "R ÷ T × 100")


def a_part_that_is_not_called_so(patch: pytest.MonkeyPatch) -> None:
    plain = rows.result_lines
    patch.setattr(rows, "result_lines", lambda row: plain(row)[:1])


FAULTS = {
    a_quarter_shown_as_the_year: "printed 106,00%, but the row gives 26.50",
    a_result_outside_its_range_given_a_grade: "printed 180,00%, but the row gives None",
    a_percentage_rounded_up_to_the_target: "missed, but printed as 100,00%",
    a_strict_target_met_exactly_without_a_word: "missed, but printed as 100,00%",
    reached_by_a_rounded_percentage: "counts",
    a_budget_level_unknown: "typed money 5600000000, printed",
    a_cell_unread: "typed 9 in Realisasi TW III of IKU-5, printed –",
    a_mean_over_what_was_not_measured: "mean",
    figures_rounded_beside_an_exact_capaian: "printed",
    a_rule_that_is_not_printed: "printed 91,67%, but the row gives 108.33",
    a_part_that_is_not_called_so: "no capaian is printed, though it is 26.50",
}
"""Each fault, and the words in which the law complains of it."""


@pytest.mark.parametrize(("plant", "said"), FAULTS.items())
def test_each_planted_fault_is_named_in_every_file(
    plant: Callable[[pytest.MonkeyPatch], None], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    for name, complained in found().items():
        assert any(one.startswith(said) for one in complained), (name, complained)
