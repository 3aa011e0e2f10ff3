"""The keeper of the figures opens a window, sends packs, and takes links back."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Max

from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.kinerja.actions import may_manage
from runut.office.locks import lock_register
from runut.office.packs.links import new_secret
from runut.office.packs.models import EntryWindow, Pack
from runut.office.packs.queries import Quarter
from runut.office.packs.tasks import email_pack
from runut.office.people.mailing import can_mail
from runut.office.trust.append import Act, append

NOT_YOURS = Refused(
    "bukan_pelaksana", "Paket data unit diurus oleh pengelola data kinerja kantor ini."
)


def open_window(
    quarter: Quarter, dibuka: date, ditutup: date, alasan: str, doer: Doer
) -> Done | Refused:
    """From when until when units fill in a quarter. To move or reopen it takes a reason."""
    office_id = doer.person.office_id
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may_manage(doer.person):
            return NOT_YOURS
        if ditutup < dibuka:
            return Refused("tanggal_terbalik", "Tanggal penutupan mendahului pembukaannya.")
        lock_register(office_id)
        rows = EntryWindow.objects.filter(
            office_id=office_id, tahun=quarter.tahun, triwulan=quarter.triwulan
        )
        last = rows.aggregate(last=Max("urutan"))["last"] or 0
        if last and not alasan:
            return Refused(
                "tanpa_alasan",
                "Pengisian triwulan ini sudah pernah dibuka. Tulis alasan membuka atau "
                "menggesernya lagi; alasan itu tercatat.",
            )
        EntryWindow.objects.create(
            office_id=office_id,
            tahun=quarter.tahun,
            triwulan=quarter.triwulan,
            urutan=last + 1,
            dibuka=dibuka,
            ditutup=ditutup,
            alasan=alasan,
            oleh=doer.person,
            pada=doer.at,
        )
        facts = {
            "masa": quarter.masa,
            "dibuka": format_date(dibuka),
            "ditutup": format_date(ditutup),
            "alasan": f"({alasan})" if alasan else "",
        }
        _write("paket.jendela", quarter.tahun, facts, doer)
        remember(doer, doer.url)
    return Done(doer.url)


def send_pack(quarter: Quarter, unit: str, surel: str, doer: Doer) -> Done | Refused:
    """A new link for a unit, by e-mail where an address is given. The link before ends."""
    office = doer.person.office
    if not may_manage(doer.person):
        return NOT_YOURS
    if surel and not can_mail(office):
        return Refused(
            "surel_mati",
            "Server surel kantor belum diatur. Kosongkan surelnya, lalu kirim tautannya dengan "
            "cara lain; atau minta pengelola kantor mengatur server surel.",
        )
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(office.pk)
        if quarter.window is None:
            return Refused("belum_dibuka", f"Tetapkan dahulu masa pengisian {quarter.masa}.")
        if not quarter.cells_of(unit):
            return Refused("tidak_ada", "Unit itu tidak diminta mengisi angka pada triwulan ini.")
        rows = Pack.objects.filter(
            office_id=office.pk, tahun=quarter.tahun, triwulan=quarter.triwulan, unit=unit
        )
        urutan = (rows.aggregate(last=Max("urutan"))["last"] or 0) + 1
        rows.filter(ditarik_pada=None).update(
            ditarik_pada=doer.at, alasan="Diganti tautan yang lebih baru"
        )
        pack = Pack.objects.create(
            office=office,
            tahun=quarter.tahun,
            triwulan=quarter.triwulan,
            unit=unit,
            urutan=urutan,
            kunci=new_secret(),
            surel=surel,
            dibuat_oleh=doer.person,
            dibuat_pada=doer.at,
        )
        facts = {
            "unit": pack.nama,
            "masa": quarter.masa,
            "paket": pack.pk,
            "kepada": f"dan mengirimnya ke {surel}" if surel else "",
        }
        _write("paket.dikirim", quarter.tahun, facts, doer)
        url = f"/kinerja/paket/{pack.pk}/"
        remember(doer, url)
        if surel:
            number = pack.pk
            transaction.on_commit(lambda: email_pack.enqueue(number))
    return Done(url)


def withdraw_pack(pack: Pack, alasan: str, doer: Doer) -> Done | Refused:
    """The link does not work any more; what was filled in by it stays."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may_manage(doer.person):
            return NOT_YOURS
        rows = Pack.objects.filter(office_id=doer.person.office_id, pk=pack.pk, ditarik_pada=None)
        if rows.update(ditarik_pada=doer.at, alasan=alasan) != 1:
            return Refused("sudah_berubah", "Tautan ini sudah ditarik. Muat ulang halaman ini.")
        facts = {"unit": pack.nama, "masa": pack.masa, "paket": pack.pk, "alasan": alasan}
        _write("paket.ditarik", pack.tahun, facts, doer)
        remember(doer, doer.url)
    return Done(doer.url)


def _write(kind: str, tahun: int, facts: Mapping[str, object], doer: Doer) -> None:
    line = Act(kind, f"data:{tahun}", dict(facts))
    append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
