"""Tables whose borders are missing or hidden: what lies in them tells the cells apart."""

from runut.files.read.pdf.sop import canvas_of_pdf
from tests.sop_in_pdf.by_hand import circle, line, pdf, text

ACROSS, DOWN = (50, 150, 250, 350), (50, 90, 130, 170)


def ruled(*missing: tuple[tuple[float, float], tuple[float, float]]) -> str:
    """A table of three by three, side by side, without some of its sides."""
    sides = [((x, a), (x, a + 40)) for x in ACROSS for a in DOWN[:-1]]
    sides += [((a, y), (a + 100, y)) for y in DOWN for a in ACROSS[:-1]]
    words = "".join(
        text(x + 4, y + 12, f"{name}{number}")
        for x, name in zip(ACROSS, ("satu", "dua", "tiga"), strict=False)
        for number, y in enumerate(DOWN[:-1])
    )
    return "".join(line(*side) for side in sides if side not in missing) + words


def texts(content: str) -> list[str]:
    canvas, _ = canvas_of_pdf(pdf(content))
    assert canvas is not None
    return [cell.text for table in canvas.pages[0].tables for cell in table.cells if cell.text]


WHOLE = [f"{name}{number}" for number in range(3) for name in ("satu", "dua", "tiga")]


def test_a_missing_border_between_two_words_is_there_all_the_same() -> None:
    assert texts(ruled(((150, 90), (150, 130)))) == WHOLE


def test_a_missing_border_between_two_rows_is_there_all_the_same() -> None:
    assert texts(ruled(((150, 90), (250, 90)))) == WHOLE


def test_a_cell_without_its_outer_border_is_a_cell() -> None:
    assert texts(ruled(((350, 90), (350, 130)))) == WHOLE
    assert texts(ruled(((150, 170), (250, 170)))) == WHOLE


def test_a_stamp_over_the_lines_takes_no_words() -> None:
    assert texts(ruled() + circle(150, 90, 30)) == WHOLE
