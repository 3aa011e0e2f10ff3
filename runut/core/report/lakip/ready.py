"""Everything that is missing before publication: the board "siap terbit?"."""

from runut.core.findings import Finding, Level, Place
from runut.core.report.lakip.awards import award_lacks
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.keys import (
    ANALISIS,
    KATA_PENGANTAR,
    LANGKAH,
    LHE,
    PENGHARGAAN,
    RENCANA_LALU,
    penunjang_key,
    penyebab_key,
    solusi_key,
)
from runut.core.report.lakip.matrix import PENUNJANG, PENYEBAB, SOLUSI, Matriks, Sel
from runut.core.report.lakip.sections import Section, editable_sections
from runut.core.report.lakip.tindakan import is_answered, missed_without_plan, plans_due
from runut.core.report.lakip.wording import is_said, quoted
from runut.core.words.items import join_words

_RULE = "PermenPANRB Nomor 53 Tahun 2014, anak lampiran II/1, Bab III.A butir"
_WORDS = (PENYEBAB, SOLUSI, PENUNJANG)


def siap_terbit(draft: Draft, matriks: Matriks) -> tuple[Finding, ...]:
    """Everything that is missing before publication, with its section and chapter."""
    return (
        *_profile_findings(draft),
        *_agreement_findings(draft),
        *_section_findings(draft),
        *(_cell_finding(draft, sel) for sel in matriks.sels if not sel.is_filled),
        *_budget_findings(draft),
        *_award_findings(draft),
        *_action_findings(draft),
    )


def _award_findings(draft: Draft) -> list[Finding]:
    """An award is told with who gave it and when, or it cannot be proved."""
    return [
        Finding(
            "lakip.penghargaan",
            Level.WARNING,
            f"Bab III.C: penghargaan “{name}” belum menyebut {lacking}.",
            "Tulis tabel dengan kolom Penghargaan, Pemberi, dan Tanggal beserta tahunnya.",
            Place(bagian=PENGHARGAAN),
        )
        for name, lacking in award_lacks(draft.words.get(PENGHARGAAN, ""))
    ]


def _action_findings(draft: Draft) -> list[Finding]:
    """Plans that lack, answers that lack; a report without the sheets is told what it may say."""
    found = []
    without = missed_without_plan(draft)
    if without:
        found.append(
            Finding(
                "lakip.rencana_aksi",
                Level.INFO,
                f"Bab IV: {join_words(without)} belum mencapai target dan belum punya rencana aksi "
                "(apa, siapa, kapan, target).",
                "Isi lembar Rencana Aksi pada buku data.",
                Place(bagian=LANGKAH),
            )
        )
    open_ones = [one.id for one in plans_due(draft) if not one.hasil]
    if open_ones and not is_said(draft.words, RENCANA_LALU):
        found.append(
            Finding(
                "lakip.rencana_belum_dijawab",
                Level.WARNING,
                f"Bab IV: rencana aksi {join_words(open_ones)} belum dijawab dengan hasilnya.",
                "Isi kolom Hasil pada lembar Rencana Aksi.",
                Place(bagian=RENCANA_LALU),
            )
        )
    silent = [one.id for one in draft.data.rekomendasi if not is_answered(one)]
    if silent and not is_said(draft.words, LHE):
        found.append(
            Finding(
                "lakip.rekomendasi",
                Level.WARNING,
                f"Bab IV: rekomendasi {join_words(silent)} belum menyebut bagian laporan atau "
                "alasannya.",
                "Lengkapi lembar Tindak Lanjut pada buku data.",
                Place(bagian=LHE),
            )
        )
    return found


def _cell_finding(draft: Draft, sel: Sel) -> Finding:
    sasaran = next(one for one in draft.data.sasarans if one.id == sel.sasaran_id)
    label = draft.label_of(sasaran)
    return Finding(
        f"lakip.analisis{sel.nomor}",
        Level.WARNING,
        f"Bab III.A, {label}, analisis {sel.nomor} ({ANALISIS[sel.nomor - 1].lower()}) belum "
        f"lengkap: {'; '.join(sel.kurang)}.",
        _advice(draft, sel),
        Place(sel=sasaran.sel or None, bagian=sel.key),
        f"{_RULE} {sel.nomor}",
    )


def _advice(draft: Draft, sel: Sel) -> str:
    """Words are asked of who usually writes them; figures belong in the workbook."""
    section = next(one for one in editable_sections(draft.data) if one.key == sel.key)
    if any(lack.startswith(_WORDS) for lack in sel.kurang):
        return f"Tulis {section.ask}. Biasanya diisi oleh {section.writer}."
    if not draft.data.indikators_of(sel.sasaran_id):
        return "Isi lembar Indikator pada buku data."
    return f"Lengkapi buku data, atau jelaskan pada bagian {section.title}."


def _section_findings(draft: Draft) -> list[Finding]:
    """Required words outside the seven analyses; those inside belong to their cell."""
    inside = {
        key
        for sasaran in draft.data.sasarans
        for key in (penyebab_key(sasaran.id), solusi_key(sasaran.id), penunjang_key(sasaran.id))
    }
    return [
        _section_finding(section, draft.words.get(section.key, ""))
        for section in editable_sections(draft.data)
        if section.is_required
        and section.key not in inside
        and not is_said(draft.words, section.key)
    ]


def _section_finding(section: Section, text: str) -> Finding:
    lacking = f"hanya tertulis {quoted(text)}" if text else "belum diisi"
    return Finding(
        "lakip.bagian_kosong",
        Level.WARNING,
        f"{section.bab}, bagian {section.title} {lacking}.",
        f"Tulis {section.ask}. Biasanya diisi oleh {section.writer}.",
        Place(bagian=section.key),
        "PermenPANRB Nomor 53 Tahun 2014, anak lampiran II/1",
    )


def _profile_findings(draft: Draft) -> list[Finding]:
    profil = draft.data.profil
    found = []
    if not draft.data.sasarans:
        found.append(
            Finding(
                "lakip.tanpa_sasaran",
                Level.BLOCKER,
                "Bab III tidak dapat disusun karena belum ada sasaran.",
                "Isi lembar Sasaran dan Indikator pada buku data.",
            )
        )
    found += [
        Finding(
            "lakip.profil_kosong",
            Level.WARNING,
            f"Kata Pengantar: {name} belum diisi.",
            f"Isi {name} pada lembar Profil.",
            Place(bagian=KATA_PENGANTAR),
        )
        for name, value in (
            ("nama pimpinan", profil.pimpinan.nama),
            ("NIP pimpinan", profil.pimpinan.nip),
            ("kota", profil.kota),
        )
        if not value
    ]
    if profil.is_contoh:
        found.append(
            Finding(
                "lakip.data_contoh",
                Level.INFO,
                "Laporan dibuat dari data contoh dan menyatakannya pada setiap halaman.",
                "Ganti dengan data sebenarnya sebelum diterbitkan.",
            )
        )
    return found


def _agreement_findings(draft: Draft) -> list[Finding]:
    if draft.data.pk_tanggal:
        return []
    return [
        Finding(
            "lakip.pk_tanpa_tanggal",
            Level.WARNING,
            "Lampiran 1: tanggal Perjanjian Kinerja belum diisi.",
            "Isi tanggal sesuai naskah yang ditandatangani.",
            Place(bagian="lampiran1"),
        )
    ]


def _budget_findings(draft: Draft) -> list[Finding]:
    if draft.total.pagu and not draft.total.belum_diisi:
        return []
    number = draft.total.belum_diisi
    lacking = f"{number} angka pagu atau realisasi kosong" if number else "anggaran belum diisi"
    return [
        Finding(
            "lakip.anggaran",
            Level.WARNING,
            f"Bab III.B, realisasi anggaran: {lacking}.",
            "Lengkapi lembar Anggaran pada buku data.",
            Place(bagian="bab3.anggaran"),
            "PermenPANRB Nomor 53 Tahun 2014, anak lampiran II/1, Bab III.B",
        )
    ]
