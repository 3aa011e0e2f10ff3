"""Repairs of the flow: capsules, ways back, labels of a decision, step numbers, names of papers."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.checks.data import alike_output, renewed_item, wrong_claims
from runut.core.sop.mending.change import (
    only_step,
    renamed_item,
    renumbered,
    swapped,
    with_step,
    word_replaced,
)
from runut.core.sop.mending.model import Mended, Mender
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana, Sumber
from runut.core.sop.proposals.ways_back import propose_ways_back
from runut.core.words.items import join_words
from runut.core.words.verbs import keys

YES: Final = "Ya"
NO: Final = "Tidak"


def _add_capsule(sop: SOP, finding: Finding) -> Mended | None:
    """The first step begins, the last one ends, where they are plain boxes."""
    told = []
    for shape in map(Bentuk, finding.tentang.split()):
        is_end = shape is Bentuk.SELESAI
        step = sop.langkah[-1 if is_end else 0]
        if only_step(sop, step.no) is None or step.bentuk is not Bentuk.PROSES:
            continue
        if is_end and step.lanjut:
            continue
        told.append(f"langkah {step.no} diberi simbol kapsul {shape}")
        sop = with_step(sop, step.no, bentuk=shape)
    pesan = f"{join_words(told)}."
    return Mended(pesan[0].upper() + pesan[1:], sop) if told else None


def _add_way_back(sop: SOP, finding: Finding) -> Mended | None:
    """A last step is left alone: what follows a yes would have to be invented."""
    step = only_step(sop, finding.letak.langkah)
    way = next((w for w in propose_ways_back(sop) if w.from_no == finding.letak.langkah), None)
    if step is None or way is None or len(step.lanjut) != 1 or only_step(sop, way.to_no) is None:
        return None
    if step.bentuk not in {Bentuk.PROSES, Bentuk.KEPUTUSAN}:
        return None
    onward = step.lanjut[0].ke
    lanjut = (Lanjut(onward, YES), Lanjut(way.to_no, NO))
    pesan = (
        f"Langkah {step.no} menjadi keputusan: {YES} ke langkah {onward}, {NO} ke langkah "
        f"{way.to_no}."
    )
    return Mended(pesan, with_step(sop, step.no, bentuk=Bentuk.KEPUTUSAN, lanjut=lanjut))


def _label_exits(sop: SOP, finding: Finding) -> Mended | None:
    """Two exits, one down and one up, of which no label says the opposite: yes goes down."""
    step = only_step(sop, finding.letak.langkah)
    row = {one.no: place for place, one in enumerate(sop.langkah)}
    if step is None or len(step.lanjut) != 2:
        return None
    down = [way for way in step.lanjut if row.get(way.ke, -1) > row[step.no]]
    up = [way for way in step.lanjut if 0 <= row.get(way.ke, -1) <= row[step.no]]
    if len(down) != 1 or len(up) != 1 or down[0].jika == NO or up[0].jika == YES:
        return None
    yes, no = replace(down[0], jika=down[0].jika or YES), replace(up[0], jika=up[0].jika or NO)
    if yes.jika == no.jika:
        return None
    lanjut = tuple(yes if way == down[0] else no for way in step.lanjut)
    pesan = (
        f"Cabang langkah {step.no} diberi label: {yes.jika} ke langkah {yes.ke}, {no.jika} ke "
        f"langkah {no.ke}."
    )
    return Mended(pesan, with_step(sop, step.no, lanjut=lanjut))


def _as_decision(sop: SOP, finding: Finding) -> Mended | None:
    step = only_step(sop, finding.letak.langkah)
    labels = [way.jika for way in step.lanjut] if step else []
    if step is None or len(set(labels)) < 2 or None in labels or step.bentuk is not Bentuk.PROSES:
        return None
    pesan = f"Simbol langkah {step.no} menjadi belah ketupat keputusan."
    return Mended(pesan, with_step(sop, step.no, bentuk=Bentuk.KEPUTUSAN))


def _as_box(sop: SOP, finding: Finding) -> Mended | None:
    """An opening capsule in the middle is a box, where another one opens the procedure."""
    step = only_step(sop, finding.letak.langkah)
    others = [s for s in sop.langkah if s.bentuk is Bentuk.MULAI and s != step]
    if step is None or not others:
        return None
    pesan = f"Simbol langkah {step.no} menjadi kotak, karena prosedur sudah mulai sebelumnya."
    return Mended(pesan, with_step(sop, step.no, bentuk=Bentuk.PROSES))


def _open_end(sop: SOP, finding: Finding) -> Mended | None:
    """A closing capsule that goes on is a box, where the procedure ends elsewhere."""
    step = only_step(sop, finding.letak.langkah)
    others = [s for s in sop.langkah if s.bentuk is Bentuk.SELESAI and not s.lanjut]
    if step is None or not others or len(step.lanjut) != 1:
        return None
    pesan = f"Simbol langkah {step.no} menjadi kotak, karena langkah itu masih berlanjut."
    return Mended(pesan, with_step(sop, step.no, bentuk=Bentuk.PROSES))


def _go_on(sop: SOP, finding: Finding) -> Mended | None:
    """A dead end goes on to the row below: the flow of the form is from top to bottom."""
    step = only_step(sop, finding.letak.langkah)
    below = _row_below(sop, finding.letak.langkah)
    if step is None or below is None or only_step(sop, below.no) is None:
        return None
    if step.bentuk not in {Bentuk.PROSES, Bentuk.MULAI}:
        return None
    pesan = f"Langkah {step.no} berlanjut ke langkah {below.no}, baris di bawahnya."
    return Mended(pesan, with_step(sop, step.no, lanjut=(Lanjut(below.no),)))


def _lead_there(sop: SOP, finding: Finding) -> Mended | None:
    """A step that nothing leads to is led to from the row above, where that skips it: the flow of
    the form is from top to bottom."""
    step, above = only_step(sop, finding.letak.langkah), _row_before(sop, finding.letak.langkah)
    if step is None or above is None or only_step(sop, above.no) is None:
        return None
    if above.bentuk not in {Bentuk.PROSES, Bentuk.MULAI} or len(above.lanjut) != 1:
        return None
    row = {one.no: place for place, one in enumerate(sop.langkah)}
    skipped = row.get(above.lanjut[0].ke, -1) > row[step.no]
    if not skipped or above.lanjut[0].jika or above.lanjut[0].ke not in _reached_from(sop, step.no):
        return None
    pesan = (
        f"Langkah {above.no} berlanjut ke langkah {step.no}, baris di bawahnya, bukan langsung ke "
        f"langkah {above.lanjut[0].ke}."
    )
    return Mended(pesan, with_step(sop, above.no, lanjut=(Lanjut(step.no),)))


def _reached_from(sop: SOP, no: str) -> set[str]:
    ways = {one.no: [way.ke for way in one.lanjut] for one in sop.langkah}
    seen: set[str] = set()
    waiting = [no]
    while waiting:
        here = waiting.pop()
        fresh = set(ways.get(here, ())) - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen


def _back_to_maker(sop: SOP, finding: Finding) -> Mended | None:
    """A check that answers to itself goes back to the step that mends what it checks."""
    step = only_step(sop, finding.letak.langkah)
    if step is None or step.bentuk is not Bentuk.KEPUTUSAN:
        return None
    others = tuple(way for way in step.lanjut if way.ke != step.no)
    without = with_step(sop, step.no, bentuk=Bentuk.PROSES, lanjut=others)
    way = next((w for w in propose_ways_back(without) if w.from_no == step.no), None)
    if way is None or len(others) + 1 != len(step.lanjut) or only_step(sop, way.to_no) is None:
        return None
    lanjut = tuple(replace(w, ke=way.to_no) if w.ke == step.no else w for w in step.lanjut)
    pesan = f"Panah langkah {step.no} ke dirinya sendiri diarahkan ke langkah {way.to_no}."
    return Mended(pesan, with_step(sop, step.no, lanjut=lanjut))


def _count_anew(sop: SOP, finding: Finding) -> Mended | None:
    numbers = [step.no for step in sop.langkah]
    if len(set(numbers)) < len(numbers):
        return None
    new = {no: str(count) for count, no in enumerate(numbers, start=1)}
    pesan = f"Langkah dinomori ulang 1 sampai {len(numbers)}; panah dan rujukannya ikut."
    return Mended(pesan, renumbered(sop, new))


def _part_doubles(sop: SOP, finding: Finding) -> Mended | None:
    """By the order of the rows, where no arrow to a doubled number can be meant otherwise."""
    count = Counter(step.no for step in sop.langkah)
    first = {step.no: str(at) for at, step in reversed([*enumerate(sop.langkah, start=1)])}
    langkah = []
    for at, step in enumerate(sop.langkah, start=1):
        below = sop.langkah[at].no if at < len(sop.langkah) else ""
        if any(count[way.ke] > 1 and way.ke != below for way in step.lanjut):
            return None
        lanjut = tuple(
            replace(way, ke=str(at + 1) if way.ke == below else first.get(way.ke, way.ke))
            for way in step.lanjut
        )
        langkah.append(replace(step, no=str(at), lanjut=lanjut))
    pesan = f"Langkah dinomori ulang 1 sampai {len(langkah)} menurut urutan barisnya."
    return Mended(pesan, replace(sop, langkah=tuple(langkah)))


def _take_new_version(sop: SOP, finding: Finding) -> Mended | None:
    step, before = only_step(sop, finding.letak.langkah), _row_before(sop, finding.letak.langkah)
    new = renewed_item(before, finding.tentang) if before else ""
    if step is None or not new:
        return None
    pesan = f"Kelengkapan langkah {step.no}, “{finding.tentang}”, menjadi “{new}”."
    mended = with_step(sop, step.no, kelengkapan=swapped(step.kelengkapan, finding.tentang, new))
    return Mended(pesan, mended)


def _right_maker(sop: SOP, finding: Finding) -> Mended | None:
    """The input names who did the work before, where that actor is marked and not proposed."""
    found = [
        (step, name, source.pelaksana[0])
        for step, item, name, source in wrong_claims(sop)
        if (step.no, item) == (finding.letak.langkah, finding.tentang)
    ]
    if len(found) != 1 or found[0][2].sumber is Sumber.USULAN:
        return None
    step, name, maker = found[0]
    right = word_replaced(finding.tentang, name, maker.nama)
    pesan = f"Kelengkapan langkah {step.no}, “{finding.tentang}”, menjadi “{right}”."
    mended = with_step(sop, step.no, kelengkapan=swapped(step.kelengkapan, finding.tentang, right))
    return Mended(pesan, mended)


def _row_before(sop: SOP, no: str | None) -> Langkah | None:
    for before, step in pairwise(sop.langkah):
        if step.no == no:
            return before
    return None


def _row_below(sop: SOP, no: str | None) -> Langkah | None:
    for step, below in pairwise(sop.langkah):
        if step.no == no:
            return below
    return None


def _one_name(sop: SOP, finding: Finding) -> Mended | None:
    """The fuller name where one says all that the other says; else the name of the maker."""
    before = only_step(sop, finding.letak.langkah)
    made = alike_output(before, finding.tentang) if before else ""
    if not made:
        return None
    is_fuller = keys(made) < keys(finding.tentang)
    name, other = (finding.tentang, made) if is_fuller else (made, finding.tentang)
    pesan = f"“{other}” disebut “{name}” di seluruh langkah."
    return Mended(pesan, renamed_item(sop, other, name))


def _mark_helper(sop: SOP, finding: Finding) -> Mended | None:
    step = only_step(sop, finding.letak.langkah)
    if step is None:
        return None
    helper = Pelaksana(finding.tentang, Sumber.TEKS, 0.7, "Disebut di Keterangan langkah ini.")
    pesan = f"{finding.tentang} ditandai sebagai pelaksana kedua langkah {step.no}."
    return Mended(pesan, with_step(sop, step.no, pelaksana=(*step.pelaksana, helper)))


MENDERS_PATH: Final[dict[str, Mender]] = {
    "simbol.kapsul-hilang": _add_capsule,
    "aliran.tanpa-jalan-kembali": _add_way_back,
    "aliran.keputusan-kurang-cabang": _label_exits,
    "aliran.buntu": _go_on,
    "aliran.tidak-terjangkau": _lead_there,
    "aliran.ke-diri-sendiri": _back_to_maker,
    "aliran.kotak-bercabang": _as_decision,
    "aliran.mulai-didahului": _as_box,
    "aliran.selesai-berlanjut": _open_end,
    "langkah.nomor-melompat": _count_anew,
    "langkah.nomor-ganda": _part_doubles,
    "data.masukan-belum-ada": _right_maker,
    "data.masukan-versi-lama": _take_new_version,
    "data.nama-berbeda": _one_name,
    "keterangan.pelaksana-lain": _mark_helper,
}
