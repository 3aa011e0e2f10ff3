"""Taking repairs of a proposal: each makes a new draft revision, the old one is kept beside it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from runut.core.findings import Refused
from runut.core.sop.mending.repairs import DRAWING, apply_all, apply_repair
from runut.core.sop.model import SOP
from runut.core.sop.text.print import print_sop_text
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.locks import lock_register
from runut.office.sops.actions.proposing import hash_of, next_revision, procedure, write
from runut.office.sops.draft import sop_of, unsure_of
from runut.office.sops.legal import katalog_of
from runut.office.sops.models import SopVersion
from runut.office.sops.rights import refuse_stranger

ALL, DRAWING_ONLY = "*", "bagan"
"""The keys that stand for every repair there is, and for those of the drawn form."""
CHANGED = Refused("sudah_berubah", "SOP ini sudah diubah orang lain. Muat ulang halaman.")
NOTHING = Refused("tanpa_perbaikan", "Tidak ada lagi yang dapat diperbaiki dengan satu klik.")


def mend(version: SopVersion, key: str, doer: Doer) -> Done | Refused:
    """Take one repair, ``ALL``, or those of the drawing (``DRAWING_ONLY``).

    Done leads to what differs between the old text and the new.
    """
    if refused := refuse_stranger(doer.person):
        return refused
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(doer.person.office_id)
        before = sop_of(version)
        after = _mended(version, before, key)
        if isinstance(after, Refused):
            return after
        if after == before:
            return NOTHING
        if not _retire(version):
            return CHANGED
        revision = _revision(version, before, after, doer)
        facts = {"judul": after.judul, "revisi": revision.revisi, "perbaikan": key}
        more = {"sumber": version.sumber_sha256, "dari": version.pk}
        write(doer.person, doer.at, "sop.diperbaiki", revision, facts | more)
        url = f"/sop/{revision.pk}/beda/"
        remember(doer, url)
    return Done(url)


def _mended(version: SopVersion, before: SOP, key: str) -> SOP | Refused:
    katalog, unsure = katalog_of(version.office_id), unsure_of(version)
    if key == ALL:
        return apply_all(before, katalog, unsure=unsure)
    if key == DRAWING_ONLY:
        return apply_all(before, katalog, DRAWING, unsure)
    return apply_repair(before, key, katalog, unsure)


def _retire(version: SopVersion) -> bool:
    """An old draft stays as it is, and is no longer the one to work on.

    A procedure in force stays in force until the revision is adopted.
    """
    if version.status == SopVersion.Status.BERLAKU:
        return True
    drafts = SopVersion.objects.filter(
        office_id=version.office_id,
        pk=version.pk,
        status=SopVersion.Status.USULAN,
        versi=version.versi,
    )
    return drafts.update(status=SopVersion.Status.DIGANTI) == 1


def _revision(version: SopVersion, before: SOP, after: SOP, doer: Doer) -> SopVersion:
    owner, text = procedure(after, version.office_id), print_sop_text(after)
    numbers = _new_numbers(before, after)
    return SopVersion.objects.create(
        office_id=version.office_id,
        sop=owner,
        revisi=next_revision(owner),
        revisi_dari=version,
        teks=text,
        sha256=hash_of(text),
        sumber_sha256=version.sumber_sha256,
        sumber_nama=version.sumber_nama,
        sumber_jenis=version.sumber_jenis,
        halaman=version.halaman,
        asal={_renamed(key, numbers): one for key, one in version.asal.items()},
        temuan=version.temuan,
        dipastikan=sorted(_renamed(key, numbers) for key in version.dipastikan),
        dibuat_oleh=doer.person,
        dibuat_pada=doer.at,
    )


def _new_numbers(before: SOP, after: SOP) -> Mapping[str, str]:
    """Old number → new number, where a repair numbered the rows anew."""
    if len(before.langkah) != len(after.langkah):
        return {}
    pairs = zip(before.langkah, after.langkah, strict=True)
    return {old.no: new.no for old, new in pairs}


def _renamed(key: str, numbers: Mapping[str, Any]) -> str:
    """The key of the same field under the new number of its step."""
    head, _, rest = key.partition(".")
    no, _, name = rest.rpartition(".")
    return f"{head}.{numbers.get(no, no)}.{name}" if no else key
