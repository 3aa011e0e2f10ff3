"""To sign: study the document that others checked, and put an electronic signature on it."""

from runut.core.case.definition import TANDA_TANGAN
from runut.core.sop.model import Langkah
from runut.core.sop.proposals.documents import maker_of, makes_document
from runut.core.words.acts import SIGNING, does
from runut.office.works.kind import Fit, Kind, SopContext, impossible, possible, proposed


def fit(context: SopContext, langkah: Langkah) -> Fit:
    maker = maker_of(context.sop, langkah)
    if maker is None:
        return impossible(
            "Tidak ada langkah sebelumnya yang meninggalkan naskah untuk ditandatangani."
        )
    name = "; ".join(maker.output)
    if does(langkah.kegiatan, SIGNING) and makes_document(maker):
        return proposed(f"Langkah {maker.no} menyusun {name}, yang ditandatangani di sini.")
    return possible(f"Langkah {maker.no} meninggalkan {name}, yang dapat ditandatangani.")


TANDATANGAN = Kind(
    name="tandatangan",
    title="Menelaah dan menandatangani",
    about="Membaca naskah yang sudah diparaf, lalu menandatanganinya secara elektronik atau basah.",
    fit=fit,
    page="runut.office.works.tandatangan.pages.sign",
    mark=TANDA_TANGAN,
    offer="runut.office.works.tandatangan.pages.record_instead",
    words={
        "tanda_tangan.elektronik": "tanda tangan elektronik ({cara}), sertifikat atas nama "
        "{sertifikat}",
        "tanda_tangan.basah": "mencatat tanda tangan basah {penanda_tangan}, {tanggal}; naskah "
        "asli disimpan di {tempat_asli}",
    },
)
