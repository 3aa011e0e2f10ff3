"""An office in which something of each kind was done, made once for a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from pytest_django import DjangoDbBlocker, Settings

from runut.core.report.lakip.keys import SIMPULAN
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import StepRef
from runut.office.cases.actions import complete_step
from runut.office.cases.documents import keep_upload
from runut.office.people.models import Office
from runut.office.trust.append import Act, append
from runut.office.works.laporan.writing import save_text
from tests.kantor import MONDAY, kantor, kasus
from tests.office.berkas import kasus_berkas, sop_berkas


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of its own: files of other tests are not in it."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(django_settings, "FILES_DIR", folder / "berkas")
        yield folder


@pytest.fixture(scope="module")
def office(
    data_folder: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Office]:
    """An office in which something of each kind was done; its chain has some thirty rows."""
    with django_db_blocker.unblock(), transaction.atomic():
        example = kantor(figures=True)
        lakip, plain = kasus(example), kasus_berkas(example, sop_berkas(example))
        budi, dewi = (Doer(example.people[name], MONDAY) for name in ("budi", "dewi"))
        assert isinstance(save_text(lakip.pk, SIMPULAN, "Baik.", 0, budi), Done)
        paper = keep_upload(b"%PDF-1.7 isi", jenis="unggahan", nama="Berkas tercatat", ending="pdf")
        done = complete_step(
            StepRef(plain.pk, "1", 1),
            dewi,
            kelengkapan=["Berkas masuk"],
            papers={"Berkas tercatat": paper},
        )
        assert isinstance(done, Done)
        last = Act("kantor.diperiksa", f"kantor:{example.office.pk}", {})
        append(example.office.pk, [last], actor="", at=MONDAY)
        yield example.office
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def checkpoints_of_this_test_only(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    settings.KEYS_DIR = tmp_path / "kunci"
