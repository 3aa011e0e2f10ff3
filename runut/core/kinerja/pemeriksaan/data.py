"""Whether the data of a year hang together: references, sums, and figures that look like slips."""

from collections.abc import Container, Iterable, Iterator, Mapping

from runut.core.findings import Finding, Level
from runut.core.kinerja.keterkaitan import check_keterkaitan
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.pemeriksaan.anggaran import check_anggaran, check_induk
from runut.core.kinerja.pemeriksaan.indikator import check_indikator
from runut.core.kinerja.pemeriksaan.profil import check_profil
from runut.core.kinerja.pemeriksaan.temuan import finding_at

HANYA_DI_KANTOR = (
    "perubahan dan lonjakan dari versi yang berlaku",
    "kecocokan target dengan Perjanjian Kinerja yang ditandatangani",
    "kecocokan nama kantor dan pimpinan dengan catatan Kantor",
    "jawaban yang sudah diberikan atas temuan",
    "bukti setiap angka",
)
"""What a workbook alone cannot be compared with: only the office keeps it."""

_NO_PLACES: Mapping[str, str] = {}


def check_data(
    data: DataKinerja,
    *,
    ditolak: Container[str] = frozenset(),
    tempat: Mapping[str, str] = _NO_PLACES,
) -> tuple[Finding, ...]:
    """Every finding about the data as a whole; the places are those of its cells.

    The same for every way of entry. ``ditolak`` are places that were refused already: nothing
    follows from their emptiness. ``tempat`` says where the lines of the office stand.
    """
    return (
        *_emptiness(data),
        *_doubles("ID sasaran", ((s.id, s.sel) for s in data.simpul)),
        *_doubles("ID indikator", ((i.id, i.sel) for i in data.indikators)),
        *_doubles("Kode anggaran", ((a.kode, a.sel) for a in data.anggaran)),
        *_doubles("Analisis sasaran", ((a.sasaran_id, a.sel) for a in data.analisis)),
        *_doubles("ID pembanding", ((p.id, p.sel) for p in data.pembanding)),
        *_doubles("ID rencana aksi", ((r.id, r.sel) for r in data.rencana_aksi)),
        *_doubles("ID rekomendasi", ((r.id, r.sel) for r in data.rekomendasi)),
        *_doubles("ID pemanfaatan", ((p.id, p.sel) for p in data.pemanfaatan)),
        *_same_names(data),
        *_references(data),
        *_unanswered(data),
        *_unprinted(data),
        *(f for f in check_profil(data, tempat) if f.letak.sel not in ditolak),
        *(f for i in data.indikators for f in check_indikator(i, data.tahun, ditolak=ditolak)),
        *check_anggaran(data, ditolak=ditolak),
        *check_induk(data, ditolak=ditolak),
        *(f for f in check_keterkaitan(data) if f.letak.sel not in ditolak),
    )


def _emptiness(data: DataKinerja) -> Iterator[Finding]:
    if not data.sasarans:
        yield finding_at(
            "tanpa_sasaran",
            "Sasaran!A4",
            "belum ada sasaran.",
            "Isi paling sedikit satu sasaran.",
            Level.BLOCKER,
        )
    if not data.indikators:
        yield finding_at(
            "tanpa_indikator",
            "Indikator!A4",
            "belum ada indikator.",
            "Isi paling sedikit satu indikator.",
            Level.BLOCKER,
        )
    for sasaran in data.sasarans:
        is_above = any(one.induk_id == sasaran.id for one in data.sasarans)
        if data.indikators and not data.indikators_of(sasaran.id) and not is_above:
            yield finding_at(
                "sasaran_tanpa_indikator",
                sasaran.sel,
                f"sasaran {sasaran.id} belum punya indikator.",
                "Tambahkan indikatornya pada lembar Indikator.",
                tentang=sasaran.id,
            )


def _doubles(apa: str, ids: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    first: dict[str, tuple[str, str]] = {}
    for kode, sel in ids:
        like = "".join(c for c in kode.casefold() if c.isalnum() or c == ".")
        known, where = first.get(like, ("", ""))
        if known == kode != "":
            yield finding_at(
                "id_ganda",
                sel,
                f"{apa} '{kode}' sudah dipakai di sel {where.partition('!')[2]}.",
                "Pakai ID yang berbeda.",
                Level.BLOCKER,
                tentang=f"{apa} {kode}",
            )
        elif known:
            yield finding_at(
                "id_mirip",
                sel,
                f"{apa} '{kode}' mirip '{known}' di sel {where.partition('!')[2]}.",
                "Pastikan keduanya memang berbeda.",
                tentang=f"{apa} {kode} {known}",
            )
        elif like:
            first[like] = (kode, sel)


def _same_names(data: DataKinerja) -> Iterator[Finding]:
    """Two indicators or two sasaran of one name: most often one typed twice."""
    for apa, things in (
        ("Sasaran", [(s.nama, "", s.id, s.sel) for s in data.simpul]),
        ("Indikator", [(f"{i.induk_id} {i.nama}", i.satuan, i.id, i.sel) for i in data.indikators]),
    ):
        first: dict[tuple[str, str], str] = {}
        for nama, satuan, kode, sel in things:
            like = (_plain(nama), _plain(satuan))
            if like[0] and like in first:
                yield finding_at(
                    "nama_ganda",
                    sel,
                    f"{apa} '{nama.strip()}' ({kode}) bernama sama dengan {first[like]}.",
                    "Hapus salah satunya, atau bedakan namanya.",
                    tentang=f"{kode} {first[like]}",
                )
            first.setdefault(like, kode)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace(".", " ").replace(",", " ").split())


def _references(data: DataKinerja) -> Iterator[Finding]:
    known = {s.id for s in data.simpul}
    measured = {i.id for i in data.indikators}
    uses = [
        *((i.sasaran_id, i.sel) for i in data.indikators),
        *((s, a.sel) for a in data.anggaran for s in a.sasaran_ids),
        *((a.sasaran_id, a.sel) for a in data.analisis if a.sasaran_id not in measured),
    ]
    for kode, sel in uses:
        if kode and kode not in known:
            yield finding_at(
                "sasaran_tidak_dikenal",
                sel,
                f"baris ini menyebut sasaran '{kode}' yang tidak ada di lembar Sasaran.",
                f"Pakai salah satu: {', '.join(sorted(known)) or 'belum ada sasaran'}.",
                Level.BLOCKER,
                tentang=kode,
            )
    for kode, sel in (
        *((p.indikator_id, p.sel) for p in data.pembanding),
        *((r.indikator_id, r.sel) for r in data.rencana_aksi),
    ):
        if kode and kode not in measured:
            yield finding_at(
                "indikator_tidak_dikenal",
                sel,
                f"baris ini menyebut indikator '{kode}' yang tidak ada di lembar Indikator.",
                "Pakai ID dari lembar Indikator.",
                Level.BLOCKER,
                tentang=kode,
            )


def _unanswered(data: DataKinerja) -> Iterator[Finding]:
    """A plan of action of this year, when its indicator has been measured and nothing is said."""
    measured = {i.id for i in data.indikators if i.realisasi.nilai is not None}
    for one in data.rencana_aksi:
        is_due = one.tahun_kerja(data.tahun) <= data.tahun and one.indikator_id in measured
        if is_due and not one.hasil:
            yield finding_at(
                "rencana_aksi_belum_dijawab",
                one.sel,
                f"rencana aksi {one.id} untuk {one.indikator_id} belum punya hasil.",
                "Isi kolom Hasil: apa yang terlaksana, atau sebabnya belum.",
                tentang=f"{one.id} {one.rencana}",
            )


def _unprinted(data: DataKinerja) -> Iterator[Finding]:
    """Programmes and plans are told of a sasaran; on the row of an indicator nothing shows them."""
    nodes = {s.id for s in data.simpul}
    for one in data.analisis:
        if one.sasaran_id in nodes or not (one.program_penunjang or one.rencana):
            continue
        yield finding_at(
            "analisis_indikator_tidak_dicetak",
            one.sel,
            f"program penunjang dan rencana pada baris {one.sasaran_id} tidak dicetak.",
            "Tulis pada baris sasarannya, atau pada lembar Rencana Aksi.",
            tentang=one.sasaran_id,
        )
