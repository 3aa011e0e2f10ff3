"""What the workbook and the office both say of the office: compared where they meet.

The office's own register is printed; what the workbook says otherwise is asked about, for it may be
the workbook of another office.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runut.core.kinerja.model import Pejabat, Profil


@dataclass(frozen=True)
class OfficeFacts:
    """What the office says of itself on a day. ``pejabat`` are its people in their posts."""

    instansi: tuple[str, ...]
    kota: str
    pejabat: tuple[Pejabat, ...] = ()


@dataclass(frozen=True)
class FactDifference:
    """One fact that two sources state differently: what, and what each says."""

    apa: str
    di_sana: str
    di_kantor: str

    @property
    def kalimat(self) -> str:
        return f"{self.apa}: tertulis “{self.di_sana}”, menurut Kantor “{self.di_kantor}”"


def compare_facts(profil: Profil, kantor: OfficeFacts) -> tuple[FactDifference, ...]:
    """What a workbook says otherwise than the office. What either leaves open is no difference."""
    return (
        *_compare_unit(profil.instansi, kantor.instansi),
        *_compare("Kota", profil.kota, kantor.kota),
        *_compare_head(profil.pimpinan, kantor.pejabat),
    )


def compare_unit(instansi: Sequence[str], kantor: Sequence[str]) -> tuple[FactDifference, ...]:
    """What the head of an SOP says otherwise than the office's own."""
    return tuple(_compare_unit(tuple(instansi), tuple(kantor)))


def with_office(profil: Profil, kantor: OfficeFacts, signer: Pejabat | None) -> Profil:
    """The profile as it is printed: the office's own facts, and who signs by its register.

    The short name of a foreign unit goes with it.
    """
    is_own = not _compare_unit(profil.instansi, kantor.instansi)
    return replace(
        profil,
        instansi=kantor.instansi or profil.instansi,
        kota=kantor.kota or profil.kota,
        pimpinan=signer or profil.pimpinan,
        singkatan=profil.singkatan if is_own else "",
    )


def says_same(one: str, other: str) -> bool:
    """Whether two writings say the same: case, spaces and punctuation do not count.

    >>> says_same("BIRO HUKUM", "Biro  Hukum.")
    True
    """
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _compare(apa: str, there: str, here: str) -> list[FactDifference]:
    if not there.strip() or not here.strip() or says_same(there, here):
        return []
    return [FactDifference(apa, there, here)]


def _compare_unit(there: tuple[str, ...], here: tuple[str, ...]) -> list[FactDifference]:
    """Line by line from the unit upwards: one may leave out what the other names above it."""
    pairs = list(zip(reversed(there), reversed(here), strict=False))
    if all(says_same(one, other) for one, other in pairs):
        return []
    return [FactDifference("Instansi", " · ".join(there), " · ".join(here))]


def _compare_head(head: Pejabat, known: Sequence[Pejabat]) -> list[FactDifference]:
    if not head.nama.strip() or not known:
        return []
    same_name = [one for one in known if says_same(one.nama, head.nama)]
    if not same_name:
        in_post = [
            one.nama for one in known if one.jabatan and says_same(one.jabatan, head.jabatan)
        ]
        here = "; ".join(in_post) or "tidak tercatat sebagai pegawai"
        return [FactDifference(f"Pimpinan ({head.jabatan or 'tanpa jabatan'})", head.nama, here)]
    found = same_name[0]
    return [
        *_compare(f"NIP {found.nama}", head.nip, found.nip),
        *_compare(f"Jabatan {found.nama}", head.jabatan, found.jabatan),
    ]
