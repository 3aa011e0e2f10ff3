"""The sheet Profil: lines of label and value, some of them repeated to make a list."""

from decimal import Decimal

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja import lembar
from runut.core.kinerja.lembar import ISIAN_PROFIL, Isian, normalize_judul
from runut.core.kinerja.model import Pejabat, Profil
from runut.files.read.workbook.cells import (
    choice_of,
    number_of,
    problem,
    text_of,
)
from runut.files.read.workbook.grid import Baris

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_LONE = frozenset(i.kunci for i in ISIAN_PROFIL if i.baris == 1)

Lines = dict[str, list[Baris]]


def group_lines(rows: tuple[Baris, ...], problems: list[Finding]) -> Lines:
    """The filled lines by key; labels that are not known and missing ones are problems."""
    keys = {normalize_judul(i.label): i.kunci for i in ISIAN_PROFIL}
    lines: Lines = {}
    for row in rows:
        label = normalize_judul(text_of(row["isian"], problems))
        is_empty = row.peek("nilai").is_empty and row.peek("rincian").is_empty
        if label in keys and not is_empty:
            lines.setdefault(keys[label], []).append(row)
        elif not is_empty:
            row.take("nilai", "rincian")
            problems.append(_unknown_label(row))
    problems.extend(_doubled(lines))
    for kunci in _LONE & set(lines):
        for row in lines[kunci][1:]:
            row.take("isian", "nilai", "rincian")
    problems.extend(_missing(i) for i in ISIAN_PROFIL if i.is_wajib and i.kunci not in lines)
    return lines


def places_of(lines: Lines) -> dict[str, str]:
    """The cell in which each line of the office has its value."""
    return {kunci: rows[0].peek("nilai").place for kunci, rows in lines.items()}


def read_tahun(lines: Lines, problems: list[Finding]) -> int | None:
    """The year of the report; None when it is missing or no year."""
    return _year(lines, "tahun", problems)


def read_text(lines: Lines, kunci: str, problems: list[Finding]) -> str:
    """The value of a line that stands once; empty when nobody filled it in."""
    rows = lines.get(kunci, [])
    return text_of(rows[0]["nilai"], problems) if rows else ""


def build_profil(lines: Lines, problems: list[Finding]) -> Profil:
    """The profile of the office from its lines."""

    def one(kunci: str) -> str:
        return read_text(lines, kunci, problems)

    def several(kunci: str) -> tuple[str, ...]:
        texts = (text_of(row["nilai"], problems) for row in lines.get(kunci, []))
        return tuple(text for text in texts if text)

    def people(kunci: str) -> tuple[tuple[str, int], ...]:
        return tuple(_pegawai(row, problems) for row in lines.get(kunci, []))

    issues = [
        (text_of(row["nilai"], problems), text_of(row["rincian"], problems))
        for row in lines.get("isu_strategis", [])
    ]
    return Profil(
        instansi=several("instansi"),
        singkatan=one("singkatan"),
        alamat=one("alamat"),
        kota=one("kota"),
        pimpinan=_pejabat(lines, "pimpinan", problems),
        atasan=_pejabat(lines, "atasan", problems),
        tugas=one("tugas"),
        fungsi=several("fungsi"),
        struktur=tuple(
            (text_of(row["nilai"], problems), text_of(row["rincian"], problems))
            for row in lines.get("struktur", [])
        ),
        pegawai=people("pegawai"),
        isu_strategis=tuple(isu for isu, _ in issues),
        renstra_periode=_periode(lines, problems),
        visi=one("visi"),
        misi=several("misi"),
        pegawai_jabatan=people("pegawai_jabatan"),
        pegawai_golongan=people("pegawai_golongan"),
        isu_rincian=tuple(rincian for _, rincian in issues) if any(r for _, r in issues) else (),
        kertas=_paper(lines, problems),
        is_contoh=_is_contoh(lines, problems),
    )


def _is_contoh(lines: Lines, problems: list[Finding]) -> bool:
    rows = lines.get("contoh", [])
    return bool(rows) and _is_ya(rows[0], problems)


def _paper(lines: Lines, problems: list[Finding]) -> str:
    rows = lines.get("kertas", [])
    usual = lembar.KERTAS[0]
    return choice_of(rows[0]["nilai"], lembar.KERTAS, usual, problems) if rows else usual


def _is_ya(row: Baris, problems: list[Finding]) -> bool:
    return choice_of(row["nilai"], (lembar.YA, lembar.TIDAK), lembar.TIDAK, problems) == lembar.YA


def _pejabat(lines: Lines, siapa: str, problems: list[Finding]) -> Pejabat:
    jabatan, nama, pangkat, nip = (
        read_text(lines, f"{siapa}_{part}", problems)
        for part in ("jabatan", "nama", "pangkat", "nip")
    )
    return Pejabat(jabatan, nama, pangkat, nip)


def _pegawai(row: Baris, problems: list[Finding]) -> tuple[str, int]:
    nilai = number_of(row["rincian"], problems).nilai
    jenis = text_of(row["nilai"], problems)
    if not isinstance(nilai, Decimal):
        return jenis, 0
    if nilai != nilai.to_integral_value() or nilai < 0:
        problems.append(
            problem(
                row["rincian"],
                "bukan_jumlah_orang",
                "jumlah pegawai harus bilangan bulat.",
                "Isi banyaknya orang, misalnya 12.",
            )
        )
    return jenis, int(nilai)


def _periode(lines: Lines, problems: list[Finding]) -> tuple[int, int]:
    awal, akhir = _year(lines, "renstra_awal", problems), _year(lines, "renstra_akhir", problems)
    if awal is not None and akhir is not None and awal > akhir:
        problems.append(
            problem(
                lines["renstra_akhir"][0]["nilai"],
                "renstra_terbalik",
                f"Renstra berakhir ({akhir}) sebelum mulai ({awal}).",
                "Periksa kedua tahunnya.",
            )
        )
    return awal or 0, akhir or 0


def _year(lines: Lines, kunci: str, problems: list[Finding]) -> int | None:
    rows = lines.get(kunci, [])
    if not rows:
        return None
    text = text_of(rows[0]["nilai"], problems)
    if text.isascii() and text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return int(text)
    problems.append(
        problem(
            rows[0]["nilai"],
            "bukan_tahun",
            f"'{text}' bukan tahun.",
            "Isi empat angka, misalnya 2025.",
        )
    )
    return None


def _unknown_label(row: Baris) -> Finding:
    label = text_of(row["isian"], [])
    return problem(
        row["isian"],
        "isian_tidak_dikenal",
        f"isian '{label}' tidak dikenal, jadi nilainya tidak dibaca."
        if label
        else "baris ini bernilai tetapi tidak menyebut isiannya, jadi tidak dibaca.",
        "Pakai nama isian seperti pada templat.",
        Level.WARNING,
    )


def _doubled(lines: Lines) -> list[Finding]:
    return [
        problem(
            rows[1]["nilai"],
            "isian_ganda",
            f"'{text_of(rows[1]['isian'], [])}' diisi dua kali.",
            "Hapus salah satunya.",
        )
        for kunci, rows in lines.items()
        if kunci in _LONE and len(rows) > 1
    ]


def _missing(isian: Isian) -> Finding:
    return Finding(
        "wajib_kosong",
        Level.BLOCKER,
        f"Lembar Profil: '{isian.label}' belum diisi.",
        isian.catatan,
        Place(sel="Profil!A1"),
    )
