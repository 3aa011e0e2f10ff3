"""Whether a substitution can be so: one plain sentence for each thing that is wrong with it."""

from dataclasses import dataclass
from datetime import date

from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.office.people.models import Person
from runut.office.substitutes.models import IS_A_POST, Jenis, Sebab, Substitution


@dataclass(frozen=True)
class Facts:
    """What is to be recorded."""

    holder: Person
    sebab: str
    jenis: str
    substitute: Person | None
    peran: tuple[str, ...]
    mulai: date
    selesai: date
    sk: str = ""
    sk_tanggal: date | None = None


def refuse(facts: Facts) -> Refused | None:
    """Why this substitution cannot be recorded, or None. Call where nobody else records one."""
    return _refuse_itself(facts) or _refuse_beside_others(facts)


def _refuse_itself(facts: Facts) -> Refused | None:
    if facts.selesai < facts.mulai:
        return Refused(
            "tanggal_terbalik", "Tanggal akhir mendahului tanggal mulai. Betulkan tanggalnya."
        )
    if facts.sebab == Sebab.KOSONG and facts.jenis not in (Jenis.PLT, Jenis.PJ):
        return Refused(
            "jenis_salah", "Jabatan yang kosong diisi oleh Plt. atau Pj. Pilih jenisnya."
        )
    if not facts.holder.is_active and facts.sebab != Sebab.KOSONG:
        return Refused(
            "sudah_pergi",
            f"{facts.holder.nama} tidak lagi bekerja di sini. Pilih sebab “Jabatan kosong”.",
        )
    if facts.substitute is None:
        if facts.jenis in IS_A_POST:
            return Refused("tanpa_pengganti", "Pilih pegawai yang menjadi pengganti.")
        return None
    if facts.substitute.pk == facts.holder.pk:
        return Refused("pengganti_sama", "Pengganti harus orang lain daripada yang digantikan.")
    if not facts.substitute.is_active:
        return Refused(
            "pengganti_pergi",
            f"{facts.substitute.nama} tidak lagi bekerja di sini. Pilih pegawai lain.",
        )
    if not facts.peran:
        return Refused("tanpa_peran", "Tandai peran yang digantikan, setidaknya satu.")
    if not facts.sk.strip():
        return Refused("tanpa_sk", "Isi nomor surat keputusan atau surat perintah penggantian.")
    return None


def _refuse_beside_others(facts: Facts) -> Refused | None:
    touching = Substitution.objects.filter(
        Substitution.touching(facts.mulai, facts.selesai), office_id=facts.holder.office_id
    ).select_related("holder", "substitute")
    for other in touching:
        if other.holder_id == facts.holder.pk and _share(other, facts):
            return Refused(
                "bertumpuk",
                f"{facts.holder.nama} sudah tercatat tidak di tempat pada {other.days}. Ubah "
                "tanggalnya, atau akhiri catatan yang lama dahulu.",
            )
        if facts.substitute and other.holder_id == facts.substitute.pk:
            return Refused(
                "pengganti_pergi",
                f"{facts.substitute.nama} sendiri tidak di tempat pada {other.days}. Pilih pegawai "
                "lain sebagai pengganti.",
            )
        if other.substitute_id == facts.holder.pk:
            return Refused(
                "masih_pengganti",
                f"{facts.holder.nama} menjadi {other.title} untuk {other.holder.nama} sampai "
                f"dengan {format_date(other.last)}. Akhiri penggantian itu dahulu, dan tunjuk "
                f"pegawai lain untuk {other.holder.nama}.",
            )
    return None


def _share(other: Substitution, facts: Facts) -> bool:
    """One is away once; two substitutes at a time share no role."""
    if other.substitute_id is None or facts.substitute is None:
        return True
    return bool(set(other.peran) & set(facts.peran))
