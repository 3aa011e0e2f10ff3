"""The data workbook of a year, as an office filled it in, to the year's data.

Every problem is reported with its sheet and cell. With a blocker there is no data: a figure that
could not be read must not pass for one that was not measured.
"""

from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja import lembar
from runut.core.kinerja.lembar import INDIKATOR, LEMBAR, PROFIL
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.pemeriksaan import check_data
from runut.files.read.workbook.cells import Isi
from runut.files.read.workbook.errors import find_broken_cells
from runut.files.read.workbook.grid import Baris, read_rows
from runut.files.read.workbook.profil import (
    Lines,
    build_profil,
    group_lines,
    read_tahun,
    read_text,
)
from runut.files.read.workbook.rows import (
    build_analisis,
    build_anggaran,
    build_indikators,
    build_narasi,
    build_sasarans,
)

_MOST_ROWS = 20_000
_MOST_COLUMNS = 500

Sheets = dict[str, tuple[Baris, ...]]


def read_workbook(source: bytes, name: str) -> tuple[DataKinerja | None, tuple[Finding, ...]]:
    """(data, problems) of a data workbook; ``name`` is what the file is called in the problems.

    The data is None when any problem is a blocker.
    """
    problems: list[Finding] = []
    grids = _read_grids(source, name, problems)
    if grids is None:
        return None, tuple(problems)
    problems.extend(find_broken_cells(source))
    problems.extend(_missing_sheets(grids))
    sheets: Sheets = {
        nama: read_rows(nama, grids[nama], problems) if nama in grids else () for nama in LEMBAR
    }
    lines = group_lines(sheets[PROFIL], problems) if PROFIL in grids else {}
    tahun = read_tahun(lines, problems)
    if tahun is None:
        return None, tuple(problems)
    problems.extend(_year_mismatch(tahun, sheets[INDIKATOR]))
    data = _build(tahun, lines, sheets, problems)
    problems.extend(check_data(data))
    is_usable = all(p.tingkat is not Level.BLOCKER for p in problems)
    return (data if is_usable else None), tuple(problems)


def _build(tahun: int, lines: Lines, sheets: Sheets, problems: list[Finding]) -> DataKinerja:
    return DataKinerja(
        tahun=tahun,
        profil=build_profil(lines, problems),
        sasarans=build_sasarans(sheets[lembar.SASARAN], problems),
        indikators=build_indikators(sheets[INDIKATOR], tahun, problems),
        anggaran=build_anggaran(sheets[lembar.ANGGARAN], problems),
        analisis=build_analisis(sheets[lembar.ANALISIS], problems),
        narasi=build_narasi(sheets[lembar.NARASI], problems),
        pk_tanggal=read_text(lines, "pk_tanggal", problems),
    )


def _read_grids(
    source: bytes, name: str, problems: list[Finding]
) -> dict[str, list[list[Isi]]] | None:
    """The cells of every sheet that we know; None when the file is no workbook at all."""
    known = {nama.lower(): nama for nama in LEMBAR}
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(source))
        names = {
            known[n.strip().lower()]: n for n in book.sheet_names if n.strip().lower() in known
        }
        return {nama: _grid(book, nama, given, problems) for nama, given in names.items()}
    except PasswordError:
        problems.append(_unreadable(name, "dikunci dengan kata sandi", "Simpan tanpa kata sandi."))
    except (CalamineError, ValueError, OSError):
        problems.append(
            _unreadable(
                name,
                "bukan berkas Excel atau rusak",
                "Simpan ulang sebagai .xlsx dari Excel atau LibreOffice.",
            )
        )
    return None


def _grid(
    book: CalamineWorkbook, nama: str, given: str, problems: list[Finding]
) -> list[list[Isi]]:
    sheet = book.get_sheet_by_name(given)
    if sheet.total_height > _MOST_ROWS or sheet.total_width > _MOST_COLUMNS:
        problems.append(
            Finding(
                "lembar_terlalu_besar",
                Level.BLOCKER,
                f"Lembar {nama}: {sheet.total_height} baris dan {sheet.total_width} kolom terlalu "
                "besar untuk data kinerja.",
                "Hapus baris dan kolom kosong di luar tabel, lalu simpan ulang.",
                Place(sel=f"{nama}!A1"),
            )
        )
        return []
    rows: list[list[Isi]] = sheet.to_python(skip_empty_area=False)
    return rows


def _unreadable(name: str, sebab: str, usul: str) -> Finding:
    return Finding(
        "berkas_tidak_terbaca",
        Level.BLOCKER,
        f"Berkas {name} tidak dapat dibaca: {sebab}.",
        usul,
    )


def _missing_sheets(grids: dict[str, list[list[Isi]]]) -> list[Finding]:
    return [
        Finding(
            "lembar_hilang",
            Level.BLOCKER,
            f"Lembar {nama} tidak ada.",
            "Salin lembar itu dari templat (runut kinerja template).",
            Place(sel=f"{nama}!A1"),
        )
        for nama in LEMBAR
        if nama not in grids
    ]


def _year_mismatch(tahun: int, rows: tuple[Baris, ...]) -> list[Finding]:
    """The heads of the sheet Indikator must name the year that the sheet Profil names."""
    if not rows:
        return []
    missing = [j for j in ("target", "realisasi") if f"{j}_{tahun}" not in rows[0].sel]
    later = [k for k in rows[0].sel if k[:-4] == "realisasi_" and k[-4:] > str(tahun)]
    used = [k for k in later if any(not row[k].is_empty for row in rows)]
    usul = f"Betulkan tahun di lembar {PROFIL} atau judul kolom di lembar {INDIKATOR}."
    return [
        Finding(
            "tahun_tidak_cocok",
            Level.BLOCKER,
            f"Lembar {INDIKATOR}: {apa}, padahal tahun laporan di lembar {PROFIL} adalah {tahun}.",
            usul,
            Place(sel=f"{INDIKATOR}!A1"),
        )
        for apa in (
            *(f"kolom '{jenis.capitalize()} {tahun}' tidak ada" for jenis in missing),
            *(f"kolom '{rows[0][kunci].judul}' berisi angka" for kunci in used),
        )
    ]
