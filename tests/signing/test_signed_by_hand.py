"""A signature on paper: whose, when, and of exactly the paper that was checked."""

from datetime import timedelta
from typing import Any

import pytest

from runut.commands.sign import verify_pdf_file
from runut.core.case.model import CaseStatus
from runut.office.running.known_file import WET, words_on
from runut.office.signing.models import WetSignature
from tests.kantor import MONDAY
from tests.sign.office import report
from tests.signing.conftest import SIGNING, Desk, Time, upload
from tests.works.running import text

pytestmark = pytest.mark.django_db
DAY = MONDAY.date()


def record(desk: Desk, who: str = "andreas", **told: Any) -> Any:
    usual = {
        "pindaian": upload("pindaian.pdf", report()),
        "tanggal": DAY.isoformat(),
        "tempat_asli": "Lemari 2",
    }
    return desk.send(who, desk.wet_url, **(usual | told))


def test_a_colleague_with_a_role_records_it_and_the_signer_stands_in_the_mark(desk: Desk) -> None:
    closed = desk.look("dewi", desk.sign_url)
    assert "Catat tanda tangan basah" in closed
    assert record(desk, "dewi").status_code == 302
    mark, wet = desk.state.marks[-1], WetSignature.objects.get()
    andreas = desk.example.people["andreas"]
    assert mark.by == andreas.ref
    assert (wet.penanda_tangan, wet.dicatat_oleh.username) == (andreas, "dewi")
    assert desk.state.step(SIGNING).done_by == andreas.ref


def test_a_stranger_records_nothing(desk: Desk) -> None:
    assert "Catat tanda tangan basah" not in desk.look("maria", desk.sign_url)
    assert desk.browser("maria").get(desk.wet_url).status_code == 302
    form = {"putaran": 1, "kunci": "x", "dibaca": desk.checked.sha256, "tempat_asli": "x"}
    sent = form | {
        "kelengkapan": ["Surat diparaf"],
        "penanda_tangan": desk.example.people["andreas"].ref,
        "tanggal": DAY.isoformat(),
        "pindaian": upload("a.pdf", report()),
    }
    assert desk.browser("maria").post(desk.wet_url, sent).status_code == 403
    assert desk.is_open


def test_days_that_cannot_be_and_scans_that_are_none_are_refused(desk: Desk) -> None:
    refused: dict[str, dict[str, Any]] = {
        "belum tiba": {"tanggal": (DAY + timedelta(days=1)).isoformat()},
        "tidak mungkin": {"tanggal": (DAY - timedelta(days=1)).isoformat()},
        "bukan berkas .pdf": {"pindaian": upload("a.pdf", b"bukan pdf")},
        "rusak atau terkunci": {"pindaian": upload("a.pdf", b"%PDF-1.7 rusak")},
        "Pindaian berupa": {"pindaian": upload("a.xlsx", b"PK")},
        "tempat naskah asli": {"tempat_asli": ""},
        "sudah berubah sejak": {"dibaca": "0" * 64},
    }
    for why, told in refused.items():
        answer = record(desk, **told)
        assert answer.status_code in (409, 422), why
        assert desk.is_open, why
    assert "tidak mungkin" in text(record(desk, tanggal=(DAY - timedelta(days=1)).isoformat()))
    assert not WetSignature.objects.exists()


def test_a_way_that_is_wet_leads_to_the_end_without_any_certificate(desk: Desk, time: Time) -> None:
    desk.set("basah")
    page = desk.look("andreas", desk.sign_url)
    assert 'name="sandi"' not in page and desk.wet_url in page
    time.pass_(days=2)
    assert record(desk, tanggal=(DAY + timedelta(days=1)).isoformat()).status_code == 302
    assert desk.state.marks[-1].at.date() == DAY + timedelta(days=1)
    assert desk.state.status is CaseStatus.BERJALAN
    twice = desk.browser("andreas").post(desk.wet_url, {"kunci": "y", "putaran": 1})
    assert twice.status_code in (302, 422)
    assert WetSignature.objects.count() == 1


def test_the_command_says_what_the_office_knows_of_a_scan(
    desk: Desk, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    record(desk)
    file = tmp_path / "pindaian.pdf"
    file.write_bytes(report())
    assert words_on(b"lain") == ""
    assert verify_pdf_file(file, [], known_file=words_on) == 2
    told = capsys.readouterr().err
    assert "tidak memuat tanda tangan elektronik" in told and WET in told
