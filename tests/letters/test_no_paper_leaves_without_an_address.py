"""A paper says where its authenticity is seen: without an address that others can open it does not
leave, and never names this computer."""

import pytest

from runut.core.findings import Refused
from runut.office.people.address import unreachable, verification_of
from runut.office.people.models import OfficeProfile
from tests.letters.test_an_invitation_leaves_the_house import check, letter, sign
from tests.meetings.rapat import Rapat

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("certificates")
def test_an_invitation_leaves_when_others_can_open_the_address(drafted: Rapat) -> None:
    office = drafted.row.office
    office.is_contoh = False
    office.save()
    check(drafted)
    sign(drafted)
    refused = drafted.deliver()
    assert isinstance(refused, Refused) and refused.kode == "tanpa_alamat_publik"
    assert "halaman Kantor, bagian Alamat publik" in refused.reason
    told = unreachable(office, drafted["budi"])
    assert told is not None and not told.may_set and told.keepers
    footer = letter().document
    assert verification_of(footer.kode) == f"kode {footer.kode}"

    OfficeProfile.objects.filter(office=office).update(alamat_publik="http://10.0.0.7:8000")
    assert not isinstance(drafted.deliver(), Refused)
    assert verification_of("ABC") == "http://10.0.0.7:8000/v/ABC"
    assert unreachable(office, drafted["budi"]) is None
