"""Which figures a unit is asked for, in core: its own, of this quarter, with what stands beside."""

from dataclasses import replace

from runut.core.kinerja.paket import TANPA_UNIT, packs_of, units_of
from tests.packs.paket import MATERI, PROTOKOL, half_year

DATA = half_year()


def test_every_indicator_that_is_measured_by_quarters_is_asked_once_a_quarter() -> None:
    packs = packs_of(DATA, 3)
    asked = [cell.indikator_id for cells in packs.values() for cell in cells]
    measured = [i.id for i in DATA.indikators if i.target_triwulan]
    assert sorted(asked) == sorted(measured)
    assert [c.indikator_id for c in packs[PROTOKOL]] == ["IKU-2", "IK-3", "IK-4"]
    assert {c.kunci for c in packs[PROTOKOL]} == {"realisasi_tw2"}


def test_what_is_measured_once_a_year_is_asked_in_the_last_quarter() -> None:
    packs = packs_of(DATA, 4)
    yearly = {c.indikator_id: c.kunci for c in packs[PROTOKOL] if c.kunci == "realisasi_2025"}
    assert yearly == {"IKU-1": "realisasi_2025"}


def test_last_year_the_target_and_the_earlier_quarters_stand_beside_it() -> None:
    cell = next(c for c in packs_of(DATA, 3)[PROTOKOL] if c.indikator_id == "IKU-2")
    assert cell.tahun_lalu == "96,30%"
    assert "TW III:" in cell.target and "tahun 2025:" in cell.target
    assert cell.sebelumnya.startswith("TW I:") and "; TW II:" in cell.sebelumnya
    assert cell.definisi and cell.nilai == ""


def test_several_answer_for_one_indicator_and_nobody_is_left_out() -> None:
    first = replace(DATA.indikators[1], penanggung_jawab="bagian  protokol; Bagian Umum")
    alone = replace(DATA.indikators[2], penanggung_jawab=" ")
    data = replace(DATA, indikators=(DATA.indikators[3], first, alone))
    packs = packs_of(data, 3)
    assert units_of(alone) == (TANPA_UNIT,)
    assert {unit: [c.indikator_id for c in cells] for unit, cells in packs.items()} == {
        TANPA_UNIT: ["IK-3"],
        PROTOKOL: ["IK-4", "IKU-2"],
        "Bagian Umum": ["IKU-2"],
    }
    assert MATERI not in packs
