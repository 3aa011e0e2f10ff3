"""Random offices of any size: many indicators or few, long words or none, pictures, F4.

They are grown from the example office, so that every table, chart and annex of it comes up.
"""

import random
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from runut.core.kinerja.model import Analisis, Anggaran, DataKinerja, Indikator, Sasaran, Terukur
from runut.core.report.blocks import Paper
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.sections import editable_sections
from tests.kinerja.buku import example
from tests.prose.test_written import PHOTO

_WORDS = re.findall(
    r"\w+",
    "layanan pimpinan tepat waktu dokumen rapat koordinasi bagian protokol penyusunan laporan "
    "kinerja pemerintah daerah kegiatan pegawai sasaran tahunan mutu administrasi keuangan jadwal "
    "kunjungan tamu materi sambutan pelatihan aparatur pertanggungjawaban data evaluasi",
)
_PICTURES = {"abcdef123456": (400, 300), "abcdef123457": (300, 900), "abcdef123458": (1600, 400)}


@dataclass(frozen=True)
class Kind:
    """What sort of office it is. ``written``: how often a section has words, 0 to 1."""

    indicators: int
    written: float = 0.8
    pictures: bool = False
    f4: bool = False


def report_of(kind: Kind, seed: int) -> Paper:
    """The report of a random office of this kind."""
    dice = random.Random(seed)
    data = office_of(kind, dice)
    texts = {
        one.key: _text(dice, pictures=kind.pictures)
        for one in editable_sections(data)
        if dice.random() < kind.written
    }
    photos = {
        code: replace(PHOTO, width=width, height=height)
        for code, (width, height) in _PICTURES.items()
    }
    return compose_lakip(data, texts, photos=photos)


@cache
def _example() -> DataKinerja:
    return example()


def office_of(kind: Kind, dice: random.Random) -> DataKinerja:
    """Figures of an office: the example's, mixed, made longer and thinned out."""
    given = _example()
    count = max(1, kind.indicators // dice.randint(3, 12))
    sasarans = tuple(
        Sasaran(
            f"S{n}",
            _name(dice, 4, 14),
            tujuan=f"Tujuan {n % 3} {given.sasarans[0].tujuan}",
        )
        for n in range(1, count + 1)
    )
    indikators = tuple(
        _indikator(dice, given, n, sasarans[n * count // kind.indicators].id)
        for n in range(kind.indicators)
    )
    return replace(
        given,
        profil=replace(given.profil, kertas="f4" if kind.f4 else "a4"),
        sasarans=sasarans,
        indikators=indikators,
        anggaran=tuple(_budget(dice, given, kind.indicators, sasarans)),
        analisis=tuple(
            Analisis(one.id, _text(dice), _text(dice), _text(dice), _text(dice))
            for one in sasarans
            if dice.random() < kind.written
        ),
        rencana_aksi=tuple(
            replace(dice.choice(given.rencana_aksi), indikator_id=one.id)
            for one in indikators[:: dice.randint(2, 9)]
        ),
        pembanding=(),
    )


def _indikator(dice: random.Random, given: DataKinerja, n: int, sasaran: str) -> Indikator:
    one = dice.choice(given.indikators)
    is_thin = dice.random() < 0.2
    return replace(
        one,
        id=f"IKU-{n + 1}",
        sasaran_id=sasaran,
        nama=_name(dice, 3, 16),
        definisi=_name(dice, 4, 40) if dice.random() < 0.7 else "",
        realisasi=Terukur(None, "") if dice.random() < 0.1 else one.realisasi,
        riwayat={} if is_thin else one.riwayat,
        riwayat_target={} if is_thin else one.riwayat_target,
        renstra=one.renstra if dice.random() < 0.8 else {},
    )


def _budget(
    dice: random.Random, given: DataKinerja, size: int, sasarans: tuple[Sasaran, ...]
) -> list[Anggaran]:
    lines: list[Anggaran] = []
    money = [one for one in given.anggaran if one.tingkat == "sub"]
    for n in range(1, max(2, size // 6)):
        code = f"4.01.{n:02d}"
        nothing = Terukur(None, "")
        lines.append(Anggaran(code, _name(dice, 3, 9), "program", (), nothing, nothing))
        lines.append(Anggaran(f"{code}.1.01", _name(dice, 3, 9), "kegiatan", (), nothing, nothing))
        lines += [
            replace(
                dice.choice(money),
                kode=f"{code}.1.01.{k:04d}",
                nama=_name(dice, 3, 10),
                sasaran_ids=(dice.choice(sasarans).id,),
                pagu=Terukur(Decimal(dice.randint(10, 9_000) * 1_000_000), "Anggaran!E6"),
            )
            for k in range(1, dice.randint(2, 8))
        ]
    return lines


def _name(dice: random.Random, least: int, most: int) -> str:
    words = dice.choices(_WORDS, k=dice.randint(least, most))
    return " ".join(words).capitalize()


def _text(dice: random.Random, *, pictures: bool = False) -> str:
    rows = []
    for _ in range(dice.randint(1, 4)):
        kind = dice.random()
        if kind < 0.75:
            rows.append(f"{_name(dice, 10, 90)}.")
        elif kind < 0.9:
            rows += [f"- {_name(dice, 3, 20)}" for _ in range(dice.randint(2, 7))]
        else:
            rows += ["Tabel: Rincian kegiatan", "| Bagian | Uraian |"]
            rows += [f"| {n} | {_name(dice, 2, 25)} |" for n in range(dice.randint(1, 9))]
        rows.append("")
    if pictures and dice.random() < 0.4:
        rows.append(f"[gambar {dice.choice(list(_PICTURES))} | {_name(dice, 3, 12)} | Orang rapat]")
    return "\n".join(rows)
