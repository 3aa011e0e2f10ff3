"""Which role of an SOP nobody can play now, and which one person plays who checks own work."""

from datetime import date

from django.urls import reverse

from runut.core.case.model import Definition
from runut.core.words.dates import format_date
from runut.office.cases.queries import candidates_by_role
from runut.office.lacks import Lack
from runut.office.people.models import Office, Person
from runut.office.substitutes.models import Substitution


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    if definition is None:
        return []
    actors = dict.fromkeys(actor for step in definition.steps for actor in step.actors)
    holders = candidates_by_role(office, day)
    return [
        *_away(office, day, list(actors), holders),
        *_alone(definition, list(actors), holders),
    ]


def _away(
    office: Office, day: date, actors: list[str], holders: dict[str, list[Person]]
) -> list[Lack]:
    """Roles whose every holder is away today, with nobody to stand in."""
    rows = list(
        Substitution.objects.filter(Substitution.touching(day, day), office=office).select_related(
            "holder"
        )
    )
    away = {row.holder_id for row in rows}
    stood_in = {(row.holder_id, actor) for row in rows if row.substitute_id for actor in row.peran}
    found = []
    for actor in actors:
        people = holders.get(actor, [])
        present = [one for one in people if one.pk not in away or (one.pk, actor) in stood_in]
        if people and not present:
            last = max(row.last for row in rows if row.holder_id in {one.pk for one in people})
            names = ", ".join(one.nama for one in people)
            found.append(
                Lack(
                    f"{names}, pemegang peran {actor}, sedang tidak di tempat tanpa pengganti",
                    f"Langkah yang dikerjakan {actor} menunggu sampai sesudah {format_date(last)}.",
                    "Catat penggantinya",
                    f"{reverse('kantor_pengganti')}?untuk={people[0].pk}",
                )
            )
    return found


def _alone(
    definition: Definition, actors: list[str], holders: dict[str, list[Person]]
) -> list[Lack]:
    """Roles with one holder who also writes what he would check."""
    found = []
    for step in definition.steps:
        for actor in step.actors if step.is_checking else ():
            people = holders.get(actor, [])
            if len({one.pk for one in people}) != 1:
                continue
            makers = [definition.step(no) for no in step.made_in]
            writing = {a for maker in makers if maker for a in maker.actors}
            if any(people[0] in holders.get(one, []) for one in writing):
                found.append(
                    Lack(
                        f"{people[0].nama} satu-satunya pemegang peran {actor} dan ikut menyusun "
                        f"yang diperiksanya pada langkah {step.no}",
                        f"Bila ia ikut menulis, langkah {step.no} tidak dapat dikerjakan "
                        "siapa pun.",
                        "Catat pengganti atau pemegang lain",
                        reverse("kantor_pengganti"),
                    )
                )
    return found
