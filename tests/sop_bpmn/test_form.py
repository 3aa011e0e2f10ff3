"""The BPMN file of an SOP: valid, whole, drawn so that it can be read, and the same SOP again."""

from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest
from lxml import etree

from runut.core.sop.model import (
    SOP,
    Bentuk,
    Langkah,
    Lanjut,
    Pelaksana,
    Pengesahan,
    Sumber,
    Waktu,
)
from runut.files.read.bpmn.sop import sop_of_bpmn
from runut.files.read.kinds import is_bpmn
from runut.files.write.bpmn.sop import bpmn_of_sop
from tests.sop.lain import ALL
from tests.sop_bpmn.generated import generated
from tests.sop_bpmn.test_engine import LETTER, SEED

WHOLE = SOP(
    judul="Pelayanan Surat & Arsip",
    langkah=(
        Langkah(
            "1",
            'Menerima surat "biasa"\nlalu mencatatnya',
            (Pelaksana("Petugas", Sumber.TANDA, 0.7, "tanda samar"), Pelaksana("Arsiparis")),
            Bentuk.MULAI,
            ("Surat masuk", "Buku agenda"),
            Waktu("15 menit", 15),
            ("Surat tercatat",),
            "Lihat SOP Kearsipan <lama>",
            (Lanjut("2a"),),
            ("SOP Kearsipan",),
        ),
        Langkah(
            "2a",
            "Memeriksa",
            (Pelaksana("Tamu dari luar kolom"),),
            Bentuk.KEPUTUSAN,
            lanjut=(Lanjut("2 a", "Ya"), Lanjut("3", "Ya"), Lanjut("1", "Tidak"), Lanjut("99")),
        ),
        Langkah("2 a", "Menyimpan", waktu=Waktu("sesuai kebutuhan")),
        Langkah("3", "Menyerahkan", (Pelaksana("Petugas"),), Bentuk.SELESAI),
    ),
    pelaksana=("Petugas", "Arsiparis", "Pengawas"),
    nomor="",
    instansi=("Dinas A", "Bidang B"),
    tanggal_pembuatan=date(2022, 1, 3),
    tanggal_efektif=date(2022, 2, 1),
    disahkan_oleh=Pengesahan("Kepala Dinas", "Contoh", "198001012005011001"),
    dasar_hukum=("UU 43 Tahun 2009",),
    keterkaitan=("SOP A", ""),
    peringatan=("Jika terlambat, \\ ditegur",),
    kualifikasi_pelaksana=("D3",),
    peralatan=("Komputer",),
    pencatatan=("Buku",),
    judul_prosedur="Prosedur Surat",
    catatan=("coretan",),
)
ONE_ANSWER = SOP(
    "Satu jawaban",
    (
        Langkah("1", "Memeriksa", bentuk=Bentuk.KEPUTUSAN, lanjut=(Lanjut("2", "Ya"),)),
        Langkah("2", "Menyimpan"),
    ),
    (),
)
EMPTY = SOP("Kosong", (), ("Petugas",))
DRAWN = [generated(seed) for seed in range(16, 28)]
EVERY = [WHOLE, ONE_ANSWER, EMPTY, SEED, LETTER, *ALL, *DRAWN]


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of the standard, as SpiffWorkflow carries it."""
    place = files("SpiffWorkflow.bpmn.parser") / "schema" / "BPMN20.xsd"
    return etree.XMLSchema(etree.parse(str(place)))


def tree(sop: SOP) -> etree._Element:
    return etree.fromstring(bpmn_of_sop(sop))


def boxes(root: etree._Element) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, right, bottom of every drawn thing."""
    found = {}
    for shape in root.iterfind(".//{*}BPMNShape"):
        bounds = shape.find("{*}Bounds")
        assert bounds is not None
        x, y, w, h = (float(bounds.get(name, "")) for name in ("x", "y", "width", "height"))
        found[shape.get("bpmnElement", "")] = (x, y, x + w, y + h)
    return found


@pytest.mark.parametrize("sop", EVERY, ids=lambda sop: sop.judul[:30])
def test_an_sop_written_and_read_again_is_the_same(sop: SOP) -> None:
    data = bpmn_of_sop(sop)
    assert data == bpmn_of_sop(sop)
    assert is_bpmn(data)
    back, findings = sop_of_bpmn(data)
    if sop is EMPTY:
        assert back is None and findings
    else:
        assert (back, findings) == (sop, ())


@pytest.mark.parametrize("sop", EVERY, ids=lambda sop: sop.judul[:30])
def test_the_file_is_valid_by_the_schema_of_the_standard(sop: SOP, schema: etree.XMLSchema) -> None:
    schema.assertValid(tree(sop))


@pytest.mark.parametrize("sop", EVERY, ids=lambda sop: sop.judul[:30])
def test_flows_are_named_at_both_ends_and_everything_is_drawn(sop: SOP) -> None:
    root = tree(sop)
    flows = {flow.get("id"): flow for flow in root.iter("{*}sequenceFlow")}
    for end, reference in (("outgoing", "sourceRef"), ("incoming", "targetRef")):
        named = {
            (one.text, one.getparent().get("id"))  # type: ignore[union-attr]
            for one in root.iter(f"{{*}}{end}")
        }
        assert named == {(key, flow.get(reference)) for key, flow in flows.items()}
    nodes = {one.get("id") for one in root.iter("{*}userTask", "{*}startEvent", "{*}endEvent")}
    nodes |= {one.get("id") for one in root.find("{*}process") if "Gateway" in str(one.tag)}
    assert nodes <= boxes(root).keys()
    assert {one.text for one in root.iter("{*}flowNodeRef")} == nodes
    edges = {edge.get("bpmnElement") for edge in root.iter("{*}BPMNEdge")}
    assert edges == flows.keys()
    for task in root.iter("{*}userTask"):
        assert len(task.findall("{*}incoming")) <= 1 and len(task.findall("{*}outgoing")) <= 1
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("sop", EVERY, ids=lambda sop: sop.judul[:30])
def test_arrows_are_level_or_upright_and_run_through_no_symbol(sop: SOP) -> None:
    root = tree(sop)
    drawn = boxes(root)
    lanes = {lane.get("id"): lane for lane in root.iter("{*}lane")}
    symbols = {key: box for key, box in drawn.items() if key not in lanes and key != "Kolam"}
    for lane_id, lane in lanes.items():
        left, top, right, bottom = drawn[str(lane_id)]
        for reference in lane.iterfind("{*}flowNodeRef"):
            x1, y1, x2, y2 = symbols[reference.text or ""]
            assert left < x1 and x2 < right and top < y1 and y2 < bottom
    for edge in root.iter("{*}BPMNEdge"):
        points = [
            (float(one.get("x", "")), float(one.get("y", "")))
            for one in edge.iterfind("{*}waypoint")
        ]
        assert len(points) > 1
        for (x1, y1), (x2, y2) in pairwise(points):
            assert x1 == x2 or y1 == y2
            for left, top, right, bottom in symbols.values():
                is_beside = max(x1, x2) <= left or min(x1, x2) >= right
                assert is_beside or max(y1, y2) <= top or min(y1, y2) >= bottom


def test_answers_stand_at_the_ways_out_of_a_decision() -> None:
    root = tree(SEED)
    labelled = [flow for flow in root.iter("{*}sequenceFlow") if flow.get("name")]
    assert {flow.get("name") for flow in labelled} == {"Ya", "Tidak"}
    with_label = [
        edge for edge in root.iter("{*}BPMNEdge") if edge.find("{*}BPMNLabel") is not None
    ]
    assert len(with_label) == len(labelled)
    assert labelled[0].findtext("{*}conditionExpression") == 'putusan_Langkah_9 == "Ya"'


def test_what_another_program_changed_counts() -> None:
    data = bpmn_of_sop(LETTER).decode()
    first = LETTER.langkah[0]
    renamed = data.replace(f'name="{first.kegiatan}"', 'name="Menerima berkas"')
    sop, _ = sop_of_bpmn(renamed.encode())
    assert sop is not None
    assert sop.langkah[0] == replace(first, kegiatan="Menerima berkas")
    moved = data.replace(f'name="{first.pelaksana[0].nama}"', 'name="Petugas Baru"')
    sop, _ = sop_of_bpmn(moved.encode())
    assert sop is not None
    assert sop.langkah[0].pelaksana[0] == Pelaksana("Petugas Baru", Sumber.BENTUK)
    assert sop.pelaksana == ("Petugas Baru", *LETTER.pelaksana[1:])
    relabelled = data.replace('name="Tidak"', 'name="Ditolak"')
    sop, _ = sop_of_bpmn(relabelled.encode())
    assert sop is not None
    assert {way.jika for step in sop.langkah for way in step.lanjut} == {None, "Ya", "Ditolak"}


def test_what_a_way_back_takes_from_other_branches_is_said_in_words() -> None:
    steps = (
        Langkah("1", "Membagi tugas", lanjut=(Lanjut("2"), Lanjut("3"))),
        Langkah("2", "Menilai", lanjut=(Lanjut("4", "Ya"), Lanjut("1", "Tidak"))),
        Langkah("3", "Mengumpulkan data", lanjut=(Lanjut("4"),)),
        Langkah("4", "Melapor"),
    )
    root = tree(SOP("Cabang", steps, ()))
    (remark,) = (one.text or "" for one in root.iterfind("{*}process/{*}documentation"))
    assert "langkah 2 selesai dengan jawaban Tidak, langkah 3 yang" in remark
    assert tree(LETTER).find("{*}process/{*}documentation") is None


def test_characters_that_xml_cannot_say_are_left_out() -> None:
    odd = replace(WHOLE, judul="Surat\x0b Masuk\x00")
    sop, findings = sop_of_bpmn(bpmn_of_sop(odd))
    assert findings == ()
    assert sop == replace(WHOLE, judul="Surat Masuk")
