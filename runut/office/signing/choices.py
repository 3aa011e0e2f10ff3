"""What an office has set about signing, read from its profile; what is missing has a default."""

from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from runut.files.signing.stamp import USUAL_PLACE, Place
from runut.office.people.models import Office, Person, profile_of

T = TypeVar("T")
UJI, PKCS12, PKCS11, BSRE, BASAH = "uji", "pkcs12", "pkcs11", "bsre", "basah"
WAYS = {
    PKCS12: "Sertifikat elektronik dalam berkas (.p12), diunggah setiap penanda tangan",
    PKCS11: "Sertifikat elektronik dalam token atau HSM (PKCS#11)",
    BSRE: "Layanan tanda tangan elektronik BSrE (e-sign client service)",
    BASAH: "Tanda tangan basah: dicetak, ditandatangani, dipindai kembali",
    UJI: "Sertifikat uji, hanya untuk berlatih: tanpa kekuatan hukum",
}
SHORT = {
    PKCS12: "sertifikat .p12",
    PKCS11: "token",
    BSRE: "BSrE",
    BASAH: "basah",
    UJI: "sertifikat uji",
}


@dataclass(frozen=True)
class BsreChoice:
    """Where the signing service of the office is; ``asal``: the corner it counts stamps from."""

    alamat: str = ""
    versi: Literal["v1", "v2"] = "v2"
    pengguna: str = ""
    batas_detik: int = 60
    asal: Literal["kiri_bawah", "kiri_atas"] = "kiri_bawah"


@dataclass(frozen=True)
class TsaChoice:
    alamat: str = ""
    batas_detik: int = 30
    is_b_lt: bool = False


@dataclass(frozen=True)
class TokenChoice:
    token: str = ""
    label: str = ""


@dataclass(frozen=True)
class Choices:
    """All that is set. ``cara`` is the way of the office, "" where nothing is set yet;
    ``per_orang`` that of people who sign in another way. ``is_cap``: a PDF that was not drawn here
    gets a stamp to be seen, at ``cap``."""

    cara: str = ""
    per_orang: dict[str, str] | None = None
    bsre: BsreChoice = BsreChoice()
    tsa: TsaChoice = TsaChoice()
    token: TokenChoice = TokenChoice()
    is_cap: bool = False
    cap: Place = USUAL_PLACE

    def way_of(self, person: Person) -> str:
        """How this person signs, "" if neither he nor the office has chosen."""
        return (self.per_orang or {}).get(person.ref) or self.cara


def choices_of(office: Office) -> Choices:
    """What the office has set; the example office practises until it sets something else."""
    profile = profile_of(office)
    told: dict[str, Any] = profile.tanda_tangan if isinstance(profile.tanda_tangan, dict) else {}
    cara = profile.cara_tanda_tangan if profile.cara_tanda_tangan in WAYS else ""
    people = _part(told, "per_orang")
    return Choices(
        cara=cara or (UJI if office.is_contoh else ""),
        per_orang={str(ref): way for ref, way in people.items() if way in WAYS},
        bsre=_read(BsreChoice(), _part(told, "bsre")),
        tsa=_read(TsaChoice(), _part(told, "tsa")),
        token=_read(TokenChoice(), _part(told, "token")),
        is_cap=bool(told.get("is_cap", False)),
        cap=_read(Place(), _part(told, "cap")),
    )


def _part(told: dict[str, Any], name: str) -> dict[str, Any]:
    part = told.get(name)
    return part if isinstance(part, dict) else {}


def _read(default: T, told: dict[str, Any]) -> T:
    """``default`` with the values that are told and of its kinds."""
    known = {name: told[name] for name, old in vars(default).items() if _fits(old, told.get(name))}
    return replace(default, **known)  # type: ignore[type-var]


def _fits(old: object, new: object) -> bool:
    if _is_number(old):
        return _is_number(new)
    return type(new) is type(old)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
