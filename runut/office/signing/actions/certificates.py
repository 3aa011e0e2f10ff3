"""The certificate of a signer: brought in, replaced, taken away, or made for practice."""

from functools import partial
from unicodedata import normalize

from runut.core.findings import Refused
from runut.files.signing.certificate_file import CertificateFacts, read_certificate_file
from runut.files.signing.certificates import (
    AUTHORITY_FILE,
    AUTHORITY_KEY_FILE,
    make_authority,
    make_signer,
)
from runut.office.acts.sending import Doer, Done, recall
from runut.office.nul import holds_nul
from runut.office.people.models import Person
from runut.office.signing import keys
from runut.office.signing.actions.writing import write
from runut.office.signing.choices import UJI, choices_of
from runut.office.signing.models import Certificate
from runut.office.signing.ways import certificate_of
from runut.office.trust.test_certificates import certificates_folder

_LONGEST = 200
SHORTEST_PASSPHRASE = 8


def bring_certificate(
    archive: bytes, passphrase: str, doer: Doer, *, is_sure: bool = False
) -> Done | Refused:
    """Take in the doer's own certificate file; an older one is replaced.

    The passphrase opens the file once, to look at it, and is forgotten. ``is_sure``: he says that
    it is his although it bears another name.
    """
    if known := recall(doer):
        return known
    facts, problems = read_certificate_file(archive, passphrase, doer.at)
    if facts is None:
        return Refused("sertifikat_ditolak", " ".join(f"{p.pesan} {p.usul}" for p in problems))
    if holds_nul([facts.holder, facts.issuer]):
        return Refused("sertifikat_ditolak", "Nama dalam sertifikat itu tidak dapat dibaca.")
    if not (is_sure or is_named(facts, doer.person)):
        return Refused(
            "nama_berbeda",
            f"Sertifikat ini atas nama {facts.holder}, sedangkan Saudara tercatat sebagai "
            f"{doer.person.nama}. Pilih sertifikat Saudara sendiri, atau nyatakan bahwa ini memang "
            "milik Saudara.",
        )
    return _keep(archive, facts, doer, is_sure=not is_named(facts, doer.person))


def make_practice_certificate(passphrase: str, doer: Doer) -> Done | Refused:
    """Make a test certificate for the doer, in an office that practises."""
    if known := recall(doer):
        return known
    office = doer.person.office
    if choices_of(office).way_of(doer.person) != UJI:
        return Refused("bukan_uji", "Kantor ini tidak berlatih dengan sertifikat uji.")
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return Refused("sandi_pendek", f"Frasa sandi paling sedikit {SHORTEST_PASSPHRASE} huruf.")
    folder = certificates_folder(office)
    if not (folder / AUTHORITY_FILE).exists():
        (folder / AUTHORITY_KEY_FILE).unlink(missing_ok=True)
        make_authority(folder, office.nama, doer.at)
    number = f"latihan-{doer.person.pk}-{doer.at:%Y%m%d%H%M%S%f}"
    path = make_signer(folder, doer.person.nama, number, passphrase, doer.at)
    archive = path.read_bytes()
    path.unlink()
    facts, problems = read_certificate_file(archive, passphrase, doer.at)
    if facts is None:
        return Refused("sertifikat_ditolak", " ".join(p.pesan for p in problems))
    return _keep(archive, facts, doer, is_sure=False)


def drop_certificate(doer: Doer) -> Done | Refused:
    """Take the doer's own certificate away; what he signed with it stays signed."""
    row = certificate_of(doer.person)
    if row is None:
        return recall(doer) or Done(doer.url)
    facts = {"pemilik": row.pemilik, "berakhir": row.berakhir.date().isoformat()}
    done = write(doer, "sertifikat.dilepas", facts, lambda: _delete(row), row.sha256)
    if isinstance(done, Done) and not done.is_repeat:
        keys.drop_file(doer.person.office, row.berkas)
    return done


def keep_nik(nik: str, doer: Doer) -> Done | Refused:
    """Keep the doer's NIK in the folder of keys, so that he need not type it; "" forgets it.

    The chain says that it was kept, never which it is.
    """
    facts = {"tersimpan": "ya" if nik else "tidak"}
    save = partial(keys.keep_secret, doer.person.office, keys.nik_file(doer.person), nik)
    return write(doer, "sertifikat.nik", facts, save)


def is_named(facts: CertificateFacts, person: Person) -> bool:
    """Whether a certificate bears the NIP or the name of a person; degrees may differ."""
    if person.nip and any(person.nip in number.replace(" ", "") for number in facts.numbers):
        return True
    theirs = set(_words(facts.holder))
    return bool(own := _words(person.nama.partition(",")[0])) and set(own) <= theirs


def _words(name: str) -> list[str]:
    """The words of a name that are no degrees: those end in a full stop."""
    plain = normalize("NFKC", name).casefold().replace(",", " ")
    return [word for word in plain.split() if not word.endswith(".") and "." not in word]


def _keep(archive: bytes, facts: CertificateFacts, doer: Doer, *, is_sure: bool) -> Done | Refused:
    office, before = doer.person.office, certificate_of(doer.person)
    for issuer in facts.issuers if not facts.is_test else ():
        keys.propose_authority(office, issuer)
    name = keys.keep_file(office, doer.person, archive)
    told = {
        "pemilik": facts.holder[:_LONGEST],
        "penerbit": facts.issuer[:_LONGEST],
        "mulai": facts.first.date().isoformat(),
        "berakhir": facts.last.date().isoformat(),
        "nama_berbeda": "ya" if is_sure else "tidak",
    }
    row = {
        "berkas": name,
        "sha256": facts.sha256,
        "pemilik": facts.holder[:_LONGEST],
        "penerbit": facts.issuer[:_LONGEST],
        "mulai": facts.first,
        "berakhir": facts.last,
        "is_uji": facts.is_test,
        "diunggah_pada": doer.at,
    }

    def save() -> None:
        Certificate.objects.update_or_create(
            office_id=doer.person.office_id, person=doer.person, defaults=row
        )

    done = write(doer, "sertifikat.diunggah", told, save, facts.sha256)
    if isinstance(done, Done) and before is not None and before.berkas != name:
        keys.drop_file(office, before.berkas)
    return done


def _delete(row: Certificate) -> None:
    Certificate.objects.filter(office_id=row.office_id, pk=row.pk).delete()
