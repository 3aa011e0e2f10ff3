"""The records of an office as lines of JSON, its checkpoints, and what somebody needs to check."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from runut.files.store import write_pieces, write_whole
from runut.office.people.models import Office
from runut.office.trust.models import Entry

FOLDER = "rantai"
_ABOUT = """Catatan kantor ini, satu baris untuk satu perbuatan, dalam urutannya: catatan.jsonl.

Setiap baris memuat hash baris sebelumnya. Hash sebuah baris adalah SHA-256 atas satu bita 0x00
diikuti JSON kanonik (RFC 8785) dari semua isian baris itu kecuali "hash"; isian "states" tidak ikut
bila kosong. Siapa mengubah, menghapus, atau menyisipkan baris memutus rantai di tempat itu.

titik-periksa: catatan bertanda tangan tentang sampai mana rantai saat itu.
Tanpa Runut, dengan Python saja:

    import hashlib, json
    before = "0" * 64
    for text in open("catatan.jsonl", encoding="utf-8"):
        row = json.loads(text)
        told = row.pop("hash")
        if not row.get("states", "x"):
            del row["states"]
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        found = hashlib.sha256(b"\\0" + line.encode()).hexdigest()
        assert row["prev_hash"] == before and found == told, row["seq"]
        before = told
    print("Rantai utuh")
"""


def write_chain(office: Office, folder: Path) -> int:
    """Write the chain of the office; answers how many lines it has."""
    count = 0

    def lines() -> Iterator[bytes]:
        nonlocal count
        entries = Entry.objects.filter(office=office).order_by("seq")
        for entry in entries.iterator(2000):
            link = entry.as_link()
            count += 1
            row = {**vars(link.row), "hash": link.hash}
            yield (json.dumps(row, ensure_ascii=False) + "\n").encode()

    write_pieces(folder / FOLDER / "catatan.jsonl", lines())
    write_whole(folder / FOLDER / "BACA-SAYA.txt", _ABOUT.encode())
    kept = Path(settings.DATA_DIR) / "titik-periksa"
    for path in sorted(kept.glob("*.txt")):
        write_whole(folder / FOLDER / "titik-periksa" / path.name, path.read_bytes())
    return count
