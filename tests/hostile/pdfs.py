"""PDF files by somebody who means harm: scripts, loops, bombs, lies of the table of objects."""

import zlib
from collections.abc import Callable

from tests.hostile import honest
from tests.hostile.elsewhere import elsewhere

Make = Callable[[], bytes]


def pdf(*objects: bytes, trailer: bytes = b"", version: bytes = b"1.7") -> bytes:
    """A PDF of these objects, numbered from 1, the first the catalog."""
    out, places = b"%PDF-" + version + b"\n%\xe2\xe3\xcf\xd3\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + tail % (len(objects) + 1, trailer, len(out))


def stream(content: bytes, words: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), words, content)


def page(
    content: bytes = b"BT ET", catalog: bytes = b"", more: bytes = b"", *others: bytes
) -> bytes:
    """One page with this content; ``catalog`` and ``more`` go into the catalog and the page."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>" % more,
        stream(content),
        *others,
    )


def script(catalog: bytes) -> Make:
    return lambda: page(b"BT ET", catalog)


def fetched(kind: bytes) -> Make:
    return lambda: page(
        b"BT ET",
        b"/OpenAction<</S/%s/URI(%s)/F(%s)/Win<</F(cmd.exe)>>>>"
        % (kind, elsewhere().url.encode(), elsewhere().url.encode()),
    )


def pages_in_a_circle() -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 1000000>>",
        b"<</Type/Pages/Kids[2 0 R]/Count 1000000/Parent 2 0 R>>",
    )


def deep_pages(depth: int = 20_000) -> bytes:
    levels = [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 1, n - 1)
        for n in range(2, depth)
    ]
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", *levels, b"<</Type/Page>>")


def many_pages(number: int) -> bytes:
    one = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    kids = b" ".join(b"%d 0 R" % n for n in range(3, number + 3))
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, number),
        *[one] * number,
    )


def bomb(megabytes: int, filters: bytes = b"/FlateDecode", times: int = 1) -> bytes:
    content = b"0 0 m 9 9 l S " * (megabytes << 16)
    for _ in range(times):
        content = zlib.compress(content)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        stream(content, b"/Filter[%s]" % (filters * times)),
    )


def object_stream(first: bytes, number: int) -> bytes:
    """A stream of objects that says that it holds itself, or more than there are."""
    content = zlib.compress(first)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        stream(content, b"/Type/ObjStm/N %d/First 8/Filter/FlateDecode/Extends 3 0 R" % number),
    )


def form_in_itself() -> bytes:
    return page(
        b"/F Do",
        b"",
        b"/Resources<</XObject<</F 5 0 R>>>>",
        stream(b"/F Do /F Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"),
    )


def doubling_forms(levels: int = 26) -> bytes:
    """Each draws the next twice: a page of 2 ** levels lines."""
    forms = [
        stream(
            b"/F Do /F Do",
            b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % (n + 1),
        )
        for n in range(5, 5 + levels)
    ]
    last = stream(b"0 0 m 9 9 l S", b"/Subtype/Form/BBox[0 0 9 9]")
    return page(b"/F Do", b"", b"/Resources<</XObject<</F 5 0 R>>>>", *forms, last)


def picture(width: int, height: int) -> bytes:
    image = stream(
        zlib.compress(b"\0" * 1_000),
        b"/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB"
        b"/Filter/FlateDecode" % (width, height),
    )
    return page(b"q 595 0 0 842 0 0 cm /I Do Q", b"", b"/Resources<</XObject<</I 5 0 R>>>>", image)


def box(words: bytes) -> Make:
    return lambda: page().replace(b"[0 0 595 842]", words)


def lines(number: int) -> Make:
    return lambda: page(
        b"".join(b"%d %d m %d %d l S " % (n % 595, n % 842, n % 97, n % 89) for n in range(number))
    )


def letters(number: int) -> Make:
    return lambda: page(
        b"BT /F1 1 Tf " + b"1 0 0 1 9 9 Tm (Kata kata) Tj " * number + b"ET",
        b"",
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
    )


def replaced(old: bytes, new: bytes, make: Make = honest.sop_pdf) -> Make:
    """Every one of them, to the same length."""
    return lambda: make().replace(old, new.ljust(len(old))[: len(old)])


def table_in_a_circle() -> bytes:
    data = page()
    place = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d/XRefStm %d" % (place, place))


def long_chain(number: int = 3_000) -> bytes:
    """Versions upon versions, each a table that changes nothing."""
    data = page()
    for _ in range(number):
        place = data.rindex(b"xref\n0") if b"xref\n1" not in data else data.rindex(b"xref\n1")
        at = len(data)
        data += b"xref\n1 0\ntrailer\n<</Size 5/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
            place,
            at,
        )
    return data


def nested_arrays(depth: int = 100_000) -> bytes:
    return page(b"BT ET", b"/A " + b"[" * depth + b"]" * depth)


def attached() -> bytes:
    return page(
        b"BT ET",
        b"/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>]>>>>",
        b"",
        stream(b"MZ\x90\0", b"/Type/EmbeddedFile"),
    )


def own_font() -> bytes:
    """A font whose letters are drawings that draw themselves."""
    return page(
        b"BT /F1 9 Tf (aaaa) Tj ET",
        b"",
        b"/Resources<</Font<</F1 5 0 R>>>>",
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
        b"/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        stream(b"BT /F1 9 Tf (aa) Tj ET"),
    )


def locked() -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Filter/Standard/V 4/R 4/Length 128/O(%s)/U(%s)/P -1>>" % (b"a" * 32, b"b" * 32),
        trailer=b"/Encrypt 3 0 R/ID[(a)(a)]",
    )


PDF: dict[str, Make] = {
    "skrip saat dibuka": script(b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
    "skrip bernama": script(b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>"),
    "menjalankan program": fetched(b"Launch"),
    "membuka alamat": fetched(b"URI"),
    "mengirim isian": fetched(b"SubmitForm"),
    "membuka berkas jauh": fetched(b"GoToR"),
    "XFA": script(b"/AcroForm<</XFA(<x/>)/Fields[]>>"),
    "lampiran program": attached,
    "pohon halaman melingkar": pages_in_a_circle,
    "pohon halaman dalam": deep_pages,
    "5.000 halaman": lambda: many_pages(5_000),
    "tanpa halaman": lambda: pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"
    ),
    "jumlah halaman bohong": lambda: page().replace(b"/Count 1", b"/Count 9999999"),
    "jumlah halaman negatif": lambda: page().replace(b"/Count 1", b"/Count -1"),
    "bom isi": lambda: bomb(200),
    "bom isi bertingkat": lambda: bomb(64, times=3),
    "saringan seratus kali": lambda: bomb(0, b"/ASCIIHexDecode" * 100),
    "aliran objek diri sendiri": lambda: object_stream(b"3 0 4 0 <</A 3 0 R>>", 2),
    "aliran objek kebanyakan": lambda: object_stream(b"5 0 <</A 1>>", 2_000_000_000),
    "aliran objek bom": lambda: object_stream(b"5 0     " + b"[" * 50_000_000, 1),
    "gambar dalam dirinya": form_in_itself,
    "gambar berlipat ganda": doubling_forms,
    "gambar sejuta kali sejuta": lambda: picture(1_000_000, 1_000_000),
    "gambar 40.000 kali 40.000": lambda: picture(40_000, 40_000),
    "gambar nol": lambda: picture(0, 0),
    "kertas raksasa": box(b"[0 0 9999999999 9999999999]"),
    "kertas terbalik": box(b"[595 842 0 0]"),
    "kertas nol": box(b"[0 0 0 0]"),
    "kertas bukan angka": box(b"[/a (b) null true]"),
    "kertas diputar": lambda: page(more=b"/Rotate 37/UserUnit 1000000"),
    "300.000 garis": lines(300_000),
    "200.000 kata": letters(200_000),
    "isi terpotong": lambda: page(b"BT /F1 9 Tf (tanpa akhir"),
    "isi derau": lambda: page(bytes(range(256)) * 200),
    "keadaan tanpa pulang": lambda: page(b"q " * 500_000),
    "daftar objek melingkar": table_in_a_circle,
    "daftar objek berantai": long_chain,
    "daftar objek hilang": replaced(b"startxref", b"startxxxx"),
    "daftar objek di ujung lain": replaced(b"startxref\n", b"startxref\n9"),
    "kamus bersarang": nested_arrays,
    "huruf menggambar dirinya": own_font,
    "terkunci": locked,
    "pengenal saja": lambda: b"%PDF-1.7\n%%EOF\n",
    "versi lain": lambda: page().replace(b"%PDF-1.7", b"%PDF-9.9"),
    "panjang bohong": lambda: page().replace(b"/Length 5", b"/Length 99999999"),
    "panjang melingkar": lambda: page().replace(b"/Length 5", b"/Length 4 0 R"),
    "induk melingkar": lambda: page().replace(b"/Parent 2 0 R", b"/Parent 3 0 R"),
    "akar bukan kamus": lambda: page().replace(b"/Root 1 0 R", b"/Root 4 0 R"),
    "rentang bait negatif": replaced(b"/ByteRange", b"/ByteRanje", honest.EVERY["bertanda.pdf"]),
    "tanda tangan nol": lambda: _hex_of_signature(b"0"),
    "tanda tangan f": lambda: _hex_of_signature(b"f"),
}


def _hex_of_signature(digit: bytes) -> bytes:
    data = honest.EVERY["bertanda.pdf"]()
    at = (
        data.index(b"/Contents <") + len(b"/Contents <")
        if b"/Contents <" in data
        else (data.index(b"/Contents<") + len(b"/Contents<"))
    )
    end = data.index(b">", at)
    return data[:at] + digit * (end - at) + data[end:]
