"""A post is empty, its Plt. signs by hand: he is the one who is named."""

from datetime import timedelta

import pytest

from runut.office.acts.sending import Done
from runut.office.signing.models import WetSignature
from runut.office.works.tandatangan.notices import own_means
from tests.sign.office import report
from tests.signing.conftest import SIGNING, Desk, Time, upload
from tests.substitutes.recording import recorded

pytestmark = pytest.mark.django_db


def test_the_plt_is_offered_and_recorded_for_whom_he_stands_in(desk: Desk, time: Time) -> None:
    people = desk.example.people
    day = time.now.date()
    answer = recorded(
        desk.example,
        time.now,
        holder=people["andreas"],
        sebab="kosong",
        jenis="plt",
        substitute=people["joko"],
        peran=("Karo",),
        mulai=day,
        selesai=day + timedelta(days=60),
        sk_tanggal=day,
    )
    assert isinstance(answer, Done), answer

    page = desk.look("joko", desk.wet_url)
    assert page.index(f"{people['joko'].nama} (Plt. Karo)") < page.index(people["andreas"].nama)
    sent = desk.send(
        "joko",
        desk.wet_url,
        pindaian=upload("pindaian.pdf", report()),
        tanggal=day.isoformat(),
        tempat_asli="Lemari 2",
    )

    assert sent.status_code == 302
    signed = desk.state.step(SIGNING)
    assert (signed.done_by, signed.on_behalf_of) == (people["joko"].ref, people["andreas"].ref)
    assert WetSignature.objects.get().penanda_tangan == people["joko"]


def test_who_must_sign_is_told_on_his_first_screen_what_he_lacks(desk: Desk) -> None:
    people = desk.example.people
    desk.set("pkcs12")
    [told] = own_means(people["andreas"])
    assert told.words.startswith("Saudara akan diminta menandatangani. Saudara belum mengunggah")
    assert told.url == "/tanda-tangan/saya/"
    assert own_means(people["dewi"]) == []
    desk.set("basah")
    assert own_means(people["andreas"]) == []
