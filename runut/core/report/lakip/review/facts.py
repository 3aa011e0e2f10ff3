"""What a machine sees in a report, said as a fact: how many of how many, and where. No verdict."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.keys import penunjang_key, penyebab_key, rencana_key, solusi_key
from runut.core.report.lakip.wording import (
    SEDIKIT_KATA,
    copies_in,
    has_number,
    is_short,
    names_cause,
    says_nothing,
)


@dataclass(frozen=True)
class Fakta:
    """A fact: ``jumlah`` of ``dari`` things are so, ``letak`` names them."""

    kode: str
    kalimat: str
    jumlah: int
    dari: int
    letak: tuple[str, ...] = ()

    @property
    def needs_look(self) -> bool:
        """Whether a checker should open the places: not where it only counts what is there."""
        return self.jumlah > 0 and self.kode not in _ONLY_COUNTED


_ONLY_COUNTED = ("terukur", "standar_nasional")


@dataclass(frozen=True)
class _Uraian:
    """Words that somebody wrote about a sasaran, and what the report calls that place."""

    letak: str
    teks: str


_PARTS = (
    ("penyebab", penyebab_key),
    ("solusi", solusi_key),
    ("penunjang", penunjang_key),
    ("langkah perbaikan", rencana_key),
)


def facts_of(draft: Draft) -> tuple[Fakta, ...]:
    """In the order in which a reader asks: figures, standards, then the words."""
    written = list(_written(draft))
    reasons = [one for one in written if one.letak.endswith("penyebab")]
    return (
        _measured(draft),
        *_standards(draft),
        _as_planned(draft),
        _words(
            "hanya_ya",
            "uraian hanya berisi kata seperti “ya”, “sudah”, atau tanda hubung",
            written,
            says_nothing,
        ),
        _words("pendek", f"uraian kurang dari {SEDIKIT_KATA} kata", written, is_short),
        _words("tanpa_angka", "uraian penyebab tanpa angka", reasons, lambda t: not has_number(t)),
        _words(
            "tanpa_sebab",
            "uraian penyebab tanpa kata sebab (karena, akibat, faktor, hambatan, dan sejenisnya)",
            reasons,
            lambda t: not names_cause(t),
        ),
        _copies(written),
    )


def _written(draft: Draft) -> Iterator[_Uraian]:
    for sasaran in draft.data.sasarans:
        for name, key_of in _PARTS:
            if text := draft.words.get(key_of(sasaran.id)):
                yield _Uraian(f"{draft.label_of(sasaran)}, {name}", text)


def _words(kode: str, what: str, texts: list[_Uraian], is_so: Callable[[str], bool]) -> Fakta:
    found = tuple(one.letak for one in texts if is_so(one.teks))
    return Fakta(kode, f"{len(found)} dari {len(texts)} {what}.", len(found), len(texts), found)


def _copies(written: list[_Uraian]) -> Fakta:
    pairs = copies_in([one.teks for one in written])
    letak = tuple(f"{written[one].letak} seperti {written[other].letak}" for one, other in pairs)
    return Fakta(
        "salinan",
        f"{len(pairs)} dari {len(written)} uraian hampir sama dengan uraian lain.",
        len(pairs),
        len(written),
        letak,
    )


def _measured(draft: Draft) -> Fakta:
    rekap = draft.rekap
    open_ = tuple(row.indikator.nama for row in draft.counted if row.hasil.capaian is None)
    return Fakta(
        "terukur",
        f"{rekap.terukur} dari {rekap.jumlah} indikator terukur setahun penuh.",
        rekap.terukur,
        rekap.jumlah,
        open_,
    )


def _standards(draft: Draft) -> tuple[Fakta, ...]:
    rows = draft.counted
    having = {row.sasaran.id for row in rows if row.indikator.standar_nasional is not None}
    has = sum(row.indikator.standar_nasional is not None for row in rows)
    none = [
        row.indikator.nama
        for row in rows
        if row.indikator.standar_nasional is None and not row.indikator.tanpa_standar_nasional
    ]
    denied = len(rows) - has - len(none)
    number = len(draft.data.sasarans)
    return (
        Fakta(
            "standar_nasional",
            f"{len(having)} dari {number} sasaran dibandingkan dengan standar nasional "
            f"({has} dari {len(rows)} indikator; {denied} dinyatakan tidak ada standarnya).",
            len(having),
            number,
        ),
        Fakta(
            "standar_tidak_disebut",
            f"{len(none)} dari {len(rows)} indikator tidak menyebut ada atau tidaknya standar "
            "nasional.",
            len(none),
            len(rows),
            tuple(none),
        ),
    )


def _as_planned(draft: Draft) -> Fakta:
    planned = [
        (row.indikator.nama, row.indikator.target.nilai, figure.nilai)
        for row in draft.counted
        if (figure := row.indikator.renstra.get(draft.tahun)) and figure.nilai is not None
    ]
    other = tuple(name for name, target, plan in planned if target != plan)
    return Fakta(
        "target_renstra",
        f"{len(other)} dari {len(planned)} target tahun {draft.tahun} berbeda dari target Renstra "
        "tahun itu.",
        len(other),
        len(planned),
        other,
    )
