"""A miss leads to a plan, a plan to an answer, a recommendation to a place, a figure to a use."""

from dataclasses import replace

from runut.core.kinerja.pemeriksaan.data import check_data
from runut.core.kinerja.tahun_berikutnya import next_year
from runut.core.kinerja.tindakan import Bidang, Pemanfaatan, Rekomendasi, RencanaAksi, Status
from runut.core.report.blocks import Chart, Heading, blocks_of, gaps_of
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.review.attest import attest
from runut.core.report.lakip.sections import editable_sections
from tests.report.reading import cells, said, table
from tests.report.sample import DATA, KEPUASAN, PROFIL, at

OLD = RencanaAksi("RA-0", "IKU-1", "Papan jadwal", target="Terpasang", tahun=2025)
LHE = Rekomendasi("LHE-1", "Perdalam analisis")


def codes(data) -> list[str]:  # type: ignore[no-untyped-def]
    return [one.kode for one in attest(data, {}).kurang]


def test_the_plan_says_what_who_until_when_with_which_target() -> None:
    row = cells(table(compose_lakip(DATA, {}), "bab4.rencana_aksi").rows[0])
    assert row == [
        "IKU-3",
        "Menunjuk petugas data",
        "Bagian Perencanaan",
        "28 Februari 2026",
        "Semua dokumen tepat waktu",
    ]
    assert "lakip.rencana_aksi" not in codes(DATA)
    assert "lakip.rencana_aksi" in codes(replace(DATA, rencana_aksi=()))


def test_the_plan_goes_into_next_year_and_its_report_must_answer_it() -> None:
    following = next_year(DATA)
    (carried,) = following.rencana_aksi
    assert carried.tahun == 2026
    measured = tuple(
        replace(one, realisasi=at("Indikator!F7", "90")) for one in following.indikators
    )
    done = replace(following, indikators=measured)
    assert "rencana_aksi_belum_dijawab" not in {one.kode for one in check_data(following)}
    assert "rencana_aksi_belum_dijawab" in {one.kode for one in check_data(done)}
    answered = replace(done, rencana_aksi=(replace(carried, hasil="Ditunjuk.", bukti="SK 4"),))
    assert "rencana_aksi_belum_dijawab" not in {one.kode for one in check_data(answered)}
    assert next_year(answered).rencana_aksi == ()


def test_an_unanswered_plan_and_recommendation_are_gaps_that_the_editor_can_fill() -> None:
    open_ones = replace(DATA, rencana_aksi=(*DATA.rencana_aksi, OLD), rekomendasi=(LHE,))
    keys = [gap.key for gap in gaps_of(compose_lakip(open_ones, {}))]
    assert keys == ["bab4.rencana_lalu", "bab4.lhe"]
    assert set(keys) <= {section.key for section in editable_sections(open_ones)}
    assert {"lakip.rencana_belum_dijawab", "lakip.rekomendasi"} <= set(codes(open_ones))
    told = dict.fromkeys(keys, "Papan jadwal terpasang pada bulan Maret.")
    assert gaps_of(compose_lakip(open_ones, told)) == []


def test_a_recommendation_that_was_not_followed_needs_a_reason() -> None:
    left = replace(LHE, status=Status.TIDAK, bagian="Bab III")
    assert "lakip.rekomendasi" in codes(replace(DATA, rekomendasi=(left,)))
    reasoned = replace(left, alasan="Menunggu peraturan.")
    paper = compose_lakip(replace(DATA, rekomendasi=(reasoned,)), {})
    assert cells(table(paper, "bab4.lhe.tabel").rows[0])[3] == "Bab III; Menunggu peraturan."


def test_what_was_changed_because_of_a_figure_stands_with_its_evidence() -> None:
    use = Pemanfaatan("M-1", "IKU-1", Bidang.ANGGARAN, "Pagu survei ditambah", "DPA 2025")
    paper = compose_lakip(replace(DATA, pemanfaatan=(use,)), {})
    assert cells(table(paper, "bab4.pemanfaatan.tabel").rows[0])[1:] == [
        f"IKU-1 {KEPUASAN.nama}",
        "anggaran",
        "Pagu survei ditambah",
        "DPA 2025",
    ]
    heads = {b.key: b.number for b in blocks_of(paper) if isinstance(b, Heading)}
    assert (heads["bab4.langkah"], heads["bab4.pemanfaatan"]) == ("B.", "C.")


def test_the_organisation_and_the_cascade_are_drawn_from_the_data() -> None:
    deep = (("Bagian Umum", ""), ("Bagian Umum > Subbagian Rapat", "menyiapkan rapat"))
    paper = compose_lakip(replace(DATA, profil=replace(PROFIL, struktur=deep)), {})
    org, cascade = (
        next(b for b in blocks_of(paper) if isinstance(b, Chart) and b.kind == kind)
        for kind in ("org", "tree")
    )
    assert org.alt == "Kepala Biro Administrasi Pimpinan membawahkan Bagian Umum (Subbagian Rapat)."
    (aim,) = cascade.tree
    assert [node.kind for node in (aim, aim.children[0], aim.children[0].children[0])] == [
        "Tujuan",
        "Sasaran",
        "Program",
    ]
    assert "Subbagian Rapat\nmenyiapkan rapat" in said(paper)


def test_people_are_counted_by_post_and_rank_and_issues_stand_with_their_data() -> None:
    told = replace(
        PROFIL,
        pegawai_jabatan=(("Pelaksana", 20), ("Fungsional", 9)),
        isu_rincian=("52 acara mendadak; S1",),
    )
    paper = compose_lakip(replace(DATA, profil=told), {})
    assert cells(table(paper, "bab1.pegawai.jabatan").rows[-1]) == ["", "Jumlah", "29"]
    assert cells(table(paper, "bab1.isu.tabel").rows[0])[2] == "52 acara mendadak; S1"


def test_a_pagu_that_changed_is_shown_before_and_after() -> None:
    changed = tuple(
        replace(one, pagu_awal=at("Anggaran!L7", 300_000_000)) if one.tingkat == "sub" else one
        for one in DATA.anggaran
    )
    rows = table(compose_lakip(replace(DATA, anggaran=changed), {}), "bab2.pagu.tabel").rows
    assert cells(rows[-1]) == ["Jumlah", "600.000.000", "1.000.000.000", "400.000.000"]
