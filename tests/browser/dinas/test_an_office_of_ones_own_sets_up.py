"""From an empty folder to a case that runs, in one browser, by an office that is not ours."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.dinas import founding
from tests.browser.dinas.stage import own_office


def test_a_dinas_of_fourteen_starts_its_own_sop_of_twelve_steps(
    chromium: Browser, tmp_path: Path
) -> None:
    with own_office(chromium, tmp_path, "2027-01-04 08:00") as stage:
        aisyah = founding.set_up(stage)
        founding.adopt(aisyah)
        founding.give_rights_and_codes(stage, aisyah, ("fatimah", "mariana"))
        founding.bring_what_is_needed(stage)
        founding.start(stage)
        # who holds it, will it be in time, what must I do: on everybody's first screen
        stage.at("aisyah").sees("Satu langkah menunggu Saudara.", "Batas penyampaian").look("16")
        for name in ("mariana", "fatimah"):
            stage.at(name).sees(
                "Dipegang Kasubag Perencanaan: Noor Aisyah",
                "Batas penyampaian 26 Februari 2027",
                "Ruang 23 hari kerja",
            ).look(f"17-{name}")
