"""Categories by scale: lower bounds are compared, so that no capaian falls into a hole."""

from decimal import Decimal

import pytest

from runut.core.aturan import Aturan
from runut.core.kinerja import aturan
from runut.core.kinerja.aturan import SKALA
from runut.core.kinerja.predikat import kategori_of

D = Decimal


@pytest.mark.parametrize(
    ("skala", "capaian", "nama"),
    [
        ("permendagri-86-2017", "250", "Sangat Tinggi"),
        ("permendagri-86-2017", "91", "Sangat Tinggi"),
        ("permendagri-86-2017", "90.99", "Tinggi"),
        ("permendagri-86-2017", "90.5", "Tinggi"),
        ("permendagri-86-2017", "75.3", "Sedang"),
        ("permendagri-86-2017", "65.99", "Rendah"),
        ("permendagri-86-2017", "50.01", "Sangat Rendah"),
        ("permendagri-86-2017", "0", "Sangat Rendah"),
        ("permendagri-86-2017-baik", "76", "Baik"),
        ("enam-jenjang", "85", "Sangat Baik"),
        ("enam-jenjang", "85.01", "Memuaskan"),
        ("enam-jenjang", "30", "Kurang"),
        ("empat-berhasil", "99.99", "Berhasil"),
        ("empat-berhasil", "54.99", "Kurang"),
        ("lampu-90", "90", "Kuning"),
        ("lampu-90", "90.01", "Hijau"),
        ("lampu-90", "69.99", "Merah"),
        ("lampu-100", "100", "Hijau"),
    ],
)
def test_a_capaian_has_the_category_of_the_bound_it_reaches(
    skala: str, capaian: str, nama: str
) -> None:
    assert kategori_of(D(capaian), skala).nama == nama


def test_bounds_of_every_scale_fall_from_best_to_worst() -> None:
    for skala in SKALA:
        bounds = [j.batas_bawah for j in skala.nilai.jenjang]
        assert bounds == sorted(bounds, reverse=True)


def test_every_fixed_number_has_a_date_and_a_reference() -> None:
    values = [one if isinstance(one, tuple) else (one,) for one in vars(aturan).values()]
    found = [one for group in values for one in group if isinstance(one, Aturan)]
    rules = {id(one): one for one in found}.values()
    assert len(rules) > 20 and all(len(a.rujukan) > 20 and a.berlaku.year >= 2000 for a in rules)
    assert len({a.kode for a in rules}) == len(rules)
