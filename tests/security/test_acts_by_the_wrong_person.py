"""Every form of the nine steps, well filled in, sent by everybody who may not: nothing happens.

Sent by the one who may, with each field in turn made nonsense, it is answered and never fails.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from runut.office import clock
from runut.office.cases.models import Case, Document
from runut.office.example.office import ExampleOffice, start_example_case
from runut.office.people.models import Grant, Person, Right
from runut.office.sops.models import SopVersion
from runut.office.trust.test_certificates import make_test_certificates
from runut.office.works.rapat.models import Mailing, Meeting
from tests.depth import WHOLE
from tests.kantor import MONDAY
from tests.office import berkas
from tests.security import (
    beside,
    case_kept,
    figures_brought,
    office_kept,
    packs_sent,
    register,
    section_written,
    signing_set,
    word_sent,
)
from tests.security.conftest import World
from tests.security.offices import PASSWORD, ROLES, make_office
from tests.security.policy import POLICY
from tests.security.rows import changed, rows
from tests.security.rule import BAD, FORM
from tests.security.walking import Form, forms_of

pytestmark = pytest.mark.django_db

PEOPLE = ROLES | {"staf lain": "joko", "tim lain": "sari"}
"""``staf lain`` holds the role too; step 2 is assigned to ``staf``, step 3 to nobody."""

MAY: dict[str, set[str]] = {
    "langkah 1": {"kasubag"},
    "rapat_data": {"staf"},
    "rapat_tamu": {"staf"},
    "rapat_hapus": {"staf"},
    "rapat_susun": {"staf"},
    "rapat_terkirim": {"staf"},
    "rapat_batal_terkirim": {"staf"},
    "rapat_surel": {"staf"},
    "rapat_kirim_lagi": {"staf"},
    "rapat_batalkan": {"staf", "kasubag"},
    "langkah 2": {"staf"},
    "rapat_periksa": {"staf", "staf lain"},
    "rapat_bagikan": {"staf", "staf lain"},
    "rapat_daftar_hadir": {"staf", "staf lain"},
    "rapat_layar": {"staf", "staf lain", "kasubag"},
    "langkah 3": {"staf", "staf lain"},
    "langkah 4": {"kasubag"},
    "rapat_tulis": {"tim", "tim lain", "staf"},
    "rapat_batal_hadir": {"tim", "tim lain", "staf"},
    "rapat_keputusan_ubah": {"tim", "tim lain", "staf"},
    "rapat_keputusan_hapus": {"tim", "tim lain", "staf"},
    "rapat_susulan": {"tim", "tim lain", "staf"},
    "rapat_nyatakan": {"staf", "kasubag"},
    "langkah 5": {"tim", "tim lain"},
    "rapat_tindak_lanjut": {"tim", "tim lain"},
    "rapat_buka_lagi": {"tim", "tim lain"},
    **section_written.MAY,
    "laporan_ralat": {"kasubag", "tim", "tim lain"},
    "langkah 6": {"tim", "tim lain"},
    "langkah 7": {"kasubag"},
    "langkah 8": {"kabag"},
    "langkah_kembalikan": {"kabag"},
    "langkah_jenis": {"kasubag"},
    "langkah 9": {"karo"},
    "terbitkan": {"kasubag"},
    "kasus_mulai": {"kasubag"},
    "sop_baru": {"kasubag"},
    "sop_ketik": {"kasubag"},
    "sop_periksa": {"kasubag"},
    "sop_catatan": {"kasubag"},
    "sop_adopsi": {"kasubag"},
    **register.MAY,
    **signing_set.MAY,
    **beside.MAY,
    **packs_sent.MAY,
    **word_sent.MAY,
    **figures_brought.MAY,
    **office_kept.MAY,
    **case_kept.MAY,
}
"""Who may send which form, when it is open. ``langkah`` is followed by the number of the step."""

FOR_EVERYBODY = {
    "masuk",
    "keluar",
    "kata_sandi",
    "rapat_check_in",
    "rapat_jawab",
    "verifikasi",
    "sertifikat_saya",
    "sertifikat_uji",
    "sertifikat_nik",
    "sertifikat_lepas",
    *register.FOR_EVERYBODY,
    *office_kept.FOR_EVERYBODY,
}

WORDS = {
    "tempat": "Ruang Rapat",
    "nama": "Tamu Undangan",
    "jabatan": "Dinas Lain",
    "pembahasan": "Dibahas bersama.",
    "isi": "Lengkapi simpulan.",
    "tindak_lanjut": "Sudah dilengkapi.",
    "teks": "Kinerja tahun ini baik.",
    "catatan": "Perbaiki simpulan.",
    "alasan": "Salah ketik.",
    "sandi": PASSWORD,
    "alamat": "http://127.0.0.1:9",
    "label": "kunci karo",
    "nik": "6171010101800001",
}
"""What is typed into the fields that a page leaves empty."""
NONSENSE = ("", "\x00", "-1", "9" * 40, "é\u202e<i>&\\#$*_{{7}}\r\n=1+1", "a" * 5_000)


class Walking:
    """The case on its way: the time goes on, and everybody has a browser."""

    def __init__(self) -> None:
        self.example: ExampleOffice = make_office("a")
        Person.objects.filter(username="a.hendra").update(email="hendra@kantor.example")
        self.case: Case = start_example_case(self.example, 2025, MONDAY)
        self.now: datetime = MONDAY + timedelta(minutes=1)
        self.tried: set[str] = set()
        self.clients = {role: self._client(name) for role, name in PEOPLE.items()}
        self.clients["anonim"] = Client()

    def _client(self, username: str) -> Client:
        client = Client()
        client.force_login(self.example.people[username])
        return client

    def url(self, no: str) -> str:
        return f"/pelaksanaan/{self.case.pk}/langkah/{no}/"

    def form(self, role: str, url: str, name: str) -> Form:
        """The first form of this name that the page offers to the role."""
        found = [form for form in forms_of(self.clients[role], url) if form.name == name]
        assert found, f"{url} offers no form {name}"
        return found[0].filled(**WORDS)

    def do(self, role: str, url: str, name: str, **more: Any) -> str:
        """Try a form by everybody who may not send it, then send it by one who may: to where?"""
        form = self.form(role, url, name)
        self.refuse_others(form, **more)
        answer = form.send(self.clients[role], **more)
        assert answer.status_code == 302, (name, answer.status_code, _alert(answer))
        self.now += timedelta(minutes=5)
        return answer.headers["Location"]

    def only_try(self, role: str, url: str, name: str, **more: Any) -> None:
        """Do it, and take it back."""
        with taken_back():
            self.do(role, url, name, **more)

    def refuse_others(self, form: Form, **more: Any) -> None:
        self.tried.add(form.name)
        before = rows()
        for role in sorted(self.clients.keys() - MAY[form.name]):
            with taken_back():
                answer = form.send(self.clients[role], **more, kunci=uuid4().hex)
                told = (form.name, role, answer.status_code)
                is_login = answer.status_code == 302 and "/masuk/" in answer.headers["Location"]
                assert is_login if role == "anonim" else answer.status_code in (403, 404, 422), told
                assert changed(before) == [], told

    def nonsense(self, role: str, url: str) -> None:
        """Every form of a page with each of its fields made nonsense: in one of the six ways, and
        before a release in two.

        Of fields that are counted (``l0_kegiatan``, ``l1_kegiatan``, …) the first: one line reads
        them all.
        """
        for form in forms_of(self.clients[role], url):
            filled = form.filled(**WORDS)
            kinds = {re.sub(r"\d+", "#", name): name for name in reversed(filled.fields)}
            for place, name in enumerate(reversed(kinds.values())):
                for word in (NONSENSE[(place + more) % 6] for more in ((0, 3) if WHOLE else (0,))):
                    with taken_back():
                        answer = filled.send(self.clients[role], **{name: word})
                        told = (form.name, name, word[:20], answer.status_code)
                        assert answer.status_code in (200, 302, 403, 404, 409, 422), told


def _alert(answer: Any) -> str:
    page: str = answer.content.decode()
    return page[page.find('role="alert"') :][:600]


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def walking(
    data_folder: Path, db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Walking:
    settings.EMAIL_HOST = "surel.example"
    walking = Walking()
    monkeypatch.setattr(clock, "now", lambda: walking.now)
    return walking


def test_a_form_is_sent_by_its_holder_alone(walking: Walking) -> None:
    for walk in (
        office_kept.the_office,
        case_kept.keeping_a_case,
        _to_the_meeting,
        _through_the_meeting,
        beside.beside_a_case,  # while it runs: nothing is asked beside a case that ended
        office_kept.its_letters,
        _to_the_end,
        _beside_the_case,
        packs_sent.packs_of_units,
        signing_set.how_the_office_signs,
        register.the_register,
    ):
        walk(walking)
    taking = {name for name, rule in POLICY.items() if {FORM, BAD} & set(rule.post.split())}
    tried = {"langkah" if name.startswith("langkah ") else name for name in walking.tried}
    assert tried == taking - FOR_EVERYBODY
    assert walking.tried == set(MAY)


def _to_the_meeting(walking: Walking) -> None:
    url = walking.url
    walking.nonsense("kasubag", f"{url('3')}jenis/")
    walking.only_try("kasubag", f"{url('3')}jenis/", "langkah_jenis", alasan="Tanpa rapat.")
    walking.nonsense("kasubag", url("1"))
    walking.do("kasubag", url("1"), "langkah 1")
    walking.nonsense("staf", url("2"))
    walking.only_try("staf", url("2"), "rapat_data")
    walking.do("staf", url("2"), "rapat_tamu")
    walking.only_try("staf", url("2"), "rapat_hapus")
    walking.do("staf", url("2"), "rapat_susun")
    walking.only_try("staf", url("2"), "rapat_surel")
    _letter_that_failed(walking)
    walking.nonsense("staf", f"{url('2')}undangan/tanggapan/")
    walking.only_try("staf", f"{url('2')}undangan/tanggapan/", "rapat_kirim_lagi")
    walking.nonsense("staf", f"{url('2')}undangan/batalkan/")
    walking.only_try("staf", f"{url('2')}undangan/batalkan/", "rapat_batalkan", alasan="Batal.")
    walking.do("staf", url("2"), "rapat_terkirim")
    walking.only_try("staf", url("2"), "rapat_batal_terkirim")
    walking.do("staf", url("2"), "langkah 2")
    walking.nonsense("staf", url("3"))
    walking.only_try("staf", url("3"), "rapat_daftar_hadir")
    walking.only_try("staf", url("3"), "rapat_bagikan")
    walking.do("staf", url("3"), "rapat_periksa")
    walking.nonsense("staf", f"{url('3')}layar/")
    walking.only_try("staf", f"{url('3')}layar/", "rapat_layar")
    walking.do("staf", url("3"), "langkah 3")
    walking.now = Meeting.objects.get(case=walking.case).mulai


def _letter_that_failed(walking: Walking) -> None:
    meeting = Meeting.objects.get(case=walking.case)
    letter = Document.objects.get(case=walking.case, jenis="undangan")
    Mailing.objects.create(
        office=walking.example.office,
        invitee=meeting.invitees.get(person=walking.example.people["hendra"]),
        method=Mailing.Method.REQUEST,
        kode=letter.kode,
        message_id="<uji@runut>",
        state=Mailing.State.FAILED,
        at=walking.now,
    )


def _through_the_meeting(walking: Walking) -> None:
    url = walking.url
    notulis = walking.example.people["dewi"].ref
    walking.nonsense("kasubag", url("4"))
    walking.do("kasubag", url("4"), "langkah 4", notulis=notulis)
    walking.nonsense("tim", url("5"))
    walking.do("tim", url("5"), "rapat_tulis")
    walking.only_try("staf", f"{url('5')}notulensi/", "rapat_tulis")
    walking.only_try("tim", url("5"), "rapat_batal_hadir")
    late = f"{url('5')}hadir-susulan/"
    walking.nonsense("tim", late)
    walking.only_try("tim", late, "rapat_susulan", alasan="Jaringan putus.", tamu="Maria, Bappeda")
    walking.nonsense("staf", f"{url('5')}notulensi/pernyataan/")
    walking.only_try("staf", f"{url('5')}notulensi/pernyataan/", "rapat_nyatakan")
    change = f"{url('5')}notulensi/keputusan/{_resolution(walking)}/"
    walking.only_try("tim", change, "rapat_keputusan_ubah")
    walking.only_try("tim", url("5"), "rapat_keputusan_hapus")
    walking.do("tim", f"{url('5')}notulensi/tutup/", "langkah 5")


def _resolution(walking: Walking) -> int:
    return Meeting.objects.get(case=walking.case).resolutions.get().pk


def _to_the_end(walking: Walking) -> None:
    url = walking.url
    walking.nonsense("tim", url("6"))
    walking.do("tim", url("6"), "rapat_tindak_lanjut")
    walking.only_try("tim", url("6"), "rapat_buka_lagi")
    section_written.words_of_a_section(walking)
    word_sent.words_from_word(walking)
    walking.do("tim", url("6"), "langkah 6")
    walking.nonsense("kasubag", url("7"))
    walking.do("kasubag", url("7"), "langkah 7")
    walking.nonsense("kabag", f"{url('8')}kembalikan/")
    walking.only_try("kabag", f"{url('8')}kembalikan/", "langkah_kembalikan")
    walking.do("kabag", url("8"), "langkah 8")
    make_test_certificates(walking.example.office, MONDAY, passphrase=PASSWORD)
    walking.do("karo", url("9"), "langkah 9")
    walking.do("kasubag", f"/pelaksanaan/{walking.case.pk}/", "terbitkan")
    walking.only_try("kasubag", f"/laporan/{walking.case.pk}/ralat/", "laporan_ralat")


def _beside_the_case(walking: Walking) -> None:
    walking.nonsense("kasubag", f"/pelaksanaan/mulai/{walking.example.sop.pk}/")
    walking.nonsense("kasubag", "/sop/baru/")
    walking.do("kasubag", f"/pelaksanaan/mulai/{walking.example.sop.pk}/", "kasus_mulai")
    typed = {
        "judul": "Peminjaman arsip",
        "pelaksana": "Staf\nKasi",
        "langkah": "Meminjam\nMencatat",
    }
    walking.nonsense("kasubag", "/sop/baru/ketik/")
    walking.do("kasubag", "/sop/baru/ketik/", "sop_ketik", **typed)
    walking.do("kasubag", "/sop/baru/", "sop_baru", teks=berkas.TEXT)
    newest = SopVersion.objects.latest("pk").pk
    walking.nonsense("kasubag", f"/sop/{newest}/periksa/")
    walking.do("kasubag", f"/sop/{newest}/periksa/", "sop_periksa", tindakan="lanjut")
    walking.nonsense("kasubag", f"/sop/{newest}/catatan/")
    walking.do("kasubag", f"/sop/{newest}/catatan/", "sop_catatan", perbaikan="*")
    newest = SopVersion.objects.latest("pk").pk
    walking.nonsense("kasubag", f"/sop/{newest}/adopsi/")
    walking.do("kasubag", f"/sop/{newest}/adopsi/", "sop_adopsi")
    figures_brought.bring_figures(walking)
    figures_brought.keep_the_agreement(walking)
    figures_brought.type_figures(walking)


def test_a_right_that_was_taken_away_is_gone_at_the_next_request(world: World) -> None:
    client = world.client("kasubag")
    sent = {"teks": berkas.TEXT.replace("BERKAS", "SURAT MASUK"), "kunci": "a"}
    with taken_back():
        assert client.post("/sop/baru/", sent).status_code == 302
    rights = Grant.objects.filter(person=world.a.person("kasubag"))
    rights.filter(right=Right.SOP).delete()
    before = rows()
    assert client.post("/sop/baru/", sent).status_code == 403
    assert changed(before) == []


def test_the_last_right_of_the_inspector_taken_away_closes_the_cases(world: World) -> None:
    client, url = world.client("pengawas"), f"/pelaksanaan/{world.a.case.pk}/"
    assert client.get(url).status_code == 200
    Grant.objects.filter(person=world.a.person("pengawas")).delete()
    assert client.get(url).status_code == 404
