"""Templates of an office, and by which of them a paper was made."""

from typing import ClassVar

from django.db import models

from runut.core.report.templates.kinds import BY_JENIS
from runut.office.people.models import Office, Person


class TemplateVersion(models.Model):
    """A template as it was handed in; it never changes. At most one of a kind is in use.

    ``sha256`` names the file in the store.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=20)
    versi = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    berkas = models.CharField(max_length=120)
    diunggah_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField()
    dipakai = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "jenis", "versi"], name="paper_template_version_once"
            ),
            models.UniqueConstraint(
                fields=["office", "jenis"],
                condition=models.Q(dipakai=True),
                name="paper_template_one_in_use",
            ),
        ]

    def __str__(self) -> str:
        return f"{BY_JENIS[self.jenis].judul} versi {self.versi}"


class TemplateUse(models.Model):
    """By which version a paper was made; ``kode`` is printed on it.

    ``docx`` and ``pdf`` say who laid each out: ``templat`` (the PDF then by LibreOffice), or
    ``runut`` where the template could not be used.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    kode = models.CharField(max_length=20)
    template = models.ForeignKey(TemplateVersion, on_delete=models.PROTECT, related_name="+")
    docx = models.CharField(max_length=10)
    pdf = models.CharField(max_length=10)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "kode"], name="paper_template_use_once")
        ]
