"""Work for the worker: the letter that carries a pack."""

from django.core.mail import EmailMessage
from django_tasks import task

from runut.core.words.dates import format_date
from runut.office import clock
from runut.office.packs.links import link_of
from runut.office.packs.models import Pack
from runut.office.packs.queries import Quarter, quarter_of
from runut.office.packs.sheets import filename_of, pack_workbook
from runut.office.people.mailing import send_letter

_XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


@task
def email_pack(pack_id: int) -> None:
    """Send the letter of one pack, once. What the mail server says is kept beside the pack.

    Raises what the mail server raises: the worker keeps the failure.
    """
    pack = Pack.objects.select_related("office", "dibuat_oleh").get(pk=pack_id)
    rows = Pack.objects.filter(
        office_id=pack.office_id, pk=pack_id, surel_pada=None, ditarik_pada=None
    )
    if not rows.update(surel_pada=clock.now(), surel_gagal=""):
        return
    try:
        send_letter(pack.office, letter_of(pack))
    except Exception:
        again = Pack.objects.filter(office_id=pack.office_id, pk=pack_id)
        again.update(surel_pada=None, surel_gagal="Server surel tidak menerima surat ini.")
        raise


def letter_of(pack: Pack) -> EmailMessage:
    """What the unit gets: the link, until when, and the workbook for who prefers Excel."""
    quarter = quarter_of(pack)
    message = EmailMessage(
        subject=f"Data kinerja {pack.masa}: {pack.nama}",
        body=words_for(pack, quarter),
        to=[pack.surel],
    )
    message.attach(filename_of(pack), pack_workbook(pack, quarter), "/".join(_XLSX))
    return message


def words_for(pack: Pack, quarter: Quarter) -> str:
    """The letter; also what is copied into a message."""
    until = f" sampai {format_date(quarter.window.ditutup)}" if quarter.window else ""
    count = len(quarter.cells_of(pack.unit))
    return (
        f"Yth. {pack.nama},\n\n"
        f"{pack.office.nama} meminta {count} angka kinerja {pack.masa}{until}.\n\n"
        f"Isi di sini, tanpa akun, sekitar lima menit:\n{link_of(pack)}\n\n"
        "Tautan ini hanya untuk unit Saudara; jangan diteruskan. Bila lebih suka Excel, unduh "
        "buku kecilnya di halaman itu dan unggah kembali di sana.\n\n"
        f"{pack.dibuat_oleh.nama}\n"
    )
