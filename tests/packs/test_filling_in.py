"""A unit fills in: what is right is kept as a proposal, what is not is refused row by row."""

import io
import json
from datetime import timedelta

import openpyxl
import pytest

from runut.core.findings import Level
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.typed import write_typed
from runut.office import clock
from runut.office.packs import actions
from runut.office.packs.actions import Filled, Received
from runut.office.packs.models import Proposal
from runut.office.packs.queries import notices, states_of
from runut.office.trust.models import Entry
from tests.packs.paket import (
    MATERI,
    PROTOKOL,
    Kantor,
    filled_book,
    page,
    upload,
    visitor,
)

pytestmark = pytest.mark.django_db
TW = "realisasi_tw2"


def values() -> dict[str, str]:
    rows = Proposal.objects.order_by("pk")
    return {one.indikator_id: one.nilai for one in rows}


def test_typed_on_the_page_it_waits_as_a_proposal(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    answer = client.post(url, {"angka_0": "97,5", "catatan_0": "Survei TW III", "angka_1": "8"})
    assert answer.status_code == 302, answer.content.decode()
    assert values() == {"IKU-2": "97,5", "IK-3": "8"}
    html = page(client, url)
    assert "2 isian diterima" in html and "Sudah dikirim" in html and 'value="97,5"' in html
    assert kantor.quarter.cells_of(PROTOKOL)[0].nilai == ""  # still as before
    line = Entry.objects.filter(kind="paket.diisi").get()
    assert json.loads(line.payload)["isian"]["IKU-2 realisasi_tw2"] == ["97,5", "Survei TW III"]


def test_what_is_no_figure_is_refused_at_its_field_and_the_rest_is_kept(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    answer = client.post(url, {"angka_0": "sembilan puluh", "angka_1": "8", "angka_2": ""})
    html = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert "bukan angka" in html and "sembilan puluh" in html
    assert "1 isian lain sudah diterima" in html
    assert values() == {"IK-3": "8"}


def test_sent_twice_it_has_one_effect(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    for _ in range(2):
        assert client.post(url, {"angka_0": "97,5"}).status_code == 302
    assert Proposal.objects.count() == 1
    assert Entry.objects.filter(kind="paket.diisi").count() == 1


def test_a_proposal_is_taken_back_by_emptying_it(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    client.post(url, {"angka_0": "97,5"})
    assert client.post(url, {"angka_0": ""}).status_code == 302
    assert values() == {"IKU-2": ""}
    assert next(s for s in states_of(kantor.quarter) if s.unit == PROTOKOL).filled == 0


def test_a_pack_refuses_what_an_import_refuses(kantor: Kantor) -> None:
    typed = {"IKU-2": "sembilan", "IK-3": "1e99", "IK-4": "7"}
    kantor.open()
    pack = kantor.send()
    rows = [Filled(one, TW, text) for one, text in typed.items()]
    received = actions.receive(pack, rows, "uji", kantor.now)
    assert isinstance(received, Received)
    refused = {key[0] for key in received.refused}
    for one, text in typed.items():
        book, [place] = write_typed(kantor.data, {(one, TW): text})
        found = [f for f in read_workbook(book, "x")[1] if f.letak.sel == place]
        assert any(f.tingkat is Level.BLOCKER for f in found) == (one in refused), one
    assert refused == {"IKU-2", "IK-3"}


def test_figures_of_another_unit_are_not_taken(kantor: Kantor) -> None:
    kantor.open()
    other = kantor.quarter.cells_of(MATERI)[0]
    received = actions.receive(
        kantor.send(), [Filled(*other.key, "5"), Filled("IKU-99", TW, "5")], "uji", kantor.now
    )
    assert isinstance(received, Received)
    assert (received.kept, len(received.refused)) == ([], 2)
    assert values() == {}


def test_the_small_workbook_comes_back_row_by_row(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    empty = client.get(f"{url}buku/").content
    typed = {("IKU-2", "Realisasi TW III"): "97,5", ("IK-3", "Realisasi TW III"): "cepat"}
    answer = client.post(f"{url}unggah/", {"berkas": upload(filled_book(empty, typed))})
    html = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert "1 isian diterima" in html
    assert "IK-3 Realisasi TW III" in html and "cepat" in html and "bukan angka" in html
    assert "H7" in html  # the cell where it stands in the file
    assert values() == {"IKU-2": "97,5"}
    mended = filled_book(empty, typed | {("IK-3", "Realisasi TW III"): 8.5})
    assert client.post(f"{url}unggah/", {"berkas": upload(mended)}).status_code == 302
    assert values() == {"IKU-2": "97,5", "IK-3": "8,5"}


def test_the_workbook_of_another_pack_or_of_nobody_is_named(kantor: Kantor) -> None:
    kantor.open()
    other, theirs = visitor(kantor.send(MATERI))
    book = other.get(f"{theirs}buku/").content
    client, url = visitor(kantor.send())
    for data, words in (
        (book, "Buku ini untuk"),
        (b"bukan excel", "bukan berkas Excel"),
        (b"", "kosong"),
    ):
        answer = client.post(f"{url}unggah/", {"berkas": upload(data)})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert values() == {}


def test_every_filled_cell_of_the_workbook_is_used_or_named(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{url}buku/").content))
    sheet = book["Isian"]
    sheet["L7"] = "lihat lampiran"
    sheet["A12"], sheet["C12"], sheet["H12"] = "IKU-99", "Realisasi TW III", 5
    sheet["H6"], sheet["H6"].number_format = 0.975, "0.0%"
    book.create_sheet("Hitungan")["A1"] = 1
    out = io.BytesIO()
    book.save(out)
    answer = client.post(f"{url}unggah/", {"berkas": upload(out.getvalue())})
    html = " ".join(answer.content.decode().split())
    assert "1 sel tidak dipakai" in html and "L7" in html
    assert "IKU-99" in html and "bukan angka unit" in html
    assert "Hitungan" in html
    assert "97,5%" in html and "format persen" in html


def test_who_is_late_is_a_list_that_fills_itself(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor.open(days=2)
    client, url = visitor(kantor.send())
    client.post(url, {"angka_0": "97,5", "angka_1": "8", "angka_2": "7"})
    assert not any(one.is_late for one in states_of(kantor.quarter))
    monkeypatch.setattr(clock, "now", lambda: kantor.now + timedelta(days=3))
    states = {one.unit: one for one in states_of(kantor.quarter)}
    assert states[PROTOKOL].is_done and not states[PROTOKOL].is_late
    assert states[MATERI].is_late and "batasnya" in states[MATERI].words
    [notice] = notices(kantor.example.people["dewi"])
    assert "2 unit terlambat" in notice.words and "3 usulan menunggu" in notice.words
    assert notices(kantor.example.people["budi"]) == []
