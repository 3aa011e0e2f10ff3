"""What the office says of itself on a day, to be held against what a workbook or an SOP says."""

from datetime import date

from runut.core.kinerja.model import Pejabat
from runut.core.report.lakip.facts import OfficeFacts
from runut.office.people.models import Office, Person
from runut.office.people.naming import jabatan_in, posts_on


def facts_of(office: Office, day: date) -> OfficeFacts:
    """The office's letterhead, its town, and everybody of it in the posts he holds on that day."""
    people = list(Person.objects.filter(office_id=office.pk, is_active=True).order_by("pk"))
    posts = posts_on(office.pk, people, day)
    named = tuple(
        Pejabat(jabatan_in(posts.get(one.pk, [])), one.nama, one.pangkat, one.nip) for one in people
    )
    return OfficeFacts(tuple(office.kop), office.kota, named)
