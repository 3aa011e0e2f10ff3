"""Another person's inbox while four large Word files are read: how long it takes, against alone.

A served office (``runut serve --demo``) on SQLite; somebody hands in four Word files of 0.7 MB
with 300,000 paragraphs, two of them the same bytes; meanwhile another opens the inbox.
"""

import http.cookiejar
import statistics
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.running.serving import Office

PARAGRAPHS, UPLOADS, LOOKS, PAUSE_S = 300_000, 4, 40, 0.25
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"'
    "/></Types>"
)
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def many_paragraphs(mark: str) -> bytes:
    """A Word file of many short paragraphs; ``mark`` makes its bytes its own."""
    body = "".join(f"<w:p><w:r><w:t>{mark}{n}</w:t></w:r></w:p>" for n in range(PARAGRAPHS))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        document = f'<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return out.getvalue()


class Browser:
    """Somebody who is logged in; pages that ask again are asked again."""

    def __init__(self, served: Office, who: str) -> None:
        self.url = served.url
        password = served.said().partition("Kata sandi semua orang: ")[2].split()[0]
        self.open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        ).open
        self.send("/masuk/", {"username": who, "password": password})

    def send(self, path: str, filled: dict[str, str]) -> None:
        with self.open(self.url + path) as page:
            form = html.fromstring(page.read()).forms[-1]
        fields = [(n, v) for n, v in form.form_values() if n not in filled]
        self.open(self.url + path, urllib.parse.urlencode([*fields, *filled.items()]).encode())

    def upload(self, data: bytes) -> tuple[int, int]:
        """Hand a file in as an SOP; the status at last, and how often the page asked again."""
        with self.open(self.url + "/sop/baru/") as page:
            form = html.fromstring(page.read()).forms[-1]
        mark = uuid.uuid4().hex
        told = b"".join(
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in form.form_values()
        )
        head = 'Content-Disposition: form-data; name="berkas"; filename="besar.docx"'
        body = told + f"--{mark}\r\n{head}\r\n\r\n".encode() + data + f"\r\n--{mark}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        asked = urllib.request.Request(self.url + "/sop/baru/", body, kind)  # noqa: S310
        for again in range(1_000):
            try:
                with self.open(asked) as answer:
                    status, refresh = answer.status, answer.headers.get("Refresh", "")
            except urllib.error.HTTPError as refused:
                return refused.code, again
            if status != 202:
                return status, again
            time.sleep(2)
            asked = urllib.request.Request(self.url + refresh.partition("url=")[2])  # noqa: S310
        raise AssertionError


def inbox_ms(browser: Browser) -> list[float]:
    found = []
    for _ in range(LOOKS):
        begun = time.perf_counter()
        with browser.open(browser.url + "/") as page:
            page.read()
        found.append((time.perf_counter() - begun) * 1_000)
        time.sleep(PAUSE_S)
    return found


def told(name: str, found: list[float]) -> float:
    middle, worst = statistics.median(found), max(found)
    print(f"{name}: tengah {middle:.0f} ms, terlama {worst:.0f} ms ({len(found)} kali)")
    return middle


def main() -> int:
    files = [many_paragraphs(f"{n}") for n in range(UPLOADS - 1)]
    print(f"berkas: {len(files[0]) / 1e6:.2f} MB, {PARAGRAPHS} alinea; diunggah {UPLOADS} kali")
    with tempfile.TemporaryDirectory(prefix="runut-ukur-") as place:
        served = Office(Path(place) / "data", Path(place) / "log.txt")
        try:
            served.start("--demo").wait_until_ready()
            reader = Browser(served, "budi")
            senders = [Browser(served, who) for who in ("rina",) * UPLOADS]
            alone = told("kotak tugas sendiri", inbox_ms(reader))
            said: list[tuple[int, int]] = []
            threads = [
                threading.Thread(target=lambda b=b, d=d: said.append(b.upload(d)))
                for b, d in zip(senders, [*files, files[0]], strict=True)
            ]
            begun = time.monotonic()
            for one in threads:
                one.start()
            busy = told("kotak tugas selagi dibaca", inbox_ms(reader))
            for one in threads:
                one.join()
            print(f"semua terjawab dalam {time.monotonic() - begun:.0f} s: {sorted(said)}")
            print(f"perbandingan: {busy / alone:.1f}")
        finally:
            served.kill_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
