"""The figures of a year for anybody's own reckoning: indicators and money, each with its source.

Two tables with Indonesian heads. A figure stands twice: as the report prints it, and as a bare
number where it is one; the unit stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.anggaran import sub_lines
from runut.core.kinerja.cetak import printed_row
from runut.core.kinerja.model import Anggaran, DataKinerja, Jenis, Terukur
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.lakip.draft import MAKIN_BAIK, Draft, full_name, prepare_draft

Nilai = str | Decimal | None
Baris = Mapping[str, Nilai]


@dataclass(frozen=True)
class DataTerbuka:
    """Both tables, and what they are about."""

    tentang: Baris
    indikator: tuple[Baris, ...]
    anggaran: tuple[Baris, ...]


def data_terbuka(data: DataKinerja, *, status: str) -> DataTerbuka:
    """The year's figures. ``status`` says of which state of the report they are."""
    draft = prepare_draft(data, {})
    tentang = {
        "judul": f"Data kinerja {full_name(data.profil)} Tahun {data.tahun}",
        "tahun": str(data.tahun),
        "status": status,
        "keterangan": ("Data contoh: angka dan nama rekaan." if data.profil.is_contoh else ""),
    }
    return DataTerbuka(
        tentang,
        tuple(_of_row(draft, row) for row in (*draft.aims, *draft.rows)),
        tuple(_of_line(data, one) for one in data.anggaran),
    )


def _of_row(draft: Draft, row: BarisCapaian) -> Baris:
    one, hasil = row.indikator, row.hasil
    printed = printed_row(one, hasil)
    return {
        "Tahun": str(draft.tahun),
        "Sasaran": row.sasaran.nama,
        "Kode indikator": one.id,
        "Indikator": one.nama,
        "Satuan": one.satuan,
        "Arah": MAKIN_BAIK[one.polaritas],
        "Target tahun": printed.target_tahun,
        "Target tahun (bilangan)": _number(one.target),
        "Lingkup": printed.lingkup,
        "Realisasi": printed.realisasi,
        "Realisasi (bilangan)": _number(hasil.ukur_realisasi),
        "Capaian (%)": hasil.capaian,
        "Tercapai": {True: "ya", False: "tidak", None: "belum dinilai"}[hasil.is_tercapai],
        "Keterangan": hasil.alasan or "",
        "Cara hitung": printed.rumus,
        "Dihitung dalam rekap": "ya" if row.is_dihitung else "tidak",
        "Letak target": one.target.sel,
        "Letak realisasi": one.realisasi.sel,
        "Sumber data": one.sumber_data,
    }


def _of_line(data: DataKinerja, one: Anggaran) -> Baris:
    summed = {line.kode for line in sub_lines(data)}
    return {
        "Tahun": str(data.tahun),
        "Kode": one.kode,
        "Nama": one.nama,
        "Tingkat": one.tingkat,
        "Sasaran": "; ".join(one.sasaran_ids),
        "Sumber dana": one.sumber_dana,
        "Pagu (Rp)": _number(one.pagu),
        "Realisasi (Rp)": _number(one.realisasi),
        "Dijumlahkan": "ya" if one.kode in summed else "tidak",
        "Letak pagu": one.pagu.sel,
        "Letak realisasi": one.realisasi.sel,
    }


def _number(terukur: Terukur) -> Decimal | None:
    """The bare number; a day and a document that must exist are none, though counted so inside."""
    if terukur.jenis in (Jenis.TANGGAL, Jenis.ADA) or not isinstance(terukur.nilai, Decimal):
        return None
    return terukur.nilai
