"""The steps of a meeting: called, invited to, made ready, opened, discussed and recorded.

They fit only where the SOP holds a meeting.
"""

import re
from typing import Final

from runut.core.sop.model import SOP, Langkah
from runut.core.words.acts import ASSIGNING, CHECKING, LEADING, MEETING, SIGNING, does, main_act
from runut.core.words.verbs import act_key, keys
from runut.office.works.kind import Fit, Kind, SopContext, impossible, possible, proposed

_MEETING: Final = re.compile(r"\b(?:rapat|pertemuan|musyawarah|sidang)\b", re.IGNORECASE)
_INVITATION: Final = re.compile(r"\bundangan\b", re.IGNORECASE)
_READINESS: Final = re.compile(
    r"\b(?:ruang(?:an)?\b.*\brapat|daftar hadir|kesiapan(?:nya)? rapat|bahan rapat)", re.IGNORECASE
)
_PREPARING: Final = frozenset(map(act_key, ("menyiapkan", "menyediakan", "menata")))
_HOLDING: Final = frozenset(map(act_key, ("mengadakan", "menyelenggarakan", "melaksanakan")))
_RECEIVING: Final = frozenset(map(act_key, ("menerima", "mengarsipkan", "menghadiri")))

NO_MEETING: Final = impossible("SOP ini tidak mengadakan rapat.")


def _is_discussed(langkah: Langkah) -> bool:
    return bool(keys(langkah.kegiatan) & MEETING)


def _is_opened(langkah: Langkah) -> bool:
    is_led = main_act(langkah.kegiatan) in LEADING | _HOLDING
    return is_led and bool(_MEETING.search(langkah.kegiatan))


def _holds(langkah: Langkah) -> bool:
    return _is_opened(langkah) or _is_discussed(langkah)


def holds_meeting(sop: SOP) -> bool:
    """Whether the procedure holds a meeting: some step leads or discusses, and it is called so."""
    words = (f"{one.kegiatan} {' '.join(one.output)}" for one in sop.langkah)
    return any(map(_holds, sop.langkah)) and any(map(_MEETING.search, words))


def _still_to_be_held(context: SopContext, langkah: Langkah) -> Langkah | None:
    """The step below that opens or discusses the meeting which ``langkah`` could prepare."""
    if not holds_meeting(context.sop):
        return None
    return next((one for one in context.after(langkah) if _holds(one)), None)


def _fit_before(context: SopContext, langkah: Langkah, is_meant: bool, why: str) -> Fit:
    held = _still_to_be_held(context, langkah)
    if held is None:
        return NO_MEETING
    words = f"{why} Rapatnya pada langkah {held.no}."
    return proposed(words) if is_meant else possible(f"Rapat diadakan pada langkah {held.no}.")


def fit_call(context: SopContext, langkah: Langkah) -> Fit:
    after = context.after(langkah)[:1]
    about = " ".join((langkah.kegiatan, *langkah.kelengkapan, *langkah.output))
    is_next = any(_is_invitation(one) or _is_readiness(one) for one in after)
    is_meant = main_act(langkah.kegiatan) in ASSIGNING and (bool(_MEETING.search(about)) or is_next)
    return _fit_before(context, langkah, is_meant, "Kegiatannya memerintahkan persiapan rapat.")


def fit_invitation(context: SopContext, langkah: Langkah) -> Fit:
    is_last = _is_invitation(langkah) and not any(
        _is_invitation(one) for one in _until_held(context, langkah)
    )
    return _fit_before(context, langkah, is_last, "Kegiatannya mengundang peserta rapat.")


def fit_readiness(context: SopContext, langkah: Langkah) -> Fit:
    is_meant = _is_readiness(langkah)
    return _fit_before(context, langkah, is_meant, "Kegiatannya menyiapkan ruang rapat.")


def fit_opening(context: SopContext, langkah: Langkah) -> Fit:
    if not holds_meeting(context.sop):
        return NO_MEETING
    after = context.after(langkah)
    if not _is_opened(langkah):
        return possible("SOP ini mengadakan rapat; pembukaannya dapat dicatat pada langkah ini.")
    if any(map(_is_discussed, after)):
        return proposed("Kegiatannya memimpin atau membuka rapat.")
    return possible("Kegiatannya mengadakan rapat.")


def fit_discussion(context: SopContext, langkah: Langkah) -> Fit:
    if not holds_meeting(context.sop):
        return NO_MEETING
    if _is_discussed(langkah):
        return proposed("Kegiatannya membahas; hasil dan keputusannya menjadi notula.")
    if _is_opened(langkah):
        return proposed("Rapat diadakan pada langkah ini; hasilnya menjadi notula.")
    return possible("SOP ini mengadakan rapat; notulanya dapat ditulis pada langkah ini.")


def _is_invitation(langkah: Langkah) -> bool:
    no_making = CHECKING | SIGNING | _RECEIVING
    return bool(_INVITATION.search(langkah.kegiatan)) and not (
        does(langkah.kegiatan, no_making) or main_act(langkah.kegiatan) in no_making | ASSIGNING
    )


def _is_readiness(langkah: Langkah) -> bool:
    return bool(_READINESS.search(langkah.kegiatan)) and main_act(langkah.kegiatan) in _PREPARING


def _until_held(context: SopContext, langkah: Langkah) -> list[Langkah]:
    found = []
    for one in context.after(langkah):
        if _holds(one):
            break
        found.append(one)
    return found


_WORDS: Final = {
    "rapat.dipanggil": "memanggil rapat: {acara}",
    "rapat.fakta_diubah": "mengubah data rapat",
    "rapat.tamu_ditambah": "menambah tamu rapat",
    "rapat.undangan_dihapus": "menghapus nama dari daftar undangan",
    "rapat.undangan_disampaikan": "mencatat penyampaian undangan",
    "rapat.penyampaian_dibatalkan": "membatalkan catatan penyampaian undangan",
    "rapat.surel_diminta": "mengirim undangan lewat surel",
    "rapat.undangan_dibaca": "undangan dibaca oleh {nama}",
    "rapat.undangan_dijawab": "undangan dijawab oleh {nama}: {jawaban}",
    "rapat.rapat_dibatalkan": "membatalkan rapat",
    "rapat.kesiapan_diperiksa": "memeriksa kesiapan rapat",
    "rapat.kesiapan_dilaporkan": "melaporkan kesiapan rapat",
    "rapat.dibuka": "membuka rapat",
    "rapat.hadir": "mencatat kehadiran",
    "rapat.hadir_susulan": "mencatat kemudian kehadiran menurut daftar kertas",
    "rapat.layar_dibuka": "membuka layar kehadiran",
    "rapat.layar_ditutup": "menutup layar kehadiran",
    "rapat.hadir_dibatalkan": "membatalkan catatan kehadiran",
    "rapat.pembahasan_disimpan": "menulis jalannya pembahasan",
    "rapat.keputusan_dicatat": "mencatat keputusan {urutan}: {isi}",
    "rapat.keputusan_diubah": "mengubah keputusan {urutan}: {isi}",
    "rapat.keputusan_dihapus": "menghapus keputusan {urutan}",
    "rapat.keputusan_ditangani": "menindaklanjuti keputusan {urutan}",
    "rapat.keputusan_dibuka_lagi": "membuka lagi keputusan {urutan}",
    "rapat.ditutup": "menutup rapat",
    "rapat.notula_dinyatakan": "menyatakan notula sesuai, sebagai {sebagai}",
}

_LETTER_WORDS: Final = {
    "surat.disusun": "menyusun draf {nama}",
    "surat.diperiksa": "memeriksa {nama}",
    "surat.dikembalikan": "mengembalikan draf {nama}",
    "surat.dinomori": "memberi nomor {nomor} pada {nama}",
    "surat.ditandatangani": "menandatangani {nama} secara elektronik, nomor {nomor}",
    "surat.ditandatangani_basah": "mencatat tanda tangan basah {oleh} pada {nama}",
    "surat.diambil_kembali": "mengambil {nama} yang ditandatangani di aplikasi lain, nomor {nomor}",
    "surat.dikirim": "mencatat {nama} terkirim",
    "surat.dibatalkan": "membatalkan {nama} nomor {nomor}",
}

PANGGIL_RAPAT: Final = Kind(
    name="panggil_rapat",
    title="Menugaskan persiapan rapat",
    about="Menunjuk siapa yang menyiapkan rapat, dan menetapkan hari, jam, serta tempatnya.",
    fit=fit_call,
    page="runut.office.works.rapat.pages.assigning.assignment",
    words=_WORDS,
)
UNDANGAN: Final = Kind(
    name="undangan",
    title="Undangan rapat",
    about="Menyusun undangan, memberinya nomor, dan mencatat penyampaiannya kepada setiap orang.",
    fit=fit_invitation,
    page="runut.office.works.rapat.pages.inviting.invitation",
    notices="runut.office.works.rapat.letters.letters_waiting",
    words=_LETTER_WORDS,
)
KESIAPAN: Final = Kind(
    name="kesiapan",
    title="Ruang, daftar hadir, kesiapan rapat",
    about="Memeriksa kesiapan ruang, menyusun daftar hadir, lalu melaporkannya.",
    fit=fit_readiness,
    page="runut.office.works.rapat.pages.preparing.readiness",
)
BUKA_RAPAT: Final = Kind(
    name="buka_rapat",
    title="Membuka rapat",
    about="Mencatat pembukaan rapat, notulisnya, dan siapa yang hadir.",
    fit=fit_opening,
    page="runut.office.works.rapat.pages.opening.opening",
)
BAHAS: Final = Kind(
    name="bahas",
    title="Pembahasan dan notula",
    about="Mencatat pembahasan dan keputusan rapat, lalu menutupnya dengan notula.",
    fit=fit_discussion,
    page="runut.office.works.rapat.pages.discussing.discussion",
    is_shared=True,
    side_door="runut.office.works.rapat.pages.discussing.note_takers_page",
    notices="runut.office.works.rapat.queries.notices_of",
)
BEFORE, HELD, RECORDED = (PANGGIL_RAPAT, UNDANGAN, KESIAPAN), (BUKA_RAPAT,), (BAHAS,)
"""The parts of a meeting in their order: what prepares it, holds it, records it."""
