"""Templates as offices hand them in: ours, and ours after hands have been at it."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

from lxml import etree

from runut.core.report.blocks import Letterhead, Paper
from runut.core.report.templates.ours import ours
from runut.core.report.templates.samples import sample
from runut.files.templates.check import check_template
from runut.files.templates.fill import fill_template
from runut.files.write.docx.package import W
from runut.files.write.paper import write_docx

KOP = Letterhead(("PEMERINTAH KOTA SINGKAWANG", "BIRO UMUM"), "Jalan Firdaus 1")
DAY = date(2026, 3, 2)
MAIN = "word/document.xml"
Change = Callable[[str], str]


@cache
def our_template(jenis: str = "undangan") -> bytes:
    return write_docx(ours(jenis, KOP), created=DAY)


def sample_paper(jenis: str = "undangan") -> Paper:
    return sample(jenis, KOP, "Singkawang", DAY)


def changed(data: bytes, change: Change, part: str = MAIN, **added: bytes) -> bytes:
    """The file with one part changed and parts added (``a__b`` for ``a/b``)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if name == part else content)
        for name, content in added.items():
            new.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def replaced(data: bytes, old: str, new: str, part: str = MAIN) -> bytes:
    def change(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new)

    return changed(data, change, part)


def before_the_end(data: bytes, xml: str) -> bytes:
    """The file with more in its body, at the end."""
    return changed(data, lambda text: text.replace("<w:sectPr>", f"{xml}<w:sectPr>"))


def split_everywhere(data: bytes) -> bytes:
    """Every name cut into runs of one sign, as Word does to what was typed and corrected."""

    def cut(found: re.Match[str]) -> str:
        dress, text = found[1] or "", found[2]
        runs = (f'<w:r>{dress}<w:t xml:space="preserve">{sign}</w:t></w:r>' for sign in text)
        return '<w:proofErr w:type="spellStart"/>'.join(runs)

    dress = r"(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    pattern = rf'<w:r>{dress}<w:t xml:space="preserve">([^<]*\{{\{{[^<]*)</w:t></w:r>'
    return changed(data, lambda xml: re.sub(pattern, cut, xml))


def said_by(data: bytes, part: str = MAIN) -> list[str]:
    """The words of every paragraph that says something."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(part))
    t, br = f"{{{W}}}t", f"{{{W}}}br"
    lines = [
        "".join(one.text or "" if one.tag == t else "\n" for one in paragraph.iter(t, br))
        for paragraph in root.iter(f"{{{W}}}p")
    ]
    return [line for line in lines if line.strip()]


def faults(data: bytes, jenis: str = "undangan") -> dict[str, str]:
    """What the check says, by code: the sentence and the remedy."""
    good, findings = check_template(data, "templat.docx", jenis=jenis)
    assert (good is True) == (not findings)
    return {one.kode.removeprefix("templat."): f"{one.pesan} {one.usul}" for one in findings}


def filled(data: bytes, paper: Paper) -> bytes:
    done, _ = fill_template(data, "templat.docx", paper=paper, created=DAY)
    return done
