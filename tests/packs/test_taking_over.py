"""The keeper takes proposals over: a new version of the figures, or a reason why not."""

from datetime import timedelta

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, Sending
from runut.office.kinerja.models import Dataset
from runut.office.packs import actions
from runut.office.packs.actions import Filled
from runut.office.packs.models import Pack, Proposal
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.packs.paket import KEEPER, OTHER, PROTOKOL, Kantor, page, visitor

pytestmark = pytest.mark.django_db
TW = "realisasi_tw2"


@pytest.fixture
def pack(kantor: Kantor) -> Pack:
    kantor.open()
    pack = kantor.send()
    actions.receive(
        pack, [Filled("IKU-2", TW, "97,5", "Survei"), Filled("IK-3", TW, "8")], "uji", kantor.now
    )
    return pack


def figure(kantor: Kantor, indikator_id: str) -> str:
    cells = kantor.quarter.cells_of(PROTOKOL)
    return next(cell.nilai for cell in cells if cell.indikator_id == indikator_id)


def test_what_is_taken_over_is_a_new_version_of_the_figures(kantor: Kantor, pack: Pack) -> None:
    before = Dataset.objects.count()
    chosen = list(Proposal.objects.filter(indikator_id="IKU-2"))
    answer = actions.take_over(pack, chosen, kantor.doer(), gives_up=True)
    assert isinstance(answer, Done), answer
    assert Dataset.objects.count() == before + 1
    assert figure(kantor, "IKU-2") == "97,5" and figure(kantor, "IK-3") == ""
    kinds = list(Entry.objects.order_by("seq").values_list("kind", flat=True))
    assert kinds[-1] == "paket.dipakai" and "kinerja.dimuat" in kinds[-6:]
    assert verify_all() == ()


def test_the_same_form_sent_twice_makes_one_version(kantor: Kantor, pack: Pack) -> None:
    chosen = list(Proposal.objects.all())
    doer = Doer(kantor.example.people[KEEPER], kantor.now, Sending("k", "f"), "/x/")
    for _ in range(2):
        assert isinstance(actions.take_over(pack, chosen, doer, gives_up=True), Done)
    assert Dataset.objects.count() == 2


def test_a_proposal_that_was_decided_meanwhile_changes_nothing(kantor: Kantor, pack: Pack) -> None:
    chosen = list(Proposal.objects.all())
    refused = actions.refuse_proposals(pack, chosen[:1], "Belum diverifikasi", kantor.doer())
    assert isinstance(refused, Done)
    answer = actions.take_over(pack, chosen, kantor.doer(), gives_up=True)
    assert isinstance(answer, Refused) and answer.kode == "sudah_berubah"
    assert Dataset.objects.count() == 1
    assert Proposal.objects.filter(keadaan="dipakai").count() == 0


def test_a_refused_figure_is_told_to_the_unit_with_the_reason(kantor: Kantor, pack: Pack) -> None:
    chosen = list(Proposal.objects.filter(indikator_id="IKU-2"))
    without = actions.refuse_proposals(pack, chosen, "", kantor.doer())
    assert isinstance(without, Refused) and "alasan" in without.reason
    assert isinstance(actions.refuse_proposals(pack, chosen, "Tanpa survei", kantor.doer()), Done)
    client, url = visitor(pack)
    assert "Usulan 97,5 ditolak: Tanpa survei" in page(client, url)
    assert client.post(url, {"angka_0": "96", "angka_1": "8"}).status_code == 302
    assert Proposal.objects.filter(indikator_id="IKU-2").latest("pk").keadaan == "usulan"


def test_only_the_keeper_decides(kantor: Kantor, pack: Pack) -> None:
    chosen = list(Proposal.objects.all())
    for answer in (
        actions.take_over(pack, chosen, kantor.doer(OTHER)),
        actions.refuse_proposals(pack, chosen, "x", kantor.doer(OTHER)),
    ):
        assert isinstance(answer, Refused) and answer.kode == "bukan_pelaksana"
    client = Client()
    client.force_login(kantor.example.people[OTHER])
    for url in (
        "/kinerja/paket/",
        f"/kinerja/paket/{pack.pk}/",
        f"/kinerja/paket/{pack.pk}/tarik/",
    ):
        assert client.get(url).status_code == 403


def test_the_pages_of_the_keeper_do_it_all(kantor: Kantor, pack: Pack) -> None:
    client = Client()
    client.force_login(kantor.example.people[KEEPER])
    list_page = page(client, "/kinerja/paket/?tahun=2025&triwulan=3")
    assert "Lihat 2 usulan" in list_page and "0 dari 3 unit lengkap" in list_page
    one = page(client, f"/kinerja/paket/{pack.pk}/")
    assert "<b>97,5</b>" in one and "Survei" in one and "/isi/" in one
    assert "belum ada" in one
    numbers = [str(p.pk) for p in Proposal.objects.all()]
    sent = {"kunci": "a", "usulan": numbers, "pakai": "1", "melepas": "on"}
    answer = client.post(f"/kinerja/paket/{pack.pk}/", sent)
    assert answer.status_code == 302, answer.content.decode()
    assert "Sudah diputus" in page(client, f"/kinerja/paket/{pack.pk}/")
    assert "Belum ada" not in page(client, "/kinerja/paket/?tahun=2025&triwulan=3")
    assert client.get("/kinerja/paket/?tahun=x&triwulan=77").status_code == 200
    for url in ("masa", "kirim"):
        assert client.get(f"/kinerja/paket/2025/9/{url}/?unit=x").status_code == 404
    unit = f"?unit={PROTOKOL}"
    assert client.get(f"/kinerja/paket/2025/3/kirim/{unit}").status_code == 200
    window = {"kunci": "b", "dibuka": "2026-01-12", "ditutup": "2026-01-10", "alasan": "x"}
    backwards = client.post("/kinerja/paket/2025/3/masa/", window)
    assert backwards.status_code == 422 and "mendahului" in backwards.content.decode()
    window["ditutup"] = str(kantor.today + timedelta(days=9))
    assert client.post("/kinerja/paket/2025/3/masa/", window | {"kunci": "c"}).status_code == 302
    send = {"kunci": "d", "unit_paket": PROTOKOL, "surel": ""}
    again = client.post("/kinerja/paket/2025/3/kirim/", send)
    assert again.status_code == 302
    newest = Pack.objects.latest("pk")
    assert again.headers["Location"] == f"/kinerja/paket/{newest.pk}/"
    assert "Riwayat" in page(client, "/kinerja/paket/?tahun=2025&triwulan=3")
