"""The data workbook of a year, as an office filled it in, to the year's data.

Every problem is reported with its sheet and cell, and so is every filled cell that was not used.
With a blocker there is no data: a figure that could not be read must not pass for one that was
not measured.
"""

from collections.abc import Iterator

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja import lembar
from runut.core.kinerja.lembar import (
    HITUNGAN,
    INDIKATOR,
    LEMBAR,
    LEMBAR_WAJIB,
    PETUNJUK,
    PROFIL,
)
from runut.core.kinerja.lembar_pilihan import (
    PEMANFAATAN,
    PEMBANDING,
    RENCANA_AKSI,
    TINDAK_LANJUT,
)
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.pemeriksaan.data import check_data
from runut.files.guard.progress import Progress
from runut.files.read.workbook.accounting import say_other_sheet
from runut.files.read.workbook.book import Book, open_book
from runut.files.read.workbook.causes import group_by_column, one_per_cause, refused_places
from runut.files.read.workbook.grid import Baris, Lembar, read_sheet
from runut.files.read.workbook.looks import Looks
from runut.files.read.workbook.profil import (
    Lines,
    build_profil,
    group_lines,
    places_of,
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
from runut.files.read.workbook.shown import compare_capaian
from runut.files.read.workbook.tindakan import (
    build_pemanfaatan,
    build_pembanding,
    build_rekomendasi,
    build_rencana_aksi,
)

_OURS = {PETUNJUK.lower(): 1, HITUNGAN.lower(): 6}
"""Sheets of ours that hold no data, and how many of their columns are written by us."""

_NOT_OURS = ("judul_kolom_hilang", "kolom_hilang")

Sheets = dict[str, tuple[Baris, ...]]
Answer = tuple[DataKinerja | None, tuple[Finding, ...]]


def read_workbook(source: bytes, name: str) -> tuple[DataKinerja | None, tuple[Finding, ...]]:
    """(data, problems) of a data workbook; ``name`` is what the file is called in the problems.

    The data is None when any problem is a blocker.
    """
    *_, last = read_in_steps(source, name)
    return (None, ()) if isinstance(last, Progress) else last


def read_in_steps(source: bytes, name: str) -> Iterator[Progress | Answer]:
    """As ``read_workbook``, saying before each step how far it has come; the answer comes last."""
    of = len(LEMBAR) + 2
    problems: list[Finding] = []
    yield Progress(0, of, "Membuka berkas")
    book = open_book(source, name, problems)
    if book is None:
        yield None, tuple(problems)
        return
    problems.extend(_missing_sheets(book))
    read: dict[str, Lembar] = {}
    for done, nama in enumerate(LEMBAR, start=1):
        yield Progress(done, of, f"Membaca lembar {nama}")
        read[nama] = _read(book, nama, problems)
    yield Progress(of - 1, of, "Memeriksa angka")
    yield _checked(book, read, problems)


def _checked(book: Book, read: dict[str, Lembar], problems: list[Finding]) -> Answer:
    sheets: Sheets = {nama: one.rows for nama, one in read.items()}
    lines = group_lines(sheets[PROFIL], problems) if PROFIL in book.grids else {}
    tahun = read_tahun(lines, problems)
    data = None
    if tahun is not None:
        problems.extend(_year_mismatch(tahun, sheets[INDIKATOR]))
        data = _build(tahun, lines, sheets, problems)
        problems.extend(compare_capaian(sheets[INDIKATOR], data.indikators))
        for one in read.values():
            one.account(problems)
        ditolak = refused_places(problems, read)
        problems.extend(check_data(data, ditolak=ditolak, tempat=places_of(lines)))
    for nama, grid in book.others.items():
        looks = book.looks.get(nama, Looks())
        say_other_sheet(nama, grid, looks, problems, ours=_OURS.get(nama.strip().lower(), 0))
    found = group_by_column(one_per_cause(problems, read))
    is_usable = all(p.tingkat is not Level.BLOCKER for p in found)
    return (data if is_usable else None), found


def _read(book: Book, nama: str, problems: list[Finding]) -> Lembar:
    if nama not in book.grids:
        return Lembar(())
    found: list[Finding] = []
    given = book.given[nama]
    read = read_sheet(nama, book.grids[nama], book.looks.get(given, Looks()), found)
    if nama not in LEMBAR_WAJIB and any(one.kode in _NOT_OURS for one in found):
        # an office's own sheet that happens to be called like one of ours
        book.others[given] = book.grids[nama]
        return Lembar(())
    problems.extend(found)
    return read


def _build(tahun: int, lines: Lines, sheets: Sheets, problems: list[Finding]) -> DataKinerja:
    profil = build_profil(lines, problems)
    sasarans, tujuans = build_sasarans(sheets[lembar.SASARAN], problems)
    indikators = build_indikators(sheets[INDIKATOR], tahun, problems)
    return DataKinerja(
        tahun=tahun,
        profil=profil,
        sasarans=sasarans,
        tujuans=tujuans,
        indikators=indikators,
        anggaran=build_anggaran(sheets[lembar.ANGGARAN], problems),
        analisis=build_analisis(sheets[lembar.ANALISIS], problems),
        narasi=build_narasi(sheets[lembar.NARASI], problems),
        pk_tanggal=read_text(lines, "pk_tanggal", problems),
        pembanding=build_pembanding(sheets[PEMBANDING], indikators, problems),
        rencana_aksi=build_rencana_aksi(sheets[RENCANA_AKSI], problems),
        rekomendasi=build_rekomendasi(sheets[TINDAK_LANJUT], problems),
        pemanfaatan=build_pemanfaatan(sheets[PEMANFAATAN], problems),
    )


def _missing_sheets(book: Book) -> list[Finding]:
    return [
        Finding(
            "lembar_hilang",
            Level.BLOCKER,
            f"Lembar {nama} tidak ada.",
            "Salin lembar itu dari templat (runut kinerja template).",
            Place(sel=f"{nama}!A1"),
        )
        for nama in LEMBAR_WAJIB
        if nama not in book.grids
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
