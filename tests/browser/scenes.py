"""The example office with a case at every station, so that each page can be opened as it stands."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings

from runut.office import clock
from runut.office.cases.acting import StepRef
from runut.office.cases.actions import give_paraf, return_step
from runut.office.cases.models import Case, Document
from runut.office.example.office import (
    PASSWORD,
    ExampleOffice,
    make_example_office,
    start_example_case,
)
from runut.office.example.walk import Walk, walk
from runut.office.kinerja.models import Dataset
from runut.office.running.set_up import prepare
from runut.office.trust.test_certificates import make_test_certificates
from runut.office.works.rapat.models import Meeting
from runut.office.works.tandatangan.signing import document_read

STATIONS = (
    "undangan",
    "buka_rapat",
    "bahas",
    "sempurnakan",
    "tandatangan",
    "selesai",
)
"""The work that is open in the case of that name; ``selesai`` has come to its end."""
PLACES = "tempat.json"
NOTES = "Simpulan belum menyebut tindak lanjut. Tambahkan kaitannya dengan rencana kerja."


@dataclass
class Stage:
    """The office while it is being built; its time only goes on."""

    example: ExampleOffice
    now: datetime
    due: date

    def case(self, before: str) -> Walk:
        case = start_example_case(self.example, 2025, self.now, batas=self.due)
        return self.walk(case, before)

    def walk(self, case: Case, before: str) -> Walk:
        going = walk(self.example, case, self.now, lambda line: None, before=before)
        self.now = going.now
        return going


def build(days: int = 80) -> None:
    """Make the office in RUNUT_DATA, begun ``days`` ago; write there what its addresses name.

    All walks take some two weeks of working time, holidays not counted.
    """
    prepare()
    start = (clock.now() - timedelta(days=days)).replace(hour=1, minute=0, second=0, microsecond=0)
    example = make_example_office(start)
    make_test_certificates(example.office, start, passphrase=PASSWORD)
    due = (clock.now() + timedelta(days=60)).date()
    stage = Stage(example, start.astimezone(example.office.zone), due)
    cases = {name: stage.case(name).open_case().row for name in STATIONS}
    begin = clock.now()
    Meeting.objects.filter(case=cases["buka_rapat"]).update(
        mulai=begin, selesai=begin + timedelta(hours=3)
    )
    cases["dikembalikan"] = _sent_back(stage)
    cases["perubahan"] = stage.walk(_sent_back(stage), "periksa").open_case().row
    places = {name: str(case.pk) for name, case in cases.items()} | _papers(cases)
    Path(settings.DATA_DIR, PLACES).write_text(json.dumps(places), encoding="utf-8")


def _sent_back(stage: Stage) -> Case:
    """The first checker gives his paraf, the second returns the draft."""
    going = stage.case("periksa")
    _check(going, "7", "rina")
    _check(going, "8", "hendra")
    stage.now = going.now
    return going.open_case().row


def _check(going: Walk, no: str, who: str) -> None:
    case = going.open_case()
    ref = StepRef(going.case_id, no, case.state.step(no).round)
    doer, sha256 = going.doer(going.example.people[who], 35), document_read(case, no).sha256
    step = case.definition.step(no)
    assert step is not None
    if no == "7":
        answer = give_paraf(ref, doer, read_sha256=sha256, kelengkapan=step.kelengkapan)
    else:
        answer = return_step(ref, doer, to=step.return_to[0], notes=NOTES, read_sha256=sha256)
    going.do(answer, f"langkah {no}")


def _papers(cases: dict[str, Case]) -> dict[str, str]:
    papers = Document.objects.filter(case=cases["selesai"])
    signed = papers.get(signs__isnull=False)
    draft = Document.objects.filter(case=cases["perubahan"], jenis="draft_akhir").latest("pk")
    return {
        "data": str(Dataset.objects.latest("pk").pk),
        "kode_sah": signed.kode,
        "kode_draf": draft.kode,
        "kode_surat": papers.filter(jenis="undangan").latest("pk").kode,
        "naskah": str(draft.pk),
        "surat": str(papers.filter(jenis="undangan").latest("pk").pk),
        "hadir": Meeting.objects.get(case=cases["buka_rapat"]).token,
        "hadir_tutup": Meeting.objects.get(case=cases["selesai"]).token,
    }
