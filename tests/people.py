"""The cast of the tests. One sentence each; add a person only with a sentence saying who it is."""

RINA = "rina"
"""Kasubag: starts the LAKIP, leads the meeting, gives the first paraf; sits in the Tim as well."""
DEWI = "dewi"
"""Staf: invitations, room, minutes, typing."""
BUDI = "budi"
"""Tim, from the Bagian of protocol: writes most of the draft."""
SARI = "sari"
"""Tim, from the Bagian of planning: brings the figures."""
HENDRA = "hendra"
"""Kabag: the second paraf."""
ANTON = "anton"
"""Karo: signs."""
JOKO = "joko"
"""Kasubag of another Bagian: stands in for Rina or Hendra when they are away."""
WATI = "wati"
"""An outsider: a civil servant of another Biro, with no role here."""

ROLES = {
    "Kasubag": (RINA,),
    "Staf": (DEWI,),
    "Tim": (BUDI, SARI, RINA),
    "Kabag": (HENDRA,),
    "Karo": (ANTON,),
}
