"""Entering a Perjanjian Kinerja, changing its draft, freezing it, opening it again, revising it."""

from dataclasses import replace
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from runut.core.findings import Refused
from runut.core.kinerja.perjanjian import (
    DASAR_PERUBAHAN,
    Perjanjian,
    Pihak,
    janji_of,
    missing_of,
    program_of,
)
from runut.core.report.papers.perjanjian_kinerja import compose_perjanjian
from runut.core.trust.canonical import canonical_json
from runut.core.words.dates import parse_date
from runut.files.store import put
from runut.files.write.paper import write_pdf
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.stored import data_of
from runut.office.locks import lock_register
from runut.office.people.models import Right
from runut.office.people.naming import letterhead
from runut.office.people.rights import may
from runut.office.plans.models import PerjanjianKinerja
from runut.office.trust.append import Act, append

Keadaan = PerjanjianKinerja.Keadaan
NOT_A_KEEPER = Refused(
    "bukan_pelaksana", "Hanya pengelola data kinerja yang mencatat Perjanjian Kinerja."
)
_NOT_NOW = "Halaman ini sudah berubah sejak dibuka. Muat ulang, lalu ulangi."


def begin(tahun: int, doer: Doer) -> Done | Refused:
    """Begin the agreement of a year, with the targets of the figures where they are here."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may(doer.person, Right.KINERJA):
            return NOT_A_KEEPER
        lock_register(doer.person.office_id)
        if PerjanjianKinerja.objects.filter(office_id=doer.person.office_id, tahun=tahun).exists():
            return Refused("sudah_ada", f"Perjanjian Kinerja {tahun} sudah dicatat.")
        return _create(_first(tahun, doer), doer)


def revise(row: PerjanjianKinerja, dasar: str, uraian: str, doer: Doer) -> Done | Refused:
    """Begin a revision of the newest signed agreement, on one of the lawful grounds."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may(doer.person, Right.KINERJA):
            return NOT_A_KEEPER
        lock_register(row.office_id)
        same = PerjanjianKinerja.objects.filter(office_id=row.office_id, tahun=row.tahun)
        newest = same.order_by("-revisi")[0]
        if newest.pk != row.pk or not newest.is_signed:
            return Refused(
                "belum_ditandatangani",
                "Yang diubah adalah Perjanjian Kinerja terakhir yang sudah ditandatangani.",
            )
        if dasar not in dict(DASAR_PERUBAHAN) or not uraian.strip():
            return Refused("tanpa_dasar", "Pilih dasar perubahannya dan uraikan apa yang berubah.")
        said = replace(
            row.says, revisi=row.revisi + 1, tanggal=None, dasar=dasar, uraian=uraian.strip()
        )
        return _create(said, doer)


def change(row: PerjanjianKinerja, said: Perjanjian, versi: int, doer: Doer) -> Done | Refused:
    """Write the draft anew, over the version that was seen."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may(doer.person, Right.KINERJA):
            return NOT_A_KEEPER
        rows = PerjanjianKinerja.objects.filter(pk=row.pk, versi=versi, keadaan=Keadaan.DRAF)
        if rows.update(isi=said.to_dict(), versi=versi + 1) != 1:
            return Refused("sudah_berubah", _NOT_NOW)
        _say("pk.diubah", row, doer, versi=versi + 1, isi=digest_of(said))
        remember(doer, doer.url)
    return Done(doer.url)


def freeze(row: PerjanjianKinerja, versi: int, doer: Doer) -> Done | Refused:
    """Draw the agreement and freeze it: what is signed is this PDF and no other."""
    said = row.says
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may(doer.person, Right.KINERJA):
            return NOT_A_KEEPER
        if missing := missing_of(said):
            return Refused("belum_lengkap", " ".join(missing))
        footer = f"Perjanjian Kinerja {said.tahun}, {said.nama}, sidik isi {digest_of(said)[:16]}"
        paper = compose_perjanjian(said, letterhead(doer.person.office), footer)
        digest = put(settings.FILES_DIR, write_pdf(paper, created=doer.at))
        rows = PerjanjianKinerja.objects.filter(pk=row.pk, versi=versi, keadaan=Keadaan.DRAF)
        frozen = {"keadaan": Keadaan.BEKU, "sha256": digest, "dibekukan_pada": doer.at}
        if rows.update(versi=versi + 1, **frozen) != 1:
            transaction.set_rollback(True)
            return Refused("sudah_berubah", _NOT_NOW)
        _say("pk.dibekukan", row, doer, document=digest, isi=digest_of(said))
        remember(doer, doer.url)
    return Done(doer.url)


def reopen(row: PerjanjianKinerja, versi: int, doer: Doer) -> Done | Refused:
    """Open a frozen agreement again, as long as nobody has signed it."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may(doer.person, Right.KINERJA):
            return NOT_A_KEEPER
        if row.signatures.exists():
            return Refused(
                "sudah_ditandatangani", "Sudah ada yang menandatangani; ubah dengan perubahan PK."
            )
        rows = PerjanjianKinerja.objects.filter(pk=row.pk, versi=versi, keadaan=Keadaan.BEKU)
        opened = {"keadaan": Keadaan.DRAF, "sha256": "", "dibekukan_pada": None}
        if rows.update(versi=versi + 1, **opened) != 1:
            return Refused("sudah_berubah", _NOT_NOW)
        _say("pk.dibuka_lagi", row, doer, document=row.sha256)
        remember(doer, doer.url)
    return Done(doer.url)


def subject_of(row: PerjanjianKinerja) -> str:
    return f"pk:{row.pk}"


def _first(tahun: int, doer: Doer) -> Perjanjian:
    office = doer.person.office
    dataset = latest_dataset(office.pk, tahun)
    if dataset is None:
        none: Pihak = Pihak("", "")
        return Perjanjian(tahun, 0, office.kota, None, none, none, ())
    data = data_of(dataset)
    first, second = (
        Pihak(one.jabatan, one.nama, one.pangkat, one.nip)
        for one in (data.profil.pimpinan, data.profil.atasan)
    )
    return Perjanjian(
        tahun,
        0,
        office.kota or data.profil.kota,
        parse_date(data.pk_tanggal),
        first,
        second,
        janji_of(data),
        program_of(data),
    )


def _create(said: Perjanjian, doer: Doer) -> Done:
    row = PerjanjianKinerja.objects.create(
        office_id=doer.person.office_id,
        tahun=said.tahun,
        revisi=said.revisi,
        isi=said.to_dict(),
        dibuat_oleh=doer.person,
        dibuat_pada=doer.at,
    )
    _say("pk.dicatat", row, doer, isi=digest_of(said))
    url = reverse("pk", args=[row.pk])
    remember(doer, url)
    return Done(url)


def digest_of(said: Perjanjian) -> str:
    """The fingerprint of what an agreement says, as the chain records it."""
    return sha256(canonical_json(said.to_dict()).encode()).hexdigest()


def _say(
    kind: str, row: PerjanjianKinerja, doer: Doer, *, document: str = "", **facts: object
) -> None:
    told = {"tahun": row.tahun, "revisi": row.revisi, **facts}
    line = Act(kind, subject_of(row), told, document)
    append(row.office_id, [line], actor=doer.person.ref, at=doer.at)
