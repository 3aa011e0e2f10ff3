"""How an office writes its letters: codes, patterns, signers. Changed by an act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from runut.core.findings import Refused
from runut.core.report.papers.nomor import LONGEST, POLA, Unsur, format_nomor, refuse_pola
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.cases.numbering import KINDS
from runut.office.letters.rules import LANGSUNG, read_rule
from runut.office.locks import lock_register
from runut.office.people.models import Appointment, Office, OfficeProfile, Right, profile_of
from runut.office.people.naming import TANPA_GELAR, is_post
from runut.office.people.rights import may
from runut.office.trust.append import Act, append

SUBJECT = "kantor:naskah"
NOT_YOURS = Refused(
    "bukan_pelaksana",
    "Hanya pengelola kantor yang mengatur naskah dinas. Minta bantuannya bila perlu diubah.",
)


@dataclass(frozen=True)
class PaperSettings:
    """What was typed, by kind of paper."""

    klasifikasi: Mapping[str, str]
    pola: Mapping[str, str]
    penanda: Mapping[str, Sequence[str]]
    langsung: Sequence[str] = ()
    tanpa_gelar: Sequence[str] = ()


def save_settings(office: Office, doer: Doer, given: PaperSettings) -> Done | Refused:
    """Keep how the office writes its letters. What would spoil a paper later is refused now."""
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    day = doer.at.astimezone(office.zone).date()
    refused = refuse_patterns(office, given, day) or _refuse_posts(office, given)
    if refused:
        return refused
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            lock_register(office.pk)
            profile = profile_of(office)
            _fill(profile, given)
            profile.save()
            facts = {
                "klasifikasi": profile.klasifikasi,
                "pola_nomor": profile.pola_nomor,
                "penanda_tangan": profile.penanda_tangan,
            }
            line = Act("kantor.naskah_diatur", SUBJECT, facts)
            append(office.pk, [line], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
    except KeyUsed:
        return recall(doer) or NOT_YOURS
    return Done(doer.url)


def preview(office: Office, given: PaperSettings, kind: str, day: date) -> str:
    """The number that a kind of paper would get as its first."""
    pola = given.pola.get(kind) or POLA
    unsur = Unsur(kind, office.kode, day, given.klasifikasi.get(kind, ""))
    return format_nomor(pola, 1, unsur)


def refuse_patterns(office: Office, given: PaperSettings, day: date) -> Refused | None:
    """Why a pattern cannot be: it gives no number, or the number of another kind of paper."""
    seen: dict[str, str] = {}
    for kind, name in KINDS.items():
        why = refuse_pola(given.pola.get(kind) or POLA, given.klasifikasi.get(kind, ""))
        if why:
            return Refused("pola_salah", f"{name}: {why}")
        text = preview(office, given, kind, day)
        if len(text) > LONGEST - 8:
            return Refused("pola_salah", f"{name}: nomor menjadi terlalu panjang. Pendekkan.")
        if text in seen:
            return Refused(
                "pola_sama",
                f"{name} dan {seen[text]} akan mendapat nomor yang sama, {text}. Tambahkan "
                "{jenis}, atau beri kode klasifikasi yang berbeda.",
            )
        seen[text] = name
    return None


def _refuse_posts(office: Office, given: PaperSettings) -> Refused | None:
    """A post that nobody of the office has ever held is a slip of the pen."""
    posts = list(Appointment.objects.filter(office_id=office.pk))
    named = [part for lines in given.penanda.values() for one in lines for part in _parts(one)]
    for name in (*named, *given.tanpa_gelar):
        if not any(is_post(post, name) for post in posts):
            return Refused(
                "jabatan_tidak_dikenal",
                f"Jabatan {name} tidak ada pada kantor ini. Tulis seperti pada daftar pegawai, "
                "jabatan lengkapnya atau perannya dalam SOP.",
            )
    return None


def _parts(line: str) -> tuple[str, ...]:
    rule = read_rule(line)
    return tuple(filter(None, (rule.peran, rule.atas_nama, rule.untuk_beliau)))


def _fill(profile: OfficeProfile, given: PaperSettings) -> None:
    profile.klasifikasi = {**profile.klasifikasi, **given.klasifikasi}
    profile.pola_nomor = {**profile.pola_nomor, **given.pola}
    profile.penanda_tangan = {
        **profile.penanda_tangan,
        **{kind: list(lines) for kind, lines in given.penanda.items()},
        LANGSUNG: list(given.langsung),
        TANPA_GELAR: list(given.tanpa_gelar),
    }
