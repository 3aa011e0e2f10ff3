"""What those who look on say of a case, and what they are answered."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case
from runut.office.people.models import Office, Person


class Comment(models.Model):
    """A word on a case. ``answers``: the comment to which it replies. Never edited or removed."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="comments")
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    teks = models.TextField()
    pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "case"], name="comment_case")]
