"""A checkpoint that somebody kept elsewhere, a file or a printed code, held against the chain."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from runut.core.findings import Finding, Level, Place
from runut.core.trust.checkpoint import Checkpoint, read_code, read_note
from runut.office.people.models import Office
from runut.office.trust.checkpoints import read_signed
from runut.office.trust.models import Entry
from runut.office.verification.faults import fault


class NoWitness(Exception):
    """What was given is neither a checkpoint nor a code, in one sentence."""


def kept_checkpoint(given: str) -> tuple[Checkpoint, bool] | None:
    """The checkpoint in the file ``given``, and whether our key signed it; None for a code.

    Raises NoWitness for what is neither.
    """
    if read_code(given) is not None:
        return None
    try:
        data = Path(given).read_bytes()
    except OSError as error:
        raise NoWitness(
            f"{given} bukan kode titik periksa (misalnya 123-4F2A-91C0-77DE-0B13) dan bukan berkas "
            "yang dapat dibaca."
        ) from error
    if signed := read_signed(data):
        return signed, True
    note = read_note(data.decode("utf-8", errors="replace").split("\n\n")[0] + "\n")
    if note is None:
        raise NoWitness(f"Berkas {given} bukan titik periksa Runut.")
    return note, False


def verify_code(code: str) -> Iterator[Finding]:
    """Whether a chain runs through the row that a printed code names."""
    read = read_code(code)
    if read is None:
        return
    seq, begins = read
    lines = list(Entry.objects.filter(seq=seq).select_related("office"))
    for line in lines:
        if line.hash.startswith(begins):
            told = f"Titik periksa {code} cocok dengan baris {seq}, ditulis {_day(line.at)}."
            yield Finding("titik_periksa.cocok", Level.INFO, told, "", Place(baris=seq))
            return
    if lines:
        yield fault(
            "titik_periksa.berbeda",
            f"Titik periksa {code} tidak cocok: baris {seq} sekarang lain daripada waktu kode itu "
            f"dicetak. Catatan ditulis ulang sesudahnya, atau ini folder kantor lain.",
        )
    for office in Office.objects.order_by("pk") if not lines else ():
        last = Entry.objects.filter(office=office).order_by("-seq").first()
        until = f"baris {last.seq}, {_day(last.at)}" if last else "sebelum baris pertama"
        yield fault(
            "titik_periksa.hilang",
            f"Titik periksa {code} tidak ada: catatan {office.nama} berakhir di {until}. Catatan "
            "sesudahnya dipotong, atau folder ini salinan lama.",
        )


def _day(at: str) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{moment:%Y-%m-%d} pukul {moment:%H.%M} UTC"
