"""The office and its papers: NIP, the date of the Perjanjian Kinerja, the years of the Renstra."""

from collections.abc import Iterator, Mapping
from datetime import date

from runut.core.findings import Finding, Level
from runut.core.kinerja.model import DataKinerja, Pejabat
from runut.core.kinerja.pemeriksaan.temuan import finding_at
from runut.core.words.dates import format_date, parse_date
from runut.core.words.names import nip_fault

_DIGITS = 18
_NONE = ("", "-", "–", "—")
_MILITARY = ("nrp",)
_BEFORE = ("nippppk", "nipppk", "nip", "ni")
_EARLIEST_MONTH = 10
"""A PK is signed within a month of the DPA, which is settled in December."""


def check_profil(data: DataKinerja, tempat: Mapping[str, str]) -> Iterator[Finding]:
    """Findings about the lines of the office; ``tempat`` says in which cell each of them stands."""
    for siapa, pejabat in (("pimpinan", data.profil.pimpinan), ("atasan", data.profil.atasan)):
        yield from _nip(siapa, pejabat, data.tahun, tempat)
    yield from _same_nip(data, tempat)
    yield from _pk(data, tempat)
    yield from _renstra(data, tempat)


def bare_nip(nip: str) -> str:
    """The digits of a NIP without blanks, dots and the word before them.

    >>> bare_nip("NIP. 19780412 200012 1 002"), bare_nip("-")
    ('197804122000121002', '')
    """
    bare = "".join(nip.lower().split()).replace(".", "").replace("\u00a0", "")
    if bare in _NONE or bare.startswith(_MILITARY):
        return ""
    for word in _BEFORE:
        bare = bare.removeprefix(word)
    return bare.lstrip(":")


def _nip(siapa: str, pejabat: Pejabat, tahun: int, tempat: Mapping[str, str]) -> Iterator[Finding]:
    nip, sel = bare_nip(pejabat.nip), tempat.get(f"{siapa}_nip", "")
    tentang = f"{siapa} {nip}"
    if not nip:
        return
    if len(nip) != _DIGITS or not (nip.isascii() and nip.isdigit()):
        yield finding_at(
            "nip_bukan_18_angka",
            sel,
            f"NIP {siapa} '{pejabat.nip}' bukan {_DIGITS} angka.",
            "Ubah format selnya menjadi Teks, lalu ketik 18 angkanya. Kosongkan bila tanpa NIP.",
            Level.BLOCKER,
            tentang=tentang,
        )
        return
    fault = nip_fault(nip)
    if not fault and int(nip[8:12]) > tahun:
        fault = f"Menurut NIP ini diangkat tahun {nip[8:12]}, sesudah tahun laporan."
    if fault:
        yield finding_at(
            "nip_janggal",
            sel,
            f"NIP {siapa} {pejabat.nip}: {fault}",
            "Cocokkan dengan SK.",
            tentang=tentang,
        )


def _same_nip(data: DataKinerja, tempat: Mapping[str, str]) -> Iterator[Finding]:
    pimpinan, atasan = data.profil.pimpinan, data.profil.atasan
    nip = bare_nip(pimpinan.nip)
    if nip and nip == bare_nip(atasan.nip):
        yield finding_at(
            "nip_sama",
            tempat.get("atasan_nip", ""),
            "NIP atasan sama dengan NIP pimpinan.",
            "Betulkan salah satunya.",
            tentang=nip,
        )


def _pk(data: DataKinerja, tempat: Mapping[str, str]) -> Iterator[Finding]:
    written, sel = data.pk_tanggal.strip(), tempat.get("pk_tanggal", "")
    if not written:
        return
    day = parse_date(written)
    if day is None:
        yield finding_at(
            "tanggal_tidak_terbaca",
            sel,
            f"Tanggal Perjanjian Kinerja '{written}' tidak terbaca sebagai tanggal.",
            f"Tulis seperti 10 Januari {data.tahun}.",
            tentang=written,
        )
    elif day.year > data.tahun:
        yield finding_at(
            "pk_sesudah_tahun",
            sel,
            f"Perjanjian Kinerja bertanggal {format_date(day)}, sesudah {data.tahun} berakhir.",
            "Periksa tanggalnya; target yang disepakati sesudahnya bukan janji.",
            tentang=written,
        )
    elif day < date(data.tahun - 1, _EARLIEST_MONTH, 1):
        yield finding_at(
            "pk_terlalu_awal",
            sel,
            f"Perjanjian Kinerja bertanggal {format_date(day)}, jauh sebelum tahun {data.tahun}.",
            "Periksa tahunnya.",
            tentang=written,
        )


def _renstra(data: DataKinerja, tempat: Mapping[str, str]) -> Iterator[Finding]:
    awal, akhir = data.profil.renstra_periode
    if awal and akhir and awal <= akhir and not awal <= data.tahun <= akhir:
        yield finding_at(
            "tahun_di_luar_renstra",
            tempat.get("renstra_awal", ""),
            f"tahun laporan {data.tahun} di luar Renstra {awal}–{akhir}.",
            "Periksa tahun laporan dan tahun Renstra.",
            tentang=f"{data.tahun} {awal} {akhir}",
        )
