"""What Runut proposes is nobody's until a person takes it, rewrites it or leaves it out."""

from typing import Any

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.core.report.blocks import Paper, blocks_of
from runut.core.report.lakip.keys import IKHTISAR, SIMPULAN
from runut.core.report.proposals import Choice
from runut.core.report.proposals import proposals_of as proposals_in
from runut.core.report.text import write_text
from runut.office import clock
from runut.office.acts.sending import Done
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Case
from runut.office.kinerja.models import Upload
from runut.office.reports.drafting import compose_draft
from runut.office.reports.models import SectionProposal, SectionText
from runut.office.reports.proposals import Proposals, proposals_of
from runut.office.reports.queries import standing_texts
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from runut.office.works.laporan.proposing import decide_proposals, take_all
from tests.figures.books import apply, book, send
from tests.textlife.living import Living

pytestmark = pytest.mark.django_db
_DECIDED = "laporan.usulan_diputus"


@pytest.fixture
def living(monkeypatch: pytest.MonkeyPatch) -> Living:
    found = Living()
    monkeypatch.setattr(clock, "now", lambda: found.clock)
    return found


def of(living: Living, key: str = SIMPULAN) -> Proposals:
    return proposals_of(living.row).of(key)


def decide(living: Living, who: str, choice: Choice, **more: Any) -> Done | Refused:
    seen = more.pop("seen", of(living).mark)
    chosen = {"simpulan": choice}
    return decide_proposals(living.row.pk, SIMPULAN, chosen, seen, living.doer(who), **more)


def draft(living: Living) -> Paper:
    paper = compose_draft(living.row, day=living.clock.date())
    assert isinstance(paper, Paper)
    return paper


def said(living: Living, key: str) -> str:
    """The conclusion as the draft prints it."""
    words = write_text(draft(living))
    return words[words.rindex("A. Simpulan") : words.rindex("B. Langkah Perbaikan")]


def client_of(living: Living, name: str) -> Client:
    client = Client()
    client.force_login(living.example.people[name])
    return client


def kode(answer: object) -> str:
    return answer.kode if isinstance(answer, Refused) else ""


def test_nothing_is_frozen_that_nobody_has_taken(living: Living) -> None:
    living.walk_to("sempurnakan")
    waiting = len(proposals_of(living.row).waiting)
    assert f"{waiting} usulan Runut" in living.step_page("budi", "6")
    refused = living.freeze(takes_rest=False)
    assert kode(refused) == "usulan_menunggu" and f"{waiting} usulan" in str(refused)

    assert isinstance(living.freeze(takes_rest=True), Done)
    told = Entry.objects.get(kind=_DECIDED)
    assert told.actor == living.example.people["budi"].ref
    assert SectionProposal.objects.count() == waiting
    frozen = stored_paper(living.draft)
    assert proposals_in(frozen) == () and "[usulan]" not in write_text(frozen)
    assert verify_all() == ()


def test_one_act_takes_all_that_waits_and_makes_them_the_takers_words(living: Living) -> None:
    living.walk_to("sempurnakan")
    found, sari = proposals_of(living.row), living.example.people["sari"]
    assert isinstance(take_all(living.row.pk, found.mark, living.doer("sari")), Done)

    assert proposals_of(living.row).waiting == [] and proposals_in(draft(living)) == ()
    assert Entry.objects.filter(kind=_DECIDED).count() == 1
    assert all(sari.ref in standing_texts(living.row)[row.section.key] for row in found.rows)
    assert isinstance(living.freeze(takes_rest=False), Done)
    assert kode(decide(living, "sari", Choice.OPEN)) == "naskah_beku"


def test_who_only_checks_decides_nothing_and_who_checks_later_is_asked_first(
    living: Living,
) -> None:
    mark = proposals_of(living.row).mark
    assert kode(decide(living, "maria", Choice.TAKEN)) == "bukan_pelaksana"
    assert kode(take_all(living.row.pk, mark, living.doer("maria"))) == "bukan_pelaksana"
    assert SectionProposal.objects.count() == 0


def test_two_at_once_the_second_reads_before_he_decides(living: Living) -> None:
    seen, all_seen = of(living).mark, proposals_of(living.row).mark
    assert isinstance(decide(living, "budi", Choice.TAKEN, seen=seen), Done)
    assert kode(decide(living, "sari", Choice.LEFT_OUT, seen=seen)) == "sudah_berubah"
    assert kode(take_all(living.row.pk, all_seen, living.doer("sari"))) == "sudah_berubah"
    assert [row.putusan for row in SectionProposal.objects.all()] == [Choice.TAKEN]
    # a text that somebody else has open is not touched by it
    assert isinstance(living.write("sari", "Kinerja baik."), Done)


def test_a_row_changed_behind_the_chain_is_named(living: Living) -> None:
    assert isinstance(decide(living, "budi", Choice.TAKEN), Done)
    SectionProposal.objects.update(putusan=Choice.LEFT_OUT)
    assert "usulan.berbeda" in {one.kode for one in verify_all()}


def test_every_decision_is_made_without_a_script_and_typed_words_stay(living: Living) -> None:
    client, url = client_of(living, "budi"), f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/"
    page = client.get(url).content.decode()
    assert "Usulan Runut, belum dipakai" in page and page.count("Usulan Runut") > 1
    words = "Kalimat yang belum disimpan."

    def press(name: str, value: str, typed: str = "", **more: str) -> Any:
        fields = {"kunci": f"{name}-{value}-{len(typed)}", "dasar": "0", "teks": typed}
        fields |= {"dilihat": of(living).mark, name: value}
        return client.post(f"{url}usulan/", fields | more)

    left = press("tiadakan", "simpulan", words)
    assert left.status_code == 200 and words in left.content.decode()
    assert "Pada tahun 2025" not in said(living, SIMPULAN)
    assert not SectionText.objects.filter(key=SIMPULAN, teks=words).exists()

    own = next(iter(proposals_of(living.row).of(SIMPULAN).rows)).section
    saved = client.get(url).context["row"].words
    back = press("buka", "simpulan", saved)
    assert back.status_code == 302 and own.key in back["Location"]
    assert "Pada tahun 2025" in said(living, SIMPULAN) and of(living).waiting

    taken = press("pakai_semua", "1", saved)
    assert taken.status_code == 302 and not of(living).waiting
    assert press("pakai", "tidak-ada", saved).status_code == 409


def test_a_sentence_that_is_rewritten_becomes_the_writers_with_live_figures(
    living: Living,
) -> None:
    client, url = client_of(living, "budi"), f"/laporan/{living.row.pk}/bagian/{IKHTISAR}/"
    fields = {"dasar": "0", "teks": "Tulisan kami.", "dilihat": of(living, IKHTISAR).mark}
    page = client.post(f"{url}usulan/", fields | {"kunci": "satu", "ubah": "belum"})
    text = str(page.context["form"]["teks"].value())
    assert text.startswith("Tulisan kami.") and "{capaian IK-3}" in text
    assert not SectionProposal.objects.exists(), "nothing is decided before it is saved"

    kept = str(page.context["form"]["menggantikan"].value())
    sent = {"kunci": "dua", "dasar": "0", "teks": text, "menggantikan": kept}
    assert client.post(url, sent).status_code == 302
    row = SectionProposal.objects.get()
    assert (row.key, row.nama, row.putusan) == (IKHTISAR, "belum", Choice.REWRITTEN)
    marks = [getattr(one, "proposal", "") for one in blocks_of(draft(living))]
    assert f"{IKHTISAR}#belum" not in marks and f"{IKHTISAR}#ringkas" in marks
    assert "87,50%" in write_text(draft(living))
    assert verify_all() == ()


def test_the_board_and_the_step_name_them_and_who_decides(living: Living) -> None:
    board = living.page("budi", f"/laporan/{living.row.pk}/")
    count = len(proposals_of(living.row).waiting)
    assert f"{count} usulan Runut belum dipakai" in board and f"Pakai semua {count}" in board
    assert "Yang memutus: Tim (langkah 6)" in board
    assert "Pakai semua" not in living.page("hendra", f"/laporan/{living.row.pk}/")
    read = living.page("hendra", f"/laporan/{living.row.pk}/usulan/")
    assert "Yang memutus adalah Tim" in read and '<form method="post" action="/laporan' not in read
    assert "[usulan]" in living.page("hendra", f"/laporan/{living.row.pk}/pratinjau/")


def test_taken_sentences_follow_their_figures_and_another_sentence_is_proposed_anew(
    living: Living,
) -> None:
    assert isinstance(decide(living, "budi", Choice.TAKEN), Done)
    keeper = client_of(living, "dewi")
    board = f"/laporan/{living.row.pk}/"
    send(keeper, book({"Indikator!H4": 90.5}), "a")
    assert apply(keeper, Upload.objects.latest("pk"), "b").status_code == 302
    living.row = Case.objects.get(pk=living.row.pk)

    row = of(living).rows[0]
    assert row.is_moved and not row.is_waiting and "101,30%" in row.before
    assert "kalimat yang dipakai berubah angkanya" in living.page("budi", board)
    page = living.page("budi", f"{board}bagian/{SIMPULAN}/")
    assert "Angkanya berubah sesudah dipakai; baca lagi." in page and "Tetap pakai" in page

    send(keeper, book({"Indikator!H4": 50}), "c")
    assert apply(keeper, Upload.objects.latest("pk"), "d").status_code == 302
    living.row = Case.objects.get(pk=living.row.pk)
    assert of(living).rows[0].is_waiting
    assert "diusulkan lagi" in living.page("budi", f"{board}bagian/{SIMPULAN}/")
