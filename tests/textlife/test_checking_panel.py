"""One panel at every check: what changed since I looked, notes and answers, decisions, parafs."""

from datetime import timedelta

import pytest

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Done
from runut.office.example.office import examples, load_figures
from runut.office.kinerja.actions import import_workbook
from runut.office.kinerja.models import Dataset
from runut.office.people.models import Appointment
from runut.office.reports.models import FrozenDraft
from runut.office.verification.verify import verify_all
from tests.textlife.living import Living
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db


def flat(page: str) -> str:
    return " ".join(page.split())


def test_the_panel_tells_each_checker_what_he_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    living = living_at("periksa")
    first = flat(living.step_page("rina", "7"))
    assert "belum pernah memutuskan naskah ini" in first
    assert "Angka dimuat Dewi Lestari" in first
    assert "Keputusan rapat" in first and "bagian ini ditulis sesudah rapat" in first

    living.paraf("7", "rina")
    living.give_back("8", "hendra", "Simpulan terlalu pendek.")

    # the same draft again: asked about, by a reason for each note
    page = flat(living.step_page("budi", "6"))
    assert "Yang dikerjakan dahulu" in page and "Simpulan terlalu pendek." in page
    same = living.freeze()
    assert isinstance(same, Refused) and same.kode == "naskah_sama"
    assert "Hendra" in same.reason

    # an answer without a change
    assert isinstance(living.freeze(answers={"8-1": "Sudah sesuai pedoman."}), Done)
    page = flat(living.step_page("rina", "7"))
    assert "Tidak ada kata atau angka yang berubah" in page
    assert "Sudah sesuai pedoman." in page and "Naskah tidak diubah." in page
    assert "Gugur</span>" in page and "Dikembalikan</span>" in page

    # a change closes a note without words; who returned it sees what changed since he did
    living.give_back("7", "rina", "Panjangkan simpulan.")
    assert isinstance(living.write("sari", "Simpulan yang panjang sekali."), Done)
    assert isinstance(living.freeze(), Done)
    page = flat(living.step_page("rina", "7"))
    assert "Simpulan yang panjang sekali." in page and "1 perubahan" in page
    assert "Sesudah itu berubah:" in page
    assert "karena naskah berubah pada" in page

    last = FrozenDraft.objects.latest("pk")
    assert verify_all() == ()
    FrozenDraft.objects.filter(pk=last.pk).update(jawaban={"8-1": "Lain."})
    assert {one.kode for one in verify_all()} == {"baris.diubah", "naskah.beku_berbeda"}


def test_who_loaded_the_figures_does_not_check_them() -> None:
    living = living_at("sempurnakan")
    rina, dewi = living.example.people["rina"], living.example.people["dewi"]
    with pytest.raises(ValueError, match="satu-satunya pemegang langkah 7"):
        load_figures(rina, living.clock)

    # loaded by her before the case knew: freezing says so, and another loading sets her free
    Dataset.objects.update(dimuat_oleh=rina)
    refused = living.freeze()
    assert isinstance(refused, Refused) and refused.kode == "tanpa_pemeriksa"
    assert "dimuat Rina" in refused.reason
    Dataset.objects.update(dimuat_oleh=dewi)
    assert isinstance(living.freeze(), Done)


def test_a_block_of_another_signer_is_not_signed_and_the_way_out_is_named() -> None:
    living = living_at("tandatangan")
    Appointment.objects.filter(person=living.example.people["andreas"]).update(
        jenis="plt", sk="800/1/2026"
    )
    refused = living.sign()
    assert isinstance(refused, Refused) and refused.kode == "penanda_tangan_lain"
    assert "Plt. Kepala Biro" in refused.reason and "ke langkah 6" in refused.reason
    assert "Belum dapat ditandatangani" in living.step_page("andreas", "9")

    living.give_back("9", "andreas", "Blok tanda tangan diperbarui.")
    assert isinstance(living.freeze(), Done)  # the block changed: no answer is needed
    living.paraf("7", "rina")
    living.paraf("8", "hendra")
    assert isinstance(living.sign(), Done)


def test_a_workbook_that_says_otherwise_than_the_office_is_asked_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    living = Living()
    living.example.office.kop = ["PEMERINTAH PROVINSI RIAU", "BIRO HUKUM"]
    living.example.office.save()
    workbook = (examples() / "kinerja" / "lakip-2025.xlsx").read_bytes()
    asked = import_workbook(workbook, "lakip.xlsx", living.doer("dewi"))
    assert isinstance(asked, Refused) and asked.kode == "fakta_berbeda"
    assert "BIRO HUKUM" in asked.reason and "Pontianak" not in asked.reason
    agreed = import_workbook(workbook, "lakip.xlsx", living.doer("dewi"), facts_agreed=True)
    assert isinstance(agreed, Done)
    monkeypatch.setattr(clock, "now", lambda: living.clock + timedelta(hours=1))
    page = living.page("rina", f"/pelaksanaan/mulai/{living.example.sop.pk}/")
    assert "SOP atau buku data berbeda dengan catatan Kantor" in page
