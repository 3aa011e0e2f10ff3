"""A template is looked through when it is handed in: each fault by its place and with a remedy."""

import pytest

from runut.core.report.templates.kinds import KINDS
from runut.files.write.docx.package import NAMESPACES
from tests.paper_templates.word import (
    before_the_end,
    changed,
    faults,
    our_template,
    replaced,
    split_everywhere,
)

RELS = "word/_rels/document.xml.rels"


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.mark.parametrize("jenis", [one.jenis for one in KINDS])
def test_our_own_template_is_good_and_so_it_is_when_word_cut_every_name(jenis: str) -> None:
    assert faults(our_template(jenis), jenis) == {}
    assert faults(split_everywhere(our_template(jenis)), jenis) == {}


def test_case_spaces_and_unseen_signs_in_a_name_do_not_matter() -> None:
    given = replaced(our_template(), "{{hari_tanggal}}", "{{ Hari\u00a0Tanggal\u200b }}")
    assert faults(given) == {}


@pytest.mark.parametrize(
    ("place", "xml"),
    [
        ("isi naskah, paragraf", paragraph("Nomor {{nomer}}")),
        (
            "baris 1, kolom 2",
            "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>"
            f"{paragraph('Nomor {{nomer}}')}</w:tc></w:tr></w:tbl>",
        ),
        (
            "isi naskah, kotak teks",
            "<w:p><w:r><w:pict><w:txbxContent>"
            f"{paragraph('Nomor {{nomer}}')}</w:txbxContent></w:pict></w:r></w:p>",
        ),
    ],
)
def test_a_name_that_is_none_is_told_with_its_place_and_what_was_meant(
    place: str, xml: str
) -> None:
    told = faults(before_the_end(our_template(), xml))["nama_tidak_dikenal"]
    assert "{{nomer}}" in told
    assert place in told
    assert "{{nomor}}" in told


@pytest.mark.parametrize(("part", "place"), [("header9", "kepala"), ("footer9", "kaki")])
def test_a_name_in_head_or_foot_of_the_page_is_told_there(part: str, place: str) -> None:
    root = "hdr" if part.startswith("h") else "ftr"
    xml = f"<w:{root} {NAMESPACES}>{paragraph('{{nomer}}')}</w:{root}>".encode()
    given = changed(our_template(), str, **{f"word__{part}.xml": xml})
    assert f"{place} halaman" in faults(given)["nama_tidak_dikenal"]


@pytest.mark.parametrize(
    "words",
    ["{{nomor", "nomor}}", "{{nomor}", "{nomor}}", "{{nomor {{hal}}", "{{}", "{ {nomor}}"],
)
def test_braces_that_do_not_pair_are_told(words: str) -> None:
    found = faults(before_the_end(our_template(), paragraph(words)))
    assert "kurung" in found
    assert words[:6] in found["kurung"]


def test_braces_that_stand_in_two_lines_do_not_pair() -> None:
    given = before_the_end(our_template(), paragraph("{{nomor") + paragraph("}}"))
    assert "kurung" in faults(given)


def test_a_name_in_single_braces_is_told_and_the_names_of_others_are_left() -> None:
    assert (
        "{{nomor}}"
        in faults(before_the_end(our_template(), paragraph("{nomor}")))["kurung_tunggal"]
    )
    other = paragraph("${ttd_pengirim} {lihat bawah}")
    assert faults(before_the_end(our_template(), other)) == {}


@pytest.mark.parametrize(
    "name",
    ["nomor", "tanggal", "hal", "tempat", "tanda_tangan_penanda", "nama_penanda", "kaki"],
)
def test_what_a_paper_cannot_lack_is_asked_for(name: str) -> None:
    part = "word/footer1.xml" if name == "kaki" else "word/document.xml"
    given = replaced(our_template(), "{{" + name + "}}", "", part)
    assert "{{" + name + "}}" in faults(given)["nama_wajib_tidak_ada"]


def test_what_a_paper_cannot_lack_does_not_stand_where_it_may_be_left_out() -> None:
    lines = paragraph("{{bila catatan}}") + paragraph("{{nomor}}") + paragraph("{{akhir catatan}}")
    without = replaced(our_template(), "{{nomor}}", "")
    assert "{{nomor}}" in faults(before_the_end(without, lines))["nama_wajib_tidak_ada"]


def test_a_signature_belongs_into_the_body() -> None:
    xml = f"<w:ftr {NAMESPACES}>{paragraph('{{tanda_tangan_penanda}}')}</w:ftr>".encode()
    given = changed(our_template(), str, **{"word__footer9.xml": xml})
    assert "kaki halaman" in faults(given)["tanda_tangan_di_luar_isi"]


@pytest.mark.parametrize(
    ("lines", "kode"),
    [
        (["{{bila catatan}}", "teks"], "syarat_tanpa_akhir"),
        (["teks", "{{akhir catatan}}"], "syarat_tanpa_awal"),
        (["{{bila catatan}}", "{{akhir tembusan}}"], "syarat_tanpa_awal"),
        (["{{bila catatan}} teks", "{{akhir catatan}}"], "syarat_bercampur"),
        (["{{bila cuaca}}", "{{akhir cuaca}}"], "syarat_tidak_dikenal"),
    ],
)
def test_a_condition_has_a_beginning_and_an_end_on_lines_of_their_own(
    lines: list[str], kode: str
) -> None:
    assert kode in faults(before_the_end(our_template(), "".join(map(paragraph, lines))))


def test_a_row_has_the_names_of_one_list_only() -> None:
    cells = "{{undangan.jabatan}}", "{{kiriman.naskah}}"
    row = "".join(f"<w:tc>{paragraph(one)}</w:tc>" for one in cells)
    found = faults(before_the_end(our_template(), f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"))
    assert "nama_tidak_dikenal" in found
    cells = "{{keputusan.isi}}", "{{peserta.nama}}"
    row = "".join(f"<w:tc>{paragraph(one)}</w:tc>" for one in cells)
    given = before_the_end(our_template("notula"), f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")
    assert "keputusan dan peserta" in faults(given, "notula")["baris_bercampur"]


def test_the_number_of_a_row_stands_in_a_row() -> None:
    assert "nomor_tanpa_baris" in faults(before_the_end(our_template(), paragraph("{{no}}")))


def relation(kind: str, target: str) -> bytes:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = f'<Relationship Id="x1" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'
    return replaced(our_template(), "</Relationships>", f"{one}</Relationships>", RELS)


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "http://jahat.example/x.dotm"),
        ("image", "https://jahat.example/x.png"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "javascript:alert(1)"),
        ("oleObject", "file://x"),
    ],
)
def test_what_would_fetch_from_elsewhere_is_refused(kind: str, target: str) -> None:
    assert target[:20] in faults(relation(kind, target))["tautan_luar"]


@pytest.mark.parametrize("target", ["mailto:biro@kota.go.id", "https://kota.go.id"])
def test_the_address_of_the_office_may_be_a_link(target: str) -> None:
    assert faults(relation("hyperlink", target)) == {}


def field(words: str) -> str:
    halves = words[: len(words) // 2], words[len(words) // 2 :]
    told = "".join(f"<w:r><w:instrText>{half}</w:instrText></w:r>" for half in halves)
    ends = [f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end")]
    return f"<w:p>{ends[0]}{told}{ends[1]}</w:p>"


@pytest.mark.parametrize(
    ("xml", "kode"),
    [
        (field(' INCLUDETEXT "C:\\x.docx" '), "kolom_word"),
        (field(" MACROBUTTON Jalan klik "), "kolom_word"),
        (field(' DATE \\@ "d MMMM yyyy" '), "tanggal_berjalan"),
        ('<w:p><w:fldSimple w:instr=" LINK Excel "/></w:p>', "kolom_word"),
        ("<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>", "perubahan_dilacak"),
        ('<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>', "komentar"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "sisipan"),
        ('<w:altChunk r:id="rId1"/>', "sisipan"),
    ],
)
def test_what_would_run_or_change_by_itself_is_refused(xml: str, kode: str) -> None:
    assert kode in faults(before_the_end(our_template(), xml))


def test_page_numbers_of_word_may_stay() -> None:
    assert faults(before_the_end(our_template(), field(" PAGE "))) == {}


def test_macros_other_kinds_of_word_files_and_no_word_files_are_refused() -> None:
    types = "[Content_Types].xml"
    macro = replaced(our_template(), "document.main", "x.macroEnabled.main", types)
    template = replaced(our_template(), "document.main", "template.main", types)
    with_macros = changed(our_template(), str, **{"word__vbaProject.bin": b"x"})
    for data in (macro, with_macros, b"", b"PK", b"{\\rtf1}", our_template()[:300]):
        assert faults(data) != {}
    assert "bukan_docx" in faults(template)


def test_what_is_too_large_is_refused() -> None:
    heavy = changed(our_template(), str, **{"word__media__a.png": bytes(range(256)) * 9_000})
    assert "2 MB" in faults(heavy)["terlalu_besar"]


def test_all_faults_are_told_at_once() -> None:
    given = before_the_end(replaced(our_template(), "{{hal}}", "{{hall}}"), paragraph("{{nomor"))
    assert {"nama_tidak_dikenal", "nama_wajib_tidak_ada", "kurung"} <= set(faults(given))


@pytest.mark.parametrize("words", ["Ttd: {{tanda_tangan_penanda}}", "{{tanda_tangan_penanda}} x"])
def test_the_place_of_a_signature_has_a_line_of_its_own(words: str) -> None:
    assert "tidak_sendiri" in faults(before_the_end(our_template(), paragraph(words)))
