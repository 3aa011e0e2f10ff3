"""To assign: say who does what follows; the order leaves a paper of itself."""

from runut.core.sop.model import Langkah
from runut.core.words.acts import ASSIGNING, main_act
from runut.office.works.kind import Fit, Kind, SopContext, impossible, possible, proposed


def fit(context: SopContext, langkah: Langkah) -> Fit:
    if not context.after(langkah):
        return impossible("Tidak ada langkah sesudahnya yang dapat ditugaskan.")
    if main_act(langkah.kegiatan) in ASSIGNING:
        return proposed("Kegiatannya memberi tugas kepada pelaksana langkah berikutnya.")
    return possible("Langkah berikutnya dapat ditugaskan kepada seorang pegawai.")


PENUGASAN = Kind(
    name="penugasan",
    title="Menugaskan",
    about="Menunjuk siapa yang mengerjakan langkah berikutnya; perintahnya tercatat.",
    fit=fit,
    page="runut.office.works.penugasan.pages.assignment",
)
