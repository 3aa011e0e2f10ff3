"""Names of offices, and the number of a civil servant (NIP), as papers print them."""

import re
import unicodedata
from datetime import date
from typing import Final

NIP_DIGITS: Final = 18
_FIRST_BIRTH: Final = 1900
_YOUNGEST, _OLDEST = 16, 60
"""Between birth and appointment, in years: outside of it a digit was mistyped."""
_TITLE: Final = re.compile(r"[A-Z][A-Za-z]{0,4}\.(?:[A-Z][A-Za-z]{0,4}\.?)*")
"""S.E., M.Si., A.Md.Kom., Ph.D: what no office is called."""
_TWO_STOPS: Final = re.compile(r"(?<=\w\.)\.(?!\.)")
_SMALL_WORDS: Final = frozenset(
    ("dan", "di", "ke", "dari", "untuk", "pada", "yang", "serta", "atas")
)


def in_running_text(name: str) -> str:
    """A name that is set in capitals on a letterhead, with capitals only where a name has them.

    >>> in_running_text("DINAS SOSIAL DAN PANGAN"), in_running_text("Bagian Tata Usaha")
    ('Dinas Sosial dan Pangan', 'Bagian Tata Usaha')
    """
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words)


def format_nip(nip: str) -> str:
    """An 18-digit NIP as it is printed; anything else as it was written.

    >>> format_nip("197507302001121001")
    '19750730 200112 1 001'
    >>> format_nip("-")
    '-'
    """
    digits = nip.replace(" ", "")
    if len(digits) != 18 or not digits.isdigit():
        return nip
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def is_nip(nip: str) -> bool:
    """18 digits: date of birth, month of appointment, sex, serial number.

    >>> is_nip("197507302001121001"), is_nip("197513302001121001")
    (True, False)
    """
    return not nip_fault(nip)


def nip_fault(nip: str) -> str:
    """What is wrong with a NIP written without spaces, as one plain sentence; "" for a right one.

    Instead of the month of appointment a PPPK has 21 or more.

    >>> nip_fault("198203142005012007"), nip_fault("199408222022212011")
    ('', '')
    >>> nip_fault("19820314")
    'NIP harus 18 angka; tertulis 8 angka.'
    >>> nip_fault("198202302005012007")
    'Delapan angka pertama NIP harus tanggal lahir; 1982-02-30 tidak ada.'
    """
    if not (nip.isascii() and nip.isdigit()):
        return "NIP hanya berisi angka, boleh dengan spasi di antaranya."
    if len(nip) != NIP_DIGITS:
        return f"NIP harus {NIP_DIGITS} angka; tertulis {len(nip)} angka."
    year, month, day, appointed, when = (
        int(nip[a:b]) for a, b in ((0, 4), (4, 6), (6, 8), (8, 12), (12, 14))
    )
    try:
        date(year, month, day)
    except ValueError:
        written = f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}"
        return f"Delapan angka pertama NIP harus tanggal lahir; {written} tidak ada."
    if year < _FIRST_BIRTH:
        return f"Tahun lahir dalam NIP, {year}, tidak mungkin."
    if not (1 <= when <= 12 or 21 <= when <= 29):
        return f"Angka ke-9 sampai ke-14 NIP harus tahun dan bulan pengangkatan; {nip[8:14]} tidak."
    if not year + _YOUNGEST <= appointed <= year + _OLDEST:
        return f"Menurut NIP ini lahir tahun {year} dan diangkat tahun {appointed}. Periksa lagi."
    if nip[14] not in "12":
        return f"Angka ke-15 NIP adalah 1 (pria) atau 2 (wanita); tertulis {nip[14]}."
    return ""


def full_name(gelar_depan: str, nama: str, gelar_belakang: str) -> str:
    """A person's name with the titles that were typed beside it, as papers print it.

    >>> full_name("Dr.", "Rina Astuti", "S.Sos., M.AP.")
    'Dr. Rina Astuti, S.Sos., M.AP.'
    """
    return ", ".join(part for part in (f"{gelar_depan} {nama}".strip(), gelar_belakang) if part)


def name_and_post(line: str) -> tuple[str, str]:
    """A line "name, post" in its two parts; titles after the name stay with the name.

    >>> name_and_post("H. Kamaruddin, S.E., M.Si., Bagian Organisasi, Setda")
    ('H. Kamaruddin, S.E., M.Si.', 'Bagian Organisasi, Setda')
    >>> name_and_post("Siti Aminah, BPKP"), name_and_post("Rahmat")
    (('Siti Aminah', 'BPKP'), ('Rahmat', ''))
    """
    parts = [part.strip() for part in line.split(",")]
    end = 1
    while end < len(parts) and _TITLE.fullmatch(parts[end]):
        end += 1
    return ", ".join(parts[:end]), ", ".join(part for part in parts[end:] if part)


def one_stop(sentence: str) -> str:
    """A sentence that ends with a name: the stop of its title is the stop of the sentence.

    >>> one_stop("Minta kepada Rina Astuti, M.AP.. Lalu ulangi ...")
    'Minta kepada Rina Astuti, M.AP. Lalu ulangi ...'
    """
    return _TWO_STOPS.sub("", sentence)


def proposed_username(nama: str) -> str:
    """A name to log in with, from a name without titles: first and last word.

    >>> proposed_username("Rina Astuti"), proposed_username("Wati")
    ('rina.astuti', 'wati')
    >>> proposed_username("Ma'ruf  Amin-Sya'ban"), proposed_username("--")
    ('maruf.aminsyaban', 'pegawai')
    """
    plain = unicodedata.normalize("NFKD", nama).encode("ascii", "ignore").decode().lower()
    words = [word for one in plain.split() if (word := re.sub(r"[^a-z0-9]", "", one))]
    return ".".join(dict.fromkeys((words[0], words[-1]))) if words else "pegawai"
