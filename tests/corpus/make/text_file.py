"""Text files of an SOP: typed with tabs, copied from a web page, or as an HTML page."""

import re
from html import escape

from tests.corpus.definitions import Definition
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import PAIRS, TITLES, identity_rows, items, label, step_texts


def one_line(text: str) -> str:
    return " ".join(text.split())


def quoted(text: str) -> str:
    """A cell of several lines as a spreadsheet puts it on the clipboard."""
    return f'"{text}"' if "\n" in text else text


def tabbed(sop: Definition, variant: Variant) -> bytes:
    """A table typed or pasted with tabs; a cell is one line."""
    out = [*sop.instansi, ""] if variant.identitas != "tidak ada" else []
    if variant.identitas != "tidak ada":
        out += identity_lines(sop, variant)
    if variant.judul_prosedur:
        out += ["", variant.judul_prosedur, ""]
    out += ["\t".join(row) for row in table_rows(sop, variant)]
    text = "\n".join([variant.pembuka, *out] if variant.pembuka else out) + "\n"
    if variant.pilihan.get("akhir baris") == "crlf":
        text = text.replace("\n", "\r\n")
    if variant.pilihan.get("spasi web"):
        text = text.replace(" menit", "\u00a0menit").replace(" jam", "\u00a0jam")
    return text.encode(variant.pilihan.get("sandi", "utf-8"))


def identity_lines(sop: Definition, variant: Variant) -> list[str]:
    found = [f"{name}\t{one_line(value)}" for name, value in identity_rows(sop, variant)]
    for left, right in PAIRS:
        names = [label(TITLES[key], variant) for key in (left, right)]
        values = [items(sop.lists[key], variant) for key in (left, right)]
        if variant.pilihan.get("identitas berseling"):
            found.append("\t".join(names))
            for i in range(max(len(v) for v in values)):
                found.append("\t".join(v[i] if i < len(v) else "" for v in values))
        elif variant.pilihan.get("identitas berurutan"):
            for name, value in zip(names, values, strict=True):
                found += [name, *value]
        else:
            found += ["\t".join(names), "\t".join(" ".join(v) for v in values)]
    return found


def table_rows(sop: Definition, variant: Variant) -> list[list[str]]:
    note = [] if variant.keterangan is None else [variant.keterangan]
    quality = variant.mutu_baku
    actors = list(sop.pelaksana)
    rows: list[list[str]] = []
    if variant.pelaksana is None:
        rows.append(["No", variant.kegiatan, *actors, *quality, *note])
    else:
        gap = [""] * (len(actors) - 1)
        rows.append(
            ["No", variant.kegiatan, variant.pelaksana, *gap, variant.mutu or "", "", "", *note]
        )
        rows.append(["", "", *actors, *quality, *[""] * len(note)])
    if variant.baris_nomor:
        rows.append([str(i + 1) for i in range(len(rows[0]))])
    for step, text in zip(sop.langkah, step_texts(sop, variant), strict=True):
        marks = [variant.tanda if actor in step.pelaksana else "" for actor in actors]
        row = [text["no"], text["kegiatan"], *marks]
        several = quoted if variant.pilihan.get("salinan lembar kerja") else one_line
        row += [several(text[key]) for key in variant.urutan]
        rows.append([*row, *([text["keterangan"]] if note else [])])
    return rows


def html(sop: Definition, variant: Variant) -> bytes:
    """A web page with the two tables, heads merged by rowspan and colspan."""
    body = []
    if variant.pembuka:
        body.append(f"<nav><ul><li>Beranda</li><li>{escape(variant.pembuka)}</li></ul></nav>")
    if variant.identitas != "tidak ada":
        body.append(identity_table(sop, variant))
    if variant.judul_prosedur:
        body.append(f"<h3>{escape(variant.judul_prosedur)}</h3>")
    body.append(step_table(sop, variant))
    inner = "".join(body)
    if variant.pilihan.get("tata letak"):
        inner = (
            "<table width='100%'><tr><td class='menu'>Beranda<br>Profil<br>Layanan</td>"
            f"<td class='isi'>{inner}</td></tr></table>"
        )
    if variant.pilihan.get("dari Word"):
        inner = as_pasted(inner)
    page = (
        f"<!DOCTYPE html>\n<html lang='id'><head><meta charset='utf-8'><title>{escape(sop.judul)}"
        f"</title><style>td{{border:1px solid}}</style><script>var x = '<td>';</script></head>"
        f"<body>{inner}<footer>Hak cipta {escape(sop.instansi[-1].title())}</footer></body><"
        "/html>\n"
    )
    return page.encode()


def as_pasted(inner: str) -> str:
    """Cells wrapped in the paragraphs and spans that a word processor puts on the clipboard."""
    span = "<p class=MsoNormal style='margin:0cm'><span lang=IN style='font-size:9.0pt'>"
    opened = re.sub(r"(<t[dh][^>]*>)", rf"\1{span}", inner)
    return re.sub(r"(</t[dh]>)", r"<o:p></o:p></span></p>\1", opened)


def broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def identity_table(sop: Definition, variant: Variant) -> str:
    upper = identity_rows(sop, variant)
    rows = []
    for i, (name, value) in enumerate(upper):
        office = (
            f"<td rowspan='{len(upper)}'>{broken(chr(10).join(sop.instansi))}</td>"
            if i == 0
            else ""
        )
        rows.append(f"<tr>{office}<td>{escape(name)}</td><td>{broken(value)}</td></tr>")
    for left, right in PAIRS:
        heads = [escape(label(TITLES[key], variant)) for key in (left, right)]
        rows.append(f"<tr><td><b>{heads[0]}</b></td><td colspan='2'><b>{heads[1]}</b></td></tr>")
        lists = [html_list(sop.lists[key], variant) for key in (left, right)]
        rows.append(f"<tr><td>{lists[0]}</td><td colspan='2'>{lists[1]}</td></tr>")
    return f"<table>{''.join(rows)}</table>"


def html_list(values: tuple[str, ...], variant: Variant) -> str:
    if variant.pilihan.get("daftar"):
        return "<ol>" + "".join(f"<li>{escape(v)}</li>" for v in values) + "</ol>"
    return "<br>".join(escape(item) for item in items(values, variant))


def step_table(sop: Definition, variant: Variant) -> str:
    count, note = len(sop.pelaksana), variant.keterangan
    quality = "".join(f"<th>{escape(text)}</th>" for text in variant.mutu_baku)
    actors = "".join(f"<th>{escape(actor)}</th>" for actor in sop.pelaksana)
    last = f"<th rowspan='2'>{escape(note)}</th>" if note is not None else ""
    rows = [
        f"<tr><th rowspan='2'>No</th><th rowspan='2'>{escape(variant.kegiatan)}</th>"
        f"<th colspan='{count}'>{escape(variant.pelaksana or '')}</th>"
        f"<th colspan='3'>{escape(variant.mutu or '')}</th>{last}</tr>",
        f"<tr>{actors}{quality}</tr>",
    ]
    for step, text in zip(sop.langkah, step_texts(sop, variant), strict=True):
        marks = "".join(
            f"<td>{escape(variant.tanda) if actor in step.pelaksana else '&nbsp;'}</td>"
            for actor in sop.pelaksana
        )
        cells = "".join(f"<td>{broken(text[k])}</td>" for k in variant.urutan)
        tail = f"<td>{broken(text['keterangan'])}</td>" if note is not None else ""
        rows.append(
            f"<tr><td>{escape(text['no'])}</td><td>{escape(text['kegiatan'])}</td>"
            f"{marks}{cells}{tail}</tr>"
        )
    return f"<table class='sop'>{''.join(rows)}</table>"
