"""What the words of a report say against its figures, as findings with their section."""

from runut.core.findings import Finding, Level, Meaning, Place
from runut.core.kinerja.model import DataKinerja
from runut.core.report.claims.check import check_words, question_key
from runut.core.report.claims.model import Contradiction, Question, hashed_key
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.sections import Section, editable_sections

_LONGEST = 160
_ADVICE = (
    "Betulkan kalimatnya atau datanya. Bila kalimatnya benar, nyatakan benar dengan alasannya."
)
_NAMES = {
    "angka": ("Angka dalam kalimat", "Angka bukan angka indikatornya, tahunnya, atau perannya."),
    "arah": ("Arah dalam kalimat", "Naik, turun, tercapai, atau membaik tidak sesuai data."),
    "kelipatan": (
        "Kelipatan dalam kalimat",
        "Kali lipat, bagian, atau rentang tidak sesuai data.",
    ),
    "jumlah": ("Jumlah dalam kalimat", "Banyaknya indikator atau sasaran tidak sesuai data."),
    "uang": ("Uang dalam kalimat", "Pagu, realisasi, sisa, atau serapan tidak sesuai data."),
    "rata_rata": ("Rata-rata dalam kalimat", "Rata-rata capaian tidak sesuai data."),
    "efisiensi": ("Efisiensi dalam kalimat", "Efisien atau tidak berlawanan dengan hitungannya."),
    "urutan": (
        "Tertinggi atau terendah",
        "Indikator yang disebut bukan yang tertinggi atau terendah.",
    ),
    "kategori": ("Kategori dalam kalimat", "Kategori capaian tidak sesuai skala."),
    "predikat": ("Predikat dalam kalimat", "Predikat bukan predikat indikator atau tahun itu."),
    "pejabat": (
        "Nama pejabat",
        "Nama, gelar, jabatan, atau NIP bukan milik pejabat yang tercatat.",
    ),
    "instansi": ("Nama instansi", "Laporan menyebut instansi lain sebagai dirinya."),
    "tahun": ("Tahun dalam kalimat", "Tahun laporan, Renstra, atau Perjanjian Kinerja keliru."),
    "salinan": ("Uraian yang sama", "Uraian satu sasaran disalin ke sasaran lain."),
}
TANYA = "klaim.tanya"
MEANINGS = (
    *(Meaning(f"klaim.{kode}", Level.BLOCKER, nama, arti) for kode, (nama, arti) in _NAMES.items()),
    Meaning(
        TANYA,
        Level.INFO,
        "Kalimat yang perlu dijelaskan",
        "Hasil atau arah disebut tanpa indikatornya, dan data tidak seluruhnya demikian.",
    ),
)
"""What each code means."""


def claim_findings(draft: Draft) -> tuple[Finding, ...]:
    """One finding for each claim that the figures deny, then for each that is asked about;
    ``tentang`` is its key."""
    sections, checked = sections_of(draft.data), check_words(draft)
    denied = [one for one in checked.contradictions if one.bagian in sections]
    asked = [one for one in checked.questions if one.bagian in sections]
    return (
        *(finding_of(one, sections[one.bagian]) for one in denied),
        *(question_finding(one, sections[one.bagian]) for one in asked),
    )


def sections_of(data: DataKinerja) -> dict[str, Section]:
    return {section.key: section for section in editable_sections(data)}


def finding_of(one: Contradiction, section: Section) -> Finding:
    """Where it stands, what it says, and what the data say."""
    return Finding(
        f"klaim.{one.kode}",
        Level.BLOCKER,
        f"{section.bab}, bagian {section.title}: “{_short(one.kalimat)}” Tertulis {one.said}; "
        f"menurut data {one.known}.",
        _ADVICE,
        Place(bagian=one.bagian),
        tentang=claim_key(one),
    )


def claim_key(one: Contradiction) -> str:
    """Which claim it is: another sentence, or another figure behind it, is another claim."""
    return hashed_key("klaim-", one.kode, one.bagian, one.kalimat, one.said, one.known)


def question_finding(one: Question, section: Section) -> Finding:
    """What is asked, and where."""
    return Finding(
        TANYA,
        Level.INFO,
        f"{section.bab}, bagian {section.title}: “{_short(one.kalimat)}” Indikator mana yang "
        f"dimaksud dengan “{one.said}”?",
        "Sebut indikatornya dalam kalimat itu, atau jawab pada halaman bagiannya.",
        Place(bagian=one.bagian),
        tentang=question_key(one),
    )


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST].rstrip() + "…"
