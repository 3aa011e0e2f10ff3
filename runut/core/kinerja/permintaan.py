"""``runut kinerja compute``: a list of plain dicts in, capaian with working out.

The shape of both is a contract that scripts of others rely on.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeVar

from runut.core.kinerja.angka import (
    is_not_measured,
    is_plausible_size,
    read_angka,
    read_rentang,
)
from runut.core.kinerja.aturan import BATAS_CAPAIAN, SKALA
from runut.core.kinerja.capaian import compute_capaian
from runut.core.kinerja.model import Agregasi, Indikator, Nilai, Polaritas, Rentang, Terukur
from runut.core.kinerja.predikat import SKALA_BAWAAN, find_skala
from runut.core.kinerja.rumus import FORMULA

T = TypeVar("T")
_QUARTERS = 4
_LONGEST_SHOWN = 40


class _Unreadable(ValueError):
    """One field that cannot be read; its text is the sentence for the user."""


def read_indikators(data: object) -> tuple[tuple[Indikator, ...], tuple[str, ...]]:
    """(indicators, problems) of a JSON list; every item is looked at, every problem reported."""
    if not isinstance(data, list):
        return (), ("Masukan harus berupa daftar JSON: [{…}, {…}].",)
    indikators, problems = [], []
    for position, item in enumerate(data, start=1):
        indikator, found = _read_item(item, position)
        problems.extend(found)
        if indikator is not None:
            indikators.append(indikator)
    return tuple(indikators), tuple(problems)


def answer_of(indikator: Indikator) -> dict[str, str | None]:
    """The result of one indicator in the shape of the contract; decimals as text.

    >>> item = {"id": "a", "polaritas": "turun", "target": 12, "realisasi": 13}
    >>> asked, _ = read_indikators([item])
    >>> answer_of(asked[0])  # doctest: +NORMALIZE_WHITESPACE
    {'id': 'a', 'capaian': '91.67', 'kategori': 'Sangat Tinggi', 'alasan': None,
      'kerja': '(2 × 12 − 13) ÷ 12 × 100 = 91,67%'}
    """
    hasil = compute_capaian(indikator)
    return {
        "id": indikator.id,
        "capaian": None if hasil.capaian is None else str(hasil.capaian),
        "kategori": hasil.kategori,
        "alasan": hasil.alasan,
        "kerja": hasil.kerja,
    }


def _read_item(item: object, position: int) -> tuple[Indikator | None, list[str]]:
    if not isinstance(item, dict):
        return None, [f"Indikator ke-{position}: harus berupa objek JSON, bukan {_show(item)}."]
    problems: list[str] = []
    nama = _name(item, position)

    def read(key: str, reader: Callable[[object], T], default: T) -> T:
        try:
            return reader(item.get(key))
        except _Unreadable as problem:
            problems.append(f"{nama}, {key}: {problem}")
            return default

    polaritas = read("polaritas", _read_polaritas, Polaritas.NAIK)

    def target(value: object) -> Nilai | None:
        return _read_target(value, polaritas)

    def realisasi(value: object) -> Nilai | None:
        return _read_figure(value, polaritas)

    indikator = Indikator(
        id=read("id", _read_id, ""),
        sasaran_id="",
        nama="",
        satuan="",
        polaritas=polaritas,
        target=Terukur(read("target", target, None), ""),
        realisasi=Terukur(read("realisasi", realisasi, None), ""),
        formula=read("formula", _read_formula, None),
        agregasi=read("agregasi", _read_agregasi, None),
        batas=read("batas", _read_batas, None),
        skala=read("skala", _read_skala, SKALA_BAWAAN),
        target_triwulan=read("target_triwulan", lambda v: _read_quarters(v, target), ()),
        realisasi_triwulan=read("realisasi_triwulan", lambda v: _read_quarters(v, realisasi), ()),
        nilai_predikat=read("nilai_predikat", _read_predicates, {}),
    )
    return (None if problems else indikator), problems


def _name(item: dict[object, object], position: int) -> str:
    """How the item is called in a problem: by its id, else by its position."""
    kode = item.get("id")
    return f"Indikator '{kode}'" if isinstance(kode, str) and kode else f"Indikator ke-{position}"


def _read_id(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise _Unreadable("harus diisi, misalnya 'IKU-1'.")


def _read_polaritas(value: object) -> Polaritas:
    if isinstance(value, str) and value.strip().lower() in tuple(Polaritas):
        return Polaritas(value.strip().lower())
    raise _Unreadable(f"{_show(value)} tidak dikenal. Pilih {_choices(Polaritas)}.")


def _read_formula(value: object) -> str | None:
    if value is None or value in FORMULA:
        return None if value is None else str(value)
    raise _Unreadable(f"{_show(value)} tidak dikenal. Pilih {_choices(FORMULA)} atau null.")


def _read_agregasi(value: object) -> Agregasi | None:
    if value is None:
        return None
    if isinstance(value, str) and value in tuple(Agregasi):
        return Agregasi(value)
    raise _Unreadable(f"{_show(value)} tidak dikenal. Pilih {_choices(Agregasi)} atau null.")


def _read_batas(value: object) -> Decimal | None:
    if value is None:
        return None
    number = _read_number(value)
    if number < min(BATAS_CAPAIAN.nilai):
        raise _Unreadable(f"{_show(value)} terlalu rendah. Pakai 100, 120, atau null.")
    return number


def _read_skala(value: object) -> str:
    if value is None:
        return SKALA_BAWAAN
    if isinstance(value, str) and find_skala(value) is not None:
        return value
    raise _Unreadable(f"{_show(value)} tidak dikenal. Pilih {_choices(s.kode for s in SKALA)}.")


def _read_target(value: object, polaritas: Polaritas) -> Nilai | None:
    if polaritas is not Polaritas.RENTANG or value is None:
        return _read_figure(value, polaritas)
    if isinstance(value, str) and read_rentang(value) is not None:
        return read_rentang(value)
    if not isinstance(value, list) or len(value) != 2:
        raise _Unreadable(f"{_show(value)} bukan rentang. Isi [batas bawah, batas atas].")
    low, high = _read_number(value[0]), _read_number(value[1])
    if low > high:
        raise _Unreadable(f"{_show(value)} terbalik. Tulis batas bawah lebih dahulu.")
    return Rentang(low, high)


def _read_figure(value: object, polaritas: Polaritas) -> Nilai | None:
    if value is None or (isinstance(value, str) and is_not_measured(value)):
        return None
    if polaritas is Polaritas.PREDIKAT and isinstance(value, str) and read_angka(value) is None:
        return value.strip()
    return _read_number(value)


def _read_number(value: object) -> Decimal:
    number: Decimal | None = None
    if isinstance(value, str):
        number = read_angka(value)
    elif isinstance(value, Decimal):
        number = value
    elif isinstance(value, int) and not isinstance(value, bool):
        number = Decimal(value)
    elif isinstance(value, float):
        number = Decimal(repr(value))
    if number is None:
        raise _Unreadable(f"{_show(value)} bukan angka. Isi dengan angka, misalnya 93,75.")
    if not is_plausible_size(number):
        raise _Unreadable(f"{_show(value)} di luar ukuran yang wajar. Periksa angkanya.")
    return number


def _read_quarters(value: object, reader: Callable[[object], Nilai | None]) -> tuple[Terukur, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) > _QUARTERS:
        raise _Unreadable(f"{_show(value)} harus daftar paling banyak empat angka triwulan.")
    return tuple(Terukur(reader(v), "") for v in value)


def _read_predicates(value: object) -> dict[str, Decimal]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _Unreadable(f'{_show(value)} harus seperti {{"WTP": 4, "WDP": 3}}.')
    return {str(k): _read_number(v) for k, v in value.items()}


def _choices(values: Iterable[str]) -> str:
    return ", ".join(str(v) for v in values)


def _show(value: object) -> str:
    """The value as it was given, short enough for a sentence."""
    if value is None:
        return "null"
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)  # str() of an int refuses very long ones
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
