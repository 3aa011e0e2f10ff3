"""Taking in a template, using one of its versions, going back to our own layout."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from runut.core.findings import Finding, Level, Refused
from runut.core.report.templates.kinds import BY_JENIS
from runut.files.guard.parent import read_guarded
from runut.files.store import put
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.locks import lock_register
from runut.office.paper_templates.models import TemplateVersion
from runut.office.people.models import Office, Right
from runut.office.people.rights import may
from runut.office.trust.append import Act, append

SUBJECT = "kantor:templat"
UPLOADED, USED, LEFT = "kantor.templat_diunggah", "kantor.templat_dipakai", "kantor.templat_dilepas"
NOT_YOURS = Refused("bukan_pelaksana", "Hanya pengelola kantor yang mengatur templat naskah.")
_CHECK = "runut.files.templates.check:check_template"
_LONGEST_NAME = 120
Findings = tuple[Finding, ...]


def take_template(
    office: Office, doer: Doer, *, jenis: str, data: bytes, berkas: str
) -> Done | Refused | Findings:
    """Keep a template as a new version, not yet in use; or every reason why it cannot be one."""
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    if known := recall(doer):
        return known
    good, findings = read_guarded(_CHECK, data, berkas, options={"jenis": jenis})
    if good is not True:
        return tuple(one for one in findings if one.tingkat is Level.BLOCKER)
    sha256 = put(settings.FILES_DIR, data)

    def save() -> Act:
        last = TemplateVersion.objects.filter(office=office, jenis=jenis).order_by("versi").last()
        row = TemplateVersion.objects.create(
            office=office,
            jenis=jenis,
            versi=last.versi + 1 if last else 1,
            sha256=sha256,
            berkas=berkas[:_LONGEST_NAME],
            diunggah_oleh=doer.person,
            diunggah_pada=doer.at,
        )
        return _line(UPLOADED, row.jenis, row.versi, row.sha256)

    return _once(office, doer, save)


def use_version(office: Office, doer: Doer, *, jenis: str, versi: int) -> Done | Refused:
    """Lay papers of a kind out by this version from now on; 0 is our own layout."""
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    rows = TemplateVersion.objects.filter(office=office, jenis=jenis)
    chosen = rows.filter(versi=versi).first()
    if versi and chosen is None:
        return Refused("tidak_ada", "Versi templat itu tidak ada. Muat ulang halaman ini.")

    def save() -> Act | None:
        was = rows.filter(dipakai=True).first()
        if was == chosen:
            return None
        rows.filter(dipakai=True).update(dipakai=False)
        if chosen is None:
            return _line(LEFT, jenis, was.versi if was else 0, was.sha256 if was else "")
        rows.filter(pk=chosen.pk).update(dipakai=True)
        return _line(USED, jenis, chosen.versi, chosen.sha256)

    return _once(office, doer, save)


def _once(office: Office, doer: Doer, save: Callable[[], Act | None]) -> Done | Refused:
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            lock_register(office.pk)
            line = save()
            if line is not None:
                append(office.pk, [line], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
    except KeyUsed:
        return recall(doer) or NOT_YOURS
    return Done(doer.url)


def _line(kind: str, jenis: str, versi: int, sha256: str) -> Act:
    facts = {"jenis": jenis, "nama": BY_JENIS[jenis].judul.lower(), "versi": versi}
    return Act(kind, SUBJECT, facts, sha256)
