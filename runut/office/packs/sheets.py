"""The small workbook of a pack, as the unit gets it."""

from runut.core.words.dates import format_date
from runut.files.write.workbook.pack import PackSheet, write_pack
from runut.office.packs.models import Pack
from runut.office.packs.queries import Quarter, current_of, latest_proposals, packs_of_unit


def pack_workbook(pack: Pack, quarter: Quarter) -> bytes:
    """Only the cells of this unit; what it proposed before stands in them."""
    cells = quarter.cells_of(pack.unit)
    until = format_date(quarter.window.ditutup) if quarter.window else ""
    return write_pack(
        PackSheet(
            judul=f"Data kinerja {pack.masa}: {pack.nama}",
            tanda=mark_of(pack),
            batas=f"Paling lambat {until}." if until else "",
            cells=cells,
            filled=current_of(cells, latest_proposals(packs_of_unit(pack))),
        )
    )


def mark_of(pack: Pack) -> str:
    """Which pack a workbook was made for. No secret: it says whose cells it holds."""
    return f"{pack.tahun}-{pack.triwulan}-{pack.nama}"


def filename_of(pack: Pack) -> str:
    return f"data-kinerja-{pack.tahun}-tw{pack.triwulan}.xlsx"
