"""What a printed checkpoint is good for, said under it on the paper that carries it."""

from runut.core.report.blocks import Paragraph
from runut.core.report.cells import paragraph


def witness_note(titik_periksa: str) -> tuple[Paragraph, ...]:
    """Nothing where no checkpoint is printed."""
    if not titik_periksa:
        return ()
    return (
        paragraph(
            f"Titik periksa {titik_periksa} adalah sidik seluruh catatan kantor sampai lembar ini "
            "dicetak. Simpan lembar ini di luar komputer kantor: perintah runut verify --titik "
            f"{titik_periksa} menunjukkan apakah catatan sebelum itu ditulis ulang, dipotong, atau "
            "diganti salinan lama."
        ),
    )
