"""Every command, in the order in which the help shows them."""

import argparse

from runut.commands import keeping, kinerja, lakip, office, sign, sop


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of all families."""
    office.register(subparsers)
    keeping.register(subparsers)
    sop.register(subparsers)
    kinerja.register(subparsers)
    lakip.register(subparsers)
    sign.register(subparsers, office.verify_office, office.known_file)
