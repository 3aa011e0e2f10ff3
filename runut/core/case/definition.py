"""From an adopted SOP to the graph a case runs: the text, plus what its owner confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from runut.core.case.model import Definition, Step
from runut.core.case.route import forward_reach
from runut.core.findings import Finding, Level, Place
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut
from runut.core.sop.proposals.ways_back import is_checking
from runut.core.words.acts import SIGNING, does


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Adoption:
    """What the owner of an SOP confirmed when adopting it, for what the form does not say.

    ``ways_back``: checking step → the step it returns work to. ``works``: step → name of the
    page that does its work.
    """

    ways_back: Mapping[str, str] = field(default_factory=_nothing)
    works: Mapping[str, str] = field(default_factory=_nothing)

    def to_dict(self) -> dict[str, dict[str, str]]:
        return {"ways_back": dict(self.ways_back), "works": dict(self.works)}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> "Adoption":
        """Raises ValueError for an unknown field or for anything but words in it."""
        if unknown := data.keys() - {"ways_back", "works"}:
            raise ValueError(f"an adoption has no field {', '.join(sorted(unknown))}")
        return cls(_words(data.get("ways_back", {})), _words(data.get("works", {})))


def definition_of(sop: SOP, sop_sha256: str, adoption: Adoption) -> Definition:
    """The graph of a case. A checking step may return the document it examines, by the way back
    that the owner confirmed or the form draws; every other way is as drawn, or to the next row.

    Raises ValueError where ``adoption_problems`` has something to say.
    """
    if problems := adoption_problems(sop, adoption):
        raise ValueError(problems[0].pesan)
    return _definition(sop, sop_sha256, adoption)


def adoption_problems(sop: SOP, adoption: Adoption) -> tuple[Finding, ...]:
    """What keeps an SOP from running as its owner confirmed it: ways that lead nowhere, and ways
    back to a step that does not come to the check again."""
    problems = [
        _problem(langkah.no, f"Langkah {langkah.no} menunjuk langkah {no} yang tidak ada.")
        for langkah in sop.langkah
        for no in [*(way.ke for way in langkah.lanjut), adoption.ways_back.get(langkah.no)]
        if no is not None and not _has_step(sop, no)
    ]
    problems += [
        _problem(no, f"Langkah {no} tidak ada dalam SOP ini.")
        for no in dict.fromkeys([*adoption.ways_back, *adoption.works])
        if not _has_step(sop, no)
    ]
    if problems:
        return tuple(problems)
    definition = _definition(sop, "", adoption)
    return tuple(
        _problem(
            step.no,
            f"Langkah {step.no} tidak dapat dikembalikan ke langkah {target}: alur dari langkah "
            f"{target} tidak sampai lagi ke langkah {step.no}.",
        )
        for step in definition.steps
        for target in step.return_to
        if step.no not in forward_reach(definition, target)
    )


def _definition(sop: SOP, sop_sha256: str, adoption: Adoption) -> Definition:
    ways_back = {
        langkah.no: back for langkah in sop.langkah if (back := _ways_back(sop, langkah, adoption))
    }
    steps = tuple(_step(sop, langkah, ways_back, adoption) for langkah in sop.langkah)
    return Definition(sop_sha256, sop.judul_prosedur or sop.judul, steps)


def _problem(no: str, pesan: str) -> Finding:
    return Finding(
        kode="jalan-kembali",
        tingkat=Level.BLOCKER,
        pesan=pesan,
        usul="Pilih langkah lain sebagai tujuan, atau betulkan alur SOP.",
        letak=Place(langkah=no),
    )


def _has_step(sop: SOP, no: str) -> bool:
    return any(langkah.no == no for langkah in sop.langkah)


def _words(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} is not an object")
    if not all(isinstance(word, str) for pair in value.items() for word in pair):
        raise ValueError(f"{value!r} holds something that is no word")
    return MappingProxyType(dict(value))


def _step(
    sop: SOP, langkah: Langkah, ways_back: Mapping[str, tuple[str, ...]], adoption: Adoption
) -> Step:
    back = ways_back.get(langkah.no, ())
    return Step(
        no=langkah.no,
        kegiatan=langkah.kegiatan,
        actors=tuple(pelaksana.nama for pelaksana in langkah.pelaksana),
        bentuk=langkah.bentuk,
        exits=_exits(sop, langkah, back),
        kelengkapan=langkah.kelengkapan,
        output=langkah.output,
        waktu_menit=langkah.waktu.menit_kerja,
        checks=_maker(ways_back, back[0]) if back else "",
        return_to=back,
        signs=does(langkah.kegiatan, SIGNING),
        work=adoption.works.get(langkah.no, "umum"),
    )


def _ways_back(sop: SOP, langkah: Langkah, adoption: Adoption) -> tuple[str, ...]:
    """Where a checking step may return work to: the confirmed way first, then those drawn."""
    confirmed = adoption.ways_back.get(langkah.no)
    if confirmed is None and not is_checking(langkah):
        return ()
    here = _position(sop, langkah.no)
    drawn = [way.ke for way in langkah.lanjut if _position(sop, way.ke) < here]
    return tuple(dict.fromkeys([*([confirmed] if confirmed else []), *drawn]))


def _maker(ways_back: Mapping[str, tuple[str, ...]], no: str) -> str:
    """The step that made the document: a checker who returns to a checker examines the same."""
    seen: set[str] = set()
    while no in ways_back and no not in seen:
        seen.add(no)
        no = ways_back[no][0]
    return no


def _exits(sop: SOP, langkah: Langkah, back: tuple[str, ...]) -> tuple[Lanjut, ...]:
    """The ways out as drawn, without the ways back. A decision with one way left decides nothing
    any more: to complete it is its Ya."""
    exits = tuple(way for way in langkah.lanjut if way.ke not in back)
    if back and len(exits) == 1:
        return (Lanjut(exits[0].ke),)
    here = _position(sop, langkah.no)
    is_last = here == len(sop.langkah) - 1 or langkah.bentuk is Bentuk.SELESAI
    if exits or is_last:
        return exits
    return (Lanjut(sop.langkah[here + 1].no),)


def _position(sop: SOP, no: str) -> int:
    return next(at for at, langkah in enumerate(sop.langkah) if langkah.no == no)
