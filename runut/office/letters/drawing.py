"""The files of a letter: its draft, the letter with number and signer, the draft for SRIKANDI."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Boxed, Paper, line
from runut.core.report.digest import canonical_json, paper_from_json
from runut.core.report.papers.isian import NOMOR, PENGIRIM, TANGGAL, fill, for_srikandi
from runut.core.report.papers.letter import BuktiElektronik, signature_of
from runut.core.words.dates import format_date
from runut.files.store import get, put
from runut.office.cases.documents import Rendered, new_kode, render
from runut.office.paper_templates.drawing import draw
from runut.office.people.address import verification_of
from runut.office.people.models import Office, Person
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
    sender = signatory(penanda, day, capacity)
    block = signature_of(sender, menunggu=f"({_BELUM})")
    words = {NOMOR: "(nomor menyusul)", TANGGAL: "(tanggal menyusul)", **_named(sender)}
    paper = fill(naskah.tree, words, block)
    mark = Boxed((line(f"DRAF: belum bernomor dan {_BELUM}."),), "warning")
    paper = replace(paper, title=f"Draf {paper.title}", body=(mark, *paper.body))
    nama = f"{naskah.nama} (draf)"
    return render(paper, jenis=naskah.jenis_dokumen, nama=nama, at=at, office=penanda.office)


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
        proof = BuktiElektronik(note, verification_of(kode), is_signature=True)
    sender = signatory(signer, tanggal, capacity)
    block = signature_of(sender, bukti=proof)
    words = {NOMOR: nomor, TANGGAL: format_date(tanggal), **_named(sender)}
    paper = fill(naskah.tree, words, block)
    return render(
        paper,
        jenis=naskah.jenis_dokumen,
        nama=naskah.nama,
        at=at,
        nomor=nomor,
        kode=kode,
        office=signer.office,
    )


def _named(sender: Pejabat) -> dict[str, str]:
    """The sender where running words name him: his post in one line, as in the head of a nota."""
    post = " ".join(sender.jabatan.split()).removesuffix(",")
    return {PENGIRIM.jabatan: post or sender.nama, PENGIRIM.nama: sender.nama}


def srikandi_docx(tree: Paper, office: Office, at: datetime) -> bytes:
    """The draft with its names as they are, for SRIKANDI to fill."""
    return draw(for_srikandi(tree), office, at, ["docx"]).files["docx"]
