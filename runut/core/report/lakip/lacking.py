"""What a report still lacks for the points of its review: words, or nothing when all is there."""

from runut.core.kinerja.model import Indikator
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.keys import ISU, PEGAWAI, STRUKTUR, TUGAS, rencana_key
from runut.core.report.lakip.matrix import Matriks
from runut.core.report.lakip.wording import is_said, says_nothing
from runut.core.words.items import join_words


def missing_analyses(matriks: Matriks, nomor: int) -> str:
    """What analysis ``nomor`` still lacks, over all sasaran."""
    if not matriks.jumlah:
        return "sasaran"
    return "; ".join(part for sel in matriks.sels if sel.nomor == nomor for part in sel.kurang)


def missing_of_indicators(draft: Draft, what: str) -> str:
    """The indicators that lack a target, a data source or somebody who answers for them."""
    if not draft.rows:
        return "indikator kinerja"
    missing = []
    for row in draft.counted:
        above = _with_whole(draft, row.indikator)
        known: dict[str, object] = {
            "target": row.indikator.target.nilai is not None,
            "sumber data": any(not says_nothing(one.sumber_data) for one in above),
            "penanggung jawab": any(not says_nothing(one.penanggung_jawab) for one in above),
        }
        if not known[what]:
            missing.append(row.indikator.nama)
    return f"{what} {'; '.join(missing)}" if missing else ""


def _with_whole(draft: Draft, indikator: Indikator) -> list[Indikator]:
    """The indicator and what it is a part of: a part has the source and the owner of the whole."""
    return [indikator, *(one for one in draft.data.indikators if one.id == indikator.induk_id)]


def missing_profile(draft: Draft) -> str:
    """What the organisation has not told about itself."""
    profil, words = draft.data.profil, draft.words
    parts = (
        ("tugas", [profil.tugas], TUGAS),
        ("struktur organisasi", [name for name, _ in profil.struktur], STRUKTUR),
        ("jumlah pegawai", [name for name, _ in profil.pegawai], PEGAWAI),
        ("isu strategis", profil.isu_strategis, ISU),
    )
    return join_words(
        [
            name
            for name, texts, key in parts
            if all(map(says_nothing, texts)) and not is_said(words, key)
        ]
    )


def missing_plans(draft: Draft) -> str:
    """The sasaran without steps ahead."""
    if not draft.data.sasarans:
        return "sasaran"
    labels = [
        draft.label_of(one)
        for one in draft.data.sasarans
        if not is_said(draft.words, rencana_key(one.id))
    ]
    return f"langkah perbaikan {join_words(labels)}" if labels else ""


def missing_budget(draft: Draft) -> str:
    """What is not filled in of the budget."""
    if not draft.total.pagu:
        return "pagu anggaran"
    number = draft.total.belum_diisi
    return f"{number} angka pagu atau realisasi" if number else ""


def missing_renstra(draft: Draft) -> str:
    """The sasaran without a tujuan or without targets of the Renstra."""
    if not draft.data.sasarans:
        return "sasaran"
    lacking = [
        draft.label_of(one)
        for one in draft.data.sasarans
        if says_nothing(one.tujuan) or not any(row.indikator.renstra for row in draft.rows_of(one))
    ]
    return f"tujuan atau target Renstra {join_words(lacking)}" if lacking else ""
