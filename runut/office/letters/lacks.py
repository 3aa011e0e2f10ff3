"""What an office will miss when its letters go out."""

from datetime import date

from django.urls import reverse

from runut.core.case.model import Definition
from runut.core.findings import Refused
from runut.office.cases.numbering import KINDS
from runut.office.lacks import Lack
from runut.office.letters.rules import choose_signer, rules_of
from runut.office.letters.settings_form import SIGNED_KINDS
from runut.office.people.models import Office, profile_of


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    """Kinds of letter whose posts to sign nobody holds, and a letterhead without address."""
    page = reverse("kantor_naskah")
    profile = profile_of(office)
    found = [
        Lack(
            f"Tidak ada yang menandatangani {KINDS[kind].lower()}",
            answer.reason,
            "Atur penanda tangan",
            page,
            is_blocking=True,
        )
        for kind in SIGNED_KINDS
        if rules_of(profile, kind)
        and isinstance(answer := choose_signer(office, kind, day, (), None), Refused)
    ]
    if not office.kop or not office.alamat:
        found.append(
            Lack(
                "Kop naskah belum lengkap",
                "Surat keluar akan dicetak tanpa nama atau alamat kantor.",
                "Lengkapi kop",
                page,
            )
        )
    return found
