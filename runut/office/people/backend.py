"""Who is logged in: the person comes with his office, which every page asks for."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from runut.office.people.models import Person


class WithOffice(ModelBackend):
    """Django's own way of logging in; the person of a request is read with his office."""

    def get_user(self, user_id: Any) -> Person | None:
        found = Person.objects.select_related("office").filter(pk=user_id).first()
        return found if found is not None and self.user_can_authenticate(found) else None
