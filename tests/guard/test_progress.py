"""A guarded reader says how far it has come; that is never taken for its answer."""

from runut.core.kinerja.lembar import LEMBAR
from runut.files.guard.parent import read_guarded
from runut.files.guard.progress import Progress
from runut.files.read.workbook.year import read_in_steps
from tests.kinerja.buku import LENGKAP, example

READER = "runut.files.read.workbook.year:read_in_steps"


def test_the_steps_of_a_reading_are_told_and_the_answer_is_the_last() -> None:
    told: list[Progress] = []

    data, findings = read_guarded(READER, LENGKAP.read_bytes(), "a.xlsx", on_progress=told.append)

    assert data == example()
    assert findings == ()
    assert [one.selesai for one in told] == sorted(one.selesai for one in told)
    # a quick machine is done before it is asked: what it would have told is known all the same
    steps = [
        one for one in read_in_steps(LENGKAP.read_bytes(), "a.xlsx") if isinstance(one, Progress)
    ]
    assert [one.selesai for one in steps] == list(range(len(LEMBAR) + 2))
    assert all(one.dari == len(LEMBAR) + 2 and one.tahap for one in steps)
    assert set(told) <= set(steps)


def test_a_reader_that_dies_between_its_steps_gives_no_answer() -> None:
    told: list[Progress] = []

    data, findings = read_guarded(
        "tests.guard.readers:dies_after_a_step", b"x", "a.txt", on_progress=told.append
    )

    assert data is None
    assert [f.kode for f in findings] == ["berkas_tidak_terbaca"]
    assert told in ([], [Progress(1, 2, "separuh")])
