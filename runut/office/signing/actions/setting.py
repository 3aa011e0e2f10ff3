"""How the office signs: the way, the service, the time stamp, the stamp, whom it trusts."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from cryptography.x509 import Certificate as Authority

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall
from runut.office.people.models import OfficeProfile, Person
from runut.office.signing import keys
from runut.office.signing.actions.writing import refuse_foreign, write
from runut.office.signing.choices import (
    SHORT,
    BsreChoice,
    Choices,
    TokenChoice,
    TsaChoice,
    choices_of,
)


def set_way(
    cara: str, per_orang: Mapping[str, str], choices: Choices, doer: Doer
) -> Done | Refused:
    """Set the way of the office, that of people who differ, and the stamp of ``choices``."""
    if refused := refuse_foreign(doer):
        return refused
    office_id = doer.person.office_id
    known = {p.ref for p in Person.objects.filter(office_id=office_id, pk__in=_keys(per_orang))}
    people = {ref: way for ref, way in per_orang.items() if ref in known and way in SHORT}
    new = replace(choices, cara=cara if cara in SHORT else "", per_orang=people)
    return _set(doer, new, {"cara": SHORT.get(cara, "belum ditetapkan"), "berbeda": len(people)})


def set_service(bsre: BsreChoice, password: str, doer: Doer) -> Done | Refused:
    """Set where the signing service is. The password lies in the folder of keys; an empty one
    leaves that which is there."""
    if refused := refuse_foreign(doer):
        return refused
    office = doer.person.office
    if password or not bsre.alamat:
        keys.keep_secret(office, keys.BSRE_PASSWORD, password)
    facts = {"layanan": bsre.alamat or "dihapus", "versi": bsre.versi}
    return _set(doer, replace(choices_of(office), bsre=bsre), facts)


def set_stamper(tsa: TsaChoice, doer: Doer) -> Done | Refused:
    """Set the time stamp authority, or none."""
    if refused := refuse_foreign(doer):
        return refused
    facts = {"cap_waktu": tsa.alamat or "dihapus", "b_lt": "ya" if tsa.is_b_lt else "tidak"}
    return _set(doer, replace(choices_of(doer.person.office), tsa=tsa), facts)


def set_token(token: TokenChoice, doer: Doer) -> Done | Refused:
    """Name the key within the token of the office."""
    if refused := refuse_foreign(doer):
        return refused
    facts = {"token": token.token, "kunci": token.label}
    return _set(doer, replace(choices_of(doer.person.office), token=token), facts)


def trust_authority(authority: Authority, doer: Doer) -> Done | Refused:
    """Trust an authority: signatures under it are sah from now on."""
    if refused := refuse_foreign(doer):
        return refused
    facts = {"penerbit": authority.subject.rfc4514_string()[:200]}
    save = partial(keys.trust, doer.person.office, authority)
    return write(doer, "penerbit.dipercaya", facts, save, keys.fingerprint(authority))


def forget_authority(digest: str, doer: Doer) -> Done | Refused:
    """Trust an authority no longer, or do away with one that was proposed."""
    if refused := refuse_foreign(doer):
        return refused
    office = doer.person.office
    known = {**keys.proposed_authorities(office), **keys.trusted_authorities(office)}
    if digest not in known:
        return recall(doer) or Refused("tidak_ada", "Penerbit itu tidak ada dalam daftar.")
    facts = {"penerbit": known[digest].subject.rfc4514_string()[:200]}
    save = partial(keys.forget_authority, office, digest)
    return write(doer, "penerbit.dilepas", facts, save, digest)


def _set(doer: Doer, new: Choices, facts: Mapping[str, Any]) -> Done | Refused:
    told = {
        "per_orang": dict(new.per_orang or {}),
        "bsre": asdict(new.bsre),
        "tsa": asdict(new.tsa),
        "token": asdict(new.token),
        "is_cap": new.is_cap,
        "cap": asdict(new.cap),
    }

    def save() -> None:
        profile, _ = OfficeProfile.objects.get_or_create(office_id=doer.person.office_id)
        profile.cara_tanda_tangan, profile.tanda_tangan = new.cara, told
        profile.save(update_fields=["cara_tanda_tangan", "tanda_tangan"])

    return write(doer, "tanda_tangan.disetel", facts, save)


def _keys(per_orang: Mapping[str, str]) -> list[int]:
    return [int(ref) for ref in per_orang if ref.isdecimal()]
