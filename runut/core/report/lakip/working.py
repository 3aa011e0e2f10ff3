"""The numbers put into the rule of a capaian, as printed under its table."""

from runut.core.kinerja.capaian import other_formula_note
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import Figure, Line, line


def working_notes(row: BarisCapaian) -> list[Line]:
    """The numbers put into the rule; then what bent the result, if anything did."""
    indikator, hasil = row.indikator, row.hasil
    if hasil.bagian is not None:
        done = hasil.bagian.kerja
        return [line(f"{indikator.id} {hasil.bagian.lingkup.teks}: ", Figure(done, done), ".")]
    if hasil.capaian is None:
        return [line(f"{indikator.id}: {hasil.alasan}")] if hasil.alasan else []
    lines = [line(f"{indikator.id}: ", Figure(hasil.kerja, f"dihitung: {hasil.kerja}"), ".")]
    warning = other_formula_note(indikator)
    return lines + [line(part) for part in (hasil.alasan, warning) if part]
