"""The seen fault: on a signed case three people changed the conclusion; verify was content."""

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.core.report.lakip.keys import KATA_PENGANTAR, SIMPULAN
from runut.office.acts.sending import Done
from runut.office.cases.acting import case_subject
from runut.office.example.office import load_figures
from runut.office.kinerja.models import Dataset
from runut.office.reports.models import SectionText
from runut.office.trust.append import Act, append
from runut.office.verification.verify import verify_all
from runut.office.works.laporan import freezing
from tests.textlife.living import Living
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db


def kode(answer: object) -> str:
    return answer.kode if isinstance(answer, Refused) else ""


def plant(living: Living) -> None:
    """A text with its line of the chain, written past every act."""
    text = SectionText.objects.filter(case=living.row, key=SIMPULAN).latest("versi")
    versi, who = text.versi + 1, living.example.people["budi"]
    SectionText.objects.create(
        office=living.example.office,
        case=living.row,
        key=SIMPULAN,
        versi=versi,
        teks="Diganti diam-diam.",
        ditulis_oleh=who,
        ditulis_pada=living.clock,
    )
    facts = {"bagian": SIMPULAN, "versi": versi, "teks": "Diganti diam-diam."}
    line = Act("laporan.teks_disimpan", case_subject(living.row.pk), facts)
    append(living.example.office.pk, [line], actor=who.ref, at=living.clock)


def test_from_frozen_to_signed_nobody_changes_a_word_and_verify_names_who_did() -> None:
    living = living_at("periksa")
    assert kode(living.write("budi", "Berubah.")) == "naskah_beku"
    assert kode(living.write("andreas", "Puji syukur.", KATA_PENGANTAR)) == "naskah_beku"

    living.walk_to("")
    assert living.row.status == "selesai"
    before = SectionText.objects.filter(case=living.row).count()
    for who in ("budi", "sari", "yohanes"):
        assert kode(living.write(who, "Berubah.")) == "naskah_tertutup"
    assert kode(living.write("andreas", "Puji syukur.", KATA_PENGANTAR)) == "naskah_tertutup"
    assert SectionText.objects.filter(case=living.row).count() == before
    assert verify_all() == ()

    url = f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/"
    page = living.page("budi", url)
    assert "Hanya untuk dibaca" in page and "dengan ralat" in page
    assert "<textarea" not in page
    preview = living.page("rina", f"/laporan/{living.row.pk}/pratinjau/")
    assert "Naskah beku versi 2" in preview and living.draft.kode in preview

    client = Client()
    client.force_login(living.example.people["budi"])
    sent = client.post(url, {"kunci": "k", "dasar": str(before), "teks": "Kata yang diketik."})
    assert sent.status_code == 422
    assert "Kata yang diketik." in sent.content.decode()

    plant(living)
    [found] = verify_all()
    assert found.kode == "teks.saat_tertutup"
    assert f"Teks bagian {SIMPULAN}" in found.pesan
    # the planted word changes nothing of what is shown
    assert "Diganti diam-diam" not in living.page("rina", f"/laporan/{living.row.pk}/pratinjau/")


def test_others_than_the_holders_of_the_composing_step_read() -> None:
    living = living_at("sempurnakan")
    for who in ("rina", "dewi", "hendra", "andreas"):
        answer = living.write(who, "Tulisan saya.")
        assert kode(answer) == "bukan_pelaksana"
        assert isinstance(answer, Refused) and "Tim (langkah 6)" in answer.reason
    assert isinstance(living.write("sari", "Tulisan saya."), Done)
    page = living.page("dewi", f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/")
    assert "Hanya untuk dibaca" in page and "Tulisan saya." in page


def test_a_text_saved_while_the_draft_is_drawn_is_not_left_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    living = living_at("sempurnakan")
    draw = freezing.render

    def slow(*args: object, **kwargs: object) -> object:
        assert isinstance(living.write("sari", "Kalimat yang menyusul."), Done)
        return draw(*args, **kwargs)  # type: ignore[arg-type]

    living.write("budi", "Kalimat pertama.")
    monkeypatch.setattr(freezing, "render", slow)
    assert kode(living.freeze()) == "sudah_berubah"
    monkeypatch.setattr(freezing, "render", draw)
    assert isinstance(living.freeze(), Done)


def test_the_figures_stay_with_the_frozen_draft_and_after_the_signature() -> None:
    living = living_at("periksa")
    dewi = living.example.people["dewi"]
    with pytest.raises(ValueError, match="dibekukan untuk langkah 7"):
        load_figures(dewi, living.clock)
    living.walk_to("")
    with pytest.raises(ValueError, match="dengan ralat"):
        load_figures(dewi, living.clock)
    assert Dataset.objects.count() == 1
