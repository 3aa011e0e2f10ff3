"""What SOPs demand of who works by them (kualifikasi pelaksana), and who does not fulfil it."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256

from runut.core.sop.text.parse import read_sop_text
from runut.office import clock
from runut.office.people.models import Person
from runut.office.personnel.models import Fulfilment
from runut.office.sops.models import SopVersion


def demand_key(syarat: str) -> str:
    """The same demand, however it is spaced, in capitals or small letters.

    >>> demand_key("Memahami  SAKIP.") == demand_key("memahami sakip")
    True
    """
    plain = " ".join(syarat.split()).casefold().rstrip(".;,")
    return sha256(plain.encode()).hexdigest()


def demands_of(version: SopVersion) -> tuple[str, ...]:
    """The lines of kualifikasi pelaksana of an SOP."""
    return _demands(version.teks)


@lru_cache(maxsize=256)
def _demands(teks: str) -> tuple[str, ...]:
    sop, _ = read_sop_text(teks)
    return sop.kualifikasi_pelaksana if sop else ()


def are_checked(version: SopVersion) -> bool:
    """Whether the office has looked at anybody against the demands of this SOP.

    Before it has, nobody is known to lack anything: the demands are *belum diperiksa*.
    """
    keys = [demand_key(one) for one in demands_of(version)]
    return Fulfilment.objects.filter(office_id=version.office_id, hash__in=keys).exists()


def unqualified(person: Person, sop_version: SopVersion) -> list[str]:
    """The demands of the SOP that the person is not known to fulfil today; none where the office
    has not checked anybody against them."""
    return unqualified_of([person], sop_version, clock.now().date()).get(person.pk, [])


def unqualified_of(
    people: Iterable[Person], version: SopVersion, day: date
) -> dict[int, list[str]]:
    """The same for several people, under their keys; whoever lacks nothing is not in it."""
    demands = demands_of(version)
    chosen = list({one.pk: one for one in people})
    if not demands or not chosen or not are_checked(version):
        return {}
    keys = [demand_key(one) for one in demands]
    rows = Fulfilment.objects.filter(
        Fulfilment.counts_on(day), office_id=version.office_id, person__in=chosen, hash__in=keys
    )
    fulfilled = set(rows.values_list("person_id", "hash"))
    lacking = {
        pk: [one for one, key in zip(demands, keys, strict=True) if (pk, key) not in fulfilled]
        for pk in chosen
    }
    return {pk: lines for pk, lines in lacking.items() if lines}


def said(lacking: dict[int, list[str]], people: Sequence[Person]) -> list[str]:
    """Who lacks what, in words."""
    return [
        f"{one.nama}: {'; '.join(line.rstrip('.') for line in lacking[one.pk])}"
        for one in people
        if one.pk in lacking
    ]


def warning_about(person: Person, version: SopVersion) -> str:
    """What the person lacks for steps of this SOP, as a sentence; "" where nothing is known."""
    lacking = unqualified(person, version)
    if not lacking:
        return ""
    lines = "; ".join(one.rstrip(".") for one in lacking)
    return f"{person.nama} belum memenuhi kualifikasi SOP ini: {lines}."
