"""A nota dinas is drafted by one, checked by another, signed by its sender, as other letters."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.core.report.papers.nota_dinas import NotaDinas
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_paper
from runut.office.letters import actions
from runut.office.letters.models import Letter
from runut.office.letters.queries import waiting_for
from runut.office.people.models import profile_of
from runut.office.people.naming import letterhead
from runut.office.signing.ways import Secret, signer_of
from tests.kantor import MONDAY
from tests.letters.conftest import SANDI
from tests.meetings.rapat import Rapat
from tests.report.reading import said

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)


def draft(rapat: Rapat, *, by: str = "dewi", dari: str = "hendra", pemeriksa: str = "rina") -> Any:
    nota = NotaDinas(
        letterhead(rapat.row.office),
        "Kepala Bagian Keuangan",
        "Permintaan data realisasi",
        ("Mohon data realisasi anggaran.", "Data ditunggu sampai Jumat."),
        tembusan=("Kepala Biro", "Arsip"),
    )
    return actions.draft_nota(
        rapat.case,
        Doer(rapat[by], LATER),
        nota,
        dari=rapat[dari].ref,
        pemeriksa=rapat[pemeriksa].ref,
    )


def nota() -> Letter:
    return Letter.objects.get(tentang="nota")


def check(rapat: Rapat, by: str = "rina") -> Done | Refused:
    doer = Doer(rapat[by], LATER)
    return actions.check_letter(nota(), doer, read_sha256=nota().document.sha256)


def test_it_waits_for_its_checker_and_then_for_who_sends_it(drafted: Rapat) -> None:
    assert isinstance(draft(drafted), Done)

    def waits(name: str) -> bool:
        return any(one.tentang == "nota" for one in waiting_for(drafted[name], LATER))

    assert (waits("rina"), waits("hendra")) == (True, False)
    assert isinstance(check(drafted), Done)
    assert (waits("rina"), waits("hendra")) == (False, True)


def test_the_draft_has_no_number_and_its_head_and_copies(drafted: Rapat) -> None:
    draft(drafted)
    words = said(stored_paper(nota().document))
    assert nota().nomor == ""
    order = ["NOTA DINAS", "Yth.", "Dari", "Hal", "Lampiran", "Tanggal", "Sifat", "Mohon data"]
    places = [words.index(one) for one in order]
    assert places == sorted(places)
    assert "(nomor menyusul)" in words
    assert "${" not in words
    assert words.endswith("Tembusan:\nKepala Biro\nArsip")


@pytest.mark.usefixtures("certificates")
def test_number_day_and_sender_come_when_it_is_signed(drafted: Rapat) -> None:
    draft(drafted)
    check(drafted)
    signer = signer_of(drafted["hendra"], Secret(SANDI), LATER)
    assert not isinstance(signer, Refused)
    doer = Doer(drafted["hendra"], LATER)
    done = actions.sign_letter(nota(), doer, signer, read_sha256=nota().document.sha256)
    assert isinstance(done, Done)
    words = said(stored_paper(nota().document))
    assert nota().nomor.split("/")[1] == "ND"
    assert f"Nomor {nota().nomor}" in words
    assert "12 Januari 2026" in words


def test_nobody_checks_what_he_drafted_and_nobody_else_drafts(drafted: Rapat) -> None:
    own = draft(drafted, pemeriksa="dewi")
    stranger = draft(drafted, by="maria")
    assert [one.kode for one in (own, stranger)] == ["karya_sendiri", "bukan_pelaksana"]
    assert not Letter.objects.filter(tentang="nota").exists()


def test_the_setting_of_the_office_says_who_signs(drafted: Rapat) -> None:
    profile = profile_of(drafted.row.office)
    profile.penanda_tangan = {**profile.penanda_tangan, "ND": ["Karo"]}
    profile.save()
    draft(drafted)
    assert nota().penanda == drafted["andreas"]


def test_what_comes_back_is_mended_with_its_words_and_checked_again(drafted: Rapat) -> None:
    draft(drafted)
    doer = Doer(drafted["rina"], LATER)
    actions.return_letter(nota(), doer, notes="Sebut bulannya.", read_sha256=nota().document.sha256)
    client = Client()
    client.force_login(drafted["dewi"])
    page = f"/pelaksanaan/{drafted.row.pk}/naskah/nota/?surat={nota().pk}"
    words = client.get(page).content.decode()
    assert "Sebut bulannya." in words
    assert "Mohon data realisasi anggaran.\nData ditunggu" in words
    assert page in client.get(f"/naskah-keluar/{nota().pk}/").content.decode()

    typed = {
        "kunci": "k9",
        "kepada": "Kepala Bagian Keuangan",
        "dari": drafted["hendra"].ref,
        "hal": "Permintaan data realisasi Desember",
        "isi": "Mohon data realisasi bulan Desember.",
        "tembusan": "",
        "pemeriksa": drafted["rina"].ref,
    }
    assert client.post(page, typed).status_code == 302
    assert (nota().status, nota().hal) == ("draf", "Permintaan data realisasi Desember")
    assert "Tembusan" not in said(stored_paper(nota().document))


def test_the_page_is_for_those_of_the_case_and_keeps_what_was_typed(drafted: Rapat) -> None:
    page = f"/pelaksanaan/{drafted.row.pk}/naskah/nota/"
    client = Client()
    client.force_login(drafted["dewi"])
    answer = client.post(page, {"kunci": "k1", "isi": "Kata yang sudah diketik"})
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "Kata yang sudah diketik" in words
    assert "Pilih siapa yang memeriksanya." in words
    assert f'value="{drafted["dewi"].ref}"' not in words.rpartition("Diperiksa dahulu")[2]
    client.force_login(drafted["maria"])
    assert client.get(page).status_code == 404
    client.force_login(drafted["dewi"])
    assert client.get(f"{page}?surat=99999").status_code == 404
