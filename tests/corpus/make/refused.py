"""Files that are not SOPs, or that nobody can read: each must be refused with a reason."""

import io
import random
import re
import string
import struct
from dataclasses import replace
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from tests.corpus.definitions import load
from tests.corpus.make.docx_anchor import Anchor
from tests.corpus.make.docx_cells import frozen
from tests.corpus.make.docx_shapes import Ids, run, run_of
from tests.corpus.make.docx_vml import vml_types
from tests.corpus.make.frames import frame_of_shape
from tests.corpus.make.geometry import place
from tests.corpus.make.pdf_by_hand import make
from tests.corpus.make.pdf_objects import Sheet, document, joined, stream
from tests.corpus.make.variant import Variant
from tests.corpus.make.xlsx_parts import timeless, unstamped

PAPER = (595.3, 841.9)
NARRATIVE = (
    "Kepada seluruh pegawai di lingkungan dinas disampaikan bahwa pengelolaan surat masuk "
    "dilaksanakan oleh petugas tata usaha sejak surat diterima dari pengirim.",
    "Petugas mencatat surat dalam buku agenda, kemudian menyampaikannya kepada kepala subbagian "
    "untuk diperiksa. Apabila surat dinyatakan lengkap, surat diteruskan kepada kepala dinas.",
    "Kepala dinas memberikan disposisi, dan bidang yang ditunjuk menindaklanjuti sesuai dengan "
    "tugas dan fungsinya. Setelah selesai, surat diarsipkan oleh petugas tata usaha.",
    "Demikian uraian ini disampaikan untuk dapat dilaksanakan dengan penuh tanggung jawab.",
)


def picture() -> Image.Image:
    """A table of an SOP as somebody scanned it."""
    image = Image.new("L", (900, 600), 255)
    pen = ImageDraw.Draw(image)
    for y in range(40, 600, 80):
        pen.line((20, y, 880, y), fill=0, width=2)
    for x in (20, 70, 330, 420, 510, 600, 740, 880):
        pen.line((x, 40, x, 520), fill=0, width=2)
    for i, x in enumerate((350, 440, 530, 440)):
        pen.rectangle((x, 150 + 80 * i, x + 45, 175 + 80 * i), outline=0, width=2)
        pen.text((80, 150 + 80 * i), f"Kegiatan ke-{i + 1}", fill=0)
    return image


def scanned_docx() -> bytes:
    raw = io.BytesIO()
    picture().save(raw, "PNG")
    book = Document()
    book.add_paragraph("SOP PENGELOLAAN SURAT MASUK")
    book.add_picture(io.BytesIO(raw.getvalue()))
    return frozen(book)


def narrative_docx() -> bytes:
    book = Document()
    book.add_heading("PENGELOLAAN SURAT MASUK", 1)
    for text in NARRATIVE:
        book.add_paragraph(text)
    return frozen(book)


def other_docx() -> bytes:
    book = Document()
    book.add_paragraph("DAFTAR HADIR RAPAT")
    table = book.add_table(rows=1, cols=4)
    for cell, text in zip(
        table.rows[0].cells, ("No", "Nama", "Jabatan", "Tanda Tangan"), strict=True
    ):
        cell.text = text
    for number in range(1, 9):
        table.add_row().cells[0].text = str(number)
    return frozen(book)


def workbook_of(rows: list[tuple[Any, ...]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    raw = io.BytesIO()
    timeless(book)
    book.save(raw)
    return unstamped(raw.getvalue())


def flow_docx() -> bytes:
    """A flowchart with no table under it: nobody can tell the actors."""
    book = Document()
    home = book.add_paragraph("ALUR PELAYANAN")._p
    anchor, ids = Anchor("column", "paragraph", 0, 0), Ids()
    home.append(parse_xml(run(f"<w:pict>{vml_types()}</w:pict>")))
    words = ("Mulai", "Terima berkas", "Periksa", "Selesai")
    for i, (kind, text) in enumerate(
        zip(("mulai", "proses", "proses", "selesai"), words, strict=True)
    ):
        shape = place(f"s{i}", kind, 0, (200, 60 + 50 * i), no="", text=text)
        frame = replace(frame_of_shape(shape, "flowchart"), left=150, width=100)
        home.append(parse_xml(run_of(frame, anchor, ids, "mc")))
    return frozen(book)


def picture_xlsx() -> bytes:
    """A sheet that holds nothing but the picture of a table."""
    book = Workbook()
    raw = io.BytesIO()
    picture().save(raw, "PNG")
    book.active.add_image(SheetImage(io.BytesIO(raw.getvalue())), "B2")
    timeless(book)
    target = io.BytesIO()
    book.save(target)
    return unstamped(target.getvalue())


def budget_xlsx() -> bytes:
    rows: list[tuple[Any, ...]] = [
        ("RINCIAN ANGGARAN BELANJA", None, None, None, None),
        ("No", "Uraian", "Volume", "Satuan", "Jumlah"),
    ]
    rows += [(i, f"Belanja barang {i}", i * 3, "paket", i * 1500000) for i in range(1, 15)]
    return workbook_of(rows)


def scanned_pdf() -> bytes:
    """One page that is nothing but a picture."""
    image = picture()
    raw = io.BytesIO()
    image.convert("L").save(raw, "JPEG", quality=50)
    facts = (
        f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} "
        "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] "
        b"/Resources << /XObject << /Im0 3 0 R >> >> /Contents 4 0 R >>"
    )
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    content = stream(b"q 800 0 0 540 20 20 cm /Im0 Do Q", "")
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    return joined([catalogue, pages, stream(raw.getvalue(), facts), content, page])


def narrative_pdf() -> bytes:
    sheet = Sheet(PAPER[1])
    y = 80.0
    for text in NARRATIVE:
        words = text.split()
        for i in range(0, len(words), 11):
            sheet.text(60, y, " ".join(words[i : i + 11]), 11)
            y += 16
        y += 10
    return document([sheet], PAPER, wrapped=False)


def unreadable_pdf() -> bytes:
    """An SOP whose letters come out as others, as when a font does not say what its codes mean."""
    variant = Variant("tak terbaca", "pinjam-arsip-dispusip", pilihan={"gaya": "word"})
    data = make(load(variant.definisi), variant)[0]
    clear = string.ascii_letters + string.digits
    table = bytes.maketrans(clear.encode(), (clear[23:] + clear[:23]).encode())
    return re.sub(rb"\([^()]*\) Tj", lambda m: b"(" + m[0][1:-4].translate(table) + b") Tj", data)


def locked_pdf() -> bytes:
    variant = Variant("terkunci", "pinjam-arsip-dispusip", pilihan={"gaya": "word"})
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(make(load(variant.definisi), variant)[0])).pages:
        writer.add_page(page)
    writer.encrypt("rahasia", algorithm="AES-256")
    raw = io.BytesIO()
    writer.write(raw)
    return raw.getvalue()


def locked_office() -> bytes:
    """The container that Word and Excel write when a password is set (compound file)."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    streams = (("EncryptionInfo", 8), ("EncryptedPackage", 16))
    sectors = [fat, end]
    entries = [entry("Root Entry", 5, end, 0, child=2)]
    for name, size in streams:
        start = len(sectors)
        sectors += [start + i + 1 for i in range(size - 1)] + [end]
        left = 1 if name == "EncryptedPackage" else free
        entries.append(entry(name, 2, start, size * 512, left=left))
    entries.append(entry("", 0, 0, 0))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0
    )
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    table = struct.pack("<128I", *(sectors + [free] * (128 - len(sectors))))
    noise = random.Random(7).randbytes(512 * (len(sectors) - 2))
    return header + table + b"".join(entries) + noise


def entry(name: str, kind: int, start: int, size: int, *, child: int = -1, left: int = -1) -> bytes:
    """One directory entry of a compound file."""
    raw = name.encode("utf-16-le")
    length = len(raw) + 2 if name else 0
    links = (left & 0xFFFFFFFF, 0xFFFFFFFF, child & 0xFFFFFFFF)
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBB", length, kind, 1)
        + struct.pack("<III", *links)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def scrambled_text() -> bytes:
    """All words of an SOP in an order that nobody can put right."""
    sop = load("cuti-bkpsdm")
    words = " ".join(f"{s.kegiatan} {' '.join(s.output)} {s.waktu}" for s in sop.langkah).split()
    words += [*sop.pelaksana, *sop.judul.split()]
    random.Random(3).shuffle(words)
    return "\n".join(" ".join(words[i : i + 9]) for i in range(0, len(words), 9)).encode()


def other_html() -> bytes:
    rows = "".join(
        f"<tr><td>{day}</td><td>07.30</td><td>16.00</td></tr>"
        for day in ("Senin", "Selasa", "Rabu")
    )
    return (
        "<html><body><h1>Jam Pelayanan</h1><table><tr><th>Hari</th><th>Buka</th><th>Tutup</th></tr>"
        f"{rows}</table></body></html>\n"
    ).encode()


FILES = {
    "tolak-01-gambar-tabel.docx": ("gambar tabel", scanned_docx),
    "tolak-02-narasi.docx": ("narasi", narrative_docx),
    "tolak-03-daftar-hadir.docx": ("tabel lain", other_docx),
    "tolak-04-terkunci.docx": ("terkunci", locked_office),
    "tolak-05-anggaran.xlsx": ("tabel lain", budget_xlsx),
    "tolak-06-kosong.xlsx": ("kosong", lambda: workbook_of([])),
    "tolak-07-terkunci.xlsx": ("terkunci", locked_office),
    "tolak-08-pindaian.pdf": ("gambar tabel", scanned_pdf),
    "tolak-09-narasi.pdf": ("narasi", narrative_pdf),
    "tolak-10-terkunci.pdf": ("terkunci", locked_pdf),
    "tolak-15-huruf-tak-terbaca.pdf": ("huruf tak terbaca", unreadable_pdf),
    "tolak-16-gambar-tabel.xlsx": ("gambar tabel", picture_xlsx),
    "tolak-17-bagan-tanpa-tabel.docx": ("bagan tanpa tabel", flow_docx),
    "tolak-11-acak.txt": ("teks acak", scrambled_text),
    "tolak-12-kosong.txt": ("kosong", lambda: b""),
    "tolak-13-narasi.txt": ("narasi", lambda: "\n\n".join(NARRATIVE).encode()),
    "tolak-14-jam-pelayanan.html": ("tabel lain", other_html),
}


def truth(name: str, trap: str) -> dict[str, Any]:
    suffix = name.rpartition(".")[2]
    kind = suffix if suffix in ("docx", "xlsx", "pdf") else "teks"
    return {"berkas": name, "format": kind, "jebakan": [trap], "tolak": True}
