"""Repairs of words: spelling, the head of an activity, the unit of a time."""

import re
from dataclasses import replace
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.checks.istilah import ODD_SPACE
from runut.core.sop.checks.langkah import subject_of, wording
from runut.core.sop.checks.waktu import PLAIN_DAY
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.mending.change import (
    in_every_text,
    only_step,
    swapped,
    with_step,
    word_replaced,
)
from runut.core.sop.mending.model import Mended, Mender
from runut.core.sop.model import SOP, Waktu
from runut.core.words.items import join_numbers
from runut.core.words.spelling import find_slips

_VERB_OF: Final = {
    "pelaksanaan": "melaksanakan",
    "penyusunan": "menyusun",
    "pembuatan": "membuat",
    "pembahasan": "membahas",
    "pemeriksaan": "memeriksa",
    "penelaahan": "menelaah",
    "penandatanganan": "menandatangani",
    "pengesahan": "mengesahkan",
    "penetapan": "menetapkan",
    "pengiriman": "mengirim",
    "penyampaian": "menyampaikan",
    "penyerahan": "menyerahkan",
    "pengumpulan": "mengumpulkan",
    "pengolahan": "mengolah",
    "penerimaan": "menerima",
    "pencatatan": "mencatat",
    "pengarsipan": "mengarsipkan",
    "penyimpanan": "menyimpan",
    "pendistribusian": "mendistribusikan",
    "penggandaan": "menggandakan",
    "pengajuan": "mengajukan",
    "penyempurnaan": "menyempurnakan",
    "penerbitan": "menerbitkan",
    "verifikasi": "memverifikasi",
    "persiapan": "mempersiapkan",
    "penyiapan": "menyiapkan",
}
"""Nouns of acts at the head of an activity, where exactly one active verb is meant."""


def _spell(sop: SOP, finding: Finding) -> Mended | None:
    word = finding.tentang
    meant = dict(find_slips(word)).get(word, "?")
    if not meant.strip("?"):
        return None
    mended = in_every_text(sop, lambda text: word_replaced(text, word, meant))
    return Mended(f"Kata “{word}” diganti “{meant}” di seluruh SOP.", mended)


def _space(sop: SOP, finding: Finding) -> Mended | None:
    mended = in_every_text(sop, lambda text: ODD_SPACE.sub(lambda m: _spaced(m[0]), text))
    return Mended("Spasi di sekitar tanda baca dirapikan di seluruh SOP.", mended)


def _spaced(found: str) -> str:
    plain = re.sub(r" +(?=[,.)])", "", found)
    return re.sub(r",(?=\S)", ", ", re.sub(r"\( +", "(", plain))


def _own_office(sop: SOP, finding: Finding) -> Mended | None:
    plain = finding.tentang.rpartition(" ")[0]
    mended = in_every_text(sop, lambda text: word_replaced(text, finding.tentang, plain))
    return Mended(f"Sebutan “{finding.tentang}” menjadi “{plain}” di seluruh SOP.", mended)


def _active_verb(sop: SOP, finding: Finding) -> Mended | None:
    step = only_step(sop, finding.letak.langkah)
    first, _, rest = step.kegiatan.partition(" ") if step else ("", "", "")
    verb = _VERB_OF.get(first.casefold())
    if step is None or verb is None or not rest:
        return None
    pesan = f"Kegiatan langkah {step.no} diawali “{verb.capitalize()}”, bukan “{first}”."
    return Mended(pesan, with_step(sop, step.no, kegiatan=f"{verb.capitalize()} {rest}"))


def _no_subject(sop: SOP, finding: Finding) -> Mended | None:
    """Only where the actor is marked too, so that nothing is lost with the name."""
    step = only_step(sop, finding.letak.langkah)
    name = subject_of(sop, step.kegiatan) if step else ""
    if step is None or name not in {actor.nama for actor in step.pelaksana}:
        return None
    rest = step.kegiatan[len(name) :].strip(" ,:-")
    if not rest.casefold().startswith("me"):
        return None
    pesan = f"Nama {name} dihapus dari depan Kegiatan langkah {step.no}; tandanya sudah ada."
    return Mended(pesan, with_step(sop, step.no, kegiatan=rest[0].upper() + rest[1:]))


def _tell_twins_apart(sop: SOP, finding: Finding) -> Mended | None:
    """By the actor, where each of the steps has its own, confirmed."""
    step = only_step(sop, finding.letak.langkah)
    if step is None:
        return None
    twins = [one for one in sop.langkah if wording(one.kegiatan) == wording(step.kegiatan)]
    if len(twins) < 2:
        return None
    leads = [one.pelaksana[0].nama for one in twins if one.pelaksana]
    if len(set(leads)) < len(twins):
        return None
    for twin in twins:
        kegiatan = f"{twin.kegiatan.rstrip(' .')} di tingkat {twin.pelaksana[0].nama}."
        sop = with_step(sop, twin.no, kegiatan=kegiatan)
    nos = join_numbers(one.no for one in twins)
    return Mended(f"Kegiatan langkah {nos} dibedakan menurut tingkat pelaksananya.", sop)


def _working_days(sop: SOP, finding: Finding) -> Mended | None:
    langkah = tuple(
        replace(step, waktu=parse_waktu(PLAIN_DAY.sub(r"\g<0> kerja", step.waktu.teks)))
        for step in sop.langkah
    )
    pesan = "Satuan “hari” pada Waktu ditulis “hari kerja”, seperti yang dihitung."
    return Mended(pesan, replace(sop, langkah=langkah))


def _known_unit(sop: SOP, finding: Finding) -> Mended | None:
    step = only_step(sop, finding.letak.langkah)
    meant = _meant_time(step.waktu.teks) if step else None
    if step is None or meant is None:
        return None
    pesan = f"Waktu langkah {step.no} ditulis “{meant.teks}”, bukan “{step.waktu.teks}”."
    return Mended(pesan, with_step(sop, step.no, waktu=meant))


_UNITS_SEEN: Final = (
    (re.compile(r"(\d) ?(?:['’′]|menitt?|mneit|menti|mnit|minit|mnt\.?)(?!\w)", re.IGNORECASE),
     r"\1 menit"),
    (re.compile(r"(\d) ?(?:jm|jamm|jam\.)(?!\w)", re.IGNORECASE), r"\1 jam"),
    (re.compile(r"(\d) ?(?:hri|hari\.|harri|hr\.)(?!\w)", re.IGNORECASE), r"\1 hari"),
)  # fmt: skip
"""Units as they are mistyped or abbreviated in forms."""


def _meant_time(text: str) -> Waktu | None:
    plain = re.sub(r"(?<=\d)[oO](?=\d|\b)", "0", text)
    for seen, unit in _UNITS_SEEN:
        plain = seen.sub(unit, plain)
    found = parse_waktu(plain)
    return None if found.menit_kerja is None else found


def _recorded(sop: SOP, finding: Finding) -> Mended | None:
    step = only_step(sop, finding.letak.langkah)
    if step is None:
        return None
    right = re.sub(r"\b(?:lisan|verbal)\b", "tercatat", finding.tentang, flags=re.IGNORECASE)
    pesan = f"Output langkah {step.no}, “{finding.tentang}”, menjadi “{right}”."
    mended = with_step(sop, step.no, output=swapped(step.output, finding.tentang, right))
    return Mended(pesan, mended)


MENDERS_WORDING: Final[dict[str, Mender]] = {
    "ejaan.salah-ketik": _spell,
    "ejaan.spasi": _space,
    "istilah.kantor-lain": _own_office,
    "kegiatan.bukan-kata-kerja": _active_verb,
    "kegiatan.ada-subjek": _no_subject,
    "kegiatan.kembar": _tell_twins_apart,
    "waktu.hari-tidak-jelas": _working_days,
    "waktu.tidak-dipahami": _known_unit,
    "output.lisan": _recorded,
}
