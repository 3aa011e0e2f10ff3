"""Models drawn in other programs: what becomes a step, what is named, what is refused."""

from itertools import pairwise

import pytest

from runut.core.findings import Level
from runut.core.sop.model import SOP, Bentuk
from runut.files.read.bpmn.sop import sop_of_bpmn
from runut.files.read.kinds import is_bpmn

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def model(elements: str, flows: str, *, around: str = "", name: str = "Proses") -> bytes:
    """``flows`` are lines such as ``a b`` or ``a b Ya``."""
    arrows = ""
    for number, line in enumerate(flows.strip().splitlines()):
        source, target, *label = line.split(maxsplit=2)
        words = f'name="{label[0]}"' if label else ""
        arrows += (
            f'<sequenceFlow id="f{number}" {words} sourceRef="{source}" targetRef="{target}"/>'
        )
    return (
        f'<definitions xmlns="{MODEL}">{around}<process id="p" name="{name}">'
        f"{elements}{arrows}</process></definitions>"
    ).encode()


def tasks(*names: str) -> str:
    return "".join(f'<task id="{name}" name="Kegiatan {name}"/>' for name in names)


ENDS = '<startEvent id="m"/><endEvent id="s"/>'


def read(data: bytes) -> tuple[SOP, set[str]]:
    """The SOP and the codes of the findings."""
    sop, findings = sop_of_bpmn(data)
    assert sop is not None, findings
    return sop, {finding.kode.removeprefix("bpmn.") for finding in findings}


def ways(sop: SOP) -> dict[str, list[tuple[str | None, str]]]:
    """Ways out by the last word of each kegiatan."""
    name = {step.no: step.kegiatan.split()[-1] for step in sop.langkah}
    return {name[s.no]: [(way.jika, name[way.ke]) for way in s.lanjut] for s in sop.langkah}


def test_a_gateway_after_a_task_makes_it_a_decision_and_its_question_stays() -> None:
    gateway = '<exclusiveGateway id="g" name="Lengkap?"/>'
    flows = "m a\na g\ng b Ya\ng a Tidak\nb s"
    sop, _ = read(model(ENDS + tasks("a", "b") + gateway, flows))
    assert ways(sop) == {"a": [("Ya", "b"), ("Tidak", "a")], "b": []}
    assert sop.langkah[0].bentuk is Bentuk.KEPUTUSAN
    assert sop.langkah[0].keterangan == "Keputusan: Lengkap?"


def test_parallel_gateways_are_work_side_by_side() -> None:
    gateways = '<parallelGateway id="g"/><parallelGateway id="h"/>'
    flows = "m a\na g\ng b\ng c\nb h\nc h\nh d\nd s"
    sop, _ = read(model(ENDS + tasks("a", "b", "c", "d") + gateways, flows))
    assert ways(sop) == {
        "a": [(None, "b"), (None, "c")],
        "b": [(None, "d")],
        "c": [(None, "d")],
        "d": [],
    }


def test_a_decision_that_ends_the_process_ends_at_a_closing_row() -> None:
    gateway = '<exclusiveGateway id="g"/><endEvent id="t" name="Ditolak"/>'
    sop, _ = read(model(ENDS + tasks("a", "b") + gateway, "m a\na g\ng b Ya\ng t Tidak\nb s"))
    assert ways(sop)["a"] == [("Ya", "b"), ("Tidak", "Ditolak")]
    assert sop.langkah[-1].bentuk is Bentuk.SELESAI


def test_a_question_that_several_steps_come_to_is_a_step_of_its_own() -> None:
    gateways = '<exclusiveGateway id="g" name="Setuju?"/><exclusiveGateway id="h"/>'
    flows = "m a\na h\nh g\nb h\ng c Ya\ng b Tidak\nc s"
    sop, codes = read(model(ENDS + tasks("a", "b", "c") + gateways, flows))
    assert "gerbang-jadi-langkah" in codes
    assert ways(sop)["Setuju?"] == [("Ya", "c"), ("Tidak", "b")]


def test_the_innermost_lane_is_the_actor() -> None:
    lanes = (
        '<laneSet><lane id="l" name="Dinas"><flowNodeRef>a</flowNodeRef>'
        "<flowNodeRef>b</flowNodeRef><childLaneSet>"
        '<lane id="k" name="Loket"><flowNodeRef>a</flowNodeRef></lane>'
        '<lane id="n" name="Arsip"><flowNodeRef>b</flowNodeRef></lane>'
        "</childLaneSet></lane></laneSet>"
    )
    sop, codes = read(model(lanes + ENDS + tasks("a", "b"), "m a\na b\nb s"))
    assert sop.pelaksana == ("Loket", "Arsip")
    assert [step.pelaksana[0].nama for step in sop.langkah] == ["Loket", "Arsip"]
    assert codes == set()


def test_without_lanes_the_pool_is_a_guess() -> None:
    pool = '<collaboration id="c"><participant id="q" name="Dinas" processRef="p"/></collaboration>'
    sop, _ = read(model(ENDS + tasks("a"), "m a\na s", around=pool))
    (actor,) = sop.langkah[0].pelaksana
    assert (actor.nama, actor.keyakinan < 0.8, bool(actor.alasan)) == ("Dinas", True, True)


def test_documents_become_kelengkapan_and_output() -> None:
    task = (
        '<task id="a" name="Kegiatan a"><documentation>&lt;p&gt;Segera&lt;/p&gt;</documentation>'
        "<dataInputAssociation><sourceRef>d1</sourceRef></dataInputAssociation>"
        "<dataOutputAssociation><targetRef>d2</targetRef></dataOutputAssociation></task>"
        '<dataObjectReference id="d1" name="Surat masuk"/>'
        '<dataStoreReference id="d2" name="Agenda"/>'
    )
    sop, _ = read(model(ENDS + task, "m a\na s"))
    (step,) = sop.langkah
    assert (step.kelengkapan, step.output) == (("Surat masuk",), ("Agenda",))
    assert step.keterangan == "Segera"


@pytest.mark.parametrize(
    ("between", "code"),
    [
        (
            '<intermediateCatchEvent id="x" name="2 hari"><timerEventDefinition/>'
            "</intermediateCatchEvent>",
            "peristiwa-antara",
        ),
        ('<subProcess id="x" name="Rapat"><task id="y" name="Buka"/></subProcess>', "anak-proses"),
        ('<callActivity id="x" name="SOP Arsip"/>', "memanggil-proses"),
        ('<sendTask id="x" name="Kirim"/>', "jenis-tugas"),
        (
            '<task id="x" name="Ulang"><standardLoopCharacteristics/></task>',
            "berulang",
        ),
    ],
)
def test_what_has_no_counterpart_is_named(between: str, code: str) -> None:
    _, codes = read(model(ENDS + tasks("a", "b") + between, "m a\na x\nx b\nb s"))
    assert code in codes


def test_steps_behind_a_boundary_event_are_named_and_not_started() -> None:
    boundary = (
        '<boundaryEvent id="x" name="Terlambat" attachedToRef="a"><timerEventDefinition/>'
        "</boundaryEvent>"
    )
    sop, codes = read(model(ENDS + tasks("a", "b") + boundary, "m a\na s\nx b\nb s"))
    assert [step.kegiatan for step in sop.langkah] == ["Kegiatan a"]
    assert codes >= {"peristiwa-batas", "tidak-terjangkau"}


def test_link_events_join_as_off_page_connectors_do() -> None:
    links = (
        '<intermediateThrowEvent id="x" name="A"><linkEventDefinition name="A"/>'
        '</intermediateThrowEvent><intermediateCatchEvent id="y" name="A"><linkEventDefinition '
        'name="A"/></intermediateCatchEvent>'
    )
    sop, _ = read(model(ENDS + tasks("a", "b") + links, "m a\na x\ny b\nb s"))
    assert ways(sop)["a"] == [(None, "b")]


@pytest.mark.parametrize("kind", ["inclusiveGateway", "complexGateway", "eventBasedGateway"])
def test_a_fork_that_an_sop_cannot_say_is_refused(kind: str) -> None:
    fork = f'<{kind} id="g" name="Pilih"/>'
    sop, findings = sop_of_bpmn(model(ENDS + tasks("a", "b", "c") + fork, "m a\na g\ng b\ng c"))
    assert sop is None
    assert "“Pilih”" in findings[0].pesan


HUGE = "".join(f'<exclusiveGateway id="g{n}"/>' for n in range(60))
DOUBLING = "m a\na g0\n" + "\n".join(f"g{n} g{n + 1} Ya\ng{n} g{n + 1} Tidak" for n in range(59))
MANY_ANSWERS = "m a\na g\n" + "\n".join(f"g b Jawaban {n}" for n in range(50))
ROUND = '<exclusiveGateway id="g"/><exclusiveGateway id="h"/>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html/>",
        b"<definitions",
        b'<!DOCTYPE d [<!ENTITY x "y">]>' + model(ENDS + tasks("a"), "m a\na s"),
        model(ENDS + tasks("a", "b") + '<exclusiveGateway id="g"/>', MANY_ANSWERS),
        f'<definitions xmlns="{MODEL}"/>'.encode(),
        model(ENDS, "m s"),
        model(ENDS + tasks("a") + HUGE, DOUBLING),
        model(ENDS + tasks("a") + ROUND, "m a\na g\ng h Ya\ng s Tidak\nh g Ya\nh g Tidak"),
        model(tasks("a", "b"), "a b\nb a"),
        model("".join(tasks(f"t{n}") for n in range(1200)), "t0 t1"),
        model(ENDS + tasks("a", "b") + '<exclusiveGateway id="g"/>', "m g\ng a Ya\ng b Tidak"),
    ],
)
def test_what_cannot_be_an_sop_is_refused_in_words(data: bytes) -> None:
    sop, findings = sop_of_bpmn(data)
    assert sop is None
    assert findings[0].tingkat is Level.BLOCKER
    assert findings[0].usul


def test_a_long_process_is_read() -> None:
    names = [f"t{n}" for n in range(900)]
    flows = "\n".join(f"{a} {b}" for a, b in pairwise(names))
    sop, _ = read(model(tasks(*names), flows))
    assert len(sop.langkah) == 900


def test_a_model_is_known_by_its_content() -> None:
    assert is_bpmn(model(ENDS, "m s"))
    assert not is_bpmn(b"SOP tentang " + MODEL.encode())
