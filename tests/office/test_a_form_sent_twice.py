"""R4: the same form sent again has one effect and gets the same answer."""

import pytest
from django.test import Client

from runut.office.trust.models import Entry
from tests.kantor import kantor
from tests.office.berkas import isian, kasus_berkas, sop_berkas

pytestmark = pytest.mark.django_db


def _effects(case_id: int) -> int:
    lines = Entry.objects.filter(kind="kasus.langkah_selesai", subject=f"kasus:{case_id}")
    return lines.count()


def test_five_times_the_same_form_has_one_effect_and_five_equal_answers() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    client = Client()
    client.force_login(example.people["dewi"])
    answers = [
        client.post(f"/pelaksanaan/{case.pk}/langkah/1/", isian(case, "sekali")) for _ in range(5)
    ]
    assert [(a.status_code, a.headers["Location"]) for a in answers] == [
        (302, f"/pelaksanaan/{case.pk}/")
    ] * 5
    assert _effects(case.pk) == 1


def test_the_same_key_with_other_words_is_refused_with_a_sentence() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    client = Client()
    client.force_login(example.people["dewi"])
    url = f"/pelaksanaan/{case.pk}/langkah/1/"
    client.post(url, isian(case, "sekali"))
    answer = client.post(url, isian(case, "sekali", hasil_0="Lain isinya."))
    assert answer.status_code == 422
    assert "sudah pernah dikirim dengan isi lain" in answer.content.decode()
    assert "Lain isinya." in answer.content.decode()
    assert _effects(case.pk) == 1


def test_another_persons_key_is_never_seen() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    first, second = Client(), Client()
    first.force_login(example.people["dewi"])
    second.force_login(example.people["joko"])
    url = f"/pelaksanaan/{case.pk}/langkah/1/"
    assert first.post(url, isian(case, "sama")).status_code == 302
    assert second.post(url, isian(case, "sama")).status_code == 409
    assert _effects(case.pk) == 1
