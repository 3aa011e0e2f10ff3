"""Findings and signed targets stand on the board, in readiness and on the command line alike."""

import argparse
import json

import pytest

from runut.office.cases.acting import definition_for
from runut.office.kinerja.models import KeptFinding, Upload
from runut.office.lacks import gather
from runut.office.running import figures
from tests.figures.books import REASON, TEN_SLIPS, apply, book, client_of, send
from tests.kantor import MONDAY, kantor, kasus

pytestmark = pytest.mark.django_db


def test_the_board_names_what_is_open_with_its_owner_and_what_was_vouched_for() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book(TEN_SLIPS))
    upload = Upload.objects.get()
    shown = client.get(f"/kinerja/unggahan/{upload.pk}/").context["shown"]
    first = shown.asked(())[0]
    left = len(shown.kept) - len(first.keys)
    apply(client, upload, **{f"benar_{first.key}": REASON})
    case = kasus(example)
    page = client.get(f"/laporan/{case.pk}/").content.decode()
    assert f"{left} temuan belum dijawab" in page and "Pemilik: Rina" in page
    assert "Benar, karena:" in page and REASON in page
    assert "belum dicatat di Runut" in page
    lacking = gather(example.office, MONDAY.date(), definition_for(example.sop))
    told = " ".join(one.what for one in lacking)
    assert f"{left} temuan data kinerja 2025 belum dijawab (Rina" in told
    assert "Perjanjian Kinerja 2025 belum dicatat" in told


def test_the_command_line_lists_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book(TEN_SLIPS))
    apply(client, Upload.objects.get())
    assert figures.run(argparse.Namespace(year=None, json=True)) == 1
    told = json.loads(capsys.readouterr().out)["temuan"]
    assert len(told) == KeptFinding.objects.count() > 5
    assert {one["pemilik"] for one in told} == {example.people["rina"].nama}
    assert figures.run(argparse.Namespace(year=2030, json=False)) == 0
    assert "Semua temuan sudah dijawab" in capsys.readouterr().out
