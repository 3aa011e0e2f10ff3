"""An invitation is drafted by one, checked by another, signed by who may, numbered then, sent."""

import json
from datetime import timedelta

import pytest

from runut.core.findings import Refused
from runut.core.report.blocks import Signatures
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_bytes, stored_paper
from runut.office.cases.models import AgendaNumber
from runut.office.letters import actions
from runut.office.letters.models import Letter
from runut.office.letters.queries import waiting_for
from runut.office.paper_templates.actions import take_template, use_version
from runut.office.people.models import Appointment, OfficeProfile
from runut.office.signing.ways import Secret, signer_of
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY
from tests.letters.conftest import SANDI
from tests.meetings.rapat import Rapat
from tests.paper_templates.word import our_template, replaced, said_by
from tests.report.reading import said

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)


def letter() -> Letter:
    return Letter.objects.exclude(status="diganti").get()


def check(rapat: Rapat, by: str = "rina") -> Done | Refused:
    one = letter()
    return actions.check_letter(one, Doer(rapat[by], LATER), read_sha256=one.document.sha256)


def sign(rapat: Rapat, by: str = "andreas", sandi: str = SANDI) -> Done | Refused:
    one, signer = letter(), signer_of(rapat[by], Secret(sandi), LATER)
    assert not isinstance(signer, Refused), signer
    doer = Doer(rapat[by], LATER)
    return actions.sign_letter(one, doer, signer, read_sha256=one.document.sha256)


def blocks(rapat: Rapat) -> list[tuple[str, str]]:
    paper = stored_paper(letter().document)
    return [
        (one.nama, one.state) for b in paper.body if isinstance(b, Signatures) for one in b.blocks
    ]


def test_a_draft_has_no_number_and_says_that_it_is_one(drafted: Rapat) -> None:
    one = letter()
    words = said(stored_paper(one.document))
    assert (one.status, one.nomor) == ("draf", "")
    assert "(nomor menyusul)" in words
    assert "DRAF: belum bernomor dan belum ditandatangani." in words
    assert not AgendaNumber.objects.filter(jenis="UND").exists()
    assert {state for _, state in blocks(drafted)} == {"kosong"}


def test_a_draft_goes_to_nobody(drafted: Rapat) -> None:
    for answer in (drafted.deliver(), drafted.complete_invitation()):
        assert isinstance(answer, Refused)
        assert answer.kode == "belum_ditandatangani"
        assert drafted["andreas"].nama in answer.reason


def test_each_is_told_when_the_letter_waits_for_him(drafted: Rapat) -> None:
    def waits(name: str) -> bool:
        return bool(waiting_for(drafted[name], LATER))

    assert (waits("rina"), waits("andreas"), waits("dewi")) == (True, False, False)
    check(drafted)
    assert (waits("rina"), waits("andreas"), waits("dewi")) == (False, True, False)


def test_nobody_checks_his_own_letter_nor_that_of_another_checker(drafted: Rapat) -> None:
    answers = [check(drafted, by) for by in ("dewi", "joko")]
    kodes = [one.kode for one in answers if isinstance(one, Refused)]
    assert kodes == ["karya_sendiri", "bukan_pelaksana"]
    assert letter().status == "draf"


@pytest.mark.usefixtures("certificates")
def test_what_is_not_checked_is_not_signed_and_gets_no_number(drafted: Rapat) -> None:
    answer = sign(drafted)
    assert isinstance(answer, Refused)
    assert answer.kode == "belum_diperiksa"
    assert letter().nomor == ""


@pytest.mark.usefixtures("certificates")
def test_who_leads_the_meeting_does_not_sign_a_letter_to_the_head_of_her_office(
    drafted: Rapat,
) -> None:
    check(drafted)
    answer = sign(drafted, by="rina")
    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"


@pytest.mark.usefixtures("certificates")
def test_the_number_is_given_when_it_is_signed_and_the_step_ends_when_it_is_sent(
    drafted: Rapat,
) -> None:
    check(drafted)
    assert isinstance(sign(drafted), Done)

    one = letter()
    assert (one.status, one.nomor) == ("ditandatangani", "001/UND/ADPIM/2026")
    assert {state for _, state in blocks(drafted)} == {"elektronik"}
    assert "001/UND/ADPIM/2026" in said(stored_paper(one.document))
    assert b"/ByteRange" in stored_bytes(one.document, "pdf")
    assert isinstance(drafted.deliver(at=LATER), Done)
    assert isinstance(drafted.complete_invitation(at=LATER), Done)
    assert letter().status == "dikirim"
    [out] = drafted.case.state.step("2").outputs
    assert out.sha256 == one.document.sha256


@pytest.mark.usefixtures("certificates")
def test_a_wrong_passphrase_leaves_the_letter_unsigned_and_the_book_unchanged(
    drafted: Rapat,
) -> None:
    check(drafted)
    answer = sign(drafted, sandi="salah")
    assert isinstance(answer, Refused)
    assert (letter().status, letter().nomor) == ("diperiksa", "")
    assert not AgendaNumber.objects.filter(jenis="UND", terakhir__gt=0).exists()


def test_a_returned_draft_is_drafted_again_and_checked_again(drafted: Rapat) -> None:
    one = letter()
    doer = Doer(drafted["rina"], LATER)
    actions.return_letter(one, doer, notes="Acaranya keliru.", read_sha256=one.document.sha256)
    assert waiting_for(drafted["dewi"], LATER)

    assert isinstance(drafted.compose(at=LATER), Done)

    again = letter()
    assert (again.pk, again.status, again.catatan) == (one.pk, "draf", "")
    assert again.document != one.document


def test_who_read_another_draft_does_not_check_this_one(drafted: Rapat) -> None:
    doer = Doer(drafted["rina"], LATER)
    answer = actions.check_letter(letter(), doer, read_sha256="0" * 64)
    assert isinstance(answer, Refused)
    assert answer.kode == "sudah_berubah"


@pytest.mark.usefixtures("certificates")
def test_a_letter_that_changes_after_it_went_out_is_another_letter_with_another_number(
    drafted: Rapat,
) -> None:
    check(drafted)
    sign(drafted)
    drafted.deliver("hendra", at=LATER)
    drafted.meeting.__class__.objects.update(tempat="Aula")
    drafted.compose(at=LATER)
    check(drafted)

    assert isinstance(sign(drafted), Done)

    assert sorted(Letter.objects.values_list("status", "nomor")) == [
        ("diganti", "001/UND/ADPIM/2026"),
        ("ditandatangani", "002/UND/ADPIM/2026"),
    ]
    assert "menggantikan undangan Nomor 001/UND/ADPIM/2026" in said(stored_paper(letter().document))


def test_the_setting_says_which_post_signs_and_for_whom(drafted: Rapat) -> None:
    OfficeProfile.objects.update(penanda_tangan={"langsung": [], "UND": ["Kabag a.n. Karo"]})
    drafted.meeting.__class__.objects.update(tempat="Aula")
    drafted.compose(at=LATER)

    one = letter()
    paper = stored_paper(one.document)
    [block] = {x for b in paper.body if isinstance(b, Signatures) for x in b.blocks}
    assert one.penanda == drafted["hendra"]
    assert block.jabatan.split("\n") == [
        "a.n. Kepala Biro Administrasi Pimpinan",
        "Kepala Bagian Perencanaan dan Kepegawaian,",
    ]


@pytest.mark.usefixtures("certificates")
def test_who_holds_the_post_on_the_day_signs_with_plt_before_it(drafted: Rapat) -> None:
    OfficeProfile.objects.update(penanda_tangan={"langsung": [], "UND": ["Karo"]})
    drafted.meeting.__class__.objects.update(tempat="Aula")
    drafted.compose(at=LATER)
    check(drafted)
    day = MONDAY.date()
    Appointment.objects.filter(peran="Karo").update(selesai=day - timedelta(days=1))
    Appointment.objects.create(
        office=drafted.row.office,
        person=drafted["hendra"],
        jabatan="Kepala Biro Administrasi Pimpinan",
        peran="Karo",
        jenis="plt",
        mulai=day,
        sk="SK 1",
    )

    assert isinstance(sign(drafted, by="andreas"), Refused)
    assert isinstance(sign(drafted, by="hendra"), Done)

    paper = stored_paper(letter().document)
    [block] = {x for b in paper.body if isinstance(b, Signatures) for x in b.blocks}
    assert block.jabatan == "Plt. Kepala Biro Administrasi Pimpinan,"
    assert block.nama == drafted["hendra"].nama
    assert letter().penanda == drafted["hendra"]


@pytest.mark.usefixtures("certificates")
def test_the_chain_says_by_which_template_the_signed_letter_was_laid_out(drafted: Rapat) -> None:
    office = drafted.row.office
    template = replaced(our_template(), "Demikian undangan ini", "Dengan hormat, undangan ini")
    doer = Doer(drafted["rina"], LATER)
    taken = take_template(office, doer, jenis="undangan", data=template, berkas="u.docx")
    assert isinstance(taken, Done)
    assert isinstance(use_version(office, doer, jenis="undangan", versi=1), Done)

    check(drafted)
    assert isinstance(sign(drafted), Done)

    document = letter().document
    words = said_by(stored_bytes(document, "docx"))
    assert any(one.startswith("Dengan hormat, undangan ini") for one in words)
    assert "001/UND/ADPIM/2026" in words
    assert b"/ByteRange" in stored_bytes(document, "pdf")
    kept = Entry.objects.filter(kind="dokumen.disimpan", document=document.sha256).latest("seq")
    assert json.loads(kept.payload)["templat"]["versi"] == 1
    assert not verify_all()
