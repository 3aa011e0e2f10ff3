"""Unit data packs and evidence: what an office has of them, and who may send their forms."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from runut.office.acts.sending import Doer, Done
from runut.office.evidence.actions import Figure, upload_evidence
from runut.office.evidence.models import Evidence
from runut.office.example.office import ExampleOffice
from runut.office.packs import actions
from runut.office.packs.actions import Filled
from runut.office.packs.links import token_of
from runut.office.packs.models import Pack
from runut.office.packs.queries import Quarter
from runut.office.people.models import Office
from tests.kantor import MONDAY

YEAR, QUARTER, UNIT = 2025, 3, "Bagian Protokol"
LINKS = {
    ("Pack", "unit"),
    ("Pack", "kunci"),
    ("Pack", "surel"),
    ("Proposal", "indikator_id"),
    ("Proposal", "kunci"),
    ("Evidence", "indikator_id"),
}
"""Columns that name a unit, an indicator, a column of the figures, an address."""
MAY = {
    name: {"staf", "kasubag"}
    for name in ("paket_jendela", "paket_satu", "paket_tarik", "bukti", "bukti_tarik")
}


def a_pack_went_out(example: ExampleOffice) -> None:
    """A window, a pack, a figure that the unit proposes, and a file."""
    doer = Doer(example.people["dewi"], MONDAY)
    quarter = Quarter(example.office, YEAR, QUARTER)
    later = MONDAY.date().replace(year=2100)
    assert isinstance(actions.open_window(quarter, MONDAY.date(), later, "", doer), Done)
    assert isinstance(
        actions.send_pack(Quarter(example.office, YEAR, QUARTER), UNIT, "", doer), Done
    )
    pack = Pack.objects.get(office=example.office)
    filled = [Filled("IKU-2", "realisasi_tw2", "91,5", "Survei")]
    assert not isinstance(actions.receive(pack, filled, "uji", MONDAY), Done)
    figure = Figure(example.office.pk, YEAR, QUARTER, "IKU-2")
    assert isinstance(upload_evidence(figure, b"%PDF-1.7", "survei.pdf", doer), Done)


def of_packs(office: Office) -> dict[str, Any]:
    """What the addresses name."""
    pack = Pack.objects.get(office=office)
    return {
        "pack_id": pack.pk,
        "pack_token": token_of(pack),
        "triwulan": QUARTER,
        "tahun_data": YEAR,
        "evidence_id": Evidence.objects.get(office=office).pk,
    }


def packs_of_units(walking: Any) -> None:
    """The window opened, a pack sent, filled in by its unit, decided, withdrawn; a file kept."""
    window, send = (f"/kinerja/paket/{YEAR}/{QUARTER}/{name}/" for name in ("masa", "kirim"))
    walking.nonsense("staf", window)
    days = {"dibuka": "2026-01-12", "ditutup": "2100-01-12", "alasan": "Arahan."}
    walking.do("staf", window, "paket_jendela", **days)
    walking.nonsense("staf", f"{send}?unit={UNIT}")
    sending = walking.form("kasubag", f"{send}?unit={UNIT}", "paket_kirim")
    for role in sorted(walking.clients.keys() - {"anonim", "staf", "kasubag"}):
        answer = sending.send(walking.clients[role], unit=UNIT, surel="", kunci=role)
        assert answer.status_code == 403, role
    answer = sending.send(walking.clients["kasubag"], unit=UNIT, surel="")
    assert answer.status_code == 302
    pack = Pack.objects.get(office=walking.example.office)
    filled = [Filled("IKU-2", "realisasi_tw2", "91,5", "Survei")]
    actions.receive(pack, filled, "uji", walking.now)
    one = f"/kinerja/paket/{pack.pk}/"
    walking.nonsense("staf", one)
    walking.only_try("staf", one, "paket_satu", tolak="1", alasan="Belum diverifikasi.")
    walking.nonsense("staf", f"{one}tarik/")
    walking.only_try("staf", f"{one}tarik/", "paket_tarik", alasan="Salah alamat.")
    page = f"/kinerja/bukti/{YEAR}/?indikator=IKU-2"
    walking.nonsense("staf", page)

    def paper() -> Any:
        return SimpleUploadedFile("survei.pdf", b"%PDF-1.7")

    form = walking.form("staf", page, "bukti")
    walking.tried.add("bukti")
    for role in sorted(walking.clients.keys() - MAY["bukti"] - {"anonim"}):
        answer = form.send(walking.clients[role], berkas=paper(), kunci=role)
        assert answer.status_code == 403, role
    assert form.send(walking.clients["staf"], berkas=paper()).status_code == 302
    kept = f"/kinerja/bukti/berkas/{Evidence.objects.get(office=walking.example.office).pk}/tarik/"
    walking.nonsense("staf", kept)
    walking.only_try("staf", kept, "bukti_tarik", alasan="Salah berkas.")
