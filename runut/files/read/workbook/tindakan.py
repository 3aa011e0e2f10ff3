"""The rows of the sheets Pembanding, Rencana Aksi, Tindak Lanjut and Pemanfaatan."""

from runut.core.findings import Finding
from runut.core.kinerja.model import Indikator, Pembanding, Polaritas
from runut.core.kinerja.tindakan import Bidang, Pemanfaatan, Rekomendasi, RencanaAksi, Status
from runut.files.read.workbook.cells import Sel, choice_of, nilai_of, required_text, text_of
from runut.files.read.workbook.grid import Baris
from runut.files.read.workbook.rows import read_year


def build_pembanding(
    rows: tuple[Baris, ...], indikators: tuple[Indikator, ...], problems: list[Finding]
) -> tuple[Pembanding, ...]:
    """The peers; the figure of each is read like that of its indicator."""
    known = {one.id: one for one in indikators}
    return tuple(_pembanding(row, known, problems) for row in rows)


def _pembanding(row: Baris, known: dict[str, Indikator], problems: list[Finding]) -> Pembanding:
    kode = required_text(row["indikator"], problems)
    one = known.get(kode)
    polaritas, satuan = (one.polaritas, one.satuan) if one else (Polaritas.NAIK, "")
    return Pembanding(
        required_text(row["id"], problems),
        kode,
        required_text(row["nama"], problems),
        nilai_of(row["nilai"], polaritas, False, problems, satuan),
        read_year(row["tahun"], problems),
        text_of(row["sumber"], problems),
        row["id"].place,
    )


def build_rencana_aksi(rows: tuple[Baris, ...], problems: list[Finding]) -> tuple[RencanaAksi, ...]:
    """The plan of action, and that of last year with its answers."""
    return tuple(
        RencanaAksi(
            required_text(row["id"], problems),
            required_text(row["indikator"], problems),
            required_text(row["rencana"], problems),
            text_of(row["penanggung_jawab"], problems),
            text_of(row["batas_waktu"], problems),
            text_of(row["target"], problems),
            read_year(row["tahun"], problems),
            text_of(row["hasil"], problems),
            text_of(row["bukti"], problems),
            row["id"].place,
        )
        for row in rows
    )


def build_rekomendasi(rows: tuple[Baris, ...], problems: list[Finding]) -> tuple[Rekomendasi, ...]:
    """What the last LHE recommended, and what became of it."""
    return tuple(
        Rekomendasi(
            required_text(row["id"], problems),
            required_text(row["rekomendasi"], problems),
            text_of(row["tindak_lanjut"], problems),
            text_of(row["bagian"], problems),
            _status(row["status"], problems),
            text_of(row["alasan"], problems),
            text_of(row["bukti"], problems),
            row["id"].place,
        )
        for row in rows
    )


def build_pemanfaatan(rows: tuple[Baris, ...], problems: list[Finding]) -> tuple[Pemanfaatan, ...]:
    """What was changed because of last year's figures."""
    return tuple(
        Pemanfaatan(
            required_text(row["id"], problems),
            required_text(row["angka"], problems),
            _bidang(row["bidang"], problems),
            required_text(row["perubahan"], problems),
            text_of(row["bukti"], problems),
            row["id"].place,
        )
        for row in rows
    )


def _status(sel: Sel, problems: list[Finding]) -> Status | None:
    found = choice_of(sel, tuple(Status), None, problems)
    return None if found is None else Status(found)


def _bidang(sel: Sel, problems: list[Finding]) -> Bidang | None:
    found = choice_of(sel, tuple(Bidang), None, problems)
    return None if found is None else Bidang(found)
