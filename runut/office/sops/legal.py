"""The catalogue of legal bases of an office: what it knows itself before what is delivered."""

from runut.core.sop.checks.peraturan import KATALOG, Katalog, find_cited, merged, short_name
from runut.core.sop.checks.peraturan import Peraturan as Entry
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.sops.models import Peraturan


def may_keep(person: Person) -> bool:
    """Whether the person may change the catalogue: who keeps the office or manages its SOPs."""
    return may(person, Right.SOP) or may(person, Right.KANTOR)


def own_entries(office_id: int) -> list[Peraturan]:
    """What the office entered itself, in the order of the list."""
    found = Peraturan.objects.filter(office_id=office_id)
    return list(found.order_by("jenis", "tahun", "nomor"))


def katalog_of(office_id: int) -> Katalog:
    """The catalogue that the SOPs of the office are checked by."""
    own = own_entries(office_id)
    return merged(tuple(map(entry_of, own))) if own else KATALOG


def entry_of(own: Peraturan) -> Entry:
    return Entry(
        own.jenis,
        own.nomor,
        own.tahun,
        own.tentang,
        dicabut_oleh=own.dicabut_oleh,
        tanggal=own.dicabut_tanggal,
        sumber=own.sumber,
    )


def entry_named(sebutan: str, katalog: Katalog) -> Entry | None:
    """The entry with that short name."""
    return next((one for one in katalog if one.sebutan == sebutan), None)


def name_of(text: str, office_id: int) -> str:
    """A regulation as the catalogue calls it, however it was typed; else as it was typed."""
    found = find_cited(text, katalog_of(office_id))
    return found.sebutan if found else short_name(text) or " ".join(text.split())
