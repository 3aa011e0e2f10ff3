"""Every door of the office through which a file from outside comes, as a browser sends it there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from runut.files.signing.scan import read_scan
from runut.files.store import put
from runut.office.kinerja import reading
from runut.office.word_copies.models import WordCopy
from tests.hostile import corpus
from tests.office.berkas import isian
from tests.security.conftest import World
from tests.security.walking import forms_of
from tests.word.copies import KODE, copy

Door = Callable[[World, bytes, str], "Answer"]


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the words of the page, the words of the page that it led to."""

    status: int
    words: str


def _send(client: Client, url: str, data: bytes, name: str, **fields: Any) -> Answer:
    sent = {"kunci": "jahat", "berkas": SimpleUploadedFile(name, data), **fields}
    return _told(client, client.post(url, sent))


def _told(client: Client, response: HttpResponse) -> Answer:
    """With the page that it leads to: what was taken in has to be shown as well."""
    words = response.content.decode()
    if response.status_code == 302:
        following = client.get(response.headers["Location"])
        words += following.content.decode()
        if following.status_code >= 500:
            return Answer(following.status_code, words)
    return Answer(response.status_code, words)


def sop(world: World, data: bytes, name: str) -> Answer:
    return _send(world.client("kasubag"), "/sop/baru/", data, name, teks="")


def buku(world: World, data: bytes, name: str) -> Answer:
    """A large file is read behind its page, by a thread: here at once."""
    with patch.object(reading, "begin_beside", reading.finish_reading):
        return _send(world.client("kasubag"), "/kinerja/", data, name)


def langkah(world: World, data: bytes, name: str) -> Answer:
    case, client = world.a.plain_case, world.client("staf")
    fields = isian(case, "jahat", berkas_0=SimpleUploadedFile(name, data))
    return _told(client, client.post(f"/pelaksanaan/{case.pk}/langkah/1/", fields))


def paket(world: World, data: bytes, name: str) -> Answer:
    """A unit has no account: its link lets it in."""
    client = Client()
    client.get(f"/isi/{world.a.objects['pack_token']}/")
    return _send(client, f"/isian/{world.a.objects['pack_id']}/unggah/", data, name)


def word(world: World, data: bytes, name: str) -> Answer:
    """What comes back is of a copy that this office has given out."""
    left = copy()
    sections = [
        {"no": no, "key": f"b{no}", "judul": f"Bagian {no}", "versi": 0, "teks": teks}
        for no, teks in left.words.items()
    ]
    stored = put(settings.FILES_DIR, left.docx)
    rows = WordCopy.objects.filter(kode=KODE)
    rows.update(sha256=stored, angka=left.values, bagian=sections)
    return _send(world.client("tim"), f"/laporan/{world.a.case.pk}/word/", data, name)


def bukti(world: World, data: bytes, name: str) -> Answer:
    url = "/kinerja/bukti/2025/?indikator=IKU-2"
    return _send(world.client("staf"), url, data, name, triwulan="3")


def lambang(world: World, data: bytes, name: str) -> Answer:
    client, url = world.client("kasubag"), "/kantor/identitas/"
    [form] = [one for one in forms_of(client, url) if one.name == "kantor_identitas"]
    fields = {**form.fields, "lambang": SimpleUploadedFile(name, data)}
    return _send(client, url, data, name, **fields)


def foto(world: World, data: bytes, name: str) -> Answer:
    url = f"/laporan/{world.a.case.pk}/bagian/{world.a.objects['key']}/gambar/"
    return _send(world.client("tim"), url, data, name, judul="Rapat", uraian="Delapan orang")


def templat(world: World, data: bytes, name: str) -> Answer:
    return _send(world.client("kasubag"), "/kantor/naskah/templat/notula/", data, name)


def pegawai(world: World, data: bytes, name: str) -> Answer:
    return _send(world.client("kasubag"), "/kantor/pegawai/impor/", data, name)


def keaslian(world: World, data: bytes, name: str) -> Answer:
    return _send(Client(), f"/v/{world.a.objects['kode']}/", data, name)


def sertifikat(world: World, data: bytes, name: str) -> Answer:
    return _send(world.client("karo"), "/tanda-tangan/saya/", data, name, sandi="rahasia sekali")


def penerbit(world: World, data: bytes, name: str) -> Answer:
    return _send(world.client("kasubag"), "/kantor/tanda-tangan/penerbit/", data, name)


def pindaian(world: World, data: bytes, name: str) -> Answer:
    """The scan of a paper that was signed in ink, as every page that takes one looks at it."""
    scan, problems = read_scan(data, name)
    words = " ".join(f"{one.pesan} {one.usul}" for one in problems)
    return Answer(302 if scan else 422, words)


DOORS: dict[str, Door] = {
    corpus.SOP: sop,
    corpus.BUKU: buku,
    corpus.PAKET: paket,
    corpus.PEGAWAI: pegawai,
    corpus.WORD: word,
    corpus.TEMPLAT: templat,
    corpus.LANGKAH: langkah,
    corpus.BUKTI: bukti,
    corpus.LAMBANG: lambang,
    corpus.FOTO: foto,
    corpus.PINDAIAN: pindaian,
    corpus.KEASLIAN: keaslian,
    corpus.SERTIFIKAT: sertifikat,
    corpus.PENERBIT: penerbit,
}


def hand_in(door: str, world: World, data: bytes, name: str) -> Answer:
    """Nobody has handed in anything before: how often one may is another test's."""
    cache.clear()
    return DOORS[door](world, data, name)
