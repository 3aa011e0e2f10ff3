"""What is entered about an office and its people: one set of rules for its pages and its file.

A rule answers what is wrong with a text, as the end of a sentence that begins with the name of the
field, and "" if nothing is. ``tidied`` comes first: people and Word write spaces that are none.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from ipaddress import ip_address
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

Rule = Callable[[str], str]

ZONES: Mapping[str, str] = {
    "WIB": "Asia/Jakarta",
    "WITA": "Asia/Makassar",
    "WIT": "Asia/Jayapura",
}
NIP_DIGITS, PPPK_GROUP = 18, 21
HIGHEST_PORT = 65_535
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_PHONE = re.compile(r"[0-9+()./ ,ext-]+", re.IGNORECASE)
_CODE = re.compile(r"[\w.\-/&]+")


def tidied(text: str) -> str:
    """A line as it is kept: without spaces around it, and with usual ones in it."""
    return " ".join(text.replace("\xa0", " ").split(" ")).strip()


def tidied_nip(text: str) -> str:
    """A NIP as it is kept: papers print it in groups."""
    return tidied(text).replace(" ", "")


def line_fault(text: str, longest: int) -> str:
    if len(text) > longest:
        return f"paling panjang {longest} huruf; tertulis {len(text)}."
    if not text.isprintable():
        return "berisi tanda yang tidak dapat dicetak (misalnya ganti baris)."
    return ""


def username_fault(text: str) -> str:
    return "tidak boleh berisi spasi." if any(sign.isspace() for sign in text) else ""


def nip_fault(nip: str) -> str:
    """18 digits in groups of 8, 6, 1 and 3; that of a PPPK has the group 21 instead of a month."""
    if not nip:
        return ""
    if not (nip.isascii() and nip.isdigit() and len(nip) == NIP_DIGITS):
        return f"harus {NIP_DIGITS} angka; tertulis “{nip}”."
    if not _is_day(nip[:8]):
        return f"harus diawali tanggal lahir (tahun, bulan, tanggal); tertulis “{nip[:8]}”."
    if not (1 <= int(nip[12:14]) <= 12 or int(nip[12:14]) == PPPK_GROUP):
        return f"angka ke-9 sampai ke-14 harus tahun dan bulan; tertulis “{nip[8:14]}”."
    return "" if nip[14] in "12" else f"angka ke-15 harus 1 atau 2; tertulis “{nip[14]}”."


def _is_day(digits: str) -> bool:
    try:
        datetime.strptime(digits, "%Y%m%d")  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return False
    return digits > "1900"


def email_fault(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError:
        return f"bukan alamat surel; tertulis “{text}”."
    return ""


def phone_fault(text: str) -> str:
    if _PHONE.fullmatch(text) and any(sign.isdigit() for sign in text):
        return ""
    return f"bukan nomor telepon; tertulis “{text}”. Contoh: (0561) 736541."


def code_fault(text: str) -> str:
    """The code of a unit stands between strokes in the number of every paper."""
    return "" if _CODE.fullmatch(text) else f"tidak boleh berisi spasi; tertulis “{text}”."


def site_fault(text: str) -> str:
    host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    return "" if "." in host and _HOST.fullmatch(host) else f"bukan laman; tertulis “{text}”."


def zone_of(word: str) -> str:
    """A zone by its usual name in Indonesia, or as it is."""
    return ZONES.get(word.upper(), word)


def zone_fault(word: str) -> str:
    if zone_of(word) in available_timezones():
        return ""
    return (
        f"zona waktu “{word}” tidak dikenal. Tulis WIB, WITA, atau WIT, "
        "atau nama seperti Asia/Pontianak."
    )


def zone_name(zone: str) -> str:
    """WIB, WITA or WIT for a zone of the same hour; "" for one elsewhere.

    >>> zone_name("Asia/Pontianak"), zone_name("Asia/Makassar"), zone_name("UTC")
    ('WIB', 'WITA', '')
    """
    moment = datetime(2026, 1, 1)  # noqa: DTZ001 - the same moment is asked of every zone
    offset = ZoneInfo(zone).utcoffset(moment)
    same = (name for name, one in ZONES.items() if ZoneInfo(one).utcoffset(moment) == offset)
    return next(same, "")


def public_url_fault(text: str) -> str:
    """The address that papers print: a scheme, a host, perhaps a port, and nothing behind it."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return f"bukan alamat; tertulis “{text}”. Contoh: http://192.168.1.10:8000."
    if parts.scheme not in ("http", "https"):
        return f"harus diawali http:// atau https://; tertulis “{text}”."
    if not _is_host(host):
        return f"bukan alamat; tertulis “{text}”. Contoh: http://192.168.1.10:8000."
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        return f"hanya nama atau angka komputernya, tanpa yang di belakangnya; tertulis “{text}”."
    return ""


def host_fault(text: str) -> str:
    return "" if _is_host(text) else f"bukan nama atau angka komputer; tertulis “{text}”."


def _is_host(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return bool(_HOST.fullmatch(host.lower())) and not host.replace(".", "").isdigit()
    return True


def listen_fault(text: str) -> str:
    """Where the server listens, as it is kept: ``host:port``."""
    host, _, port = text.rpartition(":")
    if not _is_host(host.strip("[]")):
        return f"harus alamat:port; tertulis “{text}”. Contoh: 0.0.0.0:8000."
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= HIGHEST_PORT):
        return f"port harus angka dari 1 sampai {HIGHEST_PORT}; tertulis “{port}”."
    return ""


def clock_of(word: str) -> str:
    """A time of day as it is kept (``07.30``), "" for what is none.

    >>> clock_of("7:30"), clock_of("16.00"), clock_of("25.00")
    ('07.30', '16.00', '')
    """
    found = _TIME.fullmatch(word.strip())
    return f"{int(found[1]):02d}.{found[2]}" if found else ""


def hours_fault(hours: Any) -> str:
    """``{"0": [buka, istirahat mulai, istirahat selesai, tutup], …}``; "0" is Monday."""
    form = (
        'harus hari "0" (Senin) sampai "6", masing-masing [buka, istirahat mulai, istirahat '
        'selesai, tutup], misalnya "0": ["07.30", "12.00", "13.00", "16.00"].'
    )
    if not isinstance(hours, dict):
        return form
    for day, times in hours.items():
        if day not in "0123456" or len(day) != 1:
            return form
        if not isinstance(times, list) or not all(isinstance(one, str) for one in times):
            return form
        if fault := day_fault(times):
            return f"hari {DAYS[int(day)]}: {fault}"
    return ""


def day_fault(times: list[str]) -> str:
    """A day begins, breaks, goes on and ends, each later than the one before."""
    if len(times) != 4 or not all(times):
        return "isi keempat jamnya: buka, istirahat mulai, istirahat selesai, tutup."
    known = [clock_of(one) for one in times]
    for word, one in zip(times, known, strict=True):
        if not one:
            return f"“{word}” bukan jam. Contoh: 07.30."
    if any(later <= earlier for earlier, later in pairwise(known)):
        return f"jamnya harus berurutan; tertulis {', '.join(known)}."
    return ""
