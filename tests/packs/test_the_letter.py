"""The letter of a pack: sent after the act, once, to a mail server that really listens."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from runut.office.acts.sending import Done
from runut.office.packs import actions
from runut.office.packs.links import token_of
from runut.office.packs.models import Pack
from runut.office.packs.tasks import email_pack
from tests.meetings.smtp import MailServer, mail_server
from tests.packs.paket import PROTOKOL, Kantor

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with mail_server() as told:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", told.port
        yield told


def send(kantor: Kantor, capture: DjangoCaptureOnCommitCallbacks) -> Pack:
    kantor.open()
    with capture(execute=True):
        done = actions.send_pack(kantor.quarter, PROTOKOL, "unit@contoh.id", kantor.doer())
    assert isinstance(done, Done), done
    return Pack.objects.get()


def test_it_goes_out_once_with_link_and_workbook(
    kantor: Kantor,
    server: MailServer,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    pack = send(kantor, django_capture_on_commit_callbacks)
    for _ in range(2):
        email_pack.call(pack.pk)
    [(to, message)] = server.arrived
    assert to == ["unit@contoh.id"]
    body = message.get_body()
    assert body is not None and token_of(pack) in body.get_content()
    [attached] = message.iter_attachments()
    assert attached.get_filename() == "data-kinerja-2025-tw3.xlsx"
    pack.refresh_from_db()
    assert pack.surel_pada == kantor.now and pack.surel_gagal == ""


def test_a_mail_server_that_is_away_is_told_beside_the_pack(
    kantor: Kantor,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    pack = send(kantor, django_capture_on_commit_callbacks)
    with pytest.raises(OSError):
        email_pack.call(pack.pk)
    pack.refresh_from_db()
    assert pack.surel_pada is None and "tidak menerima" in pack.surel_gagal
