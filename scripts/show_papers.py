"""Draw every paper from Word and from our PDF as pictures, side by side with its parts.

From the root of the project: ``python -m scripts.show_papers FOLDER``; then open its index.html.
LibreOffice prints the Word files. A part that is not found, or stands out of order, is marked.
"""

import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pypdfium2

from runut.files.read.libreoffice import pdf_of_docx
from runut.files.write.paper import write_docx, write_pdf
from tests.papers.cast import DAY
from tests.papers.scenes import SCENES, Scene

_SCALE = 1.1
_STYLE = (
    "body{font:15px sans-serif;margin:24px;color:#14253a}section{margin:0 0 48px}"
    "div{display:flex;gap:12px;flex-wrap:wrap;align-items:flex-start}"
    "img{border:1px solid #9aa5b1;width:420px}li.lacks{color:#b00020;font-weight:bold}"
)


def main(folder: Path) -> None:
    """Write the pictures and their index; the exit status tells of missing parts."""
    folder.mkdir(parents=True, exist_ok=True)
    told = [_section(scene, folder) for scene in SCENES]
    page = f'<!doctype html><html lang="id"><meta charset="utf-8"><style>{_STYLE}</style>'
    index = f"{page}<title>Naskah Runut</title><h1>Naskah, dari Word dan dari PDF</h1>"
    (folder / "index.html").write_text(index + "".join(told) + "</html>", encoding="utf-8")


def _section(scene: Scene, folder: Path) -> str:
    found = [f"<section><h2>{escape(scene.title)}</h2>"]
    for way, pdf in printed(scene):
        pictures = list(_pictures(pdf, folder, f"{scene.name}-{way}", scene.shown))
        missing = lacks(pdf, scene.parts)
        parts = "".join(
            f"<li{' class=lacks' if one in missing else ''}>{escape(one)}</li>"
            for one in scene.parts
        )
        shown = "".join(f'<img src="{one}" alt="">' for one in pictures)
        found.append(f"<h3>{way}</h3><div>{shown}<ol>{parts}</ol></div>")
        sys.stdout.write(f"{scene.name} {way}: {len(pictures)} halaman {missing or ''}\n")
    return "".join(found) + "</section>"


def printed(scene: Scene) -> Iterator[tuple[str, bytes]]:
    """The PDF of a scene by our own drawing, and from its Word file where LibreOffice is there."""
    paper = scene.make()
    yield "pdf", write_pdf(paper, created=DAY)
    pdf = pdf_of_docx(write_docx(paper, created=DAY))
    if pdf is not None:
        yield "word", pdf


def words_by_page(pdf: bytes) -> list[str]:
    """The words of each page, in one line."""
    pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(pdf)]
    return [" ".join(text.replace("\u200b", "").split()) for text in pages]


def lacks(pdf: bytes, parts: tuple[str, ...]) -> list[str]:
    """The parts that do not stand there, or not after the one before them."""
    text, at, missing = " ".join(words_by_page(pdf)), 0, []
    for part in parts:
        found = re.compile(part).search(text, at)
        if found is None:
            missing.append(part)
        else:
            at = found.end()
    return missing


def _pictures(pdf: bytes, folder: Path, name: str, shown: tuple[int, ...]) -> Iterator[str]:
    for n, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        if shown and n not in shown:
            continue
        file = f"{name}-{n}.png"
        page.render(scale=_SCALE).to_pil().save(folder / file)
        yield file


if __name__ == "__main__":
    main(Path(sys.argv[1]))
