"""The LAKIP: contents by 53/2014, seven analyses for every sasaran, one count everywhere."""

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from runut.core.kinerja.model import Agregasi, DataKinerja, Pejabat, Polaritas, Rentang, Terukur
from runut.core.report.blocks import (
    Heading,
    Paper,
    Table,
    blocks_of,
    figures_of,
    gaps_of,
)
from runut.core.report.digest import canonical_json, paper_from_json
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.keys import ANALISIS, analisis_key
from runut.core.report.lakip.sections import editable_sections
from runut.core.report.text import line_text, write_text
from tests.report.reading import cells, said, table
from tests.report.sample import (
    ADUAN,
    ANGGARAN,
    DATA,
    DOKUMEN,
    EMPTY_WORDS,
    KEPUASAN,
    PROFIL,
    at,
    sub,
    with_indikator,
)


def headings(paper: Paper) -> dict[str, Heading]:
    return {block.key: block for block in blocks_of(paper) if isinstance(block, Heading)}


def test_the_chapters_stand_in_the_order_of_the_regulation() -> None:
    order = [
        f"{block.number} {block.text}".strip()
        for block in blocks_of(compose_lakip(DATA, {}))
        if isinstance(block, Heading) and block.level == 1
    ]
    assert order == [
        "KATA PENGANTAR",
        "IKHTISAR EKSEKUTIF",
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
        "LAMPIRAN 1 PERJANJIAN KINERJA TAHUN 2025",
        "LAMPIRAN 2 PENGUKURAN KINERJA",
        "LAMPIRAN 3 DAFTAR SUMBER ANGKA",
    ]


@pytest.mark.parametrize("sasaran_id", ["S1", "S2"])
@pytest.mark.parametrize("nomor", range(1, 8))
@pytest.mark.parametrize("data", [DATA, EMPTY_WORDS], ids=["written", "empty"])
def test_each_sasaran_has_each_of_the_seven_analyses_with_content(
    data: DataKinerja, nomor: int, sasaran_id: str
) -> None:
    blocks = list(blocks_of(compose_lakip(data, {})))
    keys = [block.key if isinstance(block, Heading) else "" for block in blocks]
    here = keys.index(analisis_key(sasaran_id, nomor))
    heading = blocks[here]
    assert isinstance(heading, Heading)
    assert (heading.number, heading.text) == (f"{nomor})", ANALISIS[nomor - 1])
    following = blocks[here + 1]
    assert not isinstance(following, Heading) or following.level == 5


def test_every_heading_has_a_key_of_its_own() -> None:
    keys = [b.key for b in blocks_of(compose_lakip(DATA, {})) if isinstance(b, Heading)]
    assert all(keys)
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_a_falling_number_of_complaints_reads_as_better() -> None:
    words = said(compose_lakip(DATA, {}))
    assert (
        "Dibandingkan tahun 2024, IKU-1 dan IKU-2 membaik (IKU-2: makin rendah makin baik)."
        in words
    )
    assert "−6 aduan\nmembaik" in words


def test_a_rising_number_of_complaints_reads_as_worse() -> None:
    worse = with_indikator(replace(ADUAN, realisasi=at("Indikator!F6", "16")))
    assert (
        "Jumlah aduan terlambat ditangani memburuk dibandingkan tahun 2024: naik 1 aduan dari "
        "15 aduan menjadi 16 aduan." in said(compose_lakip(worse, {}))
    )


def test_a_miss_is_said_plainly_and_by_name_in_summary_chapter_and_conclusion() -> None:
    words = said(compose_lakip(DATA, {}))
    missed = (
        "Persentase dokumen perencanaan tepat waktu belum mencapai target 2025: kurang 5 poin "
        "persen dari 95% (capaian 94,74%)."
    )
    assert words.count(missed) == 2
    assert "belum mencapai target dan menjadi perhatian tahun berikutnya: Persentase" in words


def test_the_counts_agree_everywhere() -> None:
    paper = compose_lakip(DATA, {})
    words = said(paper)
    counted = re.findall(
        r"ari (\d+) indikator, (\d+) mencapai atau melebihi target dan (\d+) belum\.", words
    )
    means = re.findall(r"Rata-rata capaian (\d+) indikator yang terukur (\d+,\d+)%", words)
    assert counted == [("3", "2", "1")] * 2
    assert means == [("3", "107,58")] * 2
    overview = table(paper, "bab3.ringkasan.tabel")
    assert sum(len(row) > 1 for row in overview.rows) == 3
    assert len(table(paper, "lampiran2.tabel").rows) == 3


def test_an_unmeasured_indicator_is_not_counted_as_zero() -> None:
    paper = compose_lakip(with_indikator(replace(DOKUMEN, realisasi=at("Indikator!F7", None))), {})
    words = said(paper)
    assert "Sebanyak 1 indikator belum dapat dinilai; tidak dihitung tercapai" in words
    assert "Rata-rata capaian 2 indikator yang terukur 114%" in words
    row = next(r for r in table(paper, "lampiran2.tabel").rows if "dokumen" in cells(r)[2])
    assert cells(row)[-2:] == ["–", "–"]


def test_nothing_done_with_nothing_spent_is_not_efficient() -> None:
    nothing = replace(
        with_indikator(replace(DOKUMEN, realisasi=at("Indikator!F7", "0"))),
        anggaran=(sub("4.01.01.2.01.01", "Penyusunan", "S2", (400_000_000, 0), 7),),
    )
    paper = compose_lakip(nothing, {})
    words = said(paper)
    assert cells(table(paper, f"{analisis_key('S2', 6)}.tabel").rows[0])[-1] == "tidak dinilai"
    assert "sehingga penggunaan anggaran efisien" not in words


def test_no_standard_is_said_and_an_undeclared_one_is_a_gap() -> None:
    assert "Tidak ada standar nasional untuk indikator pada sasaran ini." in said(
        compose_lakip(DATA, {})
    )
    silent = with_indikator(replace(DOKUMEN, tanpa_standar_nasional=False))
    gaps = gaps_of(compose_lakip(silent, {}))
    assert [gap.key for gap in gaps] == [analisis_key("S2", 4)]
    explained = compose_lakip(silent, {analisis_key("S2", 4): "Standar sedang disusun."})
    assert gaps_of(explained) == []


def test_below_a_standard_where_less_is_better_is_better() -> None:
    measured = replace(
        ADUAN,
        tanpa_standar_nasional=False,
        standar_nasional=at("Indikator!L6", "20"),
        standar_nasional_sumber="Ombudsman",
    )
    words = said(compose_lakip(with_indikator(measured), {}))
    assert "Kinerja lebih baik daripada standar nasional (IKU-2)." in words
    assert "di bawah\nOmbudsman" in words


def test_empty_words_are_gaps_that_the_editor_can_fill() -> None:
    gaps = gaps_of(compose_lakip(EMPTY_WORDS, {}))
    keys = [gap.key for gap in gaps]
    assert len(keys) == 8  # penyebab, solusi, penunjang, rencana of two sasaran
    sections = {section.key for section in editable_sections(EMPTY_WORDS)}
    assert set(keys) <= sections
    filled = compose_lakip(EMPTY_WORDS, dict.fromkeys(keys, "Sudah ditulis orang."))
    assert gaps_of(filled) == []


def test_a_bare_office_gets_a_report_of_gaps_and_no_crash() -> None:
    bare = DataKinerja(
        tahun=2025,
        profil=replace(
            PROFIL,
            instansi=(),
            singkatan="",
            tugas="",
            fungsi=(),
            struktur=(),
            pegawai=(),
            isu_strategis=(),
            visi="",
            misi=(),
            atasan=Pejabat("", ""),
        ),
        sasarans=(),
        indikators=(),
        anggaran=(),
        analisis=(),
    )
    paper = compose_lakip(bare, {})
    sections = {section.key for section in editable_sections(bare)}
    assert {gap.key for gap in gaps_of(paper)} <= sections
    assert write_text(paper).count("[BELUM DIISI:") == len(gaps_of(paper)) > 5


def test_a_sasaran_without_indicators_shows_one_gap_and_no_empty_tables() -> None:
    lonely = replace(DATA, indikators=(KEPUASAN, ADUAN))
    paper = compose_lakip(lonely, {})
    assert [gap.key for gap in gaps_of(paper)] == ["bab3.sasaran.S2"]
    assert all(b.rows for b in blocks_of(paper) if isinstance(b, Table))


def test_words_of_the_application_win_over_the_workbook_and_are_printed_as_written() -> None:
    own = "Alinea pertama.\nAlinea kedua.\n- butir satu\n- butir dua"
    paper = compose_lakip(DATA, {"bab3.sasaran.S1.analisis.5.penyebab": own})
    words = said(paper)
    assert "Alinea pertama.\nAlinea kedua.\nbutir satu\nbutir dua" in words
    assert "Jadwal dibahas setiap pekan." not in words


def test_cleared_words_become_a_gap_again() -> None:
    key = "bab3.sasaran.S1.analisis.5.penyebab"
    assert [gap.key for gap in gaps_of(compose_lakip(DATA, {key: "  "}))] == [key]


def test_every_figure_has_a_source() -> None:
    figures = figures_of(compose_lakip(DATA, {}))
    assert len(figures) > 100
    assert [figure for figure in figures if not figure.source] == []
    assert any(figure.source == "Indikator!F5" for figure in figures)
    assert any("87,55 ÷ 85 × 100 = 103%" in figure.source for figure in figures)


def test_the_annex_of_sources_names_the_cell_of_every_target_and_result() -> None:
    paper = compose_lakip(DATA, {})
    rows = [cells(row) for row in table(paper, "lampiran3.tabel").rows]
    sources = " ".join(row[-1] for row in rows)
    for indikator in DATA.indikators:
        assert indikator.target.sel in sources
        assert indikator.realisasi.sel in sources
    assert ["Capaian 2025", "125%", "(2 × 12 − 9) ÷ 12 × 100 = 125%"] in rows


def test_polarity_formula_and_working_stand_under_the_table() -> None:
    notes = table(compose_lakip(DATA, {}), f"{analisis_key('S1', 1)}.tabel").notes
    assert [line_text(note) for note in notes] == [
        "Capaian IKU-1 (makin tinggi makin baik): R ÷ T × 100.",
        "Capaian IKU-2 (makin rendah makin baik): (2 × T − R) ÷ T × 100.",
        "IKU-1: 87,55 ÷ 85 × 100 = 103%.",
        "IKU-2: (2 × 12 − 9) ÷ 12 × 100 = 125%.",
    ]


def test_programmes_without_a_sub_kegiatan_are_not_printed_as_empty_blocks() -> None:
    assert "Program tanpa sub kegiatan" not in said(compose_lakip(DATA, {}))


def test_a_mission_that_stands_twice_in_the_data_is_printed_once() -> None:
    words = said(compose_lakip(DATA, {}))
    assert words.split("Misi yang didukung:")[1].split("Tujuan:")[0].count("Tata kelola") == 1


def test_both_budget_tables_have_one_total_even_when_money_serves_no_sasaran() -> None:
    loose = replace(DATA, anggaran=(*ANGGARAN, sub("4.01.03.1", "Lain-lain", "", (50, 40), 20)))
    paper = compose_lakip(loose, {})
    totals = {
        key: cells(table(paper, key).rows[-1])[1:]
        for key in ("bab3.anggaran.program", "bab3.anggaran.sasaran")
    }
    assert totals["bab3.anggaran.program"] == totals["bab3.anggaran.sasaran"]
    assert totals["bab3.anggaran.program"][:2] == ["1.000.000.050", "932.000.040"]
    assert "Tidak terkait langsung dengan sasaran" in said(paper)


def test_an_indicator_known_only_by_quarters_has_one_result_in_all_its_tables() -> None:
    quarters = tuple(
        at(f"Indikator!{c}6", str(v)) for c, v in zip("MNOP", (2, 3, 1, 2), strict=True)
    )
    targets = tuple(at(f"Indikator!{c}6", "3") for c in "QRST")
    counted = replace(
        ADUAN,
        realisasi=Terukur(None, "Indikator!F6"),
        agregasi=Agregasi.JUMLAH,
        target_triwulan=targets,
        realisasi_triwulan=quarters,
    )
    paper = compose_lakip(with_indikator(counted), {})
    words = said(paper)
    assert "IKU-2 membaik" in words
    assert "−7 aduan" in words
    row = next(r for r in table(paper, "lampiran2.tabel").rows if "aduan" in cells(r)[2])
    assert cells(row)[4:9] == ["2", "3", "1", "2", "8 aduan"]


def test_a_range_and_a_rating_are_printed_as_such() -> None:
    ranged = replace(
        KEPUASAN,
        polaritas=Polaritas.RENTANG,
        target=Terukur(Rentang(Decimal(80), Decimal(90)), "E5"),
    )
    rated = replace(
        DOKUMEN,
        polaritas=Polaritas.PREDIKAT,
        satuan="predikat",
        target=at("E7", "BB"),
        realisasi=at("F7", "A"),
        riwayat={2024: at("R7", "B")},
        riwayat_target={2024: at("T7", "BB")},
        renstra={2029: at("N7", "AA")},
    )
    data = replace(DATA, indikators=(ranged, ADUAN, rated))
    words = said(compose_lakip(data, {}))
    assert "80–90" in words
    assert "BB\nA\n" in words
    assert "+2 tingkat" in words


def test_the_same_data_give_the_same_tree_and_the_tree_survives_storage() -> None:
    paper = compose_lakip(DATA, {})
    assert canonical_json(paper) == canonical_json(compose_lakip(DATA, {}))
    assert paper_from_json(canonical_json(paper)) == paper


def test_every_table_fits_its_columns() -> None:
    for block in blocks_of(compose_lakip(DATA, {})):
        if isinstance(block, Table):
            assert abs(sum(block.widths) - 1) < 0.011, block.caption
            assert all(width > 0.03 or not block.frame for width in block.widths), block.caption


def test_composed_sentences_stay_short() -> None:
    """At most 32 words, names of indicators and of regulations included."""
    own = " ".join(one.penyebab + one.solusi for one in DATA.analisis)
    for paragraph in said(compose_lakip(DATA, {})).splitlines():
        for sentence in re.split(r"(?<=[.;:])\s+", paragraph):
            is_form = sentence.startswith(("Pihak", "Dalam rangka", "Peraturan")) or sentence in own
            assert is_form or len(sentence.split()) <= 32, sentence


def test_capaian_that_moves_against_the_result_is_explained_by_the_target() -> None:
    tighter = replace(ADUAN, target=at("Indikator!E6", "8"), riwayat_target={2024: at("I6", "15")})
    words = said(compose_lakip(with_indikator(tighter), {}))
    assert (
        "realisasinya membaik, tetapi karena target berubah capaiannya turun dari 100% menjadi "
        "87,50%." in words
    )
