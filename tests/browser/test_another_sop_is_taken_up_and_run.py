"""An SOP unlike LAKIP, from the Word file of an office to the last step of its case.

Before a release: each day tests/walks takes such files through the same pages without a browser.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, FilePayload

from tests.browser.hands import Hands

WORD = Path(__file__).parents[1] / "corpus" / "files" / "docx-22-surat-sebelas.docx"
"""Incoming letters of another office: eleven steps, two decisions, a step of two actors; drawn."""
LABELS = (b">Dinas<", b">Pribadi<")
"""What the office forgot to write at the ways out of step 2."""
PAPER = FilePayload(name="hasil.png", mimeType="image/png", buffer=b"\x89PNG\r\n\x1a\n" + b"0" * 99)
ACTORS = {
    "Resepsionis": "dewi",
    "Agendaris": "joko",
    "Ajudan": "sari",
    "Kasubag TU": "rina",
    "Pimpinan": "andreas",
    "Bagian Terkait": "budi",
}
WALK = (
    ("1", "dewi", ""),
    ("2", "dewi", "Dinas"),
    ("3", "joko", ""),
    ("5", "rina", "Lengkap"),
    ("6", "sari", ""),
    ("7", "andreas", ""),
    ("8", "joko", ""),
    ("8", "rina", ""),
    ("9", "budi", ""),
    ("10", "rina", ""),
    ("11", "joko", ""),
)
"""Step, who does it, and what is decided; the arrow inside step 8 ends at Kasubag TU, who completes
it. Private letters (step 4) go another way."""


def _word_without_labels() -> FilePayload:
    made = BytesIO()
    with ZipFile(WORD) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for label in LABELS if name == "word/document.xml" else ():
                assert label in data
                data = data.replace(label, b"><")
            new.writestr(name, data)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return FilePayload(name=WORD.name, mimeType=kind, buffer=made.getvalue())


def _take_in(rina: Hands) -> None:
    rina.open("/sop/baru/")
    rina.look()
    rina.page.set_input_files("[name=berkas]", _word_without_labels())
    rina.press("Baca SOP ini")
    words = rina.page.inner_text("main")
    assert "11 langkah dan 6 pelaksana" in words
    assert "Langkah 2. Memilah surat" in words
    assert rina.page.locator("svg.page-picture").count() >= 1
    assert rina.page.locator("svg.cutting").count() >= 1
    rina.look()


def _correct(rina: Hands) -> None:
    """The two ways of step 2 have no label in the file: they are asked, and typed."""
    rina.type("l1_lanjut", "Dinas 3; Pribadi 4")
    assert rina.page.locator(".place.is-here").count() == 1
    rina.press("Semua sudah benar, lanjutkan")
    rina.look()
    assert "satu klik" in rina.page.inner_text("main")


def _mend_and_adopt(rina: Hands) -> None:
    rina.top()
    rina.press("Ambil semua perbaikan")
    rina.look()
    rina.press("Lanjut ke adopsi")
    rina.look()
    rina.press("Adopsi SOP ini")
    assert "berlaku dan dapat dijalankan" in rina.page.inner_text("main")
    rina.look()


def _start(rina: Hands) -> str:
    rina.press("Mulai pelaksanaan")
    people = {"dewi": "Dewi", "joko": "Joko", "sari": "Sari", "rina": "Rina"}
    people |= {"andreas": "Andreas", "budi": "Budi"}
    for actor, name in ACTORS.items():
        group = rina.page.get_by_role("group", name=actor, exact=True)
        group.get_by_label(people[name]).check()
    rina.press("Mulai")
    return rina.page.url.removeprefix(rina.address)


def _do(hands: Hands, case: str, no: str, putusan: str) -> None:
    hands.open(f"{case}langkah/{no}/")
    for box in hands.page.locator("main input[type=checkbox][name=kelengkapan]").all():
        box.check()
    for output in hands.page.locator("main [name^=berkas_]").all():
        output.set_input_files(PAPER)
    if putusan:
        hands.page.locator(f"main [name=putusan][value={putusan}]").check()
    with hands.page.expect_navigation():
        hands.page.click("main form .btn-main")
    assert hands.page.locator("[role=alert]").count() == 0, hands.page.inner_text("main")


@pytest.mark.gate
def test_a_word_file_becomes_a_case_that_runs_to_its_end(chromium: Browser, address: str) -> None:
    people: dict[str, Hands] = {}
    for name in ACTORS.values():
        people[name] = Hands(chromium, address)
        people[name].log_in(name)
    rina = people["rina"]
    _take_in(rina)
    _correct(rina)
    _mend_and_adopt(rina)
    case = _start(rina)
    for no, name, putusan in WALK:
        _do(people[name], case, no, putusan)
    rina.open(case)
    rina.look()
    assert "Selesai" in rina.page.inner_text("dl.facts")
    for hands in people.values():
        hands.close()
