"""What every act on a letter does: within its case, guarded by the version it was opened on."""

from collections.abc import Callable, Sequence
from typing import Any

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, act, case_subject
from runut.office.letters.models import Letter
from runut.office.trust.append import Act

CHANGED = Refused(
    "sudah_berubah",
    "Surat ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.",
)
Save = Callable[[OpenCase], Sequence[Act] | Refused]


def act_on(letter: Letter, doer: Doer, save: Save) -> Done | Refused:
    """An act on a letter, in the transaction of its case."""
    return act(letter.case_id, doer, [], also=save)


def change(letter: Letter, **fields: Any) -> Refused | None:
    """Save ``fields`` if nobody changed the letter since it was read."""
    rows = Letter.objects.filter(office_id=letter.office_id, pk=letter.pk, version=letter.version)
    count = rows.update(version=letter.version + 1, **fields)
    return None if count == 1 else CHANGED


def line(letter: Letter, kind: str, facts: dict[str, Any], document: str = "") -> Act:
    """A line of the audit chain about a letter."""
    told = {"surat": letter.pk, "nama": letter.nama, **facts}
    return Act(f"surat.{kind}", case_subject(letter.case_id), told, document)
