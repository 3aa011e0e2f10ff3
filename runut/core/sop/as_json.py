"""An SOP and its findings in the JSON that scripts of others read: a contract, see the guide."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from runut.core.findings import Finding, Place
from runut.core.sop.model import SOP, Langkah, Pelaksana
from runut.core.sop.proposals.actors import Usulan, propose_actors
from runut.core.sop.reading.asal import Lain

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"


def sop_as_json(
    sop: SOP, findings: Iterable[Finding], lainnya: Iterable[Lain] = ()
) -> dict[str, Json]:
    """One document: ``sop``, ``temuan``, and ``lainnya``, the further SOPs of the file.

    A step without an actor in the file carries the best proposal, with sumber ``usulan``; other
    candidates are named in its reason.
    """
    proposals = {usulan.langkah_no: usulan for usulan in propose_actors(sop)}
    document: dict[str, Json] = {
        "nomor": sop.nomor,
        "judul": sop.judul,
        "instansi": list(sop.instansi),
        "tanggal_pembuatan": _day(sop.tanggal_pembuatan),
        "tanggal_revisi": _day(sop.tanggal_revisi),
        "tanggal_efektif": _day(sop.tanggal_efektif),
        "disahkan_oleh": {
            "jabatan": sop.disahkan_oleh.jabatan,
            "nama": sop.disahkan_oleh.nama,
            "nip": sop.disahkan_oleh.nip,
        },
        "dasar_hukum": list(sop.dasar_hukum),
        "keterkaitan": list(sop.keterkaitan),
        "peringatan": list(sop.peringatan),
        "kualifikasi_pelaksana": list(sop.kualifikasi_pelaksana),
        "peralatan": list(sop.peralatan),
        "pencatatan": list(sop.pencatatan),
        "pelaksana": list(sop.pelaksana),
        "langkah": [_langkah(step, proposals.get(step.no)) for step in sop.langkah],
    }
    others: list[Json] = [
        {
            "urutan": one.urutan,
            "judul": one.judul,
            "langkah": one.langkah,
            "letak": _place(one.letak),
        }
        for one in lainnya
    ]
    return {"sop": document, "temuan": findings_as_json(findings), "lainnya": others}


def findings_as_json(findings: Iterable[Finding]) -> list[Json]:
    """The findings as a list of objects."""
    return [
        {
            "kode": finding.kode,
            "tingkat": finding.tingkat.value,
            "letak": _place(finding.letak),
            "pesan": finding.pesan,
            "usul": finding.usul,
        }
        for finding in findings
    ]


def others_named(calon: tuple[Pelaksana, ...]) -> str:
    """The candidates after the first, for a reader: "Kemungkinan lain: X (0,20)."."""
    others = [f"{one.nama} ({one.keyakinan:.2f})".replace(".", ",") for one in calon[1:]]
    return f"Kemungkinan lain: {', '.join(others)}." if others else ""


def _langkah(step: Langkah, usulan: Usulan | None) -> Json:
    actors = [_actor(one, one.alasan, step) for one in step.pelaksana]
    if usulan and usulan.calon:
        best = usulan.calon[0]
        actors = [_actor(best, f"{best.alasan} {others_named(usulan.calon)}".strip(), step)]
    return {
        "no": step.no,
        "kegiatan": step.kegiatan,
        "pelaksana": list(actors),
        "bentuk": step.bentuk.value,
        "kelengkapan": list(step.kelengkapan),
        "waktu": {"teks": step.waktu.teks, "menit_kerja": step.waktu.menit_kerja},
        "output": list(step.output),
        "keterangan": step.keterangan,
        "lanjut": [{"ke": way.ke, "jika": way.jika} for way in step.lanjut],
        "dalam": [{"dari": way.dari, "ke": way.ke, "jika": way.jika} for way in step.dalam],
        "rujukan_sop": list(step.rujukan_sop),
    }


def _actor(actor: Pelaksana, alasan: str, step: Langkah) -> Json:
    return {
        "nama": actor.nama,
        "sumber": actor.sumber.value,
        "keyakinan": actor.keyakinan,
        "alasan": alasan,
        "bentuk": step.symbol_of(actor).value,
    }


def _place(place: Place) -> Json:
    return {
        "halaman": place.halaman,
        "baris": place.baris,
        "kolom": place.kolom,
        "langkah": place.langkah,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
