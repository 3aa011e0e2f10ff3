"""What in a template would fetch, run or change something by itself: refused, whatever it says."""

from collections.abc import Iterator

from runut.core.findings import Finding, Level
from runut.files.templates.names import Element
from runut.files.templates.parts import TYPES, Package, place_of, read_xml, relations_of
from runut.files.write.docx.package import W

_FIELDS = frozenset(
    ["PAGE", "NUMPAGES", "SECTIONPAGES", "HYPERLINK", "SEQ", "REF", "PAGEREF", "TOC", "STYLEREF"]
)
_OF_TODAY = frozenset(["DATE", "TIME", "SAVEDATE", "CREATEDATE", "PRINTDATE"])
_INSERTED = {
    "altChunk": "dokumen lain",
    "subDoc": "dokumen lain",
    "object": "objek program lain",
    "control": "objek program lain",
    "OLEObject": "objek program lain",
}
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_LINKS = ("http://", "https://", "mailto:")


def refuse_outside(package: Package) -> Iterator[Finding]:
    """Why a template is not taken, one finding a sort."""
    yield from _kind(package)
    yield from _links(package)
    for name, root in package.roots.items():
        yield from _inserted(root, place_of(name))
        yield from _fields(root, place_of(name))
        yield from _unsettled(root, place_of(name))
    if any(one.startswith(("word/embeddings/", "word/activeX/")) for one in package.files):
        yield _fault("objek", "Templat memuat objek program lain.", "Tempelkan sebagai gambar.")


def _kind(package: Package) -> Iterator[Finding]:
    types = read_xml(package.files[TYPES])
    main = [
        one.get("ContentType") or "" for one in types if one.get("PartName") == "/word/document.xml"
    ]
    if not any(one.endswith("wordprocessingml.document.main+xml") for one in main):
        yield _fault(
            "bukan_docx",
            "Berkas ini bukan dokumen Word biasa (mungkin .dotx atau .docm).",
            "Simpan sebagai Dokumen Word (.docx), lalu unggah lagi.",
        )
    if not package.body.tag.startswith(f"{{{W}}}"):
        yield _fault(
            "strict",
            "Berkas ini disimpan sebagai Strict Open XML.",
            "Simpan sebagai Dokumen Word (.docx) biasa, lalu unggah lagi.",
        )


def _links(package: Package) -> Iterator[Finding]:
    for _, kind, target in relations_of(package.files):
        if kind == "hyperlink" and target.lower().startswith(_LINKS):
            continue
        what = "gambar" if kind == "image" else "templat" if kind == "attachedTemplate" else "isi"
        yield _fault(
            "tautan_luar",
            f"Templat mengambil {what} dari luar berkas ({target[:60]}).",
            "Sisipkan ke dalam berkas, atau salin isinya ke dokumen baru, lalu unggah lagi.",
        )


def _inserted(root: Element, place: str) -> Iterator[Finding]:
    for local, words in _INSERTED.items():
        if next(root.iter(f"{{*}}{local}"), None) is not None:
            yield _fault(
                "sisipan",
                f"Bagian {place} memuat {words} yang disisipkan.",
                "Hapus, atau tempelkan sebagai gambar.",
            )


def _fields(root: Element, place: str) -> Iterator[Finding]:
    for instruction in _instructions(root):
        word = instruction.strip().partition(" ")[0].upper()
        if word in _FIELDS or not word:
            continue
        if word in _OF_TODAY:
            yield _fault(
                "tanggal_berjalan",
                f"Bagian {place} memuat kolom Word {word}, yang berubah setiap kali dibuka.",
                "Hapus kolom itu; pakai {{tanggal}} atau nama tanggal lain dari daftar.",
            )
        else:
            yield _fault(
                "kolom_word",
                f"Bagian {place} memuat kolom Word {word[:20]}, yang tidak diterima.",
                "Hapus kolom itu, atau ganti dengan teks biasa.",
            )


def _instructions(root: Element) -> Iterator[str]:
    """What the fields of a part are told to do, each whole, however Word cut it."""
    opened: list[str] = []
    for one in root.iter(f"{{{W}}}fldSimple", f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        if one.tag.endswith("fldSimple"):
            yield one.get(f"{{{W}}}instr") or ""
        elif one.tag.endswith("instrText"):
            opened = [*opened[:-1], (opened[-1] if opened else "") + (one.text or "")]
        elif one.get(f"{{{W}}}fldCharType") == "begin":
            opened.append("")
        elif one.get(f"{{{W}}}fldCharType") == "end" and opened:
            yield opened.pop()
    yield from opened


def _unsettled(root: Element, place: str) -> Iterator[Finding]:
    if any(next(root.iter(f"{{{W}}}{local}"), None) is not None for local in _TRACKED):
        yield _fault(
            "perubahan_dilacak",
            f"Bagian {place} memuat perubahan yang dilacak (Track Changes).",
            "Terima atau tolak semua perubahan, lalu simpan dan unggah lagi.",
        )
    if next(root.iter(f"{{{W}}}commentReference"), None) is not None:
        yield _fault(
            "komentar",
            f"Bagian {place} memuat komentar.",
            "Hapus komentarnya supaya tidak ikut terkirim, lalu unggah lagi.",
        )


def _fault(kode: str, pesan: str, usul: str) -> Finding:
    return Finding(f"templat.{kode}", Level.BLOCKER, pesan, usul)
