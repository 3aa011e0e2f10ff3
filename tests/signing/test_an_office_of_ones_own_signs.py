"""An office of one's own comes to its end: once by a certificate file, once on paper."""

from io import BytesIO

import pytest
from PIL import Image

from runut.core.case.model import CaseStatus
from runut.files.signing.check import check_pdf
from runut.office.cases.documents import stored_bytes
from runut.office.trust.test_certificates import trusted_by
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY
from tests.security.walking import forms_of
from tests.signing.authority import PASSPHRASE, Ca
from tests.signing.conftest import SIGNING, Desk, Time, upload
from tests.works.running import do, text

pytestmark = pytest.mark.django_db
OWN = "/tanda-tangan/saya/"


def scan() -> bytes:
    page = BytesIO()
    Image.new("RGB", (600, 850), "white").save(page, "JPEG")
    return page.getvalue()


def test_the_signer_brings_his_own_certificate_and_signs_with_it(desk: Desk, time: Time) -> None:
    name = desk.example.people["andreas"].nama
    page = desk.look("andreas", desk.sign_url)
    assert "Hubungi pengelola sistem" not in page
    assert OWN in page and 'name="sandi"' not in page

    given = upload("andreas.p12", Ca().p12(name))
    assert desk.send("andreas", OWN, berkas=given, sandi=PASSPHRASE).status_code == 302
    time.pass_(minutes=1)
    answer = desk.send("andreas", desk.sign_url, sandi=PASSPHRASE)
    assert answer.status_code == 302, text(answer)

    [signed] = desk.signed
    pdf = stored_bytes(signed, "pdf")
    assert pdf.startswith(stored_bytes(desk.checked, "pdf"))
    assert check_pdf(pdf, (Ca().pem,), at=time.now).verdict == "sah"
    assert "Ditandatangani secara elektronik" not in desk.look("dewi", f"/v/{signed.kode}")
    # whom the office trusts is for its keeper to say
    assert "Menunggu keputusan" in desk.look("rina", "/kantor/tanda-tangan/penerbit/")
    keeper = desk.browser("rina")
    forms = forms_of(keeper, "/kantor/tanda-tangan/penerbit/")
    deciding = next(form for form in forms if "sidik" in form.fields)
    assert deciding.send(keeper, putusan="percaya").status_code == 302
    assert check_pdf(pdf, trusted_by(desk.office), at=time.now).verdict == "sah"
    assert "Sah: ditandatangani secara elektronik" in desk.look("dewi", f"/v/{signed.kode}")
    assert do(desk.example, "dewi", desk.case, "4", hasil_0="Nomor 1").status_code == 302
    assert desk.state.status is CaseStatus.SELESAI
    assert verify_all() == ()


def test_the_paper_is_signed_by_hand_and_recorded_as_that(desk: Desk, time: Time) -> None:
    page = desk.look("andreas", desk.wet_url)
    assert desk.checked.kode in page
    assert f"/dokumen/{desk.checked.pk}/pdf/" in page

    given = upload("pindaian.jpg", scan())
    answer = desk.send(
        "andreas",
        desk.wet_url,
        pindaian=given,
        tanggal=MONDAY.date().isoformat(),
        tempat_asli="Lemari arsip 2",
    )
    assert answer.status_code == 302, text(answer)

    [signed] = desk.signed
    assert signed.jenis == "ditandatangani_basah"
    assert stored_bytes(signed, "jpg") == scan()
    assert stored_bytes(signed, "pdf").startswith(b"%PDF-")
    mark = desk.state.marks[-1]
    assert (mark.no, mark.kind, mark.sha256) == (SIGNING, "tanda_tangan", desk.checked.sha256)
    public = desk.look("dewi", f"/v/{desk.checked.kode}")
    assert "Ditandatangani basah" in public and "naskah asli disimpan di Lemari arsip 2" in public
    assert "Sah: ditandatangani secara elektronik" not in public
    assert "mencatat tanda tangan basah" in desk.look(
        "rina", f"/pelaksanaan/{desk.case.pk}/riwayat/"
    )
    assert do(desk.example, "dewi", desk.case, "4", hasil_0="Nomor 1").status_code == 302
    assert desk.state.status is CaseStatus.SELESAI
    assert verify_all() == ()
