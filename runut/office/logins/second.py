"""The second step as a whole: who has one, and whether what somebody shows of it is right."""

from dataclasses import dataclass
from datetime import datetime

from runut.office.logins.factor import is_right
from runut.office.logins.models import Passkey, RecoveryCode, SecondFactor
from runut.office.logins.passkeys import uses_passkey
from runut.office.people.models import Office, Person


@dataclass(frozen=True)
class Proof:
    """What is shown: a typed code, or the answer of a passkey to a challenge."""

    code: str = ""
    challenge: str = ""
    answer: str = ""

    def is_of(self, person: Person, at: datetime) -> bool:
        """Whether this person can have shown it. It is used up by this."""
        if self.answer:
            return uses_passkey(person, self.challenge, self.answer, at)
        return is_right(person, self.code, at)


def has_second(person: Person) -> bool:
    """Whether the password alone does not let this person in."""
    own = {"office_id": person.office_id, "person": person}
    return SecondFactor.objects.filter(**own).exists() or Passkey.objects.filter(**own).exists()


def numbers_with_second(office: Office) -> set[int]:
    """The numbers of the people of an office who have a second step."""
    apps = SecondFactor.objects.filter(office=office).values_list("person_id", flat=True)
    keys = Passkey.objects.filter(office=office).values_list("person_id", flat=True)
    return {*apps, *keys}


def forget_second(person: Person) -> bool:
    """Forget all second steps of somebody, if there are any. Call inside an act."""
    had = has_second(person)
    for kind in (SecondFactor, Passkey, RecoveryCode):
        kind.objects.filter(office_id=person.office_id, person=person).delete()
    return had
