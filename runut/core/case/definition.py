"""From an adopted SOP to the graph a case runs: the text, plus what its owner confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from runut.core.case.model import Definition, Step, WorkOfStep
from runut.core.case.route import forward_reach
from runut.core.findings import Finding, Level, Place
from runut.core.sop.flow import ended_at, outward
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut
from runut.core.sop.proposals.documents import maker_of, mends


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


PARAF, TANDA_TANGAN = "paraf", "tanda_tangan"
"""The marks that a step can put on the document it examines."""


@dataclass(frozen=True)
class Adoption:
    """What the owner of an SOP confirmed when adopting it, for what the form does not say.

    ``ways_back``: checking step → the step it returns work to. ``works``: step → kind of its
    work. ``marks``: step → the mark that its kind puts on the document it examines. ``report``:
    the kind of report that the procedure composes, "" if none.
    """

    ways_back: Mapping[str, str] = field(default_factory=_nothing)
    works: Mapping[str, str] = field(default_factory=_nothing)
    marks: Mapping[str, str] = field(default_factory=_nothing)
    report: str = ""

    def to_dict(self) -> dict[str, object]:
        return {
            "ways_back": dict(self.ways_back),
            "works": dict(self.works),
            "marks": dict(self.marks),
            "report": self.report,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> "Adoption":
        """Raises ValueError for an unknown field or for anything but words in it."""
        if unknown := data.keys() - {"ways_back", "works", "marks", "report"}:
            raise ValueError(f"an adoption has no field {', '.join(sorted(unknown))}")
        report = data.get("report", "")
        if not isinstance(report, str):
            raise ValueError(f"{report!r} is no word")
        ways_back, works, marks = (
            _words(data.get(name, {})) for name in ("ways_back", "works", "marks")
        )
        return cls(ways_back, works, marks, report)

    def with_works(self, changed: Mapping[str, WorkOfStep]) -> "Adoption":
        """The same, with the kinds of work that a running case gave to some steps since."""
        if not changed:
            return self
        marks = {no: mark for no, mark in self.marks.items() if no not in changed}
        return replace(
            self,
            works={**self.works, **{no: one.work for no, one in changed.items()}},
            marks={**marks, **{no: one.mark for no, one in changed.items() if one.mark}},
        )


def definition_of(sop: SOP, sop_sha256: str, adoption: Adoption) -> Definition:
    """The graph of a case. A step that marks a document may return it, by the way back that the
    owner confirmed or the form draws; every other way is as drawn, or to the next row.

    Raises ValueError where ``adoption_problems`` has something to say.
    """
    if problems := adoption_problems(sop, adoption):
        raise ValueError(problems[0].pesan)
    return _definition(sop, sop_sha256, adoption)


def adoption_problems(sop: SOP, adoption: Adoption) -> tuple[Finding, ...]:
    """What keeps an SOP from running as its owner confirmed it: ways that lead nowhere, and ways
    back to a step that does not come to the check again."""
    numbers = [langkah.no for langkah in sop.langkah]
    if twice := next((no for no in numbers if numbers.count(no) > 1), None):
        return (
            Finding(
                kode="nomor-ganda",
                tingkat=Level.BLOCKER,
                pesan=f"Nomor langkah {twice} dipakai lebih dari satu kali.",
                usul="Beri setiap langkah nomornya sendiri, atau pisahkan menjadi dua SOP.",
                letak=Place(langkah=twice),
            ),
        )
    problems = [
        _problem(langkah.no, f"Langkah {langkah.no} menunjuk langkah {no} yang tidak ada.")
        for langkah in sop.langkah
        for no in [*(way.ke for way in langkah.lanjut), adoption.ways_back.get(langkah.no)]
        if no is not None and not _has_step(sop, no)
    ]
    problems += [
        _problem(no, f"Langkah {no} tidak ada dalam SOP ini.")
        for no in dict.fromkeys([*adoption.ways_back, *adoption.works, *adoption.marks])
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
    returns = {langkah.no: _returns(sop, langkah, adoption) for langkah in sop.langkah}
    steps = tuple(_step(sop, langkah, returns, adoption) for langkah in sop.langkah)
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
    sop: SOP, langkah: Langkah, returns: Mapping[str, tuple[Lanjut, ...]], adoption: Adoption
) -> Step:
    checks = _examined(sop, langkah, returns, adoption) if langkah.no in adoption.marks else ""
    return Step(
        no=langkah.no,
        kegiatan=langkah.kegiatan,
        actors=_actors(langkah, adoption),
        bentuk=langkah.bentuk,
        exits=_exits(sop, langkah, returns[langkah.no]),
        kelengkapan=langkah.kelengkapan,
        output=langkah.output,
        waktu_menit=langkah.waktu.menit_kerja,
        checks=checks,
        remade_in=_remade_in(sop, checks, adoption) if checks else (),
        returns=returns[langkah.no],
        signs=adoption.marks.get(langkah.no) == TANDA_TANGAN,
        work=adoption.works.get(langkah.no, "umum"),
        inner=langkah.dalam,
    )


def _actors(langkah: Langkah, adoption: Adoption) -> tuple[str, ...]:
    """The actors of a step, first who completes it: where the arrows of the row run from box to
    box, the one at whose box they end, for his part is the last. A decision is completed by who
    decides; a kind of work, and a mark, belong to the leading symbol."""
    names = [pelaksana.nama for pelaksana in langkah.pelaksana]
    is_plain = adoption.works.get(langkah.no, "umum") == "umum" and langkah.no not in adoption.marks
    if langkah.dalam and langkah.bentuk is not Bentuk.KEPUTUSAN and is_plain:
        last = ended_at(langkah)
        names.sort(key=lambda name: name != last)
    return tuple(names)


def _returns(sop: SOP, langkah: Langkah, adoption: Adoption) -> tuple[Lanjut, ...]:
    """Where a step may send work back to: the confirmed way first, then, if it marks a document,
    those drawn. A drawn way keeps its label."""
    here = _position(sop, langkah.no)
    drawn = [way for way in langkah.lanjut if _position(sop, way.ke) < here]
    confirmed = adoption.ways_back.get(langkah.no)
    if langkah.no not in adoption.marks:
        is_drawn = any(way.ke == confirmed for way in drawn)
        return () if confirmed is None or is_drawn else (Lanjut(confirmed),)
    first = [way for way in drawn if way.ke == confirmed]
    if confirmed is not None and not first:
        first = [Lanjut(confirmed)]
    return tuple({way.ke: way for way in [*first, *drawn]}.values())


def _examined(
    sop: SOP, langkah: Langkah, returns: Mapping[str, tuple[Lanjut, ...]], adoption: Adoption
) -> str:
    """The step that made the document: a checker who returns to a checker examines the same.
    Where work never goes back, it is the step whose output this one speaks of."""
    no, seen = langkah.no, set[str]()
    while no in adoption.marks and no not in seen:
        seen.add(no)
        back = returns[no]
        if not back:
            maker = maker_of(sop, _langkah(sop, no))
            return maker.no if maker else ""
        no = back[0].ke
    return no if no not in seen else ""


def _remade_in(sop: SOP, maker: str, adoption: Adoption) -> tuple[str, ...]:
    """The steps further on that mend what ``maker`` wrote."""
    first = _langkah(sop, maker)
    return tuple(
        one.no
        for one in sop.langkah[_position(sop, maker) + 1 :]
        if one.no not in adoption.marks and mends(one, first)
    )


def _exits(sop: SOP, langkah: Langkah, back: tuple[Lanjut, ...]) -> tuple[Lanjut, ...]:
    """The ways out as drawn, without the ways back; the next row where none is drawn."""
    targets = {way.ke for way in back}
    exits = tuple(way for way in outward(langkah) if way.ke not in targets)
    here = _position(sop, langkah.no)
    is_last = here == len(sop.langkah) - 1 or langkah.bentuk is Bentuk.SELESAI
    if exits or is_last:
        return exits
    return (Lanjut(sop.langkah[here + 1].no),)


def _langkah(sop: SOP, no: str) -> Langkah:
    return sop.langkah[_position(sop, no)]


def _position(sop: SOP, no: str) -> int:
    return next(at for at, langkah in enumerate(sop.langkah) if langkah.no == no)
