"""Ranks of civil servants (pangkat) with their grade (golongan ruang), as papers print them."""

import re
from typing import Final

PANGKAT: Final = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
"""Golongan ruang to pangkat: PP 7/1977, Lampiran."""
_MARKS: Final = str.maketrans("(),;/-", "      ")
_BY_NAME: Final = {name.casefold(): grade for grade, name in PANGKAT.items()}
_GRADE: Final = re.compile(r"\b(IV|I{1,3}) ?[/.\- ] ?([a-e])\b", re.IGNORECASE)
_PPPK: Final = re.compile(r"(golongan|gol\.?)? ?([IVX]{1,4})", re.IGNORECASE)
_PPPK_GRADES: Final = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)
_ALSO_OF_PNS: Final = ("I", "II", "III", "IV")
_RANK_TITLE: Final = re.compile(r"\bTk\.? ?(?:I|1)\b|\bTingkat 1\b", re.IGNORECASE)


_RANK: Final = re.compile(r"\b(IV|III|II|I)\s*/\s*([a-e])\b")
_ORDER: Final = ("I", "II", "III", "IV")


def rank_of(pangkat: str) -> tuple[int, int]:
    """Golongan and ruang as numbers that compare; (0, 0) where none is written.

    >>> rank_of("Pembina Utama Muda (IV/c)") > rank_of("Penata Tingkat I (III/d)")
    True
    >>> rank_of("")
    (0, 0)
    """
    found = _RANK.search(pangkat)
    if found is None:
        return (0, 0)
    return (_ORDER.index(found[1]) + 1, "abcde".index(found[2]) + 1)


def ranks() -> tuple[str, ...]:
    """Every rank with its grade, the highest first: "Penata (III/c)"."""
    return tuple(f"{name} ({grade})" for grade, name in reversed(PANGKAT.items()))


def read_pangkat(text: str) -> tuple[str, str]:
    """(the rank as papers print it, what is wrong with it): one of both is empty.

    >>> read_pangkat("III/c")[0], read_pangkat("penata tk. I, III.d")[0]
    ('Penata (III/c)', 'Penata Tingkat I (III/d)')
    >>> read_pangkat("Penata")[0], read_pangkat("Gol. IX")[0]
    ('Penata (III/c)', 'Golongan IX')
    >>> read_pangkat("Penata (III/d)")[1]
    'Pangkat Penata adalah golongan III/c, bukan III/d.'
    """
    words = " ".join(text.replace("\xa0", " ").split())
    if not words:
        return "", ""
    if grade := _of_pppk(words):
        return f"Golongan {grade}", ""
    found = _GRADE.search(words)
    said = f"{found[1].upper()}/{found[2].lower()}" if found else ""
    rest = _RANK_TITLE.sub("Tingkat I", _GRADE.sub("", words)).translate(_MARKS)
    name = re.sub(r"^(?:pangkat|golongan|gol\.?)\b ?", "", " ".join(rest.split()), flags=re.I)
    known = _BY_NAME.get(name.casefold())
    if name and not known:
        return "", (
            f"Pangkat “{words}” tidak dikenal. Tulis misalnya Penata (III/c), III/c, "
            "atau Golongan IX untuk PPPK."
        )
    if not name and not said:
        return "", f"Golongan “{words}” belum lengkap. Tulis misalnya III/c."
    if said and said not in PANGKAT:
        return "", f"Golongan {said} tidak ada."
    if known and said and known != said:
        return "", f"Pangkat {PANGKAT[known]} adalah golongan {known}, bukan {said}."
    right = known or said
    return f"{PANGKAT[right]} ({right})", ""


def _of_pppk(words: str) -> str:
    """The grade of a PPPK; what may be half of a civil servant's is not guessed to be one."""
    found = _PPPK.fullmatch(words)
    grade = found[2].upper() if found else ""
    is_clear = bool(found and found[1]) or grade not in _ALSO_OF_PNS
    return grade if grade in _PPPK_GRADES and is_clear else ""
