"""What a report is compared with: sources that were not made from it.

Where a source is missing the point that asks for it is left to a person, never answered "ya".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.perjanjian import Jawab, Perjanjian, SesuaiPK
from runut.core.kinerja.rekap import capaian_rows
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.facts import says_same
from runut.core.report.lakip.review.answers import Bukti

_NAMED = 3


@dataclass(frozen=True)
class Pembanding:
    """The sources at hand. Everything may be missing: then only the workbook was seen.

    ``perjanjian`` is the signed agreement and ``sesuai`` what the comparison of its targets gave;
    ``tahun_lalu`` the figures of the year before, as the office keeps them. ``naskah`` and
    ``tanda_tangan`` name the frozen and the signed document, ``laporan_lalu`` the signed report of
    the year before; "" where there is none. ``bukti`` is what else is at hand, by point.
    """

    perjanjian: Perjanjian | None = None
    sesuai: SesuaiPK | None = None
    tahun_lalu: DataKinerja | None = None
    naskah: str = ""
    tanda_tangan: str = ""
    laporan_lalu: str = ""
    bukti: Mapping[str, tuple[Bukti, ...]] = field(default_factory=dict)

    @property
    def is_pk_known(self) -> bool:
        """Whether the targets were really held against a signed agreement."""
        return self.sesuai is not None and self.sesuai.jawab is not Jawab.TIDAK_DIPERIKSA

    @property
    def why_pk_unknown(self) -> str:
        if self.sesuai is None:
            return "Perjanjian Kinerja tidak diperiksa di sini; cocokkan dengan naskahnya."
        return f"{self.sesuai.kalimat} Cocokkan dengan naskahnya."


HANYA_BUKU = Pembanding()
"""Only the workbook: what the command line has at hand."""


def different_targets(pembanding: Pembanding) -> str:
    """The targets that are not those of the signed agreement."""
    found = pembanding.sesuai.beda if pembanding.sesuai else ()
    return _some([one.kalimat.removesuffix(".") for one in found])


def different_sasaran(perjanjian: Perjanjian, data: DataKinerja) -> str:
    """The aims and sasaran with indicators that stand in the report or in the agreement alone.

    An agreement names an aim by its own indicators, some by its ID.
    """
    promised = list(dict.fromkeys(one.sasaran for one in perjanjian.janji))
    reported = [one for one in (*data.tujuans, *data.sasarans) if data.indikators_of(one.id)]
    known = [name for one in reported for name in (one.nama, one.id)]
    new = [
        one.nama for one in reported if not _is_among(one.nama, promised) and one.id not in promised
    ]
    return _some(
        [
            *(f"{one} tidak diperjanjikan" for one in new),
            *(f"{one} tidak dilaporkan" for one in promised if not _is_among(one, known)),
        ]
    )


def different_history(draft: Draft, before: DataKinerja) -> tuple[int, str]:
    """How many figures of last year could be compared with that year's own, and which differ."""
    own = {
        row.indikator.id: row.hasil.ukur_realisasi.nilai
        for row in capaian_rows(before)
        if row.hasil.bagian is None and row.hasil.ukur_realisasi.nilai is not None
    }
    known = [
        (row.indikator.nama, figure.nilai, own[row.indikator.id])
        for row in draft.counted
        if (figure := row.indikator.riwayat.get(before.tahun)) is not None
        and figure.nilai is not None
        and row.indikator.id in own
    ]
    odd = [f"realisasi {before.tahun} {name}" for name, here, there in known if here != there]
    return len(known), _some(odd)


def _is_among(one: str, others: list[str]) -> bool:
    return any(says_same(one, other) for other in others)


def _some(sentences: list[str]) -> str:
    """The first few, and how many more."""
    more = len(sentences) - _NAMED
    shown = sentences[:_NAMED] + ([f"dan {more} lagi"] if more > 0 else [])
    return "; ".join(shown)
