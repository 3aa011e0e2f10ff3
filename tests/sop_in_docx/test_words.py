"""The words of a Word file as they show on paper."""

from tests.sop_in_docx.build import anchor, canvas, cells, p, tbl, tc, tr, words, wsp


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def cell_text(content: str, **parts: str) -> str:
    return cells(canvas(tbl((100, 100), tr(tc(content), tc("x"))), **parts))[0, 0].text


def test_deleted_words_and_rows_are_gone_and_inserted_ones_stay() -> None:
    tracked = f"<w:p><w:ins>{run('Menyusun')}</w:ins><w:del><w:r><w:delText>Membuat</w:delText>"
    tracked += f"<w:t>!</w:t></w:r></w:del>{run(' konsep')}</w:p>"
    found = canvas(
        tbl((100, 100), tr(tc("lama"), tc(), properties="<w:del/>"), tr(tc(tracked), tc()))
    )
    assert cells(found)[0, 0].text == "Menyusun konsep"


def test_words_in_a_text_box_are_not_words_of_the_cell_behind_it() -> None:
    box = anchor(wsp("rect", inner=words("Mulai")), (60, 60))
    assert cell_text(p("Menyusun", box)) == "Menyusun"


def test_a_wrapped_cell_a_wrapped_row_and_a_field_give_their_words() -> None:
    field = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
    field += "<w:t>rahasia</w:t><w:fldChar w:fldCharType='separate'/></w:r>"
    field += f"{run('12 menit')}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    row = f"<w:sdt><w:sdtContent>{tr(tc(field), tc('x'))}</w:sdtContent></w:sdt>"
    link = f"<w:p><w:hyperlink>{run('SOP Surat')}</w:hyperlink></w:p>"
    controlled = f"<w:sdt><w:sdtContent>{tc(link)}</w:sdtContent></w:sdt>"
    found = cells(canvas(tbl((100, 100), row, tr(controlled, tc()))))
    assert (found[0, 0].text, found[1, 0].text) == ("12 menit", "SOP Surat")


def test_hidden_words_and_soft_hyphens_do_not_show_but_breaks_part_lines() -> None:
    content = "<w:p>" + run("tersembunyi", "<w:vanish/>") + run("per\u00adlengkapan")
    content += "<w:r><w:br/><w:t>dan</w:t><w:tab/><w:t>alat</w:t><w:noBreakHyphen/></w:r></w:p>"
    assert cell_text(content) == "perlengkapan\ndan alat-"


def test_signs_of_picture_fonts_become_signs_everybody_has() -> None:
    sym = "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>"
    typed = "<w:p>" + run("ü", "<w:rFonts w:ascii='Wingdings'/>") + "</w:p>"
    root = "<w:p><w:r><w:sym w:font='Symbol' w:char='F0D6'/></w:r></w:p>"
    assert [cell_text(sym), cell_text(typed), cell_text(root)] == ["√", "√", "√"]


NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'>"
    "<w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%2)'/></w:lvl>"
    "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
    "<w:startOverride w:val='1'/></w:lvlOverride></w:num>"
)


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    about = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_id}'/></w:numPr>"
    return p(text, properties=about)


def test_items_of_a_list_carry_the_labels_word_counts_for_them() -> None:
    content = item("Undang-Undang") + item("Peraturan") + item("Pertama", 1) + item("Kedua", 1)
    content += item("Keputusan") + item("Ketiga", 1) + item("Lain", 0, 2)
    text = cell_text(content, numbering=NUMBERING)
    assert text.split("\n") == [
        "1. Undang-Undang",
        "2. Peraturan",
        "a) Pertama",
        "b) Kedua",
        "3. Keputusan",
        "a) Ketiga",
        "1. Lain",
    ]


def test_an_empty_item_shows_its_number_alone_as_step_numbers_often_do() -> None:
    rows = [tr(tc(item("")), tc(f"Kegiatan {at}")) for at in range(2)]
    found = cells(canvas(tbl((30, 100), *rows), numbering=NUMBERING))
    assert [found[0, 0].text, found[1, 0].text] == ["1.", "2."]


def test_a_list_in_a_style_counts_too() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='Butir'><w:pPr><w:numPr>"
    styles += "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    content = p("Komputer", properties="<w:pStyle w:val='Butir'/>")
    assert cell_text(content, numbering=NUMBERING, styles=styles) == "1. Komputer"


def test_words_outside_tables_come_in_their_order() -> None:
    found = canvas(p("PROSEDUR") + tbl((100,), tr(tc("isi"))) + p("Catatan"))
    assert [one.text for one in found.pages[0].words] == ["PROSEDUR", "Catatan"]


def test_bullets_of_any_shape_are_one_sign_and_a_check_mark_alone_is_a_mark() -> None:
    font = "<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>"
    counted = "decimal'/><w:lvlText w:val='%1.'/>"
    bullet = NUMBERING.replace(counted, f"bullet'/><w:lvlText w:val='ü'/>{font}")
    assert cell_text(item("Komputer"), numbering=bullet) == "• Komputer"
    assert cell_text(item(""), numbering=bullet) == "√"
    assert cell_text(item(""), numbering=bullet.replace("ü", "§")) == ""
