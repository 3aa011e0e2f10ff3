"""Charts show the values as they are: holes stay holes, commas are commas, the result is blue."""

import re
import struct
from decimal import Decimal

import pytest
from lxml import etree

from runut.core.report.blocks import Chart, Series
from runut.files.write.charts.draw import draw_png, draw_svg
from runut.files.write.charts.marks import ACCENT

YEARS = ("2023", "2024", "2025")


def chart(
    *series: Series, kind: str = "bar", labels: tuple[str, ...] = YEARS, **more: object
) -> Chart:
    return Chart(kind, "Capaian", labels, series, "persen", "Capaian naik", **more)  # type: ignore[arg-type]


def values(*given: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if one is None else Decimal(one) for one in given)


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in etree.fromstring(svg.encode()).iter("{*}text")]


def bars(svg: str, colour: str) -> int:
    return len(re.findall(rf'<rect [^>]*fill="{colour}"', svg))


def test_values_stand_beside_their_bars_with_a_comma() -> None:
    svg = draw_svg(chart(Series("Realisasi", values("90.5", "1234.567", "100.00"))))
    assert {"90,5", "1.234,57", "100"} <= set(texts(svg))


def test_a_missing_value_leaves_a_hole_and_zero_does_not() -> None:
    svg = draw_svg(chart(Series("Realisasi", values("90", None, "0"))))
    assert bars(svg, ACCENT) == 2
    assert texts(svg).count("0") == 1


def test_the_result_is_blue_and_target_and_earlier_years_are_grey() -> None:
    target, told = (
        Series("Target", values("80", "81", "82")),
        Series("Realisasi", values("79", "83", "90")),
    )
    assert bars(draw_svg(chart(target, told)), ACCENT) == 3 + 1  # three bars and its name on top
    assert bars(draw_svg(chart(told, target)), ACCENT) == 3 + 1


def test_a_line_is_broken_where_a_year_has_no_value() -> None:
    labels = ("2021", "2022", "2023", "2024", "2025")
    svg = draw_svg(
        chart(Series("Realisasi", values("1", "2", None, "4", "5")), kind="line", labels=labels)
    )
    assert svg.count("<polyline") == 2
    assert svg.count("<circle") == 4
    assert texts(svg).count("5") >= 1


def test_the_reference_is_a_dashed_line_with_its_number() -> None:
    told = Series("Realisasi", values("90", "95", "99"))
    svg = draw_svg(chart(told, reference=Decimal(100)))
    assert svg.count("stroke-dasharray") == 1
    assert "100" in texts(svg)


def test_long_names_lie_beside_their_bars() -> None:
    names = tuple(f"Persentase dokumen perencanaan yang tepat waktu {n}" for n in range(6))
    svg = draw_svg(chart(Series("Capaian", values(*"123456")), labels=names))
    ends = [node.get("text-anchor") for node in etree.fromstring(svg.encode()).iter("{*}text")]
    assert ends.count("end") >= 6


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_nothing_measured_is_said_and_odd_series_do_not_stop_it(kind: str) -> None:
    assert "Belum ada data" in draw_svg(chart(Series("Realisasi", values(None, None)), kind=kind))
    assert "Belum ada data" in draw_svg(chart(kind=kind, labels=()))
    assert draw_svg(chart(Series("R", values("-5", "0", "5", "7")), kind=kind))
    assert draw_svg(chart(Series("R", values("5")), kind=kind))
    assert draw_svg(chart(Series("R", values("0", "0", "0")), kind=kind))


def test_words_are_escaped_and_the_drawing_says_what_it_shows() -> None:
    svg = draw_svg(
        Chart("bar", "x", ("<a>&",), (Series("<s>", values("1")),), '"u"', 'alt "&<', None)
    )
    root = etree.fromstring(svg.encode())
    assert root.get("aria-label") == 'alt "&<'
    assert "<a>&" in texts(svg)
    assert "style" not in svg


def test_the_same_chart_gives_the_same_pixels_of_the_width_asked() -> None:
    one = chart(Series("Realisasi", values("90", "95", "99")))
    png = draw_png(one, 600)
    assert png == draw_png(one, 600)
    assert abs(struct.unpack_from(">L", png, 16)[0] - 600) <= 1
