"""What stands in the rows of the data workbook: from the year's data, or empty lines to fill."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import zip_longest

from runut.core.kinerja import lembar
from runut.core.kinerja.angka import format_plain
from runut.core.kinerja.lembar import ISIAN_PROFIL, Isian
from runut.core.kinerja.lembar_pilihan import (
    PEMANFAATAN,
    PEMBANDING,
    PILIHAN,
    RENCANA_AKSI,
    TINDAK_LANJUT,
)
from runut.core.kinerja.model import (
    Anggaran,
    DataKinerja,
    Indikator,
    Pejabat,
    Rentang,
    Sasaran,
    Terukur,
)

Isi = str | Decimal | None
Baris = Mapping[str, Isi]


def sheet_rows(data: DataKinerja) -> dict[str, list[Baris]]:
    """The rows of every sheet, by column key."""
    return {
        lembar.PROFIL: _profil_rows(_profil_values(data)),
        lembar.SASARAN: [
            *(_sasaran_row(s, lembar.TUJUAN_JENIS) for s in data.tujuans),
            *(_sasaran_row(s, "") for s in data.sasarans),
        ],
        lembar.INDIKATOR: [_indikator_row(data.tahun, i) for i in data.indikators],
        lembar.ANGGARAN: [_anggaran_row(a) for a in data.anggaran],
        lembar.ANALISIS: [
            {
                "sasaran": a.sasaran_id,
                "penyebab": a.penyebab,
                "solusi": a.solusi,
                "program_penunjang": a.program_penunjang,
                "rencana": a.rencana,
                "pendorong": a.pendorong,
                "hambatan": a.hambatan,
            }
            for a in data.analisis
        ],
        lembar.NARASI: _narasi_rows(data.narasi),
        **optional_rows(data),
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
        **{nama: [] for nama in PILIHAN},
    }


def optional_rows(data: DataKinerja) -> dict[str, list[Baris]]:
    """The rows of the sheets that a workbook may hold besides the six."""
    return {
        PEMBANDING: [
            {
                "id": one.id,
                "indikator": one.indikator_id,
                "nama": one.nama,
                "nilai": _isi(one.nilai),
                "tahun": _year(one.tahun),
                "sumber": one.sumber,
            }
            for one in data.pembanding
        ],
        RENCANA_AKSI: [
            {
                "id": one.id,
                "indikator": one.indikator_id,
                "rencana": one.rencana,
                "penanggung_jawab": one.penanggung_jawab,
                "batas_waktu": one.batas_waktu,
                "target": one.target,
                "tahun": _year(one.tahun),
                "hasil": one.hasil,
                "bukti": one.bukti,
            }
            for one in data.rencana_aksi
        ],
        TINDAK_LANJUT: [
            {
                "id": one.id,
                "rekomendasi": one.rekomendasi,
                "tindak_lanjut": one.tindak_lanjut,
                "bagian": one.bagian,
                "status": one.status or "",
                "alasan": one.alasan,
                "bukti": one.bukti,
            }
            for one in data.rekomendasi
        ],
        PEMANFAATAN: [
            {
                "id": one.id,
                "angka": one.angka,
                "bidang": one.bidang or "",
                "perubahan": one.perubahan,
                "bukti": one.bukti,
            }
            for one in data.pemanfaatan
        ],
    }


def _year(tahun: int | None) -> Isi:
    return None if tahun is None else Decimal(tahun)


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
        "kertas": _list((profil.kertas,)) if profil.kertas != lembar.KERTAS[0] else [],
        "misi": _list(profil.misi),
        "tugas": _list((profil.tugas,)),
        "fungsi": _list(profil.fungsi),
        "struktur": list(profil.struktur),
        "pegawai": _people(profil.pegawai),
        "pegawai_jabatan": _people(profil.pegawai_jabatan),
        "pegawai_golongan": _people(profil.pegawai_golongan),
        "isu_strategis": list(
            zip_longest(profil.isu_strategis, profil.isu_rincian[: len(profil.isu_strategis)])
        ),
    }


def _list(texts: tuple[str, ...]) -> list[tuple[Isi, Isi]]:
    return [(text, None) for text in texts]


def _people(groups: tuple[tuple[str, int], ...]) -> list[tuple[Isi, Isi]]:
    return [(jenis, Decimal(jumlah)) for jenis, jumlah in groups]


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


def _sasaran_row(s: Sasaran, jenis: str) -> Baris:
    return {
        "id": s.id,
        "nama": s.nama,
        "tujuan": s.tujuan,
        "jenis": jenis,
        "induk": s.induk_id,
        "misi": s.misi,
    }


def _indikator_row(tahun: int, i: Indikator) -> Baris:
    return {
        "id": i.id,
        "sasaran": i.sasaran_id,
        "nama": i.nama,
        "satuan": i.satuan,
        "iku": lembar.YA if i.is_iku else lembar.TIDAK,
        "polaritas": i.polaritas.value,
        f"target_{tahun}": _isi(i.target),
        f"realisasi_{tahun}": _isi(i.realisasi),
        **{f"target_tw{q}": _isi(t) for q, t in enumerate(i.target_triwulan)},
        **{f"realisasi_tw{q}": _isi(t) for q, t in enumerate(i.realisasi_triwulan)},
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
        "induk": i.induk_id,
        "cara_hitung": i.cara_hitung,
        "pembilang": i.pembilang,
        "penyebut": i.penyebut,
        "frekuensi": i.frekuensi,
        "tahun_dasar": _year(i.tahun_dasar),
        "dasar": _optional(i.dasar),
        "berubah_tahun": _year(i.berubah_tahun),
        "perubahan_definisi": i.perubahan_definisi,
    }


def _by_year(jenis: str, figures: Mapping[int, Terukur]) -> dict[str, Isi]:
    return {f"{jenis}_{tahun}": _isi(t) for tahun, t in figures.items()}


def _standar(i: Indikator) -> Isi:
    if i.tanpa_standar_nasional:
        return lembar.TIDAK_ADA
    return _optional(i.standar_nasional)


def _anggaran_row(a: Anggaran) -> Baris:
    return {
        "kode": a.kode,
        "nama": a.nama,
        "tingkat": a.tingkat,
        "sasaran": "; ".join(_share(a, kode) for kode in a.sasaran_ids),
        "pagu": _isi(a.pagu),
        "realisasi": _isi(a.realisasi),
        "sumber_dana": a.sumber_dana,
        "keluaran": a.keluaran,
        "keluaran_satuan": a.keluaran_satuan,
        "keluaran_target": _optional(a.keluaran_target),
        "keluaran_realisasi": _optional(a.keluaran_realisasi),
        "pagu_awal": _optional(a.pagu_awal),
        "pagu_pergeseran": _optional(a.pagu_pergeseran),
        "pagu_perubahan": _optional(a.pagu_perubahan),
        **{f"realisasi_tw{q}": _isi(t) for q, t in enumerate(a.realisasi_triwulan)},
        "gaji": lembar.YA if a.is_gaji else "",
        "tenaga_rencana": _optional(a.tenaga_rencana),
        "tenaga_realisasi": _optional(a.tenaga_realisasi),
        "hari_rencana": _optional(a.hari_rencana),
        "hari_realisasi": _optional(a.hari_realisasi),
    }


def _share(a: Anggaran, kode: str) -> str:
    return f"{kode}={format_plain(a.bagian[kode])}" if kode in a.bagian else kode


def _optional(terukur: Terukur | None) -> Isi:
    return None if terukur is None else _isi(terukur)


def _isi(terukur: Terukur) -> Isi:
    """The words of a figure as they were typed, else its value."""
    if terukur.tulisan is not None:
        return terukur.tulisan.teks
    nilai = terukur.nilai
    if isinstance(nilai, Rentang):
        return f"{format_plain(nilai.low)} s.d. {format_plain(nilai.high)}"
    return nilai
