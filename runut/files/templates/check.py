"""Looking through a template before the office may use it: every fault, each with its place."""

import zipfile
from collections.abc import Iterator
from difflib import get_close_matches
from io import BytesIO

from lxml import etree

from runut.core.findings import Finding, Level
from runut.core.report.papers.daftar_hadir import QR_HADIR
from runut.core.report.templates.kinds import BY_JENIS, NO, SIGN_HERE, TemplateKind
from runut.files.guard.zip_check import MEGABYTE, precheck_zip
from runut.files.templates.names import (
    FALLBACK,
    Element,
    Named,
    P,
    names_in,
    paragraphs_of,
    row_of,
    single_braced,
    text_of,
    unclosed,
)
from runut.files.templates.outside import refuse_outside
from runut.files.templates.parts import MAIN, Package, place_of, unpack
from runut.files.templates.places import Places
from runut.files.write.docx.package import W

LARGEST = 2 * MEGABYTE
LARGEST_UNPACKED = 20 * MEGABYTE
_MOST = 30
_BROKEN = Finding(
    "templat.rusak",
    Level.BLOCKER,
    "Berkas ini rusak atau bukan berkas Word (.docx).",
    "Buka di Word atau LibreOffice, simpan ulang sebagai .docx, lalu unggah lagi.",
)


def check_template(
    data: bytes, name: str, *, jenis: str
) -> tuple[bool | None, tuple[Finding, ...]]:
    """Whether the file may be the template of a kind; the findings say why not.

    Call it through ``guard.read_guarded``: the file comes from outside.
    """
    found = _refuse_file(data)
    if found:
        return None, (found,)
    try:
        package = unpack(data)
    except (ValueError, etree.XMLSyntaxError, zipfile.BadZipFile):
        return None, (_BROKEN,)
    findings = (*refuse_outside(package), *_Look(package, BY_JENIS[jenis]).findings())
    return (None if findings else True), findings[:_MOST]


def _refuse_file(data: bytes) -> Finding | None:
    if len(data) > LARGEST:
        return _fault(
            "terlalu_besar",
            f"Templat ini {len(data) / MEGABYTE:.1f} MB; paling besar {LARGEST // MEGABYTE} MB.",
            "Kecilkan gambar di dalamnya, lalu unggah lagi.",
        )
    found = precheck_zip(data, "docx")
    if found is not None and found.tingkat is Level.BLOCKER:
        return found
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(one.file_size for one in archive.infolist()) > LARGEST_UNPACKED:
            return _fault(
                "terlalu_padat",
                "Isi templat ini, bila dibuka, jauh lebih besar daripada yang wajar.",
                "Salin isinya ke dokumen baru, lalu unggah dokumen baru itu.",
            )
    return None


class _Look:
    """One look through all parts of a template."""

    def __init__(self, package: Package, kind: TemplateKind) -> None:
        self.package, self.kind = package, kind
        self.found: list[Finding] = []
        self.always: set[str] = set()
        self._alone = {QR_HADIR, *(one for one in kind.signer_names if one.startswith(SIGN_HERE))}

    def findings(self) -> tuple[Finding, ...]:
        for name, root in self.package.roots.items():
            places = Places(root, place_of(name))
            conditional = self._conditions(root, places)
            for paragraph in _seen(root):
                self._paragraph(paragraph, places, name)
                around = (paragraph, *paragraph.iterancestors())
                asked = {conditional[one] for one in around if one in conditional}
                names = {self._whole(paragraph, one) for one in _named(paragraph)}
                self.always |= {one for one in names if asked <= {one}}
        self._missing()
        return tuple(self.found)

    def _paragraph(self, paragraph: Element, places: Places, part: str) -> None:
        text = text_of(paragraph)
        if unclosed(text):
            self._say(
                "kurung",
                f"Kurung kurawal tidak berpasangan pada {places.of(paragraph)}.",
                "Tulis nama di antara dua kurung kurawal, {{nomor}}, dalam satu baris.",
            )
        for one in single_braced(text):
            if one in self.kind.known:
                self._say(
                    "kurung_tunggal",
                    f"{{{one}}} pada {places.of(paragraph)} hanya berkurung satu.",
                    f"Tulis {{{{{one}}}}}.",
                )
        for named in names_in(text):
            if not (named.condition or named.ends):
                self._name(paragraph, named, places, part)
        self._mixed(paragraph, places)

    def _name(self, paragraph: Element, named: Named, places: Places, part: str) -> None:
        whole = self._whole(paragraph, named)
        if whole not in self.kind.known:
            self._unknown(paragraph, named, places)
        elif whole in self._alone and not _is_all(paragraph, named):
            self._say(
                "tidak_sendiri",
                f"{{{{{whole}}}}} pada {places.of(paragraph)} tidak sendiri di barisnya.",
                "Letakkan pada baris sendiri: tempatnya diisi ruang tinta atau kode QR.",
            )
        elif part != MAIN and whole in self.kind.signer_names:
            self._say(
                "tanda_tangan_di_luar_isi",
                f"{{{{{whole}}}}} berada pada {places.of(paragraph)}.",
                "Pindahkan blok tanda tangan ke dalam isi naskah.",
            )

    def _unknown(self, paragraph: Element, named: Named, places: Places) -> None:
        shown = named.name or " "
        where = places.of(paragraph)
        if named.name == NO:
            self._say(
                "nomor_tanpa_baris",
                f"{{{{no}}}} pada {where} tidak berada dalam baris yang diulang.",
                "Letakkan {{no}} sebaris dengan nama bertitik, misalnya "
                f"{{{{{self._dotted()}}}}}, atau hapus.",
            )
            return
        near = get_close_matches(named.name, self.kind.known, n=1, cutoff=0.6)
        remedy = f"Mungkin maksudnya {{{{{near[0]}}}}}." if near else "Hapus, atau ganti."
        self._say(
            "nama_tidak_dikenal",
            f"{{{{{shown}}}}} pada {where} bukan nama yang dikenal untuk naskah ini.",
            f"{remedy} Daftar namanya ada pada halaman templat.",
        )

    def _dotted(self) -> str:
        group, one = next(iter(self.kind.groups.items()))
        return f"{group}.{list(one.names)[-1]}"

    def _whole(self, paragraph: Element, named: Named) -> str:
        """A name with its group: ``no`` takes that of the row it stands in."""
        if named.name != NO:
            return named.name
        groups = self._groups_beside(paragraph)
        return f"{groups[0]}.{NO}" if groups else NO

    def _groups_beside(self, paragraph: Element) -> list[str]:
        row = row_of(paragraph)
        around = list(row.iter(P)) if row is not None else [paragraph]
        names = [one.name.partition(".") for p in around for one in _named(p)]
        groups = [
            group
            for group, dot, _ in names
            if dot
            and group in self.kind.groups
            and (p_alone(paragraph) or self.kind.groups[group].is_row)
        ]
        return list(dict.fromkeys(groups))

    def _mixed(self, paragraph: Element, places: Places) -> None:
        if not any("." in one.name for one in _named(paragraph)):
            return
        groups = self._groups_beside(paragraph)
        first = row_of(paragraph)
        if len(groups) > 1 and (first is None or next(first.iter(P)) is paragraph):
            self._say(
                "baris_bercampur",
                f"Baris pada {places.of(paragraph)} memuat nama dari {' dan '.join(groups)}.",
                "Pisahkan menjadi baris masing-masing: satu baris diulang untuk satu daftar.",
            )

    def _conditions(self, root: Element, places: Places) -> dict[Element, str]:
        """What stands between ``bila`` and ``akhir`` of what; those that do not fit are told."""
        inside: dict[Element, str] = {}
        for parent in {one.getparent() for one in _seen(root) if _conditional(one)}:
            assert parent is not None  # noqa: S101 - a paragraph is never the root
            inside |= self._conditions_in(parent, places)
        return inside

    def _conditions_in(self, parent: Element, places: Places) -> dict[Element, str]:
        inside: dict[Element, str] = {}
        opened: list[tuple[str, Element]] = []
        for child in parent:
            if opened:
                inside[child] = opened[-1][0]
                self._no_section(child, opened[-1][0], places)
            for named in _conditional(child) if child.tag == P else ():
                if not _is_all(child, named):
                    self._say(
                        "syarat_bercampur",
                        f"{{{{{named.name}}}}} pada {places.of(child)} tidak sendiri di barisnya.",
                        "Letakkan pada baris sendiri; baris itu tidak tercetak.",
                    )
                elif named.condition:
                    self._begin(child, named, opened, places)
                elif not opened or opened.pop()[0] != named.ends:
                    self._say(
                        "syarat_tanpa_awal",
                        f"{{{{{named.name}}}}} pada {places.of(child)} tidak mempunyai awal.",
                        f"Tambahkan {{{{bila {named.ends}}}}} sebelumnya, atau hapus.",
                    )
        for name, child in opened:
            self._say(
                "syarat_tanpa_akhir",
                f"{{{{bila {name}}}}} pada {places.of(child)} tidak mempunyai akhir.",
                f"Tambahkan {{{{akhir {name}}}}} sesudah bagian itu.",
            )
        return inside

    def _begin(
        self, child: Element, named: Named, opened: list[tuple[str, Element]], places: Places
    ) -> None:
        opened.append((named.condition, child))
        if named.condition not in (*self.kind.single, *self.kind.groups):
            self._say(
                "syarat_tidak_dikenal",
                f"{{{{{named.name}}}}} pada {places.of(child)} menyebut nama yang tidak dikenal.",
                "Pakai salah satu nama, atau nama daftar seperti "
                f"{{{{bila {next(iter(self.kind.groups), 'nomor')}}}}}.",
            )

    def _no_section(self, child: Element, condition: str, places: Places) -> None:
        if child.tag == P and child.find(f"{{{W}}}pPr/{{{W}}}sectPr") is not None:
            self._say(
                "bagian_dalam_syarat",
                f"Di dalam {{{{bila {condition}}}}} ada pemisah bagian (section break) pada "
                f"{places.of(child)}.",
                "Ganti dengan pemisah halaman (page break), lalu unggah lagi.",
            )

    def _missing(self) -> None:
        for name in self.kind.required_names:
            if name not in self.always:
                meaning = self.kind.single.get(name, "")
                self._say(
                    "nama_wajib_tidak_ada",
                    f"{{{{{name}}}}} tidak ada dalam templat ini"
                    + (f" ({meaning})." if meaning else "."),
                    "Tuliskan di tempatnya, di luar bagian {{bila …}}.",
                )

    def _say(self, kode: str, pesan: str, usul: str) -> None:
        self.found.append(_fault(kode, pesan, usul))


def p_alone(paragraph: Element) -> bool:
    """Whether a paragraph stands in no row of a table."""
    return row_of(paragraph) is None


def _seen(root: Element) -> Iterator[Element]:
    """The paragraphs that a reader sees, each once: Word keeps text boxes twice."""
    return (one for one in paragraphs_of(root) if next(one.iterancestors(FALLBACK), None) is None)


def _named(paragraph: Element) -> list[Named]:
    return [one for one in names_in(text_of(paragraph)) if not (one.condition or one.ends)]


def _conditional(paragraph: Element) -> list[Named]:
    return [one for one in names_in(text_of(paragraph)) if one.condition or one.ends]


def _is_all(paragraph: Element, named: Named) -> bool:
    """Whether a paragraph says a name and nothing else."""
    text = text_of(paragraph)
    return text.strip() == text[named.start : named.end]


def _fault(kode: str, pesan: str, usul: str) -> Finding:
    return Finding(f"templat.{kode}", Level.BLOCKER, pesan, usul)
