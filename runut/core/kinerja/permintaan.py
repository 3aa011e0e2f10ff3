"""``runut kinerja compute``: a list of plain dicts in, capaian with working out.

The shape of both is a contract that scripts of others rely on.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeVar

from runut.core.kinerja.angka import is_not_measured, is_plausible_size, read_angka
from runut.core.kinerja.aturan import BATAS_CAPAIAN, SKALA
from runut.core.kinerja.capaian import HasilCapaian, compute_capaian
from runut.core.kinerja.cetak import printed_row
from runut.core.kinerja.model import Agregasi, Indikator, Polaritas, Rentang, Terukur
from runut.core.kinerja.predikat import SKALA_BAWAAN, find_skala
from runut.core.kinerja.rumus import FORMULA, RASIO
from runut.core.kinerja.terbaca import Pertanyaan
from runut.core.kinerja.tulisan import read_tulisan

T = TypeVar("T")
_QUARTERS = 4
_LONGEST_SHOWN = 40
_KOSONG = Terukur(None, "")


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
    hasil = asked_result(indikator)
    return {
        "id": indikator.id,
        "capaian": None if hasil.capaian is None else str(hasil.capaian),
        "kategori": hasil.kategori,
        "alasan": _reason(hasil),
        "kerja": hasil.kerja,
    }


def detail_of(indikator: Indikator) -> dict[str, str | bool | None]:
    """As ``answer_of``, with the words of the printed row: what was compared, and whose target."""
    row = printed_row(indikator)
    return {
        **answer_of(indikator),
        "tercapai": row.tercapai,
        "lingkup": row.lingkup,
        "acuan": row.acuan,
        "target": row.target,
        "target_tahun": row.target_tahun,
        "realisasi": row.realisasi,
        "rumus": row.rumus,
        "bagian_tahun": row.bagian_tahun or None,
    }


def asked_result(indikator: Indikator) -> HasilCapaian:
    """The result of the year; of the quarters that are there where no year was asked about."""
    hasil = compute_capaian(indikator)
    if hasil.bagian is not None and indikator.target.nilai is None:
        return hasil.bagian
    return hasil


def _reason(hasil: HasilCapaian) -> str | None:
    """A figure of a part of the year is called so."""
    if not hasil.lingkup.is_bagian or hasil.capaian is None:
        return hasil.alasan
    lead = f"Baru {hasil.lingkup.teks}, terhadap {hasil.lingkup.acuan}; bukan capaian tahun."
    return f"{lead} {hasil.alasan}" if hasil.alasan else lead


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
    satuan = read("satuan", _read_satuan, "")

    def target(value: object) -> Terukur:
        return _read_target(value, polaritas, satuan)

    def realisasi(value: object) -> Terukur:
        return _read_figure(value, polaritas, satuan, is_target=False)

    indikator = Indikator(
        id=read("id", _read_id, ""),
        sasaran_id="",
        nama="",
        satuan=satuan,
        polaritas=polaritas,
        target=read("target", target, _KOSONG),
        realisasi=read("realisasi", realisasi, _KOSONG),
        formula=read("formula", _read_formula, None) or _default_formula(polaritas),
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


def _default_formula(polaritas: Polaritas) -> str | None:
    """Where nothing is declared a range is read by its nearest bound, R ÷ bound."""
    return RASIO if polaritas is Polaritas.RENTANG else None


def _read_satuan(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    raise _Unreadable(f"{_show(value)} bukan satuan. Isi dengan teks, misalnya 'persen'.")


def _read_target(value: object, polaritas: Polaritas, satuan: str) -> Terukur:
    if polaritas is not Polaritas.RENTANG or value is None or isinstance(value, str):
        return _read_figure(value, polaritas, satuan, is_target=True)
    if not isinstance(value, list) or len(value) != 2:
        raise _Unreadable(f"{_show(value)} bukan rentang. Isi [batas bawah, batas atas].")
    low, high = _read_number(value[0]), _read_number(value[1])
    if low > high:
        raise _Unreadable(f"{_show(value)} terbalik. Tulis batas bawah lebih dahulu.")
    return Terukur(Rentang(low, high), "")


def _read_figure(value: object, polaritas: Polaritas, satuan: str, *, is_target: bool) -> Terukur:
    if value is None or (isinstance(value, str) and is_not_measured(value)):
        return _KOSONG
    if not isinstance(value, str):
        return Terukur(_read_number(value), "")
    found = read_tulisan(value, polaritas, satuan, is_target=is_target)
    if isinstance(found, Pertanyaan):
        raise _Unreadable(f"{found.pesan} {found.usul}")
    if isinstance(found.nilai, Decimal) and found.tulisan is None:
        return Terukur(_read_number(found.nilai), "")
    return Terukur(found.nilai, "", found.tulisan)


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


def _read_quarters(value: object, reader: Callable[[object], Terukur]) -> tuple[Terukur, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) > _QUARTERS:
        raise _Unreadable(f"{_show(value)} harus daftar paling banyak empat angka triwulan.")
    return tuple(reader(v) for v in value)


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
