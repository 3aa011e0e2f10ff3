"""Hostile and broken files at every door: an answer in words, in time, in bounded memory, and
nothing fetched. All of them before a release, some thirty in the daily suite."""

import os
import re
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path

import pytest
from django.db import transaction

from tests.hostile import honest
from tests.hostile.borrowed import FOLDER, borrowed
from tests.hostile.corpus import (
    BUKTI,
    BUKU,
    DOORS,
    FOTO,
    KEASLIAN,
    LAMBANG,
    LANGKAH,
    PAKET,
    PEGAWAI,
    PINDAIAN,
    SERTIFIKAT,
    SOP,
    TEMPLAT,
    WORD,
    Hostile,
    corpus,
)
from tests.hostile.elsewhere import CANARY, elsewhere
from tests.security.conftest import World
from tests.security.hostile_doors import hand_in

pytestmark = pytest.mark.django_db

LONGEST_S, MOST_BYTES = 35, 1 << 30
_BROKEN_PROGRAM = re.compile(r"Traceback|File \"/|Exception\b|\w+Error\b|<class '")
_ANSWERS = frozenset({200, 302, 400, 409, 413, 422})


@dataclass(frozen=True)
class Told:
    """How a door answered a file: after how many seconds, and what was wrong with the answer."""

    door: str
    file: str
    status: int
    seconds: float
    fault: str = ""


def show(world: World, one: Hostile, door: str) -> Told:
    """Hand a file in; what it changes is taken back, so that the next finds all as it was."""
    data, began = one.make(), time.monotonic()
    elsewhere().visits()
    try:
        with transaction.atomic():
            answer = hand_in(door, world, data, f"berkas.{one.ending}")
            transaction.set_rollback(True)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return Told(door, one.name, 0, time.monotonic() - began, repr(error)[:300])
    seconds = time.monotonic() - began
    fault = _fault(answer.status, answer.words, elsewhere().visits())
    return Told(door, one.name, answer.status, seconds, fault)


def _fault(status: int, words: str, visits: int) -> str:
    if status not in _ANSWERS:
        return f"status {status}"
    if found := _BROKEN_PROGRAM.search(words):
        return f"a program speaks: {words[max(0, found.start() - 80) : found.end() + 80]}"
    if CANARY in words:
        return "a file of the server stands on the page"
    if visits:
        return f"{visits} visits to another place"
    is_told = status == 302 or any(word in words for word in ('role="alert"', "notice", "verdict"))
    return "" if is_told or "." in words else "nothing is said"


def memory_of_children() -> int:
    """The most that any process of ours has used, and whatever it has started."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


DAILY: dict[str, Sequence[str]] = {
    SOP: (
        "sop.docx: terpotong 5 per sepuluh",
        "templat.docx: bagian utama kembar",
        "pdf: pohon halaman melingkar",
        "lain: terkunci sandi",
        "lain: aksara lain",
    ),
    BUKU: ("buku.xlsx: 64 bit terbalik", "xlsx: gabungan seluas lembar", "lain: terkunci sandi"),
    PAKET: ("paket.xlsx: angka ditukar di dalam", "buku.xlsx: makro"),
    PEGAWAI: ("pegawai.xlsx: tanda dibuang di dalam", "xlsx: jenis sel lain"),
    WORD: ("salinan.docx: terpotong 9 per sepuluh", "docx: bersarang 10.000"),
    TEMPLAT: ("templat.docx: kata jahat di dalam", "templat.docx: templat dari luar"),
    LANGKAH: ("sop.docx: NUL di depan",),
    BUKTI: ("bertanda.pdf: NUL di depan", "lain: program bernama docx"),
    LAMBANG: ("gambar: bom PNG", "gambar: SVG bernama png"),
    FOTO: ("gambar: EXIF melingkar", "foto.jpg: terpotong 5 per sepuluh"),
    PINDAIAN: ("gambar: JPEG ukuran bohong", "pdf: terkunci"),
    KEASLIAN: ("bertanda.pdf: kata di depan", "pdf: tanda tangan nol"),
    SERTIFIKAT: ("sertifikat: sertifikat bersarang",),
}


@pytest.mark.parametrize("door", DAILY)
def test_a_hostile_file_gets_an_answer_in_words(world: World, door: str) -> None:
    known = {one.name: one for one in corpus()}
    told = [show(world, known[name], door) for name in DAILY[door]]
    assert [one for one in told if one.fault] == []
    assert max(one.seconds for one in told) < LONGEST_S


HONEST = {
    SOP: "sop.docx",
    BUKU: "buku.xlsx",
    PEGAWAI: "pegawai.xlsx",
    TEMPLAT: "templat.docx",
    BUKTI: "bertanda.pdf",
    LAMBANG: "gambar.png",
    FOTO: "foto.jpg",
    PINDAIAN: "sop.pdf",
}


@pytest.mark.gate
@pytest.mark.parametrize("door", HONEST)
def test_an_honest_file_passes_the_same_door(world: World, door: str) -> None:
    """Without this the refusals would prove nothing."""
    name = HONEST[door]
    one = Hostile(name, name.rpartition(".")[2], honest.EVERY[name], (door,))
    assert show(world, one, door).status in (200, 302)


@pytest.mark.gate
@pytest.mark.parametrize("door", DOORS)
def test_every_hostile_file_gets_an_answer_at_its_doors(world: World, door: str) -> None:
    told = [show(world, one, door) for one in corpus() if door in one.doors]
    _keep(door, told)
    assert [one for one in told if one.fault] == []
    assert [one for one in told if one.seconds > LONGEST_S] == []
    assert memory_of_children() < MOST_BYTES


@pytest.mark.gate
@pytest.mark.skipif(not FOLDER, reason="the files of others are not ours to keep")
@pytest.mark.parametrize("door", DOORS)
def test_every_file_of_other_programs_gets_an_answer(world: World, door: str) -> None:
    told = [show(world, one, door) for one in borrowed() if door in one.doors]
    _keep(f"orang-{door}", told)
    assert [one for one in told if one.fault or one.seconds > LONGEST_S] == []
    assert memory_of_children() < MOST_BYTES


def _keep(door: str, told: list[Told]) -> None:
    """The figures of docs/keandalan.md, where they are asked for."""
    if place := os.environ.get("RUNUT_UJI_ANGKA"):
        figures = {"memory": memory_of_children(), "told": [vars(one) for one in told]}
        Path(place, f"berkas-{door.replace(' ', '-')}.json").write_text(dumps(figures))


def test_there_are_five_hundred_files_and_every_door_has_its_own() -> None:
    files = list(corpus())
    assert len(files) >= 500
    assert len({one.name for one in files}) == len(files)
    assert {door for one in files for door in one.doors} == set(DOORS)
