"""Checks of the identity block: number, dates, the authorising official."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from runut.core.findings import Level
from runut.core.sop.aturan import TAHUN_ANTAREVALUASI
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.form.printed import SECTIONS
from runut.core.sop.model import SOP
from runut.core.words.dates import format_date
from runut.core.words.items import join_words
from runut.core.words.names import is_nip

_DASAR: Final = "PermenPANRB 35/2012, bagian identitas"
_ODD_NAME: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{3,}$", re.IGNORECASE)
_USUAL_ENDS: Final = ("ngs", "nst", "rst", "rth", "nth", "rdt", "ndt", "cht", "ngg")
_OPEN: Final = re.compile(r"\.{4,}|…{2,}|_{3,}|\b[xX]{3,}\b|\[(?:isi|nama|nomor)[^\]]*\]")


def _no_number(sop: SOP) -> Iterable[Hit]:
    if not sop.nomor:
        yield Hit("NOMOR SOP kosong.")


def _no_office(sop: SOP) -> Iterable[Hit]:
    if not any(line.strip() for line in sop.instansi):
        yield Hit("Nama instansi pembuat SOP tidak tercantum.")


def _left_open(sop: SOP) -> Iterable[Hit]:
    """Dots, crosses or brackets of a template where something has to be filled in."""
    official = sop.disahkan_oleh
    for label, text in (
        ("NOMOR SOP", sop.nomor or ""),
        ("NAMA SOP", sop.judul),
        ("jabatan pada DISAHKAN OLEH", official.jabatan),
        ("nama pada DISAHKAN OLEH", official.nama),
        *((SECTIONS[field][0], item) for field in SECTIONS for item in getattr(sop, field)),
    ):
        if found := _OPEN.search(text):
            yield Hit(f"{label} belum diisi lengkap: “{found[0].strip()}”.", tentang=label)


def _no_title(sop: SOP) -> Iterable[Hit]:
    if not sop.judul:
        yield Hit("NAMA SOP kosong.")


def _no_dates(sop: SOP) -> Iterable[Hit]:
    days = (("PEMBUATAN", sop.tanggal_pembuatan), ("EFEKTIF", sop.tanggal_efektif))
    empty = [f"TANGGAL {label}" for label, day in days if day is None]
    if empty:
        yield Hit(f"{join_words(empty)} kosong.")


def _no_review_date(sop: SOP) -> Iterable[Hit]:
    if sop.tanggal_revisi is not None:
        return
    due = review_due(sop.tanggal_efektif or sop.tanggal_pembuatan)
    late = f" Evaluasi pertama seharusnya {format_date(due)}." if due else ""
    yield Hit(f"TANGGAL REVISI kosong, jadi tidak ada rencana peninjauan.{late}")


def review_due(day: date | None) -> date | None:
    """The day on which an SOP of that day has to be evaluated at the latest."""
    if day is None or day.year + TAHUN_ANTAREVALUASI.nilai > date.max.year:
        return None
    year = day.year + TAHUN_ANTAREVALUASI.nilai
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _review_late(sop: SOP) -> Iterable[Hit]:
    """Between taking effect and the review written there lies more than the year allowed."""
    due = review_due(sop.tanggal_efektif)
    if due and sop.tanggal_revisi and sop.tanggal_revisi > due:
        yield Hit(
            f"TANGGAL REVISI ({format_date(sop.tanggal_revisi)}) lebih dari setahun setelah "
            "TANGGAL EFEKTIF."
        )


def _dates_reversed(sop: SOP) -> Iterable[Hit]:
    made = sop.tanggal_pembuatan
    for label, day in (("EFEKTIF", sop.tanggal_efektif), ("REVISI", sop.tanggal_revisi)):
        if made and day and day < made:
            yield Hit(
                f"TANGGAL {label} ({format_date(day)}) mendahului TANGGAL PEMBUATAN "
                f"({format_date(made)})."
            )


def _no_official(sop: SOP) -> Iterable[Hit]:
    official = sop.disahkan_oleh
    parts = (("jabatan", official.jabatan), ("nama", official.nama), ("NIP", official.nip))
    missing = [what for what, text in parts if not text]
    if not official.jabatan or not official.nama:
        yield Hit(f"DISAHKAN OLEH belum memuat {join_words(missing)} pejabat yang mengesahkan.")


def _no_nip(sop: SOP) -> Iterable[Hit]:
    official = sop.disahkan_oleh
    if official.jabatan and official.nama and not official.nip:
        yield Hit(f"NIP {official.nama} tidak tercantum di DISAHKAN OLEH.")


def _wrong_nip(sop: SOP) -> Iterable[Hit]:
    nip = sop.disahkan_oleh.nip
    if nip and not is_nip(nip):
        yield Hit(f"NIP {nip} di DISAHKAN OLEH bukan NIP yang benar.")


def _odd_name(sop: SOP) -> Iterable[Hit]:
    name = sop.disahkan_oleh.nama.split(",")[0]
    for word in name.split():
        is_odd = len(word) >= 4 and word.isalpha() and _ODD_NAME.search(word)
        if is_odd and not word.casefold().endswith(_USUAL_ENDS):
            yield Hit(f"Nama “{word}” pada DISAHKAN OLEH mungkin salah ketik.")


CHECKS_IDENTITAS: Final = (
    Check(
        "identitas.nomor-kosong",
        "Nomor SOP kosong",
        "SOP belum diberi nomor menurut tata naskah dinas kantor.",
        Level.WARNING,
        "Isi nomor menurut tata naskah dinas kantor.",
        _DASAR,
        _no_number,
    ),
    Check(
        "identitas.instansi-kosong",
        "Nama instansi tidak ada",
        "Di atas formulir tidak tertulis instansi dan unit yang membuat SOP.",
        Level.WARNING,
        "Tuliskan nama instansi dan unit kerja di atas formulir.",
        _DASAR,
        _no_office,
    ),
    Check(
        "identitas.belum-lengkap",
        "Isian belum lengkap",
        "Masih ada titik-titik atau contoh isian dari formulir kosong.",
        Level.WARNING,
        "Ganti titik-titik atau contoh isian dengan isinya.",
        _DASAR,
        _left_open,
    ),
    Check(
        "identitas.judul-kosong",
        "Nama SOP kosong",
        "SOP tidak mempunyai nama, sehingga tidak dapat dipakai.",
        Level.BLOCKER,
        "Isi nama SOP.",
        _DASAR,
        _no_title,
    ),
    Check(
        "identitas.tanggal-kosong",
        "Tanggal kosong",
        "Tanggal pembuatan atau tanggal efektif belum diisi.",
        Level.WARNING,
        "Isi tanggal selesai dibuat dan tanggal mulai berlaku.",
        _DASAR,
        _no_dates,
    ),
    Check(
        "identitas.tanggal-revisi-kosong",
        "Tanggal revisi kosong",
        "Tidak ada tanggal revisi dan tidak ada rencana peninjauan ulang.",
        Level.INFO,
        "Isi tanggal revisi atau rencana peninjauan ulang.",
        f"{_DASAR}; {TAHUN_ANTAREVALUASI.rujukan}",
        _no_review_date,
    ),
    Check(
        "identitas.peninjauan-terlambat",
        "Peninjauan terlambat",
        "Antara berlaku dan peninjauan lebih dari setahun.",
        Level.INFO,
        "Rencanakan peninjauan paling lambat setahun setelah SOP berlaku.",
        f"{_DASAR}; {TAHUN_ANTAREVALUASI.rujukan}",
        _review_late,
    ),
    Check(
        "identitas.tanggal-terbalik",
        "Urutan tanggal terbalik",
        "Tanggal efektif atau revisi mendahului tanggal pembuatan.",
        Level.WARNING,
        "Periksa kembali urutan tanggalnya.",
        _DASAR,
        _dates_reversed,
    ),
    Check(
        "identitas.pengesah-kosong",
        "Pejabat pengesah tidak lengkap",
        "Jabatan atau nama pejabat yang mengesahkan belum diisi.",
        Level.WARNING,
        "Isi jabatan dan nama pejabat yang berwenang mengesahkan.",
        _DASAR,
        _no_official,
    ),
    Check(
        "identitas.nip-kosong",
        "NIP kosong",
        "NIP pejabat yang mengesahkan belum ditulis.",
        Level.WARNING,
        "Tambahkan NIP 18 angka di bawah namanya.",
        _DASAR,
        _no_nip,
    ),
    Check(
        "identitas.nip-keliru",
        "NIP keliru",
        "NIP bukan 18 angka dengan tanggal lahir dan bulan pengangkatan yang mungkin.",
        Level.WARNING,
        "Tuliskan NIP 18 angka: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut.",
        _DASAR,
        _wrong_nip,
    ),
    Check(
        "identitas.nama-janggal",
        "Nama mungkin salah ketik",
        "Ejaan nama pejabat tampak janggal; nama orang tidak pernah diperbaiki otomatis.",
        Level.INFO,
        "Pastikan ejaan nama kepada yang bersangkutan; nama orang tidak diperbaiki otomatis.",
        _DASAR,
        _odd_name,
    ),
)
