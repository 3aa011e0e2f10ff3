"""The live form: the table of the office, the same as a list on a telephone, one main button."""

import re
from dataclasses import replace

import pytest

from runut.core.case.model import CaseState, Definition, Step, StepState, StepStatus
from runut.core.sop.drawing.tiles.model import State
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana, Pengesahan, Waktu
from runut.office.web.case_tiles import steps_of_case
from runut.office.web.sop_form import (
    Fact,
    FormView,
    Link,
    RowDetail,
    official_form,
    running_form,
)
from tests.web_design.pages import attributes, parse, render, visible_words

PAGE = "{% include 'web/sop_form.html' %}"


def langkah(no: str, who: str, bentuk: Bentuk, *lanjut: Lanjut) -> Langkah:
    return Langkah(
        no,
        f"Kegiatan {no}.",
        (Pelaksana(who),),
        bentuk,
        kelengkapan=(f"Bahan {no}",),
        waktu=Waktu("2 hari"),
        output=(f"Hasil {no}",),
        lanjut=lanjut,
    )


SOP_LAKIP = SOP(
    "PENYUSUNAN LAKIP",
    (
        langkah("1", "Kasubag", Bentuk.MULAI, Lanjut("2")),
        langkah("2", "Tim", Bentuk.PROSES, Lanjut("3")),
        langkah("3", "Kabag", Bentuk.KEPUTUSAN, Lanjut("4", "Ya"), Lanjut("2", "Tidak")),
        langkah("4", "Karo", Bentuk.KEPUTUSAN),
    ),
    ("Kasubag", "Tim", "Kabag", "Karo"),
    nomor="05/ADPIM",
    instansi=("BIRO ADMINISTRASI PIMPINAN",),
    disahkan_oleh=Pengesahan("KEPALA BIRO", "SEFPRI", "198001012005011001"),
    dasar_hukum=("PermenPANRB 53/2014", "PermenPANRB 35/2012"),
)
GRAPH = Definition(
    "a" * 64,
    "LAKIP",
    tuple(
        Step(
            step.no,
            step.kegiatan,
            tuple(p.nama for p in step.pelaksana),
            step.bentuk,
            tuple(way for way in step.lanjut if int(way.ke) > int(step.no)),
            returns=(Lanjut("2"),) if step.no in "34" else (),
        )
        for step in SOP_LAKIP.langkah
    ),
)


def standing(**status: StepStatus) -> CaseState:
    """A case whose steps stand as named: ``_2=StepStatus.TERBUKA``."""
    return CaseState(steps={no[1:]: StepState(state, 1) for no, state in status.items()})


def running(state: CaseState, **details: RowDetail) -> FormView:
    steps = steps_of_case(SOP_LAKIP, GRAPH, state, [("3", "2")])
    named = {no[1:]: detail for no, detail in details.items()}
    return running_form(
        SOP_LAKIP,
        steps,
        named,
        title="LAKIP tahun 2025",
        lead="Biro",
        facts=[Fact("Dipegang", "Tim", "sejak 2 hari kerja")],
    )


IN_STEP_2 = standing(_1=StepStatus.SELESAI, _2=StepStatus.TERBUKA, _3=StepStatus.DIKEMBALIKAN)
WORK = RowDetail("Tim · sejak Rab 14 Jan", "3 hari", is_over=True, action=Link("Kerjakan", "/2/"))


def test_steps_show_how_the_case_stands() -> None:
    rows = running(IN_STEP_2).rows
    states = [row.state for row in rows]
    assert states == [State.DONE, State.NOW, State.RETURNED, State.LATER]
    assert [row.state_words for row in rows][1:3] == ["Sedang dikerjakan", "Dikembalikan"]


def test_a_done_step_ahead_of_an_open_one_has_to_be_done_again() -> None:
    state = standing(_1=StepStatus.SELESAI, _2=StepStatus.TERBUKA, _3=StepStatus.SELESAI)
    assert running(state).rows[2].state is State.LATER


def test_only_ways_back_that_were_taken_are_coloured() -> None:
    done = standing(**{f"_{no}": StepStatus.SELESAI for no in "1234"})
    steps = steps_of_case(SOP_LAKIP, GRAPH, done, [("3", "2")])
    taken = {(step.no, way.to): way.state for step in steps for way in step.ways}
    assert taken["3", "2"] is State.RETURNED
    assert taken["4", "2"] is State.LATER, "a way back its owner confirmed is drawn, not coloured"
    assert taken["3", "4"] is State.DONE


def test_the_page_has_one_main_button_for_each_width() -> None:
    page = parse(render(PAGE, {"form": running(IN_STEP_2, _2=WORK, _4=WORK)}))
    main = page.xpath("//*[contains(@class, 'btn-main')]")
    assert [link.get("href") for link in main] == ["/2/", "/2/"]
    in_table = page.xpath("//table//*[contains(@class, 'btn-main')]")
    on_telephone = page.xpath("//*[contains(@class, 'phone-only')]//a")
    assert len(in_table) == len(on_telephone) == 1


def test_table_and_list_tell_the_same_and_share_no_id() -> None:
    page = parse(render(PAGE, {"form": running(IN_STEP_2, _2=WORK)}))
    assert not page.xpath("//*[@id]")
    rows, items = page.xpath("//tbody/tr"), page.xpath("//ol[@class='sop-list']/li")
    assert len(rows) == len(items) == 4
    for row, item in zip(rows, items, strict=True):
        for words in ("Kegiatan", "2\N{NO-BREAK SPACE}hari"):
            assert words in row.text_content()
            assert words in item.text_content()
    assert "Tidak: kembali ke langkah 2." in visible_words(items[2]), "the drawing in words"


def test_colour_never_speaks_alone() -> None:
    page = parse(render(PAGE, {"form": running(IN_STEP_2, _2=WORK)}))
    cells = page.xpath("//tbody/tr/td[contains(@class, 'flow')][.//span]")
    assert "Kabag: keputusan. Ya: ke langkah 4." in visible_words(cells[2])
    assert "melewati waktu baku" in visible_words(page.xpath("//tbody/tr[2]")[0])
    assert "Selesai" in visible_words(page.xpath("//tbody/tr[1]/th")[0])


def test_numbers_stay_with_their_units() -> None:
    page = render(PAGE, {"form": running(IN_STEP_2, _2=WORK)})
    assert not re.search(r"\d (hari|jam|menit)", page)


def test_an_sop_alone_is_the_form_of_the_regulation() -> None:
    view = official_form(SOP_LAKIP)
    words = visible_words(parse(render(PAGE, {"form": view})))
    for label in (
        "Nomor SOP",
        "Tanggal pembuatan",
        "Tanggal revisi",
        "Tanggal efektif",
        "Disahkan oleh",
        "Nama SOP",
        "Dasar hukum",
        "Kualifikasi pelaksana",
        "Keterkaitan",
        "Peralatan/perlengkapan",
        "Peringatan",
        "Pencatatan dan pendataan",
    ):
        assert label in words
    assert "NIP 19800101 200501 1 001" in words
    assert "Sedang dikerjakan" not in words


@pytest.mark.parametrize("sop", [SOP_LAKIP, SOP("Kosong", (), ())])
def test_the_markup_obeys_the_content_security_policy(sop: SOP) -> None:
    page = parse(render(PAGE, {"form": official_form(sop)}))
    assert "style" not in set(attributes(page))
    assert not page.xpath("//script | //style")
    assert not [name for name in attributes(page) if name.startswith("on")]


def test_words_of_an_sop_never_become_markup() -> None:
    evil = "<script>alert(1)</script>"
    step = replace(
        SOP_LAKIP.langkah[2],
        kegiatan=evil,
        keterangan=evil,
        pelaksana=(Pelaksana(evil),),
        lanjut=(Lanjut("2", evil),),
    )
    sop = replace(
        SOP_LAKIP, judul=evil, langkah=(*SOP_LAKIP.langkah[:2], step), pelaksana=("Tim", evil)
    )
    assert "<script" not in render(PAGE, {"form": official_form(sop)})


def test_the_columns_of_the_head_fit_those_of_the_rows() -> None:
    page = parse(render(PAGE, {"form": running(IN_STEP_2)}))
    top, second = page.xpath("//thead/tr")
    width = sum(int(cell.get("colspan", "1")) for cell in top)
    assert {len(row) for row in page.xpath("//tbody/tr")} == {width}
    assert sum(int(cell.get("colspan", "1")) for cell in second) == width - 3
