"""What ``runut sop`` says to a person: the SOP as a table, the findings by how bad they are."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.as_json import others_named
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.sop.proposals.actors import Usulan, propose_actors
from runut.core.words.dates import format_date
from runut.core.words.names import format_nip

WIDTH: Final = 100
CATALOGUE: Final = (
    "Dasar hukum diperiksa dengan katalog bawaan Runut. Katalog kantor, bila sudah diubah, dipakai "
    "di\nhalaman SOP kantor itu."
)
"""No office is opened for a file on the command line, so no office's own catalogue is known."""
_COLUMNS: Final = (("No", 3), ("Kegiatan", 40), ("Pelaksana", 17), ("Waktu", 12), ("Output", 20))
_LEVEL_NAMES: Final = {
    Level.BLOCKER: "Menghalangi",
    Level.WARNING: "Peringatan",
    Level.INFO: "Catatan",
}
_SHAPES: Final = {Bentuk.MULAI: "mulai", Bentuk.SELESAI: "selesai", Bentuk.KEPUTUSAN: "keputusan"}


def describe_sop(sop: SOP) -> str:
    """The identity block in short, the steps as a table, and the proposals with their reasons."""
    proposals = {usulan.langkah_no: usulan for usulan in propose_actors(sop)}
    rows = [_step_cells(step, proposals.get(step.no)) for step in sop.langkah]
    parts = [_identity(sop), _table(rows)]
    if proposals:
        parts.append(_reasons(proposals.values()))
    return "\n\n".join(parts)


def describe_findings(findings: Sequence[Finding], asked: Level) -> str:
    """The findings at or above the asked level, worst first, and how many were left out."""
    shown = [finding for finding in findings if finding.tingkat.rank >= asked.rank]
    parts = []
    for level in (Level.BLOCKER, Level.WARNING, Level.INFO):
        group = [finding for finding in shown if finding.tingkat is level]
        if group:
            lines = [f"{_LEVEL_NAMES[level]} ({len(group)})"]
            lines += [line for finding in group for line in _finding_lines(finding)]
            parts.append("\n".join(lines))
    left_out = len(findings) - len(shown)
    if left_out:
        parts.append(f"{left_out} temuan yang lebih ringan tidak ditampilkan (--level info).")
    return "\n\n".join(parts) or "Tidak ada temuan."


def count_findings(findings: Sequence[Finding]) -> str:
    """How many findings of each level, in one line."""
    counts = [
        f"{sum(finding.tingkat is level for finding in findings)} {name.casefold()}"
        for level, name in _LEVEL_NAMES.items()
    ]
    return f"Temuan: {', '.join(counts)}." if findings else "Tidak ada temuan."


def _identity(sop: SOP) -> str:
    rows = (
        ("Nama SOP", sop.judul),
        ("Kantor", ", ".join(sop.instansi)),
        ("Nomor", sop.nomor or ""),
        ("Dibuat", _day(sop.tanggal_pembuatan)),
        ("Direvisi", _day(sop.tanggal_revisi)),
        ("Berlaku", _day(sop.tanggal_efektif)),
        ("Disahkan", _official(sop)),
    )
    return "\n".join(
        textwrap.fill(f"{label:<10}{text or '(kosong)'}", WIDTH, subsequent_indent=" " * 10)
        for label, text in rows
    )


def _official(sop: SOP) -> str:
    official = sop.disahkan_oleh
    nip = f"NIP {format_nip(official.nip)}" if official.nip else ""
    return ", ".join(text for text in (official.jabatan, official.nama, nip) if text)


def _day(day: date | None) -> str:
    return format_date(day) if day else ""


def _step_cells(step: Langkah, usulan: Usulan | None) -> tuple[str, ...]:
    return (
        step.no,
        step.kegiatan + _flow_note(step),
        _actors(step, usulan),
        step.waktu.teks,
        "; ".join(step.output),
    )


def _flow_note(step: Langkah) -> str:
    outer = [f"{way.jika}→{way.ke}" for way in step.lanjut if way.jika]
    ways = "; ".join([*outer, *(f"{one.jika or ''}→{one.ke}" for one in step.dalam)])
    shape = _SHAPES.get(step.bentuk, "")
    return f" [{': '.join(part for part in (shape, ways) if part)}]" if shape or ways else ""


def _actors(step: Langkah, usulan: Usulan | None) -> str:
    if step.pelaksana:
        return ", ".join(actor.nama for actor in step.pelaksana)
    if usulan is None or not usulan.calon:
        return "?"
    sign = "" if usulan.is_sure else " ?"
    return f"{usulan.calon[0].nama} ({usulan.calon[0].keyakinan:.0%}){sign}"


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    head = tuple(name for name, _ in _COLUMNS)
    rule = "  ".join("─" * size for _, size in _COLUMNS)
    body = [line for row in rows for line in _row_lines(row)]
    return "\n".join([*_row_lines(head), rule, *body])


def _row_lines(cells: tuple[str, ...]) -> list[str]:
    wrapped = [
        textwrap.wrap(cell, size) or [""] for cell, (_, size) in zip(cells, _COLUMNS, strict=True)
    ]
    height = max(map(len, wrapped))
    return [
        "  ".join(
            (lines[at] if at < len(lines) else "").ljust(size)
            for lines, (_, size) in zip(wrapped, _COLUMNS, strict=True)
        ).rstrip()
        for at in range(height)
    ]


def _reasons(proposals: Iterable[Usulan]) -> str:
    lines = ["Pelaksana di atas adalah usulan dan perlu dikonfirmasi; tanda ? berarti belum yakin."]
    for usulan in proposals:
        best = usulan.calon[0]
        text = f"{usulan.langkah_no:>3}  {best.nama}: {best.alasan} {others_named(usulan.calon)}"
        lines.append(
            textwrap.fill(text.rstrip(), WIDTH, subsequent_indent=" " * 5, break_on_hyphens=False)
        )
    return "\n".join(lines)


def _finding_lines(finding: Finding) -> list[str]:
    place = finding.letak
    where = [
        f"{name} {number}"
        for name, number in (("halaman", place.halaman), ("baris", place.baris))
        if number
    ]
    line = f"{', '.join(where)}: " if where else ""
    texts = [f"  • {line}{finding.pesan}", f"    → {finding.usul}" if finding.usul else ""]
    return [
        textwrap.fill(
            text, WIDTH, subsequent_indent=" " * (4 if at == 0 else 6), break_on_hyphens=False
        )
        for at, text in enumerate(texts)
        if text
    ]
