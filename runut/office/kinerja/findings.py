"""The findings that stay with the figures of a year: who owns them, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from runut.core.findings import Finding, Level, Refused
from runut.core.kinerja.isi import Butir
from runut.core.kinerja.jawaban import keyed, refuse_reason
from runut.core.kinerja.perubahan import figure_of
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.kinerja.models import Dataset, KeptFinding
from runut.office.kinerja.stored import fields_in
from runut.office.locks import lock_register
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.trust.append import Act, append

Keadaan = KeptFinding.Keadaan
_LONGEST_PLACE = 60


@dataclass(frozen=True)
class Taken:
    """What was decided about the findings of a version when it was taken in."""

    owner: Person
    reasons: Mapping[str, str]
    """By the key of the finding: why it is right as it is."""


def kept_of(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    """The findings that somebody has to answer, by their keys; the others only inform."""
    return {key: one for key, one in keyed(findings).items() if one.tingkat is Level.WARNING}


def keep_findings(
    dataset: Dataset, findings: tuple[Finding, ...], taken: Taken, doer: Doer
) -> list[Act]:
    """Bring the list up to date with a new version, inside its act. Answers the chain lines."""
    now, versi, figures = kept_of(findings), dataset.versi, fields_in(dataset.sha256)
    rows = KeptFinding.objects.filter(office_id=dataset.office_id, tahun=dataset.tahun)
    known = {row.kunci: row for row in rows}
    lines: list[Act] = []
    fresh: list[KeptFinding] = []
    for kunci, one in now.items():
        row = known.get(kunci) or _new(dataset, kunci, one, figures, taken.owner)
        if row.keadaan == Keadaan.DIBETULKAN:
            row.keadaan, row.sejak_versi, row.pemilik = Keadaan.TERBUKA, versi, taken.owner
            row.jawaban, row.dijawab_oleh, row.dijawab_pada = "", None, None
        row.sel, row.pesan = (one.letak.sel or "")[:_LONGEST_PLACE], one.pesan
        if kunci in taken.reasons and row.keadaan != Keadaan.BENAR:
            lines.append(_say_right(row, taken.reasons[kunci], doer))
        if row.pk is None:
            fresh.append(row)
        else:
            row.save()
    KeptFinding.objects.bulk_create(fresh)
    for row in known.values():
        if row.kunci in now or row.keadaan != Keadaan.TERBUKA or _stands(row, figures):
            continue
        row.keadaan, row.dijawab_oleh, row.dijawab_pada = Keadaan.DIBETULKAN, doer.person, doer.at
        row.jawaban = f"Dibetulkan dalam versi {versi}."
        row.save()
        lines.append(_line("kinerja.temuan_dibetulkan", row, versi=versi))
    return lines


def answer_finding(row: KeptFinding, alasan: str, doer: Doer) -> Done | Refused:
    """Say why the figures are right as they are: by its owner, or who keeps the figures."""
    if refused := _refuse_stranger(row, doer.person) or refuse_reason(alasan):
        return refused
    with transaction.atomic():
        if known := recall(doer):
            return known
        fresh = _locked(row)
        if fresh.keadaan != Keadaan.TERBUKA:
            return Refused("sudah_berubah", "Temuan ini sudah dijawab. Muat ulang halamannya.")
        line = _say_right(fresh, alasan, doer)
        fresh.save()
        append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def give_finding(row: KeptFinding, owner: Person, doer: Doer) -> Done | Refused:
    """Another person answers for it from now on."""
    if refused := _refuse_stranger(row, doer.person):
        return refused
    if owner.office_id != row.office_id or not owner.is_active:
        return Refused("tidak_ada", "Pegawai itu tidak tercatat di kantor ini.")
    with transaction.atomic():
        if known := recall(doer):
            return known
        fresh = _locked(row)
        if fresh.keadaan != Keadaan.TERBUKA:
            return Refused("sudah_berubah", "Temuan ini sudah dijawab. Muat ulang halamannya.")
        fresh.pemilik = owner
        fresh.save()
        line = _line("kinerja.temuan_diserahkan", fresh, kepada=owner.nama)
        append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def may_answer(row: KeptFinding, person: Person) -> bool:
    """Its owner, and whoever keeps the figures."""
    is_keeper = may(person, Right.KINERJA)
    return row.office_id == person.office_id and (row.pemilik_id == person.pk or is_keeper)


def _locked(row: KeptFinding) -> KeptFinding:
    lock_register(row.office_id)
    return KeptFinding.objects.get(pk=row.pk)


def _refuse_stranger(row: KeptFinding, person: Person) -> Refused | None:
    if may_answer(row, person):
        return None
    return Refused(
        "bukan_pelaksana",
        f"Temuan ini dijawab oleh {row.pemilik.nama} atau pengelola data kinerja.",
    )


def _new(
    dataset: Dataset, kunci: str, finding: Finding, figures: Mapping[str, Butir], owner: Person
) -> KeptFinding:
    figure = figure_of(finding)
    said = figures.get(figure) if figure else None
    return KeptFinding(
        office_id=owner.office_id,
        tahun=dataset.tahun,
        kunci=kunci,
        kode=finding.kode,
        usul=finding.usul,
        angka=figure,
        nilai=said.teks if said else "",
        sejak_versi=dataset.versi,
        pemilik=owner,
    )


def _stands(row: KeptFinding, figures: Mapping[str, Butir]) -> bool:
    """A leap from one version to the next stays a question while its figure stays as it is."""
    said = figures.get(row.angka) if row.angka else None
    return said is not None and said.teks == row.nilai


def _say_right(row: KeptFinding, alasan: str, doer: Doer) -> Act:
    row.keadaan, row.jawaban = Keadaan.BENAR, alasan.strip()
    row.dijawab_oleh, row.dijawab_pada = doer.person, doer.at
    return _line("kinerja.temuan_dijawab", row, alasan=row.jawaban)


def _line(kind: str, row: KeptFinding, **facts: object) -> Act:
    told = {"tahun": row.tahun, "kunci": row.kunci, "temuan": row.pesan, **facts}
    return Act(kind, f"data:{row.tahun}", told)
