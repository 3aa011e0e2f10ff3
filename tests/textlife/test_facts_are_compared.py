"""A workbook of another office is asked about: unit, town, head, NIP, post."""

from dataclasses import replace

from runut.core.kinerja.model import Pejabat, Profil
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.facts import OfficeFacts, compare_facts, compare_unit, with_office
from runut.core.report.text import write_text
from tests.report.sample import DATA, PROFIL

OURS = OfficeFacts(
    instansi=(
        "Pemerintah Provinsi Kalimantan Barat",
        "Sekretariat Daerah",
        "Biro Administrasi Pimpinan",
    ),
    kota="Pontianak",
    pejabat=(
        Pejabat(
            "Kepala Biro Administrasi Pimpinan",
            "Sari Wulandari, S.STP.",
            nip="197001011995031001",
        ),
        Pejabat("Kepala Bagian Protokol", "Budi Santoso"),
    ),
)
FOREIGN = replace(
    PROFIL,
    instansi=("PEMERINTAH PROVINSI RIAU", "SEKRETARIAT DAERAH", "BIRO HUKUM"),
    singkatan="Biro Hukum",
    kota="Pekanbaru",
    pimpinan=Pejabat("Kepala Biro Hukum", "Yan Dharmadi, S.H.", nip="197202021998031002"),
)


def said(profil: Profil, kantor: OfficeFacts = OURS) -> list[str]:
    return [one.apa for one in compare_facts(profil, kantor)]


def test_the_same_facts_in_capitals_are_the_same() -> None:
    assert compare_facts(PROFIL, OURS) == ()


def test_a_foreign_workbook_differs_in_unit_town_and_head() -> None:
    assert said(FOREIGN) == ["Instansi", "Kota", "Pimpinan (Kepala Biro Hukum)"]
    [unit, *_] = compare_facts(FOREIGN, OURS)
    assert "BIRO HUKUM" in unit.kalimat and "Biro Administrasi Pimpinan" in unit.kalimat


def test_another_head_of_our_own_office_is_asked_with_the_one_we_know() -> None:
    former = replace(PROFIL, pimpinan=replace(PROFIL.pimpinan, nama="Hadi Lama, M.Si."))
    [head] = compare_facts(former, OURS)
    assert (head.di_sana, head.di_kantor) == ("Hadi Lama, M.Si.", "Sari Wulandari, S.STP.")


def test_the_right_name_with_another_nip_or_post_is_asked() -> None:
    nip = replace(PROFIL, pimpinan=replace(PROFIL.pimpinan, nip="197001011995031999"))
    post = replace(PROFIL, pimpinan=replace(PROFIL.pimpinan, jabatan="Kepala Bagian Umum"))
    assert said(nip) == ["NIP Sari Wulandari, S.STP."]
    assert said(post) == ["Jabatan Sari Wulandari, S.STP."]


def test_what_is_left_open_is_no_difference() -> None:
    silent = OfficeFacts((), "", ())
    assert compare_facts(FOREIGN, silent) == ()
    assert said(replace(PROFIL, instansi=("BIRO ADMINISTRASI PIMPINAN",))) == []


def test_the_head_of_an_sop_is_compared_by_its_unit() -> None:
    assert compare_unit(["SEKRETARIAT DAERAH", "BIRO ADMINISTRASI PIMPINAN"], OURS.instansi) == ()
    assert [one.apa for one in compare_unit(["BIRO UMUM"], OURS.instansi)] == ["Instansi"]


def test_nothing_of_a_foreign_unit_is_printed_on_cover_head_and_signature() -> None:
    signer = OURS.pejabat[0]
    data = replace(DATA, profil=with_office(FOREIGN, OURS, signer))
    paper = compose_lakip(data, {})
    text = f"{paper.header} {' '.join(paper.keywords)} {write_text(paper)}"
    for foreign in ("RIAU", "Biro Hukum", "BIRO HUKUM", "Pekanbaru", "Yan Dharmadi"):
        assert foreign not in text, foreign
    assert signer.nama in text
