"""A workbook that is handed in: a small one is read at once, a large one behind a page that waits.

The page shows how far the reading is and loads itself again; it needs no script and little of a
slow line. Whoever leaves it finds the figures waiting on the page of the figures. The large one too
is read in its turn (``files.guard.room``).
"""

from dataclasses import asdict
from datetime import timedelta
from hashlib import sha256
from threading import Thread

from django.db import connection, transaction
from django.urls import reverse

from runut.core.findings import Finding, Level, Refused
from runut.files.guard.parent import WALL_SECONDS
from runut.files.guard.progress import Progress
from runut.files.guard.room import RoomFull, visiting
from runut.office import clock
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.kinerja.actions import (
    LONGEST_NAME,
    NOT_A_KEEPER,
    Read,
    brought_in,
    hold,
    keep,
    may_manage,
    read_apart,
)
from runut.office.kinerja.models import Upload
from runut.office.locks import lock_register
from runut.office.nul import holds_nul, nul_finding
from runut.office.trust.append import append

Keadaan = Upload.Keadaan
LARGE = 200_000
"""Bytes of a workbook that takes more than a moment to read: some 2,000 lines."""
_SILENT = timedelta(seconds=WALL_SECONDS + 10)
"""Longer than any reading lasts: whoever was reading has ended."""

_TOO_MANY = Finding(
    "berkas_menunggu",
    Level.BLOCKER,
    "Terlalu banyak berkas sedang menunggu dibaca.",
    "Tunggu sampai yang lain selesai, lalu muat lagi buku ini.",
)


def receive_workbook(data: bytes, name: str, doer: Doer) -> Done | Refused | tuple[Finding, ...]:
    """Take a workbook to be looked at: nothing counts of it until it is applied."""
    if not may_manage(doer.person):
        return NOT_A_KEEPER
    if len(data) > LARGE:
        return _begin(data, name, doer)
    read = read_apart(data, name)
    return hold(read, data, doer) if isinstance(read, Read) else read


def is_silent(row: Upload) -> bool:
    """Nobody reads it any more: Runut was stopped in between."""
    return row.diperbarui is None or clock.now() - row.diperbarui > _SILENT


def begin_beside(upload_id: int, data: bytes) -> None:
    """Read in a thread of this process, which then knows the figures that the page will show."""
    Thread(target=_beside, args=(upload_id, data), name="pembaca", daemon=True).start()


def finish_reading(upload_id: int, data: bytes) -> None:
    """Read what was handed in; then it waits to be applied, or says its faults. A file that cannot
    be used is not kept."""
    row = Upload.objects.select_related("diunggah_oleh").get(pk=upload_id)
    read: Read | tuple[Finding, ...]
    try:
        with visiting(row.diunggah_oleh.ref, None):
            read = read_apart(data, row.nama, lambda progress: tell_progress(upload_id, progress))
    except RoomFull:
        read = (_TOO_MANY,)
    found = read.findings if isinstance(read, Read) else read
    row.temuan = [asdict(one) for one in found]
    if isinstance(read, Read):
        row.keadaan, row.tahun = Keadaan.MENUNGGU, read.data.tahun
        keep(read, data)
    else:
        row.keadaan = Keadaan.GAGAL
    with transaction.atomic():
        lock_register(row.office_id)
        fresh = Upload.objects.filter(pk=upload_id, keadaan=Keadaan.DIBACA)
        changed = fresh.update(keadaan=row.keadaan, tahun=row.tahun, temuan=row.temuan)
        if changed and row.keadaan == Keadaan.MENUNGGU:
            who = row.diunggah_oleh.ref
            append(row.office_id, [brought_in(row)], actor=who, at=row.diunggah_pada)


def _begin(data: bytes, name: str, doer: Doer) -> Done | Refused | tuple[Finding, ...]:
    if holds_nul(name):
        return (nul_finding(name),)
    with transaction.atomic():
        if known := recall(doer):
            return known
        row = Upload.objects.create(
            office_id=doer.person.office_id,
            tahun=0,
            nama=name[:LONGEST_NAME],
            sha256=sha256(data).hexdigest(),
            keadaan=Keadaan.DIBACA,
            diunggah_oleh=doer.person,
            diunggah_pada=doer.at,
            diperbarui=doer.at,
        )
        url = reverse("kinerja_unggahan", args=[row.pk])
        remember(doer, url)
    begin_beside(row.pk, data)
    return Done(url)


def _beside(upload_id: int, data: bytes) -> None:
    try:
        finish_reading(upload_id, data)
    finally:
        connection.close()


def tell_progress(upload_id: int, progress: Progress) -> None:
    """Keep how far the reading is, for its page."""
    rows = Upload.objects.filter(pk=upload_id, keadaan=Keadaan.DIBACA)
    rows.update(kemajuan=asdict(progress), diperbarui=clock.now())
