"""The general kind of work: a step leaves files or words, and a decision takes one of its ways."""

from runut.core.sop.model import Langkah
from runut.office.works.kind import Fit, Kind, SopContext, proposed


def fit(context: SopContext, langkah: Langkah) -> Fit:
    if len({way.ke for way in langkah.lanjut if way.jika}) > 1:
        return proposed("Langkah ini memutuskan jalan selanjutnya.")
    if langkah.output:
        return proposed(f"Langkah ini meninggalkan {'; '.join(langkah.output)}.")
    return proposed("Langkah ini cukup dinyatakan selesai.")


UMUM = Kind(
    name="umum",
    title="Langkah umum",
    about="Meninggalkan berkas atau keterangan, dan memilih putusan bila langkahnya bercabang.",
    fit=fit,
    page="runut.office.works.umum.pages.general",
    words={
        "luar.ditetapkan": "menetapkan {nama} sebagai {peran}, pihak luar kantor",
        "luar.dicatat": "mencatat langkah {no} untuk pihak luar {pihak}, oleh {oleh}",
    },
)
