"""Every page as it is drawn: for the person of each role, empty and with a form that failed."""

from collections.abc import Iterator

from django.http import HttpResponse

from tests.security.asking import ask, own
from tests.security.conftest import World
from tests.security.policy import POLICY

ROLES = ("anonim", "kasubag", "tim", "luar")


def every_answer(world: World) -> Iterator[tuple[str, str, HttpResponse]]:
    """(role, name of the address, answer), also of pages that refuse or are not there."""
    for role in ROLES:
        client = world.client(role)
        for name in sorted(POLICY, key=lambda name: name == "keluar"):
            for method in ("GET", "POST"):
                yield role, name, ask(client, method, name, own(name, world.a))
        yield role, "tidak ada", client.get("/tidak/ada/")
        yield role, "cara lain", client.put("/")
    forged = world.client("kasubag", enforce_csrf_checks=True)
    yield "kasubag", "palsu", forged.post("/keluar/", {"a": "b"})
    large = {"CONTENT_LENGTH": str(30 << 20)}
    yield "kasubag", "terlalu besar", world.client("kasubag").generic("POST", "/kinerja/", **large)
