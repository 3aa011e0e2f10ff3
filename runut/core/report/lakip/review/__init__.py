"""The review of a LAKIP: 23 points of Lampiran III of 53/2014, the criteria of 88/2021, facts.

``attest`` is the one function behind board, reviewer's page and command line; ``answers`` says
what the answers mean, ``sources`` what a report is compared with, ``facts`` what a machine sees.
"""

PUBLIC = ("answers", "attest", "sources")
