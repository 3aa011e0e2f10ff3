"""What stands in the rows of the data workbook: from the year's data, or empty lines to fill."""

from collections.abc import Mapping
from decimal import Decimal

from runut.core.kinerja import lembar
from runut.core.kinerja.angka import format_plain
from runut.core.kinerja.lembar import ISIAN_PROFIL, Isian
from runut.core.kinerja.model import (
    Anggaran,
    DataKinerja,
    Indikator,
    Nilai,
    Pejabat,
    Rentang,
    Terukur,
)

Isi = str | Decimal | None
Baris = Mapping[str, Isi]


def sheet_rows(data: DataKinerja) -> dict[str, list[Baris]]:
    """The rows of every sheet, by column key."""
    return {
        lembar.PROFIL: _profil_rows(_profil_values(data)),
        lembar.SASARAN: [{"id": s.id, "nama": s.nama, "tujuan": s.tujuan} for s in data.sasarans],
        lembar.INDIKATOR: [_indikator_row(data.tahun, i) for i in data.indikators],
        lembar.ANGGARAN: [_anggaran_row(a) for a in data.anggaran],
        lembar.ANALISIS: [
            {
                "sasaran": a.sasaran_id,
                "penyebab": a.penyebab,
                "solusi": a.solusi,
                "program_penunjang": a.program_penunjang,
                "rencana": a.rencana,
            }
            for a in data.analisis
        ],
        lembar.NARASI: _narasi_rows(data.narasi),
    }


def empty_rows(tahun: int) -> dict[str, list[Baris]]:
    """What an empty workbook already says: the year, the labels, the sections that need words."""
    values: dict[str, list[tuple[Isi, Isi]]] = {
        "tahun": [(Decimal(tahun), None)],
        "contoh": [(lembar.TIDAK, None)],
    }
    return {
        lembar.PROFIL: _profil_rows(values),
        lembar.SASARAN: [],
        lembar.INDIKATOR: [],
        lembar.ANGGARAN: [],
        lembar.ANALISIS: [],
        lembar.NARASI: _narasi_rows({}),
    }


def _profil_values(data: DataKinerja) -> dict[str, list[tuple[Isi, Isi]]]:
    profil = data.profil
    awal, akhir = profil.renstra_periode
    return {
        "tahun": [(Decimal(data.tahun), None)],
        "contoh": [(lembar.YA if profil.is_contoh else lembar.TIDAK, None)],
        "instansi": _list(profil.instansi),
        "singkatan": _list((profil.singkatan,)),
        "alamat": _list((profil.alamat,)),
        "kota": _list((profil.kota,)),
        **_pejabat("pimpinan", profil.pimpinan),
        **_pejabat("atasan", profil.atasan),
        "pk_tanggal": _list((data.pk_tanggal,)),
        "renstra_awal": [(Decimal(awal), None)],
        "renstra_akhir": [(Decimal(akhir), None)],
        "visi": _list((profil.visi,)),
        "misi": _list(profil.misi),
        "tugas": _list((profil.tugas,)),
        "fungsi": _list(profil.fungsi),
        "struktur": list(profil.struktur),
        "pegawai": [(jenis, Decimal(jumlah)) for jenis, jumlah in profil.pegawai],
        "isu_strategis": _list(profil.isu_strategis),
    }


def _list(texts: tuple[str, ...]) -> list[tuple[Isi, Isi]]:
    return [(text, None) for text in texts]


def _pejabat(siapa: str, pejabat: Pejabat) -> dict[str, list[tuple[Isi, Isi]]]:
    return {
        f"{siapa}_jabatan": _list((pejabat.jabatan,)),
        f"{siapa}_nama": _list((pejabat.nama,)),
        f"{siapa}_pangkat": _list((pejabat.pangkat,)),
        f"{siapa}_nip": _list((pejabat.nip,)),
    }


def _profil_rows(values: Mapping[str, list[tuple[Isi, Isi]]]) -> list[Baris]:
    return [row for isian in ISIAN_PROFIL for row in _isian_rows(isian, values)]


def _isian_rows(isian: Isian, values: Mapping[str, list[tuple[Isi, Isi]]]) -> list[Baris]:
    given = values.get(isian.kunci, [])
    padded = given + [(None, None)] * (isian.baris - len(given))
    label = f"{isian.label} *" if isian.is_wajib else isian.label
    return [
        {
            "isian": label,
            "nilai": nilai,
            "rincian": rincian,
            "petunjuk": isian.catatan if position == 0 else None,
        }
        for position, (nilai, rincian) in enumerate(padded)
    ]


def _narasi_rows(narasi: Mapping[str, str]) -> list[Baris]:
    judul = dict(lembar.BAGIAN_NARASI)
    keys = [*judul, *(k for k in narasi if k not in judul)]
    return [{"kunci": k, "judul": judul.get(k, ""), "isi": narasi.get(k, "")} for k in keys]


def _indikator_row(tahun: int, i: Indikator) -> Baris:
    return {
        "id": i.id,
        "sasaran": i.sasaran_id,
        "nama": i.nama,
        "satuan": i.satuan,
        "iku": lembar.YA if i.is_iku else lembar.TIDAK,
        "polaritas": i.polaritas.value,
        f"target_{tahun}": _isi(i.target.nilai),
        f"realisasi_{tahun}": _isi(i.realisasi.nilai),
        **{f"target_tw{q}": _isi(t.nilai) for q, t in enumerate(i.target_triwulan)},
        **{f"realisasi_tw{q}": _isi(t.nilai) for q, t in enumerate(i.realisasi_triwulan)},
        **_by_year("realisasi", i.riwayat),
        **_by_year("target", i.riwayat_target),
        **_by_year("renstra", i.renstra),
        "standar": _standar(i),
        "standar_sumber": i.standar_nasional_sumber,
        "formula": i.formula or "",
        "agregasi": i.agregasi.value if i.agregasi else "",
        "batas": i.batas,
        "skala": i.skala,
        "nilai_predikat": "; ".join(f"{k}={format_plain(v)}" for k, v in i.nilai_predikat.items()),
        "definisi": i.definisi,
        "sumber_data": i.sumber_data,
        "penanggung_jawab": i.penanggung_jawab,
    }


def _by_year(jenis: str, figures: Mapping[int, Terukur]) -> dict[str, Isi]:
    return {f"{jenis}_{tahun}": _isi(t.nilai) for tahun, t in figures.items()}


def _standar(i: Indikator) -> Isi:
    if i.tanpa_standar_nasional:
        return lembar.TIDAK_ADA
    return None if i.standar_nasional is None else _isi(i.standar_nasional.nilai)


def _anggaran_row(a: Anggaran) -> Baris:
    return {
        "kode": a.kode,
        "nama": a.nama,
        "tingkat": a.tingkat,
        "sasaran": "; ".join(a.sasaran_ids),
        "pagu": _isi(a.pagu.nilai),
        "realisasi": _isi(a.realisasi.nilai),
        "sumber_dana": a.sumber_dana,
        "keluaran": a.keluaran,
        "keluaran_satuan": a.keluaran_satuan,
        "keluaran_target": _isi(a.keluaran_target.nilai) if a.keluaran_target else None,
        "keluaran_realisasi": _isi(a.keluaran_realisasi.nilai) if a.keluaran_realisasi else None,
    }


def _isi(nilai: Nilai | None) -> Isi:
    if isinstance(nilai, Rentang):
        return f"{format_plain(nilai.low)} s.d. {format_plain(nilai.high)}"
    return nilai
