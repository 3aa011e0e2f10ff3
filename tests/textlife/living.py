"""The example case with its life: walked to a step, written, frozen, returned, signed."""

from datetime import timedelta
from typing import Any

from django.test import Client

from runut.core.findings import Refused
from runut.core.report.lakip.keys import SIMPULAN
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, load
from runut.office.cases.actions import give_paraf, return_step
from runut.office.cases.models import Case, Document
from runut.office.example.office import PASSWORD, ExampleOffice, start_example_case
from runut.office.example.walk import walk
from runut.office.reports.models import SectionText
from runut.office.signing.ways import Secret, signer_of
from runut.office.trust.test_certificates import make_test_certificates
from runut.office.works.laporan.freezing import freeze_draft
from runut.office.works.laporan.writing import save_text
from runut.office.works.tandatangan.signing import document_read, sign_step
from tests.kantor import MONDAY, kantor

START = MONDAY + timedelta(minutes=1)


class Living:
    """One case of the example office. ``clock`` goes on with every act of ours."""

    def __init__(self, example: ExampleOffice | None = None) -> None:
        self.example = example or kantor(figures=True)
        self.row: Case = start_example_case(self.example, 2025, MONDAY)
        self.clock = START

    @property
    def case(self) -> OpenCase:
        return load(self.row.pk, self.example.office.pk)

    def walk_to(self, work: str) -> "Living":
        """By the acts of the demo until a step of ``work`` is open; "" to the signed end."""
        if not work or work == "tandatangan":
            make_test_certificates(self.example.office, MONDAY, passphrase=PASSWORD)
        going = walk(self.example, self.row, self.clock, lambda line: None, before=work)
        self.clock = going.now + timedelta(hours=1)
        self.row.refresh_from_db()
        return self

    def doer(self, username: str, **more: Any) -> Doer:
        self.clock += timedelta(minutes=5)
        return Doer(self.example.people[username], self.clock, **more)

    def ref(self, no: str) -> tuple[StepRef, tuple[str, ...]]:
        step = self.case.definition.step(no)
        assert step is not None
        return StepRef(self.row.pk, no, self.case.state.step(no).round), step.kelengkapan

    def write(self, username: str, words: str, key: str = SIMPULAN) -> Done | Refused:
        last = SectionText.objects.filter(case=self.row, key=key).order_by("-versi").first()
        return save_text(self.row.pk, key, words, last.versi if last else 0, self.doer(username))

    def freeze(self, username: str = "budi", **more: Any) -> Done | Refused:
        ref, kelengkapan = self.ref("6")
        more = {"takes_rest": True} | more
        return freeze_draft(ref, self.doer(username), kelengkapan=kelengkapan, **more)

    def give_back(self, no: str, username: str, notes: str = "Perbaiki simpulan.") -> None:
        ref, _ = self.ref(no)
        answer = return_step(
            ref, self.doer(username), to="6", notes=notes, read_sha256=self.draft.sha256
        )
        assert isinstance(answer, Done), answer

    def paraf(self, no: str, username: str) -> None:
        ref, kelengkapan = self.ref(no)
        read = self.draft.sha256
        answer = give_paraf(ref, self.doer(username), read_sha256=read, kelengkapan=kelengkapan)
        assert isinstance(answer, Done), answer

    def sign(self, username: str = "andreas") -> Done | Refused:
        ref, kelengkapan = self.ref("9")
        signer = signer_of(self.example.people[username], Secret(PASSWORD), self.clock)
        assert not isinstance(signer, Refused), signer
        sha256 = document_read(self.case, "9").sha256
        return sign_step(
            ref, self.doer(username), signer, read_sha256=sha256, kelengkapan=kelengkapan
        )

    @property
    def draft(self) -> Document:
        found = Document.objects.filter(case=self.row, jenis="draft_akhir").order_by("versi").last()
        assert found is not None
        return found

    @property
    def signed(self) -> Document:
        return Document.objects.get(case=self.row, jenis="laporan_ditandatangani")

    def page(self, username: str, url: str) -> str:
        client = Client()
        client.force_login(self.example.people[username])
        answer = client.get(url)
        assert answer.status_code == 200, answer
        return answer.content.decode()

    def step_page(self, username: str, no: str) -> str:
        return self.page(username, f"/pelaksanaan/{self.row.pk}/langkah/{no}/")
