"""The second factors of a person, the sessions, and the wrong tries to come in."""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person


class SecondFactor(models.Model):
    """An authenticator app of one person, asked for its code after the password.

    ``benih``: the secret is made of it and of the office's key, which lies in the folder of keys
    (``factor.secret_of``): the database alone gives no code. ``terakhir``: the half minute whose
    code was used last; neither it nor an earlier one is taken again.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="second_factor")
    benih = models.CharField(max_length=64)
    sejak = models.DateTimeField()
    terakhir = models.BigIntegerField(default=0)

    SECRETS: ClassVar = ("benih",)
    UNRECORDED: ClassVar = {
        "terakhir": "menolak kode yang sama dua kali; sebuah kode berlaku paling lama 90 detik"
    }


class Passkey(models.Model):
    """A passkey of one person: in a telephone, a PC or a USB key, which alone holds its secret.

    Here lie its name among all (``kredensial``) and its public key. ``hitungan`` is what it counted
    at its last use: one that then counts less was copied. Many count nothing and stay at 0.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="passkeys")
    nama = models.CharField(max_length=60)
    kredensial = models.CharField(max_length=1400)
    kunci_umum = models.CharField(max_length=1400)
    sejak = models.DateTimeField()
    hitungan = models.BigIntegerField(default=0)
    terakhir = models.DateTimeField(null=True)

    SECRETS: ClassVar = ("kredensial", "kunci_umum")
    UNRECORDED: ClassVar = {
        "hitungan": "menolak kunci sandi yang disalin; tidak memberi hak",
        "terakhir": "kapan terakhir dipakai; hanya untuk dibaca pemiliknya",
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "kredensial"], name="passkey_once")
        ]
        indexes: ClassVar = [models.Index(fields=["office", "person"], name="passkey_person")]


class RecoveryCode(models.Model):
    """One of the ten codes for who has lost the telephone, each good once; only its hash is."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="recovery_codes")
    hash = models.CharField(max_length=64)
    dipakai_pada = models.DateTimeField(null=True)

    SECRETS: ClassVar = ("hash",)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "person"], name="recoverycode_person")]


class FailedLogin(models.Model):
    """A try to come in that was wrong, kept for two days.

    ``person`` is empty where there is nobody of that name; the name itself is kept as a keyed hash
    only, since some type their password there. ``pintu``: password, code of the keeper, second
    factor, or passkey alone.
    """

    class Pintu(models.TextChoices):
        SANDI = "sandi", "kata sandi"
        KODE = "kode", "kode masuk"
        DUA = "dua", "langkah kedua"
        KUNCI = "kunci", "kunci sandi"

    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    nama = models.CharField(max_length=64)
    alamat = models.CharField(max_length=45)
    pintu = models.CharField(max_length=6, choices=Pintu.choices)
    pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "pada"], name="failedlogin_pada")]


class LoginSession(models.Model):
    """A browser in which a person came in: where, with what, since when, and when it last asked.

    ``kunci`` is the key of Django's session. A row outlives its session by a month: an address
    from which somebody came in before is not made to wait for what strangers try elsewhere.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kunci = models.CharField(max_length=40)
    alamat = models.CharField(max_length=45)
    perangkat = models.CharField(max_length=80)
    sejak = models.DateTimeField()
    terakhir = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "kunci"], name="loginsession_once")
        ]
        indexes: ClassVar = [models.Index(fields=["office", "person"], name="loginsession_person")]
