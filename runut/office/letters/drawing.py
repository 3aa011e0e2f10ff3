"""The files of a letter: its draft, the letter with number and signer, the draft for SRIKANDI."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings

from runut.core.report.blocks import Boxed, Paper, line
from runut.core.report.digest import canonical_json, paper_from_json
from runut.core.report.papers.isian import NOMOR, TANGGAL, fill, for_srikandi
from runut.core.report.papers.letter import BuktiElektronik, signature_of
from runut.core.words.dates import format_date
from runut.files.store import get, put
from runut.files.write.paper import write_docx
from runut.office.cases.documents import Rendered, new_kode, render, verification_url
from runut.office.people.models import Person
from runut.office.people.naming import Capacity, signatory

_BELUM = "belum ditandatangani"


@dataclass(frozen=True)
class Naskah:
    """A letter as it is drafted. ``tree`` carries names for number, day and signer (isian.py)."""

    tree: Paper
    jenis_dokumen: str
    nama: str


def keep_tree(tree: Paper) -> str:
    """Store the tree of a draft; its SHA-256."""
    return put(settings.FILES_DIR, canonical_json(tree).encode())


def tree_of(sha256: str) -> Paper:
    """The tree of a draft. Raises store.DocumentMissing."""
    return paper_from_json(get(settings.FILES_DIR, sha256).decode())


def draw_draft(naskah: Naskah, penanda: Person, capacity: Capacity, at: datetime) -> Rendered:
    """The draft: it says that it is one, and claims no number, no day and no signature."""
    day = at.astimezone(penanda.office.zone).date()
    block = signature_of(signatory(penanda, day, capacity), menunggu=f"({_BELUM})")
    words = {NOMOR: "(nomor menyusul)", TANGGAL: "(tanggal menyusul)"}
    paper = fill(naskah.tree, words, block)
    mark = Boxed((line(f"DRAF: belum bernomor dan {_BELUM}."),), "warning")
    paper = replace(paper, title=f"Draf {paper.title}", body=(mark, *paper.body))
    return render(paper, jenis=naskah.jenis_dokumen, nama=f"{naskah.nama} (draf)", at=at)


def draw_final(
    naskah: Naskah,
    signer: Person,
    capacity: Capacity,
    *,
    nomor: str,
    tanggal: date,
    at: datetime,
    electronic: bool,
) -> Rendered:
    """The letter with its number and day, signed by who holds the post on that day.

    In ink there is room for it; with a certificate the block says so and names the page that
    checks it. The bytes are signed afterwards.
    """
    kode = new_kode()
    proof = None
    if electronic:
        note = f"Ditandatangani secara elektronik oleh\n{signer.nama}"
        proof = BuktiElektronik(note, verification_url(kode), is_signature=True)
    block = signature_of(signatory(signer, tanggal, capacity), bukti=proof)
    paper = fill(naskah.tree, {NOMOR: nomor, TANGGAL: format_date(tanggal)}, block)
    return render(
        paper, jenis=naskah.jenis_dokumen, nama=naskah.nama, at=at, nomor=nomor, kode=kode
    )


def srikandi_docx(tree: Paper, at: datetime) -> bytes:
    """The draft with its names as they are, for SRIKANDI to fill."""
    return write_docx(for_srikandi(tree), created=at)
