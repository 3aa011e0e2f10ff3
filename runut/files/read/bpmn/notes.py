"""What a BPMN model says that an SOP has no words for, each named once."""

from collections.abc import Iterable, Iterator, Sequence

from runut.core.findings import Finding, Level
from runut.files.bpmn_names import BPMN
from runut.files.read.bpmn.model import (
    PASSED_EVENTS,
    SUB_PROCESSES,
    TASKS,
    Element,
    Node,
    Process,
    tag_of,
)
from runut.files.read.bpmn.routes import said

_EVENTS = {
    "timer": "waktu",
    "message": "pesan",
    "signal": "sinyal",
    "error": "galat",
    "escalation": "eskalasi",
    "conditional": "syarat",
    "compensate": "kompensasi",
    "terminate": "penghentian",
    "cancel": "pembatalan",
    "link": "tautan",
}
_MACHINES = {
    "serviceTask": "layanan",
    "scriptTask": "skrip",
    "businessRuleTask": "aturan bisnis",
    "sendTask": "kirim pesan",
    "receiveTask": "terima pesan",
}
_REPEATS = ("standardLoopCharacteristics", "multiInstanceLoopCharacteristics")


def notes_on(process: Process, passed: Iterable[str]) -> Iterator[Finding]:
    """Findings on everything in the process that does not come through whole."""
    known = set(passed)
    for node in process.nodes.values():
        yield from _on_events(node, known)
        yield from _on_activity(node)
    if process.element.find(f"{{{BPMN}}}sequenceFlow") is None:
        yield _note(
            "bpmn.tanpa-alur",
            "Model tidak memuat alur (sequence flow) di antara kegiatannya.",
            "Periksa urutan langkahnya.",
        )


def notes_around(root: Element, chosen: Process, others: Iterable[Process]) -> Iterator[Finding]:
    """Findings on what stands around the chosen process: other pools, messages between them."""
    for process in others:
        if process.activities:
            name = process.pool or process.name or process.element.get("id", "")
            yield _note(
                "bpmn.proses-lain",
                f"Proses “{name}” ({len(process.activities)} kegiatan) tidak ikut dibaca; satu SOP "
                f"memuat satu proses, yaitu “{chosen.pool or chosen.name}”.",
                "Simpan proses itu dalam berkas sendiri bila diperlukan sebagai SOP.",
            )
    messages = sum(1 for _ in root.iterfind(f"{{{BPMN}}}collaboration/{{{BPMN}}}messageFlow"))
    if messages:
        yield _note(
            "bpmn.aliran-pesan",
            f"{messages} aliran pesan antarpihak tidak mempunyai padanan dalam SOP.",
            "Tuliskan surat atau dokumen yang dikirim sebagai output langkahnya.",
        )


def note_unreached(node: Node) -> Finding:
    """A step to which no way leads from a beginning."""
    return _note(
        "bpmn.tidak-terjangkau",
        f"Kegiatan{said(node)} hanya dicapai melalui peristiwa atau tidak dicapai sama sekali; "
        "kegiatan itu tidak menjadi langkah.",
        "Tambahkan sebagai cabang keputusan bila memang langkah SOP.",
    )


def note_starts(nodes: Sequence[Node]) -> Finding:
    """Several beginnings, of which a BPMN process takes one."""
    names = ", ".join(f"“{' '.join(node.name.split())}”" for node in nodes)
    return _note(
        "bpmn.beberapa-awal",
        f"Model dapat dimulai di {len(nodes)} tempat ({names}); dalam SOP semuanya dimulai "
        "bersama.",
        "Pilih satu awal, atau jadikan SOP tersendiri.",
    )


def note_question(node: Node) -> Finding:
    """A gateway that became a step."""
    return Finding(
        "bpmn.gerbang-jadi-langkah",
        Level.INFO,
        f"Gerbang{said(node)} menjadi langkah keputusan tersendiri.",
        "Periksa siapa yang memutuskan.",
    )


def _on_events(node: Node, passed: set[str]) -> Iterator[Finding]:
    kinds = [kind for kind in node.events if kind != "link"]
    words = " dan ".join(_EVENTS.get(kind, kind) for kind in kinds)
    if node.kind == "boundaryEvent":
        yield _note(
            "bpmn.peristiwa-batas",
            f"Peristiwa {words or 'batas'}{said(node)} yang melekat pada kegiatan tidak mempunyai "
            "padanan dalam SOP; jalannya tidak ikut dibaca.",
            "Tuliskan sebagai keputusan atau keterangan langkah itu.",
        )
    elif node.kind in PASSED_EVENTS and node.id in passed and (kinds or node.name):
        yield _note(
            "bpmn.peristiwa-antara",
            f"Peristiwa {words or 'antara'}{said(node)} di tengah alur dilewati; SOP tidak "
            "mengenal peristiwa.",
            "Tuliskan sebagai langkah atau keterangan bila perlu.",
        )
    elif node.kind in ("startEvent", "endEvent") and kinds:
        at = "awal" if node.kind == "startEvent" else "akhir"
        yield _note(
            "bpmn.peristiwa-tepi",
            f"Peristiwa {at}{said(node)} berjenis {words}; SOP hanya mencatat bahwa prosedur "
            f"{'dimulai' if at == 'awal' else 'berakhir'} di situ.",
            "Tuliskan pemicunya dalam keterangan bila perlu.",
            Level.INFO,
        )


def _on_activity(node: Node) -> Iterator[Finding]:
    if node.kind in SUB_PROCESSES and node.element.get("triggeredByEvent") != "true":
        inner = [one for one in node.element.iter() if tag_of(one) in TASKS]
        yield _note(
            "bpmn.anak-proses",
            f"Anak proses{said(node)} menjadi satu langkah; {len(inner)} kegiatan di dalamnya "
            "tidak menjadi langkah sendiri.",
            "Jadikan SOP tersendiri, atau uraikan di proses induknya.",
        )
    elif node.kind == "callActivity":
        yield _note(
            "bpmn.memanggil-proses",
            f"Kegiatan{said(node)} memanggil proses lain; namanya dicatat sebagai SOP terkait.",
            "Pastikan SOP itu ada.",
            Level.INFO,
        )
    elif node.kind in _MACHINES:
        yield _note(
            "bpmn.jenis-tugas",
            f"Kegiatan{said(node)} berjenis {_MACHINES[node.kind]}; dalam SOP menjadi langkah "
            "biasa.",
            "Periksa siapa pelaksananya.",
            Level.INFO,
        )
    if any(tag_of(child) in _REPEATS for child in node.element):
        yield _note(
            "bpmn.berulang",
            f"Kegiatan{said(node)} ditandai berulang; tanda itu tidak mempunyai padanan dalam SOP.",
            "Tuliskan perulangannya dalam keterangan langkah.",
        )


def _note(kode: str, pesan: str, usul: str, tingkat: Level = Level.WARNING) -> Finding:
    return Finding(kode, tingkat, pesan, usul)
