"""Correcting a proposal: what its owner wrote over the reading, and what she confirmed of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from runut.core.findings import Refused
from runut.core.sop.model import SOP, Dalam, Langkah, Lanjut, Pelaksana, Pengesahan, Waktu
from runut.core.sop.reading.asal import field_key
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.locks import lock_register
from runut.office.sops.actions.proposing import hash_of, next_revision, procedure, write
from runut.office.sops.draft import sop_of
from runut.office.sops.models import Sop, SopVersion
from runut.office.sops.rights import refuse_stranger

CHANGED = Refused(
    "sudah_berubah",
    "SOP ini diubah orang lain sejak halaman ini dibuka. Isian Saudara masih ada di bawah ini: "
    "periksa, lalu simpan lagi.",
)


@dataclass(frozen=True)
class Correction:
    """The SOP as corrected, the fields confirmed as they are, and the text it was written over."""

    sop: SOP
    confirmed: frozenset[str]
    versi: int


def correct(version: SopVersion, correction: Correction, doer: Doer) -> Done | Refused:
    """Write a corrected SOP over the proposal. What was changed counts as confirmed."""
    if refused := refuse_stranger(doer.person):
        return refused
    text = print_sop_text(correction.sop)
    sop, problems = read_sop_text(text)
    if sop is None:
        return Refused("tidak_terbaca", f"{problems[0].pesan} {problems[0].usul}".strip())
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(doer.person.office_id)
        version.refresh_from_db()
        changes = dict(_changes(sop_of(version), sop))
        if not changes and correction.confirmed <= set(version.dipastikan):
            return Done(doer.url)
        confirmed = {*version.dipastikan, *correction.confirmed, *changes}
        if not _write_over(version, sop, text, confirmed, correction.versi):
            return CHANGED
        facts = {"judul": sop.judul, "revisi": version.revisi, "versi": version.versi}
        more = {"isian": changes, "dipastikan": sorted(correction.confirmed)}
        write(doer.person, doer.at, "sop.dikoreksi", version, facts | more)
        remember(doer, doer.url)
    return Done(doer.url)


def _write_over(
    version: SopVersion, sop: SOP, text: str, confirmed: set[str], expected: int
) -> bool:
    before, owner = version.sop, procedure(sop, version.office_id)
    is_moved = owner.pk != before.pk
    count = SopVersion.objects.filter(
        office_id=version.office_id,
        pk=version.pk,
        status=SopVersion.Status.USULAN,
        versi=expected,
    ).update(
        sop=owner,
        revisi=next_revision(owner) if is_moved else version.revisi,
        teks=text,
        sha256=hash_of(text),
        dipastikan=sorted(confirmed),
        versi=expected + 1,
    )
    if count and is_moved:
        Sop.objects.filter(office_id=version.office_id, pk=before.pk, versions=None).delete()
    if not count and is_moved:
        Sop.objects.filter(office_id=version.office_id, pk=owner.pk, versions=None).delete()
    version.refresh_from_db()
    return count == 1


def _changes(before: SOP, after: SOP) -> Iterator[tuple[str, list[str]]]:
    """(field, [words before, words after]) of every field that is not the same any more."""
    for name in vars(before):
        if name != "langkah" and getattr(before, name) != getattr(after, name):
            yield field_key(name), [_words(getattr(before, name)), _words(getattr(after, name))]
    old = {step.no: step for step in before.langkah}
    for step in after.langkah:
        known = old.pop(step.no, Langkah(step.no, ""))
        for name in vars(step):
            if getattr(known, name) != getattr(step, name):
                words = [_words(getattr(known, name)), _words(getattr(step, name))]
                yield field_key(name, step.no), words
    for no, step in old.items():
        yield field_key("kegiatan", no), [step.kegiatan, ""]


def _words(value: object) -> str:
    """A field in words, for the record of what was changed."""
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(map(_words, value))
        case Pelaksana():
            return f"{value.nama} ({value.bentuk})" if value.bentuk else value.nama
        case Dalam():
            return f"{value.dari} {value.jika or ''} → {value.ke}"
        case Waktu():
            return value.teks
        case Lanjut():
            return f"{value.jika or ''} {value.ke}".strip()
        case Pengesahan():
            return ", ".join(filter(None, (value.jabatan, value.nama, value.nip)))
        case _:
            return str(value)
