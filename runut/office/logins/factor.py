"""Codes of a second step: those of an app with its secret, and those of recovery."""

import secrets
from datetime import datetime
from urllib.parse import quote

from django.db import transaction
from django.utils.crypto import salted_hmac

from runut.core.trust import totp
from runut.office.locks import lock_register
from runut.office.logins.models import RecoveryCode, SecondFactor
from runut.office.people.models import Person
from runut.office.trust.append import Act, append

_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without signs that are read for another: 0 and O, 1, I and L."""
_LENGTH, _GROUP = 10, 5
RECOVERY_CODES = 10


def new_seed() -> str:
    return secrets.token_hex(20)


def secret_of(person: Person, seed: str) -> bytes:
    """The secret that the app of this person holds."""
    told = f"{person.pk}.{seed}"
    return salted_hmac("runut.langkah_kedua", told, algorithm="sha256").digest()[:20]


def address_for_app(person: Person, secret: bytes) -> str:
    """What the picture says to the app: ``otpauth://totp/Runut…:rina?secret=…``."""
    issuer = quote(f"Runut {person.office.nama}", safe="")
    account, text = quote(person.username, safe=""), totp.in_base32(secret)
    return f"otpauth://totp/{issuer}:{account}?secret={text}&issuer={issuer}"


def factor_of(person: Person) -> SecondFactor | None:
    return SecondFactor.objects.filter(office_id=person.office_id, person=person).first()


def recovery_left(person: Person) -> int:
    """How many codes of recovery were not used yet."""
    return RecoveryCode.objects.filter(
        office_id=person.office_id, person=person, dipakai_pada__isnull=True
    ).count()


def new_recovery_code() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    return "-".join(signs[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def give_recovery_codes(person: Person) -> tuple[str, ...]:
    """Ten new codes in place of what is left of the old ones. Call inside an act."""
    own = {"office_id": person.office_id, "person": person}
    codes = tuple(new_recovery_code() for _ in range(RECOVERY_CODES))
    RecoveryCode.objects.filter(**own).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(**own, hash=recovery_hash(person, one)) for one in codes
    )
    return codes


def recovery_hash(person: Person, code: str) -> str:
    """However it is typed. It has 49 bits of chance and guessing is slowed down: a keyed hash."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    told = f"{person.pk}.{plain}"
    return salted_hmac("runut.kode_pemulihan", told, algorithm="sha256").hexdigest()


def is_right(person: Person, typed: str, at: datetime) -> bool:
    """Whether this is a code of the person's app or of recovery. Each is used up by this."""
    factor = factor_of(person)
    is_of_app = factor is not None and _uses_code(factor, person, typed, at)
    return is_of_app or _uses_recovery(person, typed, at)


def _uses_code(factor: SecondFactor, person: Person, typed: str, at: datetime) -> bool:
    counter = totp.counter_of(secret_of(person, factor.benih), typed, at)
    if counter is None:
        return False
    # of two who send the same code at once one gets in
    free = SecondFactor.objects.filter(pk=factor.pk, terakhir__lt=counter)
    return free.update(terakhir=counter) == 1


def _uses_recovery(person: Person, typed: str, at: datetime) -> bool:
    with transaction.atomic():
        lock_register(person.office_id)
        fresh = RecoveryCode.objects.filter(
            office_id=person.office_id,
            person=person,
            hash=recovery_hash(person, typed),
            dipakai_pada__isnull=True,
        )
        if fresh.update(dipakai_pada=at) != 1:
            return False
        facts = {"sisa": recovery_left(person)}
        used = Act("pegawai.kode_pemulihan_dipakai", f"pegawai:{person.pk}", facts)
        append(person.office_id, [used], actor=person.ref, at=at)
    return True
