import pytest

from runut.core.calendar.standard_time import words_of


@pytest.mark.parametrize(
    ("menit", "words"),
    [
        (0, "0 menit"),
        (-5, "0 menit"),
        (6, "6 menit"),
        (60, "1 jam"),
        (80, "1 jam 20 menit"),
        (449, "7 jam 29 menit"),
        (450, "1 hari kerja"),
        (900, "2 hari kerja"),
        (570, "1 hari 2 jam"),
        (455, "1 hari 5 menit"),
        (2320, "5 hari 1 jam 10 menit"),
    ],
)
def test_working_time_in_words(menit: int, words: str) -> None:
    assert words_of(menit) == words
