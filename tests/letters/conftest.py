"""The meeting of the example office, whose invitations are signed in the application here."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from runut.office.people.models import OfficeProfile
from runut.office.trust.test_certificates import make_test_certificates
from tests.kantor import MONDAY
from tests.meetings import conftest
from tests.meetings.conftest import Stage
from tests.meetings.rapat import Rapat, before_invitation

SANDI = "frasa-sandi-uji"
plain_static_files, stage = conftest.plain_static_files, conftest.stage


@pytest.fixture(scope="module")
def drafted(stage: Stage) -> Iterator[Rapat]:
    with stage(before_invitation) as rapat:
        office = rapat.row.office
        OfficeProfile.objects.create(office=office, penanda_tangan={"langsung": []})
        assert rapat.compose() is not None
        yield rapat


@pytest.fixture
def certificates(drafted: Rapat, settings: Settings, tmp_path: object) -> None:
    settings.KEYS_DIR = tmp_path
    make_test_certificates(drafted.row.office, MONDAY, passphrase=SANDI)
