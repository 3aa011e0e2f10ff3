"""What a revision of the Perjanjian Kinerja changed, in sentences: targets, money, parties."""

from collections.abc import Iterator

from runut.core.kinerja.perjanjian import Janji, Perjanjian, Pihak, ProgramPK, is_same_target


def changes_of(lama: Perjanjian, baru: Perjanjian) -> tuple[str, ...]:
    """Every change from one agreement to the next, in the order of the newer one."""
    return (*_targets(lama, baru), *_money(lama, baru), *_parties(lama, baru))


def _targets(lama: Perjanjian, baru: Perjanjian) -> Iterator[str]:
    before = {one.id: one for one in lama.janji}
    after = {one.id for one in baru.janji}
    for one in baru.janji:
        old = before.get(one.id)
        if old is None:
            yield f"{_titled(one)} ditambahkan dengan target {one.target}."
        elif not is_same_target(old, one):
            yield f"Target {_titled(one)} dari {old.target} menjadi {one.target}."
    for one in lama.janji:
        if one.id not in after:
            yield f"{_titled(one)} tidak diperjanjikan lagi."


def _titled(one: Janji) -> str:
    return f"{one.id} {one.nama}"


def _money(lama: Perjanjian, baru: Perjanjian) -> Iterator[str]:
    before = {one.kode: one for one in lama.program}
    after = {one.kode for one in baru.program}
    for one in baru.program:
        old = before.get(one.kode)
        if old is None:
            yield f"Anggaran {_program(one)} ditambahkan sebesar {one.anggaran}."
        elif old.anggaran != one.anggaran:
            yield f"Anggaran {_program(one)} dari {old.anggaran} menjadi {one.anggaran}."
    for one in lama.program:
        if one.kode not in after:
            yield f"Anggaran {_program(one)} tidak ada lagi."


def _program(one: ProgramPK) -> str:
    return one.nama or one.kode


def _parties(lama: Perjanjian, baru: Perjanjian) -> Iterator[str]:
    pairs = (
        ("Pihak pertama", lama.pertama, baru.pertama),
        ("Pihak kedua", lama.kedua, baru.kedua),
    )
    for which, old, new in pairs:
        if (old.nama, old.jabatan) != (new.nama, new.jabatan):
            yield f"{which} dari {_person(old)} menjadi {_person(new)}."


def _person(one: Pihak) -> str:
    return f"{one.nama} ({one.jabatan})"
