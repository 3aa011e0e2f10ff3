"""The acts on a second step by its owner: an app or a passkey set up and taken off, new codes of
recovery. Who keeps the office takes all of it off somebody in ``personnel``."""

from collections.abc import Callable

from django.db import transaction

from runut.core.findings import Refused
from runut.core.trust import totp
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.locks import lock_register
from runut.office.logins.factor import (
    factor_of,
    give_recovery_codes,
    recovery_left,
    secret_of,
)
from runut.office.logins.models import Passkey, RecoveryCode, SecondFactor
from runut.office.logins.passkeys import MOST, new_passkey, passkeys_of
from runut.office.logins.second import Proof, has_second
from runut.office.people.models import Person
from runut.office.trust.append import Act, append

WRONG_CODE = Refused(
    "kode_salah",
    "Kode itu salah atau sudah lewat. Ketik kode yang sekarang tampak di aplikasi; bila tetap "
    "salah, periksa jam telepon Saudara.",
)
WRONG_PASSKEY = Refused(
    "kunci_sandi_salah",
    "Kunci sandi itu tidak dapat diterima. Muat ulang halaman ini, lalu coba lagi; bila tetap "
    "gagal, pakai cara lain.",
)
NO_PASSKEY = Refused(
    "kunci_sandi_gagal",
    "Kunci sandi belum dibuat, karena jawaban perangkat Saudara tidak dapat diperiksa atau "
    "sudah lebih dari 10 menit. Coba lagi.",
)
_HAS_ONE = Refused(
    "sudah_ada", "Aplikasi sudah terpasang. Lepaskan dahulu bila telepon Saudara berganti."
)
_HAS_NONE = Refused("belum_ada", "Langkah kedua itu belum terpasang, atau sudah dilepas.")
_IS_TAKEN = Refused("sudah_ada", "Kunci sandi itu sudah terpasang.")
_TOO_MANY = Refused(
    "terlalu_banyak", f"Sudah ada {MOST} kunci sandi. Lepas dahulu yang tidak dipakai lagi."
)
Codes = tuple[str, ...]
"""Codes of recovery, which are shown now and kept nowhere; none where the old ones stay."""
Written = tuple[str, dict[str, str], Codes]
"""The kind of the line in the chain, what it tells, and the codes to show."""


def set_up(seed: str, code: str, doer: Doer) -> tuple[Done | Refused, Codes]:
    """Take the app into use whose first code is ``code``. The same form sent again is done, and
    has no codes to show."""
    person = doer.person
    counter = totp.counter_of(secret_of(person, seed), code, doer.at)

    def write() -> Written | Refused:
        if factor_of(person) is not None:
            return _HAS_ONE
        if counter is None:
            return WRONG_CODE
        SecondFactor.objects.create(
            office_id=person.office_id, person=person, benih=seed, sejak=doer.at, terakhir=counter
        )
        return "langkah_kedua_dipasang", {}, _codes_if_needed(person)

    return _act(doer, write)


def set_up_passkey(
    name: str, challenge: str, answer: str, doer: Doer
) -> tuple[Done | Refused, Codes]:
    """Take the passkey into use that the person's device has just made."""
    person = doer.person
    made = new_passkey(challenge, answer)

    def write() -> Written | Refused:
        if made is None:
            return NO_PASSKEY
        if len(passkeys_of(person)) >= MOST:
            return _TOO_MANY
        if Passkey.objects.filter(kredensial=made.key.credential).exists():
            return _IS_TAKEN
        Passkey.objects.create(
            office_id=person.office_id,
            person=person,
            nama=name,
            kredensial=made.key.credential,
            kunci_umum=made.key.public_key,
            sejak=doer.at,
            hitungan=made.counter,
        )
        return "kunci_sandi_dipasang", {"nama": name}, _codes_if_needed(person)

    return _act(doer, write)


def take_off_own(proof: Proof, doer: Doer) -> Done | Refused:
    """Its owner takes the app off."""
    person = doer.person

    def write() -> Written | Refused:
        if factor_of(person) is None:
            return _HAS_NONE
        if not proof.is_of(person, doer.at):
            return _wrong(proof)
        SecondFactor.objects.filter(office_id=person.office_id, person=person).delete()
        _drop_codes_of_nothing(person)
        return "langkah_kedua_dilepas", {}, ()

    return _act(doer, write)[0]


def take_off_passkey(number: int, proof: Proof, doer: Doer) -> Done | Refused:
    """Its owner takes a passkey off, by any second step: the device itself may be lost."""
    person = doer.person

    def write() -> Written | Refused:
        own = Passkey.objects.filter(office_id=person.office_id, person=person, pk=number).first()
        if own is None:
            return _HAS_NONE
        if not proof.is_of(person, doer.at):
            return _wrong(proof)
        own.delete()
        _drop_codes_of_nothing(person)
        return "kunci_sandi_dilepas", {"nama": own.nama}, ()

    return _act(doer, write)[0]


def renew_codes(proof: Proof, doer: Doer) -> tuple[Done | Refused, Codes]:
    """Ten new codes of recovery; the old ones are void."""
    person = doer.person

    def write() -> Written | Refused:
        if not has_second(person):
            return _HAS_NONE
        if not proof.is_of(person, doer.at):
            return _wrong(proof)
        return "kode_pemulihan_dibuat", {}, give_recovery_codes(person)

    return _act(doer, write)


def _act(doer: Doer, write: Callable[[], Written | Refused]) -> tuple[Done | Refused, Codes]:
    """One act of a person on his own account: form once, one after the other, with its line."""
    person = doer.person
    with transaction.atomic():
        if known := recall(doer):
            return known, ()
        lock_register(person.office_id)
        written = write()
        if isinstance(written, Refused):
            return written, ()
        kind, facts, codes = written
        told = Act(f"pegawai.{kind}", f"pegawai:{person.pk}", facts)
        append(person.office_id, [told], actor=person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url), codes


def _wrong(proof: Proof) -> Refused:
    return WRONG_PASSKEY if proof.answer else WRONG_CODE


def _codes_if_needed(person: Person) -> Codes:
    return () if recovery_left(person) else give_recovery_codes(person)


def _drop_codes_of_nothing(person: Person) -> None:
    """Codes of recovery stand for a second step; where there is none left they open nothing."""
    if not has_second(person):
        RecoveryCode.objects.filter(office_id=person.office_id, person=person).delete()
