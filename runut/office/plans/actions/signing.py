"""Signing a Perjanjian Kinerja: both parties, electronically one after the other, or with ink."""

from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from runut.core.findings import Refused
from runut.core.kinerja.perjanjian import Pihak as Party
from runut.files.signing.failures import SigningFailed
from runut.files.signing.joint import add_signature, signatures_in
from runut.files.signing.scan import read_scan
from runut.files.signing.sign import Signer
from runut.files.signing.verdict import TIDAK_DAPAT_DIPERIKSA, TIDAK_SAH, check_upload
from runut.files.store import get, put
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.plans.actions.writing import NOT_A_KEEPER, subject_of
from runut.office.plans.models import PerjanjianKinerja, PkSignature
from runut.office.trust.append import Act, append
from runut.office.trust.checkpoints import checkpoint_now
from runut.office.trust.test_certificates import trusted_by

Keadaan, Pihak, Cara = PerjanjianKinerja.Keadaan, PkSignature.Pihak, PkSignature.Cara
_NOT_FROZEN = Refused(
    "belum_beku",
    "Perjanjian Kinerja ini tidak sedang menunggu tanda tangan. Muat ulang halamannya.",
)


def party_to_sign(row: PerjanjianKinerja) -> int | None:
    """Whose turn it is: the first party, then the second; None when nobody is waited for."""
    if not row.is_frozen:
        return None
    signed = set(row.signatures.values_list("pihak", flat=True))
    return next((one for one in Pihak.values if one not in signed), None)


def is_party(person: Person, party: Party) -> bool:
    """Whether somebody of the office is the one who stands in the agreement."""
    if party.nip and person.nip:
        return party.nip == person.nip
    return " ".join(party.nama.split()) == " ".join(person.nama.split())


def party_of(row: PerjanjianKinerja, pihak: int) -> Party:
    said = row.says
    return said.pertama if pihak == Pihak.PERTAMA else said.kedua


def pdf_of(row: PerjanjianKinerja) -> bytes:
    """The frozen PDF with the signatures that it has so far."""
    return get(settings.FILES_DIR, row.tertanda or row.sha256)


def sign(row: PerjanjianKinerja, doer: Doer, signer: Signer) -> Done | Refused:
    """Whose turn it is signs electronically, on top of what the other has signed."""
    if known := recall(doer):
        return known
    pihak = party_to_sign(row)
    if pihak is None:
        return _NOT_FROZEN
    party = party_of(row, pihak)
    if not is_party(doer.person, party):
        return Refused("bukan_pelaksana", f"Sekarang giliran {party.nama} menandatangani.")
    try:
        signed = add_signature(
            signer,
            pdf_of(row),
            reason=f"Perjanjian Kinerja {row.tahun}, {Pihak(pihak).label.lower()}",
            location=row.says.kota,
            signer_name=party.nama,
            at=doer.at,
        )
    except SigningFailed as failed:
        return Refused("gagal_menandatangani", str(failed))
    digest = put(settings.FILES_DIR, signed)
    done = _record(row, {pihak: (Cara.ELEKTRONIK, digest)}, doer, tertanda=digest)
    if isinstance(done, Done) and not done.is_repeat:
        checkpoint_now(doer.at)
    return done


def take_signed_elsewhere(row: PerjanjianKinerja, data: bytes, doer: Doer) -> Done | Refused:
    """The PDF comes back with one signature more, made outside: it must begin with the very bytes
    that went out, and every signature in it must hold."""
    if not may(doer.person, Right.KINERJA):
        return NOT_A_KEEPER
    if known := recall(doer):
        return known
    pihak = party_to_sign(row)
    if pihak is None:
        return _NOT_FROZEN
    before = pdf_of(row)
    if not data.startswith(before) or len(data) == len(before):
        return Refused(
            "naskah_lain",
            "Berkas ini bukan PDF yang diunduh dari halaman ini lalu ditandatangani. Unduh lagi "
            "PDF-nya, minta ditandatangani tanpa menyimpannya ulang, lalu unggah.",
        )
    verdict = check_upload(data, trusted_by(doer.person.office), at=doer.at)
    if len(verdict.signatures) != len(signatures_in(before)) + 1:
        return Refused("tanpa_tanda_tangan", "Berkas ini tidak memuat satu tanda tangan baru.")
    if verdict.verdict in (TIDAK_SAH, TIDAK_DAPAT_DIPERIKSA):
        return Refused("tanda_tangan_gugur", " ".join(verdict.reasons))
    digest = put(settings.FILES_DIR, data)
    done = _record(row, {pihak: (Cara.LUAR, digest)}, doer, tertanda=digest)
    if isinstance(done, Done) and not done.is_repeat:
        checkpoint_now(doer.at)
    return done


def record_ink(
    row: PerjanjianKinerja, data: bytes, name: str, hari: date, doer: Doer
) -> Done | Refused:
    """Both parties signed the printed agreement: its scan is kept."""
    if not may(doer.person, Right.KINERJA):
        return NOT_A_KEEPER
    if known := recall(doer):
        return known
    if not row.is_frozen:
        return _NOT_FROZEN
    if row.signatures.exists():
        return Refused(
            "sudah_elektronik",
            "Sudah ada tanda tangan elektronik pada PDF-nya; pihak lain menandatangani PDF itu.",
        )
    if refused := _refuse_day(row, hari, doer.at):
        return refused
    scan, problems = read_scan(data, name)
    if scan is None:
        return Refused("bukan_pindaian", " ".join(f"{one.pesan} {one.usul}" for one in problems))
    digest = put(settings.FILES_DIR, scan.pdf or data)
    both = dict.fromkeys(Pihak.values, (Cara.BASAH, digest))
    return _record(row, both, doer, pindaian=digest, hari=hari)


def _refuse_day(row: PerjanjianKinerja, hari: date, at: datetime) -> Refused | None:
    today = at.astimezone(row.office.zone).date()
    if hari > today:
        return Refused("tanggal_nanti", "Tanggal tanda tangan belum tiba; periksa tanggalnya.")
    return None


def _record(
    row: PerjanjianKinerja,
    signed: dict[int, tuple[PkSignature.Cara, str]],
    doer: Doer,
    *,
    hari: date | None = None,
    **files: str,
) -> Done | Refused:
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            rows = PerjanjianKinerja.objects.filter(
                pk=row.pk, versi=row.versi, keadaan=Keadaan.BEKU
            )
            if rows.update(versi=row.versi + 1, **files) != 1:
                return Refused("sudah_berubah", "Naskah ini baru saja berubah. Muat ulang.")
            lines = [
                _signed_by(row, PkSignature(pihak=pihak, cara=cara, sha256=digest, hari=hari), doer)
                for pihak, (cara, digest) in signed.items()
            ]
            if row.signatures.count() == len(Pihak.values):
                PerjanjianKinerja.objects.filter(pk=row.pk).update(
                    keadaan=Keadaan.DITANDATANGANI, lengkap_pada=doer.at
                )
            append(row.office_id, lines, actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
    except (KeyUsed, IntegrityError):
        return recall(doer) or Refused("sudah_berubah", "Pihak ini sudah menandatangani.")
    return Done(doer.url)


def _signed_by(row: PerjanjianKinerja, signature: PkSignature, doer: Doer) -> Act:
    signature.office_id, signature.perjanjian = row.office_id, row
    signature.nama = party_of(row, signature.pihak).nama
    signature.pada, signature.dicatat_oleh = doer.at, doer.person
    signature.save()
    facts = {
        "tahun": row.tahun,
        "revisi": row.revisi,
        "pihak": signature.pihak,
        "nama": signature.nama,
        "cara": str(signature.cara),
        "naskah": row.sha256,
    }
    return Act("pk.ditandatangani", subject_of(row), facts, signature.sha256)
