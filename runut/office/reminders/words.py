"""A digest as text: for an e-mail, and to copy into WhatsApp."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from runut.core.words.dates import format_day
from runut.office.people.address import public_url
from runut.office.reminders.models import Digest


def subject_of(digest: Digest) -> str:
    """What the letter is about, the late things first."""
    late = sum(bool(line["is_late"]) for line in digest.isi)
    words = f"Pengingat {format_day(digest.hari)}: {len(digest.isi)} hal"
    return f"{words}, {late} lewat batas" if late else words


def text_of(digest: Digest) -> str:
    """The digest as its reader gets it outside of the pages."""
    body = "\n\n".join(_parts(digest))
    return f"Yth. {digest.person.nama}\n\n{body}\n\nTugas Saudara: {public_url()}/\n"


def whatsapp_text(digest: Digest) -> str:
    """The same in short, to be sent by oneself."""
    return f"*{subject_of(digest)}*\n\n" + "\n\n".join(_parts(digest))


def whatsapp_url(text: str) -> str:
    """Opens WhatsApp with the text; the reader chooses to whom it goes."""
    return f"https://wa.me/?text={quote(text)}"


def warnings_of(digest: Digest) -> list[str]:
    """What the SOPs of the digest warn of, in their own words, each once."""
    return list(dict.fromkeys(words for line in digest.isi for words in line["peringatan"]))


def _parts(digest: Digest) -> Iterator[str]:
    yield "\n".join(f"{number}. {_said(line)}" for number, line in enumerate(digest.isi, start=1))
    if warnings := warnings_of(digest):
        yield "Peringatan SOP:\n" + "\n".join(f"- {words}" for words in warnings)


def _said(line: dict[str, Any]) -> str:
    return f"{line['words']} {public_url()}{line['url']}"
