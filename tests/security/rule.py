"""What an answer is called, and the rows of the table of who gets what.

Each row: one letter for each role, in the order of COLUMNS. The last column is the person of
another office with every right there; what it says holds for every object of another office, and
for one that never was.
"""

from dataclasses import dataclass, field

COLUMNS = ("anonim", "staf", "tim", "kasubag", "kabag", "karo", "pengawas", "luar", "lain")

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
PAGE, LOGIN, ELSEWHERE, GONE, NOT_SO, FORM, BAD, WHO_MAY = "PLRGMFBW"
"""200; on to the login; on to another page; 404; 405; the form again, 422; 400; 403 and who may."""


@dataclass(frozen=True)
class Rule:
    """One address. ``objects`` names the object behind a parameter where it is not its name's."""

    get: str
    post: str
    objects: dict[str, str] = field(default_factory=dict)

    def expected(self, method: str, role: str) -> str:
        row = {"GET": self.get, "HEAD": self.get, "POST": self.post}.get(method)
        return row.split()[COLUMNS.index(role)] if row else NOT_SO

    def methods(self, role: str, among: tuple[str, ...] = COLUMNS) -> tuple[str, ...]:
        """Those that a role asks with: of roles that get the same, the first also asks otherwise.

        A head without its page and a method that nobody may use pass the same doors as the page.
        """
        answers = {one: (self.expected("GET", one), self.expected("POST", one)) for one in among}
        first = next(one for one in among if answers[one] == answers[role])
        return METHODS if first == role else ("GET", "POST")


#                 anonim staf tim kasubag kabag karo pengawas luar lain
_HOME_ = "        L      P    P   P       P     P    P        P    P"
_LOOK_ = "        L      P    P   P       P     P    P        P    G"
_CASE_ = "        L      P    P   P       P     P    P        G    G"
_SEND_ = "        L      F    F   F       F     F    F        G    G"
_DONE_ = "        L      R    R   R       R     R    R        G    G"
_NO___ = "        L      M    M   M       M     M    M        M    M"
_PUB__ = "        P      P    P   P       P     P    P        P    P"
_FORM_ = "        L      R    R   R       R     R    R        R    R"
_OWN__ = "        L      F    F   F       F     F    F        F    F"
_KEEP_ = "        L      W    W   P       W     W    W        W    P"
_SET__ = "        L      W    W   F       W     W    W        W    F"
_MANAGE = "       L      W    W   P       W     W    W        G    G"
_MANAGED = "      L      W    W   F       W     W    W        G    G"
_OFFICE = "       L      G    G   P       G     G    G        G    G"
_OFFED_ = "       L      G    G   F       G     G    G        G    G"
_NOPUB = "        M      M    M   M       M     M    M        M    M"

_KEEPS = "        L      W    W   P       W     W    W        W    P"
_KEEP1 = "        L      W    W   P       W     W    W        W    G"
_KEPT_ = "        L      W    W   F       W     W    W        W    F"
_KEPT1 = "        L      W    W   F       W     W    W        W    G"
"""Pages for who keeps the office; a 1 where they are about one person, unit, post."""

_FIGUR_ = "       L      P    W   P       W     W    W        W    P"
_FIGURS = "       L      F    W   F       W     W    W        W    F"
_FIGUR1 = "       L      P    W   P       W     W    W        W    G"
_FIGUS1 = "       L      F    W   F       W     W    W        W    G"
"""Pages for who manages the figures; a 1 where they are about one pack or file."""
_NOUNIT = "       L      G    W   G       W     W    W        W    G"
_UNSEEN = "       G      G    G   G       G     G    G        G    G"

TO_ITS_FORM = _FORM_
"""Looking at an address that only takes a form leads to the page of the form, whosesoever it is."""
READ_CASE = Rule(_CASE_, _NO___)
SEND_CASE = Rule(_NO___, _SEND_)
FORM_CASE = Rule(_CASE_, _SEND_)

OF_KEEPER = Rule(
    "         L      W    W   P       W     W    W        W    P",
    "         L      W    W   F       W     W    W        W    F",
)
"""A page on which who keeps the office sets something of it."""


def of_step(step: str, get: str, post: str) -> Rule:
    """A page of a meeting: it stands on the step of its kind and on no other."""
    return Rule(get, post, {"no": step})
