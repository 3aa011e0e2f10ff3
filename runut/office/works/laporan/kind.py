"""To compose the report of the procedure: sections and figures become one frozen draft."""

from runut.core.sop.model import Langkah
from runut.core.sop.proposals.documents import makes_document
from runut.core.sop.proposals.ways_back import is_checking
from runut.core.words.acts import IMPROVING, main_act
from runut.office.reports.authorship import FREEZING
from runut.office.works.kind import Fit, Kind, SopContext, impossible, possible, proposed


def fit(context: SopContext, langkah: Langkah) -> Fit:
    if not context.report:
        return impossible("SOP ini tidak menyusun laporan.")
    if langkah in _freezing(context):
        return proposed("Langkah ini menyelesaikan naskah laporan sebelum diperiksa.")
    if is_checking(langkah):
        return impossible("Langkah ini memeriksa naskah, tidak menyusunnya.")
    return possible("Naskah laporan dapat disusun dan dibekukan pada langkah ini.")


def _freezing(context: SopContext) -> list[Langkah]:
    """The steps that finish the draft: those that improve it; where none does, the last that
    writes one before it is checked."""
    steps = context.sop.langkah
    improving = [one for one in steps if main_act(one.kegiatan) in IMPROVING]
    if improving:
        return improving
    first_check = next((row for row, one in enumerate(steps) if is_checking(one)), len(steps))
    return [one for one in steps[:first_check] if makes_document(one)][-1:]


LAPORAN = Kind(
    name=FREEZING,
    title="Menyempurnakan naskah laporan",
    about="Menindaklanjuti keputusan, melengkapi bagian, lalu membekukan draf untuk diperiksa.",
    fit=fit,
    page="runut.office.works.laporan.pages.improve",
    is_shared=True,
    notices="runut.office.works.laporan.notices.notices_of",
    words={
        "laporan.teks_disimpan": "menyimpan teks {judul} versi {versi}",
        "laporan.salinan_word": "menyiapkan salinan sunting {kode} untuk Word",
        "laporan.word_kembali": "mengunggah hasil sunting Word {kode}, {usul} usul",
        "laporan.usul_diputus": "memutus {jumlah} usul dari hasil sunting Word {kode}: {putusan}",
        "laporan.usulan_diputus": "memutus {jumlah} usulan Runut pada {judul}: {putusan}",
        "laporan.gambar_disimpan": "menyimpan gambar {judul} ({kode})",
        "laporan.dikomentari": "mengomentari {judul} untuk {untuk}",
        "laporan.komentar_ditutup": "menutup komentar pada {judul}",
        "laporan.klaim_dinyatakan_benar": "menyatakan benar kalimat yang berlawanan dengan data: "
        "{alasan}",
        "laporan.kalimat_dijelaskan": "menjelaskan kalimat pada {judul}: {jawaban}",
        "laporan.dibekukan": "membekukan naskah versi {versi} (kode {kode})",
        "laporan.ralat_diminta": "memulai ralat atas laporan berkode {kode}",
        "laporan.diralat": "membetulkan laporan berkode {kode} dengan ralat",
    },
)
