"""For whom a line of the plan is: the words of the report against the register of the office."""

from datetime import date

from runut.office.people.models import Appointment, Person


def people_by_words(office_id: int, day: date) -> dict[str, set[Person]]:
    """Who is meant by a name, a post or a unit as the register writes it, on a day."""
    found: dict[str, set[Person]] = {}
    for one in Person.objects.filter(office_id=office_id, is_active=True):
        for words in (one.nama, one.get_short_name()):
            found.setdefault(plain(words), set()).add(one)
    posts = Appointment.objects.filter(
        Appointment.held_on(day), office_id=office_id, person__is_active=True
    )
    for post in posts.select_related("person", "unit"):
        for words in (post.jabatan, post.unit.nama if post.unit else ""):
            found.setdefault(plain(words), set()).add(post.person)
    found.pop("", None)
    return found


def plain(words: str) -> str:
    """Words as they are compared: case, spaces and a closing stop say nothing."""
    return " ".join(words.split()).rstrip(".").casefold()
