"""What a person decides for himself: e-mail or not, and the address of his calendar."""

from collections.abc import Callable

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.reminders.models import Feed, Preference, new_token
from runut.office.trust.append import Act, append

BUSY = Refused("sudah_berubah", "Setelan ini baru saja diubah. Muat ulang halaman, lalu coba lagi.")


def choose_email(doer: Doer, surel: bool) -> Done | Refused:
    """Whether reminders come by e-mail too."""
    return _do(
        doer,
        lambda: Preference.objects.update_or_create(
            office_id=doer.person.office_id, person=doer.person, defaults={"surel": surel}
        ),
        Act("pengingat.surel_dipilih", f"pegawai:{doer.person.pk}", {"surel": surel}),
    )


def make_feed(doer: Doer) -> Done | Refused:
    """A new secret address; an older one works no longer."""
    return _do(
        doer,
        lambda: Feed.objects.update_or_create(
            office_id=doer.person.office_id,
            person=doer.person,
            defaults={"token": new_token(), "dibuat_pada": doer.at},
        ),
        Act("pengingat.alamat_dibuat", f"pegawai:{doer.person.pk}", {}),
    )


def revoke_feed(doer: Doer) -> Done | Refused:
    """The secret address works no longer."""
    return _do(
        doer,
        lambda: Feed.objects.filter(office_id=doer.person.office_id, person=doer.person).delete(),
        Act("pengingat.alamat_dicabut", f"pegawai:{doer.person.pk}", {}),
    )


def _do(doer: Doer, change: Callable[[], object], line: Act) -> Done | Refused:
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            change()
            append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
            return Done(doer.url)
    except KeyUsed:
        return recall(doer) or BUSY
