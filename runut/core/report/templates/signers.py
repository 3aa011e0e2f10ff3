"""The signature blocks of a paper by the names under which a template calls their parts."""

from collections.abc import Iterable

from runut.core.report.blocks import Block, Signature, Signatures
from runut.core.report.templates.kinds import TemplateKind


def signers_of(kind: TemplateKind, body: Iterable[Block]) -> dict[str, Signature]:
    """The blocks of the first signatures of a paper, under the short names of its signers."""
    first = next((one.blocks for one in body if isinstance(one, Signatures)), ())
    return {short: block for (short, _), block in zip(kind.signers, first, strict=False) if short}
