"""Two offices side by side, so that a word of the one on a page of the other is seen at once.

Every text that people wrote carries a canary: ``kanari``, the letter of its office, the field it
stands in, and a piece of markup that must never arrive as markup.
"""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings

from runut.core.report.lakip.keys import SIMPULAN
from runut.core.report.templates.ours import ours
from runut.files.store import put
from runut.files.write.paper import write_docx
from runut.office.action_plan.models import PlannedAction
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import definition_for, load
from runut.office.cases.models import Case, Document
from runut.office.example.office import (
    ExampleOffice,
    examples,
    load_figures,
    start_example_case,
)
from runut.office.example.walk import walk
from runut.office.founding.setup import add_person, create_office, seed_holidays
from runut.office.kinerja.models import Dataset, KeptFinding, Upload
from runut.office.letters.actions import draft_covering
from runut.office.letters.models import Letter
from runut.office.linked.models import LinkedWork
from runut.office.logins.models import Passkey
from runut.office.oversight.models import Comment
from runut.office.paper_templates.models import TemplateVersion
from runut.office.people.models import Person, Unit
from runut.office.people.naming import letterhead
from runut.office.personnel.models import Fulfilment, Qualification
from runut.office.plans.models import PerjanjianKinerja
from runut.office.reminders.models import Feed
from runut.office.reports.lakip.claims import claims_of
from runut.office.reports.models import SectionComment, SectionPhoto
from runut.office.sops.actions import adopt, mend, take_in
from runut.office.sops.actions.mending import ALL
from runut.office.sops.models import Peraturan, SopVersion
from runut.office.substitutes.models import Substitution
from runut.office.works.laporan.writing import save_text
from runut.office.works.rapat.models import Invitee, Meeting, Resolution
from tests.kantor import MONDAY, confirm_proposals
from tests.office import berkas
from tests.security.canaries import kanari, mark
from tests.security.figures_brought import agreed, planned, something_waits
from tests.security.packs_sent import a_pack_went_out, of_packs
from tests.security.word_sent import a_copy_came_back, of_word

PASSWORD = "kata sandi untuk uji"
KEY = SIMPULAN

ROLES = {
    "staf": "dewi",
    "tim": "budi",
    "kasubag": "rina",
    "kabag": "hendra",
    "karo": "andreas",
    "pengawas": "maria",
    "luar": "wati",
}
"""Who looks: the login in each office behind the role. ``luar`` works here and has no role."""

WATI = {"username": "wati", "nama": "Wati", "jabatan": "Arsiparis", "peran": [], "hak": []}


@dataclass(frozen=True)
class Kantor:
    """One of the offices, with an object of every kind that an address can name."""

    letter: str
    example: ExampleOffice
    case: Case
    plain_case: Case
    now: datetime
    objects: dict[str, Any]

    def person(self, role: str) -> Person:
        return self.example.people[ROLES[role]]


def make_kantor(letter: str) -> Kantor:
    """An office whose LAKIP has come to the improving of the draft, after the meeting."""
    example = make_office(letter)
    rina = example.people["rina"]
    case = start_example_case(example, 2025, MONDAY)
    going = walk(example, case, MONDAY, lambda line: None, before="sempurnakan")
    writer = Doer(example.people["budi"], going.after(1))
    said = f"{kanari(letter, 'teks')} Sebanyak 11 dari 12 indikator mencapai target."
    assert isinstance(save_text(case.pk, KEY, said, 0, writer), Done)
    covering = draft_covering(
        load(case.pk, case.office_id), writer, kepada="Biro", di="tempat", tembusan=()
    )
    assert isinstance(covering, Done)
    version = berkas.sop_berkas(example)
    plain_case = start_example_case(replace(example, sop=version), 2025, MONDAY)
    proposal = take_in(berkas.TEXT.replace("BERKAS", "ARSIP"), "usul.txt", rina, MONDAY)
    assert isinstance(proposal, SopVersion)
    revision = _mended(rina)
    _register(example)
    _passkey(example)
    _substitution(example)
    _beside(example, case)
    a_copy_came_back(example, case, letter)
    _template(example, letter)
    mark(example, letter)
    kantor = Kantor(letter, example, case, plain_case, going.now, {})
    kantor.objects.update(_objects(kantor, proposal, revision))
    return kantor


def _mended(owner: Person) -> SopVersion:
    """A draft with all its repairs taken, so that there is an older text, and with a page."""
    taken = take_in(berkas.TEXT.replace("BERKAS", "LAMPIRAN"), "cacat.txt", owner, MONDAY)
    assert isinstance(taken, SopVersion)
    assert isinstance(mend(taken, ALL, Doer(owner, MONDAY)), Done)
    revision = taken.revisi_berikut.get()
    page = {
        "lebar": 10,
        "tinggi": 10,
        "format": "svg",
        "sha256": put(settings.FILES_DIR, b"<svg/>"),
    }
    SopVersion.objects.filter(pk=revision.pk).update(halaman=[page])
    return revision


def _register(example: ExampleOffice) -> None:
    """A unit, a regulation, and a training that lets somebody do what an SOP demands."""
    office, dewi, rina = example.office, example.people["dewi"], example.people["rina"]
    Unit.objects.create(office=office, nama="Subbagian Umum", kode="UM")
    Peraturan.objects.create(
        office=office,
        jenis="Perda",
        nomor="3",
        tahun=2019,
        tentang="Kearsipan",
        dicabut_oleh="Perda 9/2024",
        sumber="JDIH",
        ditulis_oleh=rina,
        ditulis_pada=MONDAY,
    )
    training = Qualification.objects.create(office=office, person=dewi, nama="Bimtek")
    Fulfilment.objects.create(
        office=office,
        person=dewi,
        hash="0" * 64,
        syarat="Teliti",
        jawaban="ya",
        dasar=training,
        dipastikan_oleh=rina,
        dipastikan_pada=MONDAY,
    )


def _passkey(example: ExampleOffice) -> None:
    """A passkey of somebody; nobody here comes in by it."""
    told = {"nama": "Telepon", "kredensial": "AAAA", "kunci_umum": "AAAA", "sejak": MONDAY}
    Passkey.objects.create(office=example.office, person=example.people["dewi"], **told)


def make_office(letter: str) -> ExampleOffice:
    """An office with its people, its SOP and the figures of the year."""
    facts = json.loads((examples() / "kantor-contoh.json").read_text(encoding="utf-8"))
    office = create_office(facts["kantor"], MONDAY, is_contoh=True)
    seed_holidays(office, range(2025, 2028), MONDAY)
    people = {}
    for one in [*facts["pegawai"], WATI]:
        told = {**one, "username": f"{letter}.{one['username']}"}
        told["nama"] = f"{one['nama']} {kanari(letter, 'nama')}"
        people[one["username"]] = add_person(office, told, PASSWORD, MONDAY)
    sop = _lakip(people["rina"], letter)
    load_figures(people["dewi"], MONDAY)
    return ExampleOffice(office, people, sop)


def _lakip(owner: Person, letter: str) -> SopVersion:
    text = (examples() / "sop" / "penyusunan-lakip.txt").read_text(encoding="utf-8")
    text = text.replace("PEMERINTAH (LAKIP)", f"PEMERINTAH (LAKIP) {kanari(letter, 'sop')}", 1)
    taken = take_in(text, "lakip.txt", owner, MONDAY)
    assert isinstance(taken, SopVersion)
    adopted = adopt(taken, confirm_proposals(taken.teks), owner, MONDAY)
    assert isinstance(adopted, SopVersion)
    return adopted


def _substitution(example: ExampleOffice) -> None:
    """Somebody who will be away, long after all that is looked at here."""
    people = example.people
    Substitution.objects.create(
        office=example.office,
        holder=people["yohanes"],
        sebab="cuti",
        jenis="pengganti",
        substitute=people["sari"],
        peran=["Tim"],
        mulai=date(2027, 3, 1),
        selesai=date(2027, 3, 5),
        sk="800/1",
        dicatat_oleh=people["rina"],
        dicatat_pada=MONDAY,
    )


def _beside(example: ExampleOffice, case: Case) -> None:
    """What was asked of somebody for the case, and what was said of it."""
    office, dewi, rina = example.office, example.people["dewi"], example.people["rina"]
    LinkedWork.objects.create(
        office=office,
        case=case,
        no="9",
        nama="Persiapan",
        penanggung_jawab=dewi,
        diminta_oleh=rina,
        diminta_pada=MONDAY,
    )
    Comment.objects.create(office=office, case=case, person=dewi, teks="Catatan", pada=MONDAY)
    SectionComment.objects.create(
        office=office,
        case=case,
        key=KEY,
        versi=1,
        isi="Sebutkan angkanya",
        untuk=example.people["budi"],
        ditulis_oleh=dewi,
        ditulis_pada=MONDAY,
    )
    SectionPhoto.objects.create(
        office=office,
        case=case,
        kode="abcdef123456",
        sha256=put(settings.FILES_DIR, b"JPEG"),
        lebar=4,
        tinggi=3,
        judul="Rapat",
        uraian="Rapat",
        diunggah_oleh=dewi,
        diunggah_pada=MONDAY,
    )
    a_pack_went_out(example)
    something_waits(example)
    agreed(example)
    planned(example, case)


def _template(example: ExampleOffice, letter: str) -> None:
    """A template of the office, not in use; the other office has none of this number."""
    data = write_docx(ours("undangan", letterhead(example.office)), created=MONDAY)
    TemplateVersion.objects.create(
        office=example.office,
        jenis="undangan",
        versi=1 + "ab".index(letter),
        sha256=put(settings.FILES_DIR, data),
        berkas="undangan.docx",
        diunggah_oleh=example.people["rina"],
        diunggah_pada=MONDAY,
    )


def _objects(kantor: Kantor, proposal: SopVersion, revision: SopVersion) -> dict[str, Any]:
    """What the addresses name, under the names of their parameters."""
    case, office = kantor.case, kantor.example.office
    example_person = kantor.example.people["dewi"]
    meeting = Meeting.objects.get(case=case)
    agreements = PerjanjianKinerja.objects.filter(office=office)
    document = Document.objects.filter(case=case, jenis="undangan").latest("pk")
    Document.objects.filter(pk=document.pk).update(is_published=True)
    Meeting.objects.filter(pk=meeting.pk).update(nomor=document.nomor)
    return {
        "case_id": case.pk,
        "no": "6",
        "nomor": 1,
        "apa": "nama",
        "substitution_id": Substitution.objects.get(office=office).pk,
        **{step.work: step.no for step in definition_for(kantor.example.sop).steps},
        "version_id": kantor.example.sop.pk,
        "proposal_id": proposal.pk,
        "revision_id": revision.pk,
        "halaman": 1,
        "sop_format": "txt",
        "summary_name": "indikator.csv",
        "document_id": document.pk,
        "name": "pdf",
        "kode": document.kode,
        **of_packs(office),
        **of_word(case),
        "upload_id": Upload.objects.get(office=office).pk,
        "finding_id": KeptFinding.objects.get(office=office).pk,
        "action_id": PlannedAction.objects.get(office=office).pk,
        "jenis_baris": "sasaran",
        "agreement_id": agreements.get(revisi=1).pk,
        "frozen_id": agreements.get(revisi=0).pk,
        "dataset_id": Dataset.objects.get(office=office).pk,
        "invitee_id": Invitee.objects.filter(meeting=meeting).latest("pk").pk,
        "resolution_id": Resolution.objects.filter(meeting=meeting).earliest("pk").pk,
        "person_id": example_person.pk,
        "post_id": example_person.appointments.earliest("pk").pk,
        "passkey_id": Passkey.objects.get(office=office).pk,
        "base_id": Peraturan.objects.get(office=office).pk,
        "unit_id": Unit.objects.get(office=office).pk,
        "qualification_id": Qualification.objects.get(office=office).pk,
        "token": meeting.token,
        "office_id": office.pk,
        "feed_token": Feed.objects.get_or_create(
            office=office,
            person=kantor.example.people["dewi"],
            defaults={"dibuat_pada": MONDAY},
        )[0].token,
        "invitee_token": Invitee.objects.filter(meeting=meeting).latest("pk").token,
        "register_name": "rapat",
        "tahun": 2026,
        "form": "xlsx",
        "nth": 1,
        "work_id": LinkedWork.objects.get(case=case).pk,
        "said_id": SectionComment.objects.get(case=case).pk,
        "photo_code": "abcdef123456",
        "comment_id": Comment.objects.get(case=case).pk,
        "key": KEY,
        "kunci": claims_of(case).open[0].kunci,
        "letter_id": Letter.objects.get(case=case).pk,
        "letter_slug": "kirim",
        "paper_slug": "garis-waktu",
        "jenis": "undangan",
        "versi": TemplateVersion.objects.get(office=office).versi,
        "template_form": "docx",
    }
