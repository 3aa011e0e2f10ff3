"""Every act on figures and agreements stands in words on the page of what it was done with."""

import re
from pathlib import Path

import pytest

import runut
from runut.office.kinerja.models import KeptFinding, Upload
from runut.office.kinerja.words import WORDS as FIGURES
from runut.office.plans.words import WORDS as AGREEMENTS
from tests.figures.books import REASON, TEN_SLIPS, apply, book, client_of, send
from tests.kantor import kantor

OFFICE = Path(runut.__file__).parent / "office"
_KIND = re.compile(r'"((?:kinerja|pk)\.[a-z_]+)"')


def test_each_kind_of_line_that_the_rooms_write_has_its_sentence() -> None:
    rooms = {"kinerja": FIGURES, "plans": AGREEMENTS}
    for room, words in rooms.items():
        sources = [p for p in (OFFICE / room).rglob("*.py") if p.name != "words.py"]
        written = {kind for p in sources for kind in _KIND.findall(p.read_text())}
        assert written == words.keys(), room


@pytest.mark.django_db
def test_the_page_of_the_figures_tells_who_loaded_answered_and_gave_what() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book(TEN_SLIPS))
    done = apply(client, Upload.objects.get())
    first, second = KeptFinding.objects.order_by("pk")[:2]
    client.post(f"/kinerja/temuan/jawab/{first.pk}/", {"kunci": "a", "jawaban": REASON})
    given = {"kunci": "b", "tindakan": "serahkan", "pemilik": example.people["dewi"].pk}
    client.post(f"/kinerja/temuan/jawab/{second.pk}/", given)
    told = [line.words for line in client.get(done.url).context["history"]]
    assert told[0].startswith(f"menyerahkan temuan kepada {example.people['dewi'].nama}: ")
    assert told[1] == f"menyatakan benar “{first.pesan}”: {REASON}"
    assert "sebagai versi 2: " in told[2]
    assert told[3].endswith("untuk diperiksa")
