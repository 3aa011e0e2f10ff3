"""The life of the text that a case composes: writable, frozen, closed when signed."""

from enum import StrEnum

from runut.core.case.model import CaseState, CaseStatus, Definition, Step, StepStatus
from runut.core.case.rights import document_under_check, has_valid_mark
from runut.core.case.route import is_still_ahead
from runut.core.findings import Refused


class TextLife(StrEnum):
    """What may be done with the words and figures of a text."""

    WRITABLE = "dapat ditulis"
    FROZEN = "beku"
    CLOSED = "tertutup"
    PAUSED = "ditunda"


def life_of_text(definition: Definition, state: CaseState, work: str) -> TextLife:
    """How the text stands that the steps of the kind ``work`` compose.

    Before its draft is frozen it is written in every step, for a meeting discusses what is there
    already. From then on only while a composing step is open again; a signature closes it.
    """
    if state.status in (CaseStatus.SELESAI, CaseStatus.DIBATALKAN):
        return TextLife.CLOSED
    if state.status is CaseStatus.DITUNDA:
        return TextLife.PAUSED
    composing = composing_steps(definition, work)
    if not composing or any(_is_open(state, step) for step in composing):
        return TextLife.WRITABLE
    if is_signed(definition, state, work):
        return TextLife.CLOSED
    if _checks_now(definition, state, composing):
        return TextLife.FROZEN
    ahead = any(is_still_ahead(definition, state, step.no) for step in composing)
    return TextLife.WRITABLE if ahead else TextLife.FROZEN


def composing_steps(definition: Definition, work: str) -> tuple[Step, ...]:
    """The steps that compose the text and freeze its draft."""
    return tuple(step for step in definition.steps if step.work == work)


def is_signed(definition: Definition, state: CaseState, work: str) -> bool:
    """Whether a signature stands on a draft that the composing steps froze."""
    made = {step.no for step in composing_steps(definition, work)}
    signing = {step.no for step in definition.steps if step.signs and made & {*step.made_in}}
    return any(
        mark.no in signing and has_valid_mark(state, mark.no, mark.sha256) for mark in state.marks
    )


def refuse_unless_writable(definition: Definition, state: CaseState, work: str) -> Refused | None:
    """Why nobody may change the text now, and what opens it again."""
    match life_of_text(definition, state, work):
        case TextLife.WRITABLE:
            return None
        case TextLife.PAUSED:
            return Refused(
                "naskah_beku",
                "Pelaksanaan ini sedang ditunda, dan naskahnya ikut berhenti. Lanjutkan dahulu, "
                "lalu tulis lagi.",
            )
        case TextLife.FROZEN:
            return Refused(
                "naskah_beku",
                f"Naskah ini sudah dibekukan untuk {_waiting(definition, state)}. Teks dan "
                "angkanya terbuka lagi bila pemeriksa mengembalikannya.",
            )
    if state.status is CaseStatus.DIBATALKAN:
        return Refused("naskah_tertutup", "Pelaksanaan ini dibatalkan; naskahnya tertutup.")
    return Refused(
        "naskah_tertutup",
        "Laporan ini sudah selesai ditandatangani; teks dan angkanya tertutup. Pembetulan "
        "dilakukan dengan ralat.",
    )


def _is_open(state: CaseState, step: Step) -> bool:
    return state.step(step.no).status is StepStatus.TERBUKA


def _checks_now(definition: Definition, state: CaseState, composing: tuple[Step, ...]) -> bool:
    """Whether a frozen draft lies with a checker."""
    made = {step.no for step in composing}
    return any(
        _is_open(state, step) and document_under_check(step, state) is not None
        for step in definition.steps
        if made & {*step.made_in}
    )


def _waiting(definition: Definition, state: CaseState) -> str:
    steps = [step for step in definition.steps if _is_open(state, step)]
    checking = [step for step in steps if step.is_checking] or steps
    return f"langkah {', '.join(step.no for step in checking)}" if checking else "diperiksa"
