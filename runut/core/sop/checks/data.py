"""Checks of the papers that go from step to step: made before they are needed, under one name."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.checks.pemakaian import CHECKS_PEMAKAIAN
from runut.core.sop.model import SOP, Langkah, Pelaksana, Sumber
from runut.core.sop.proposals.actors import UNSURE, apply_best, propose_actors
from runut.core.sop.proposals.rank import keys_before
from runut.core.words.acts import IMPROVING, MAKING, acts, main_act
from runut.core.words.verbs import act_key, keys

_DASAR: Final = "PermenPANRB 35/2012, bagian bagan alir: kelengkapan dan output"
_DRAFT: Final = re.compile(r"\b(?:draft|draf|konsep|rancangan)\b", re.IGNORECASE)
_SENDING: Final = frozenset(map(act_key, ("mendistribusikan", "mengirim", "menyampaikan")))
_INVITATION: Final = re.compile(r"\bundangan\b", re.IGNORECASE)
_SIGNATURE: Final = re.compile(r"tanda ?tangan", re.IGNORECASE)
_ALIKE: Final = 0.6
"""Share of common words from which two names are taken to mean one document."""


def wrong_claims(sop: SOP) -> Iterator[tuple[Langkah, str, str, Langkah]]:
    """ "hasil pemeriksaan X" as input although the checking before was done by somebody else.

    Gives the step, its input, the actor claimed, and the earlier step with who did it.
    """
    for row, item, name, source in _claims(sop):
        maker = source.pelaksana[0]
        if maker.nama != name and maker.keyakinan >= UNSURE:
            yield sop.langkah[row], item, name, source


def _not_made_yet(sop: SOP) -> Iterable[Hit]:
    for step, item, name, source in wrong_claims(sop):
        maker = source.pelaksana[0]
        yield Hit(
            f"Langkah {step.no} memerlukan “{item}”, padahal sebelumnya belum ada hasil kerja "
            f"{name}: langkah {source.no} {_done_by(maker)}.",
            step.no,
            f"Ganti {name} dengan {maker.nama}, atau tambahkan langkah {name} sebelumnya.",
            item,
        )


def _done_by(maker: Pelaksana) -> str:
    if maker.sumber is Sumber.USULAN:
        return f"menurut usulan dikerjakan {maker.nama}"
    return f"dikerjakan {maker.nama}"


def _claims(sop: SOP) -> Iterator[tuple[int, str, str, Langkah]]:
    """Inputs that name whose work they are: (row, input, actor, nearest earlier step doing it)."""
    whole = apply_best(sop, propose_actors(sop))
    for row, step in enumerate(whole.langkah):
        for item in step.kelengkapan:
            for name in sop.pelaksana:
                for act in keys_before(item, name):
                    source = _last_doing(whole, row, act)
                    if source is not None and source.pelaksana:
                        yield row, item, name, source


def _last_doing(sop: SOP, row: int, act: str) -> Langkah | None:
    earlier = reversed(sop.langkah[:row])
    return next((step for step in earlier if act in acts(step.kegiatan)), None)


def _old_version(sop: SOP) -> Iterable[Hit]:
    """A step works on what the step before had as input, not on what that step made of it."""
    for before, step in zip(sop.langkah, sop.langkah[1:], strict=False):
        for item in step.kelengkapan:
            renewed = renewed_item(before, item)
            if renewed:
                yield Hit(
                    f"Langkah {step.no} memakai “{item}”, masukan langkah {before.no}, bukan "
                    f"keluarannya “{renewed}”.",
                    step.no,
                    f"Samakan Kelengkapan langkah {step.no} dengan Output langkah {before.no}.",
                    item,
                )


def renewed_item(before: Langkah, item: str) -> str:
    """The output of a step that is a newer version of the item, its input."""
    is_input = any(keys(one) == keys(item) for one in before.kelengkapan)
    is_output = any(keys(one) == keys(item) for one in before.output)
    if not is_input or is_output:
        return ""
    return alike_output(before, item)


def _other_name(sop: SOP) -> Iterable[Hit]:
    """An output is called otherwise where the next step takes it in."""
    told = {(sop.langkah[row].no, item) for row, item, _, _ in _claims(sop)}
    for row, step in enumerate(sop.langkah[1:], start=1):
        before = sop.langkah[row - 1]
        known = [keys(item) for earlier in sop.langkah[:row] for item in _all_items(earlier)]
        for item in step.kelengkapan:
            if keys(item) in known or (step.no, item) in told:
                continue
            if close := alike_output(before, item):
                yield Hit(
                    f"Output langkah {before.no}, “{close}”, disebut “{item}” pada Kelengkapan "
                    f"langkah {step.no}.",
                    before.no,
                    tentang=item,
                )


def alike_output(before: Langkah, item: str) -> str:
    """The output of a step that most likely is meant by this item; else nothing."""
    return next((one for one in before.output if _likeness(one, item) >= _ALIKE), "")


def _all_items(step: Langkah) -> tuple[str, ...]:
    return (*step.kelengkapan, *step.output)


def _likeness(one: str, other: str) -> float:
    left, right = keys(one), keys(other)
    return len(left & right) / max(len(left), len(right), 1)


def _output_not_new(sop: SOP) -> Iterable[Hit]:
    """An output that an earlier step already had as input and that this activity does not make."""
    for row, step in enumerate(sop.langkah):
        own = keys(f"{step.kegiatan} ; {' ; '.join(step.kelengkapan)}")
        for item in step.output:
            earlier = _had_before(sop, row, item)
            if earlier and not keys(item) <= own:
                yield Hit(
                    f"Output langkah {step.no}, “{item}”, sudah menjadi Kelengkapan langkah "
                    f"{earlier} dan bukan hasil kegiatan ini.",
                    step.no,
                    tentang=item,
                )


def _had_before(sop: SOP, row: int, item: str) -> str:
    wanted = keys(item)
    for earlier in sop.langkah[:row]:
        if any(wanted and wanted <= keys(one) for one in earlier.kelengkapan):
            return earlier.no
    return ""


def _draft_from_nowhere(sop: SOP) -> Iterable[Hit]:
    """A draft is used before any step has made one."""
    for row, step in enumerate(sop.langkah):
        texts = (step.kegiatan, *step.kelengkapan, step.keterangan)
        used = next((text for text in texts if _DRAFT.search(text)), "")
        is_making = main_act(step.kegiatan) in MAKING - IMPROVING
        is_new = not any(_DRAFT.search(item) for item in (*step.kelengkapan, step.keterangan))
        leaves = any(_DRAFT.search(item) for item in step.output)
        if (is_making and (used or leaves)) or (is_new and leaves and not _improves(step)):
            return
        if used:
            if row:
                yield Hit(
                    f"Langkah {step.no} memakai draft (“{used}”), tetapi tidak ada langkah "
                    "sebelumnya yang menyusunnya.",
                    step.no,
                )
            return


def _improves(step: Langkah) -> bool:
    return main_act(step.kegiatan) in IMPROVING


def _nobody_signs(sop: SOP) -> Iterable[Hit]:
    """An invitation is made and sent, and no step has it signed."""
    signed = any(_INVITATION.search(text) and _SIGNATURE.search(text) for text in _texts(sop))
    for step in () if signed else sop.langkah:
        if {act_key("undangan")} <= keys(step.kegiatan) and _SENDING & keys(step.kegiatan):
            yield Hit(
                f"Undangan pada langkah {step.no} dibagikan tanpa ada yang menandatangani.",
                step.no,
            )


def _texts(sop: SOP) -> list[str]:
    return [text for step in sop.langkah for text in (step.kegiatan, *step.output, step.keterangan)]


CHECKS_DATA: Final = (
    Check(
        "data.masukan-belum-ada",
        "Masukan belum ada",
        "Langkah memerlukan hasil kerja seseorang yang sebelumnya belum mengerjakannya.",
        Level.WARNING,
        "Sesuaikan Kelengkapan dengan hasil langkah sebelumnya.",
        _DASAR,
        _not_made_yet,
    ),
    Check(
        "data.masukan-versi-lama",
        "Masukan versi lama",
        "Langkah memakai masukan langkah sebelumnya, bukan hasil yang sudah diperbarui.",
        Level.WARNING,
        "Samakan Kelengkapan dengan Output langkah sebelumnya.",
        _DASAR,
        _old_version,
    ),
    Check(
        "data.nama-berbeda",
        "Satu dokumen, dua nama",
        "Output sebuah langkah disebut lain di Kelengkapan langkah berikutnya.",
        Level.INFO,
        "Pakai satu nama untuk satu dokumen.",
        _DASAR,
        _other_name,
    ),
    Check(
        "output.bukan-hasil-kegiatan",
        "Output bukan hasil kegiatan ini",
        "Output sudah ada sebelum langkah ini dan tidak dibuat olehnya.",
        Level.WARNING,
        "Tuliskan hasil kegiatan itu sendiri.",
        _DASAR,
        _output_not_new,
    ),
    Check(
        "data.draft-tanpa-asal",
        "Draft tanpa asal",
        "Sebuah draft dipakai, tetapi tidak ada langkah yang menyusunnya.",
        Level.WARNING,
        "Tambahkan langkah yang mengumpulkan data dan menyusun draft.",
        _DASAR,
        _draft_from_nowhere,
    ),
    Check(
        "undangan.tanpa-tanda-tangan",
        "Undangan tanpa tanda tangan",
        "Undangan dibuat dan dikirim tanpa pejabat yang menandatanganinya.",
        Level.WARNING,
        "Sebutkan pejabat yang menandatangani undangan.",
        _DASAR,
        _nobody_signs,
    ),
    *CHECKS_PEMAKAIAN,
)
