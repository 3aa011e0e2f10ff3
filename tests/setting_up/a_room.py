"""A room that knows of two things missing, and says one of them twice."""

from datetime import date

from runut.core.case.model import Definition
from runut.office.lacks import Lack
from runut.office.people.models import Office


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    light = Lack("Yang ringan", "Nanti.", "Isi", "/")
    return [light, Lack("Yang berat", "Nanti.", "Isi", "/", is_blocking=True), light]
