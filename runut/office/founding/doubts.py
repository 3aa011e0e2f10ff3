"""What an office's file leaves in doubt: nothing forbids it, and somebody should look at it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from runut.core.findings import Finding, Level, Place
from runut.files.read.placed_json import Path
from runut.office.people.models import Right

_CLOSE = 0.88
"""How alike two names of roles are that may be one; a convention of ours."""


def doubts_about(
    office: Mapping[str, Any], people: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Path, str]]:
    """Pairs of a place in the file and what is asked about it."""
    everybody = list(people)
    names = list(dict.fromkeys(role for one in everybody for role in one.get("peran", ())))
    for number, one in enumerate(everybody):
        for place, role in enumerate(one.get("peran", ())):
            earlier = names[: names.index(role)]
            if alike := nearest(role, earlier):
                said = f"“{role}” mirip “{alike}” pada pegawai lain; peran yang sama ditulis sama."
                yield ("pegawai", number, "peran", place), said
    if not any(Right.KANTOR in one.get("hak", ()) for one in everybody):
        yield (
            ("pegawai",),
            f"belum ada yang berhak “{Right.KANTOR}”, sehingga kantor ini tidak dapat diatur "
            "lewat peramban.",
        )
    if not any(_leads(one.get("jabatan", ""), str(office.get("nama", ""))) for one in everybody):
        yield (
            ("pegawai",),
            f"tidak ada jabatan yang menyebut “{office.get('nama', '')}”. Pimpinannya belum "
            "ditulis?",
        )


def _leads(jabatan: str, office: str) -> bool:
    """The post of who leads an office ends with the name of the office, whatever it is called."""
    return bool(office) and jabatan.casefold().endswith(office.casefold())


def roles_not_known(people: Iterable[Mapping[str, Any]], known: Collection[str]) -> list[Finding]:
    """Roles that no SOP of the office asks for, each with the nearest one that some SOP does."""
    held = dict.fromkeys(role for one in people for role in one.get("peran", ()))
    found = []
    for role in held if known else ():
        if role not in known and (alike := nearest(role, known)):
            said = f"Peran “{role}” tidak ada dalam SOP kantor ini; yang terdekat “{alike}”."
            found.append(Finding("berkas_kantor_ragu", Level.WARNING, said, letak=Place()))
    return found


def nearest(role: str, known: Iterable[str]) -> str:
    """The known role that ``role`` may be meant for, "" if none is close or it is known itself."""
    folded = {one.casefold(): one for one in known if one != role}
    close = get_close_matches(role.casefold(), folded, n=1, cutoff=_CLOSE)
    return folded[close[0]] if close else ""
