"""To check: read a document that an earlier step has left, and give paraf on it."""

from runut.core.case.definition import PARAF
from runut.core.sop.model import Langkah
from runut.core.sop.proposals.documents import maker_of, makes_document
from runut.core.sop.proposals.ways_back import is_checking
from runut.office.works.kind import Fit, Kind, SopContext, impossible, possible, proposed


def fit(context: SopContext, langkah: Langkah) -> Fit:
    maker = maker_of(context.sop, langkah)
    if maker is None:
        return impossible("Tidak ada langkah sebelumnya yang meninggalkan naskah untuk diperiksa.")
    name = "; ".join(maker.output)
    if is_checking(langkah) and makes_document(maker):
        return proposed(f"Langkah {maker.no} menyusun {name}, yang diperiksa di sini.")
    return possible(f"Langkah {maker.no} meninggalkan {name}, yang dapat diperiksa dan diparaf.")


PERIKSA = Kind(
    name="periksa",
    title="Memeriksa dan memaraf",
    about="Membaca naskah dari langkah sebelumnya, lalu memaraf atau mengembalikannya.",
    fit=fit,
    page="runut.office.works.periksa.pages.check",
    mark=PARAF,
)
