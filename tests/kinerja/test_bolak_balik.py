"""What is written into the workbook reads back as it was, and never becomes a formula."""

import runpy
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runut.core.findings import Level
from runut.core.kinerja.model import (
    Agregasi,
    Analisis,
    Anggaran,
    DataKinerja,
    Indikator,
    Nilai,
    Pejabat,
    Pembanding,
    Polaritas,
    Profil,
    Rentang,
    Sasaran,
    Terukur,
)
from runut.core.kinerja.terbaca import Terbaca
from runut.core.kinerja.tindakan import Bidang, Pemanfaatan, Rekomendasi, RencanaAksi, Status
from runut.core.kinerja.tulisan import read_tulisan
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_template, write_workbook
from tests.depth import examples
from tests.kinerja.buku import BERLUBANG, EXAMPLES, LENGKAP, example

TAHUN = 2025
KOSONG = Terukur(None, "")

angka = st.decimals(
    min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False
) | st.decimals(min_value=10**16, max_value=10**17, places=0)
kata = (
    (
        st.text(
            st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20
        )
        | st.sampled_from(
            ["=1+1", "+62 561", "-", "@sekda", "dua baris\nkata", "a < b & c", "'kutip'", "_x0041_"]
        )
    )
    .map(str.strip)
    .filter(bool)
)
teks = kata | st.just("")
rentang = st.tuples(angka, angka).map(lambda pair: Rentang(*sorted(pair)))
predikat = st.sampled_from(["AA", "BB", "WTP", "Sangat Baik"])
WORDS = {
    Polaritas.NAIK: [
        "≥ 95",
        "100 dari 110 organisasi",
        "Level 3",
        "BB (75,48)",
        "Tersusunnya renja",
    ],
    Polaritas.TURUN: ["≤ 2", "maksimal 3 hari", "31 Maret 2025", "< 5"],
    Polaritas.RENTANG: ["80–90 menit", "antara 7 dan 8"],
    Polaritas.PREDIKAT: ["BB (75,48)", "Predikat BB", "≥ BB"],
    Polaritas.STABIL: ["6 orang"],
}
RESULTS = ["99 dari 110 organisasi", "Level 2", "ada", "belum tersusun", "1 April 2025", "12 hari"]


def terukur(nilai: st.SearchStrategy[Any]) -> st.SearchStrategy[Terukur]:
    return st.builds(Terukur, nilai, st.just(""))


def berkata(polaritas: Polaritas, satuan: str, *, is_target: bool) -> st.SearchStrategy[Terukur]:
    """A figure in words, read as the workbook reads it."""

    def read(words: str) -> Terukur:
        found = read_tulisan(words, polaritas, satuan, is_target=is_target)
        return Terukur(found.nilai, "", found.tulisan) if isinstance(found, Terbaca) else KOSONG

    return st.sampled_from(WORDS[polaritas] if is_target else RESULTS).map(read)


def nilai_of(polaritas: Polaritas, is_target: bool) -> st.SearchStrategy[Nilai]:
    if polaritas is Polaritas.PREDIKAT:
        return predikat
    return rentang if polaritas is Polaritas.RENTANG and is_target else angka


@st.composite
def indikator(draw: st.DrawFn, kode: str) -> Indikator:
    polaritas = draw(st.sampled_from(Polaritas))
    satuan = draw(st.sampled_from(["persen", "organisasi", ""]) | teks)
    sasaran = "S1" if kode == "I1" else draw(st.sampled_from(["S1", "S2"]))
    may_be_sub = kode != "I1" and sasaran == "S1"
    target = terukur(nilai_of(polaritas, True)) | berkata(polaritas, satuan, is_target=True)
    realisasi = terukur(nilai_of(polaritas, False)) | berkata(polaritas, satuan, is_target=False)
    kosong = st.just(KOSONG)
    tanpa = draw(st.booleans())
    empat = st.tuples(realisasi, realisasi | kosong, kosong, realisasi | kosong)
    return Indikator(
        kode,
        sasaran,
        draw(kata),
        satuan,
        polaritas,
        draw(target | kosong),
        draw(realisasi | kosong),
        is_iku=draw(st.booleans()),
        formula=draw(st.sampled_from([None, "lan", "rasio"])),
        agregasi=draw(st.none() | st.sampled_from(Agregasi)),
        batas=draw(st.sampled_from([None, Decimal(100), Decimal(120)])),
        skala=draw(st.sampled_from(["permendagri-86-2017", "lampu-100"])),
        definisi=draw(teks),
        sumber_data=draw(teks),
        penanggung_jawab=draw(teks),
        target_triwulan=draw(st.just(()) | st.tuples(target, target, target, target)),
        realisasi_triwulan=draw(st.just(()) | empat),
        riwayat=draw(st.dictionaries(st.integers(2019, 2024), realisasi, max_size=3)),
        riwayat_target=draw(st.dictionaries(st.integers(2019, 2024), target, max_size=3)),
        renstra=draw(st.dictionaries(st.integers(2025, 2030), target, max_size=3)),
        standar_nasional=None if tanpa else draw(st.none() | realisasi),
        standar_nasional_sumber=draw(teks),
        tanpa_standar_nasional=tanpa,
        nilai_predikat=draw(st.dictionaries(predikat, angka, max_size=2)),
        induk_id=draw(st.sampled_from(["", "I1"])) if may_be_sub else "",
        cara_hitung=draw(teks),
        pembilang=draw(teks),
        penyebut=draw(teks),
        frekuensi=draw(teks),
        tahun_dasar=draw(st.none() | st.integers(1990, 2025)),
        dasar=draw(st.none() | realisasi.filter(lambda t: t.nilai is not None)),
        berubah_tahun=draw(st.none() | st.integers(2019, 2025)),
        perubahan_definisi=draw(teks),
    )


@st.composite
def anggaran(draw: st.DrawFn, kode: str, tingkat: str) -> Anggaran:
    uang = terukur(st.none() | st.integers(0, 10**12).map(Decimal))
    hasil = st.none() | terukur(angka)
    bagian = draw(st.sampled_from([{}, {"S2": Decimal(60), "S1": Decimal("39.5")}]))
    ada = uang.filter(lambda t: t.nilai is not None)
    return Anggaran(
        kode,
        draw(kata),
        tingkat,
        tuple(bagian) or draw(st.sampled_from([(), ("S1",), ("S2", "S1")])),
        draw(uang),
        draw(uang),
        draw(kata.filter(lambda t: t != "APBD")),
        draw(teks),
        draw(teks),
        draw(hasil),
        draw(hasil),
        bagian=bagian,
        pagu_awal=draw(st.none() | ada),
        pagu_pergeseran=draw(st.none() | ada),
        pagu_perubahan=draw(st.none() | ada),
        realisasi_triwulan=draw(st.just(()) | st.tuples(ada, uang, uang, uang)),
        is_gaji=draw(st.booleans()),
        tenaga_rencana=draw(hasil),
        tenaga_realisasi=draw(hasil),
        hari_rencana=draw(hasil),
        hari_realisasi=draw(hasil),
    )


nip = st.sampled_from(["", "197804122000121002", "196905171994032004"])
pejabat = st.builds(Pejabat, kata, kata, teks, nip)
profil = st.builds(
    Profil,
    instansi=st.lists(kata, min_size=1, max_size=4).map(tuple),
    singkatan=teks,
    alamat=teks,
    kota=kata,
    pimpinan=pejabat,
    atasan=pejabat,
    tugas=teks,
    fungsi=st.lists(kata, max_size=7).map(tuple),
    struktur=st.lists(st.tuples(kata, teks), max_size=6).map(tuple),
    pegawai=st.lists(st.tuples(kata, st.integers(0, 500)), max_size=4).map(tuple),
    isu_strategis=st.lists(kata, max_size=3).map(tuple),
    renstra_periode=st.just((2025, 2029)),
    visi=teks,
    misi=st.lists(kata, max_size=4).map(tuple),
    pegawai_jabatan=st.lists(st.tuples(kata, st.integers(0, 500)), max_size=3).map(tuple),
    pegawai_golongan=st.just(()) | st.just((("III", 4),)),
    is_contoh=st.booleans(),
)
data_kinerja = st.builds(
    DataKinerja,
    tahun=st.just(TAHUN),
    profil=profil,
    sasarans=st.tuples(
        st.builds(Sasaran, st.just("S1"), kata, teks, induk_id=st.sampled_from(["", "S2"])),
        st.builds(Sasaran, st.just("S2"), kata, teks, misi=teks),
    ),
    tujuans=st.just(()) | st.tuples(st.builds(Sasaran, st.just("T1"), kata, misi=teks)),
    indikators=st.tuples(indikator("I1"), indikator("I2")),
    anggaran=st.tuples(anggaran("4.01", "program"), anggaran("4.01.2.0010", "sub")),
    analisis=st.tuples(
        st.builds(Analisis, st.just("S1"), teks, teks, teks, teks, pendorong=teks, hambatan=teks),
        st.builds(Analisis, st.just("I1"), teks, teks, teks, teks, pendorong=teks, hambatan=teks),
    ),
    pembanding=st.just(())
    | st.tuples(
        st.builds(
            Pembanding,
            st.just("P1"),
            st.sampled_from(["I1", "I2"]),
            kata,
            st.just(KOSONG),
            st.none() | st.just(2024),
            teks,
        )
    ),
    rencana_aksi=st.just(())
    | st.tuples(
        st.builds(
            RencanaAksi,
            st.just("RA-1"),
            st.sampled_from(["I1", "I2"]),
            kata,
            teks,
            teks,
            teks,
            st.none() | st.just(2026),
            teks,
            teks,
        )
    ),
    rekomendasi=st.just(())
    | st.tuples(
        st.builds(
            Rekomendasi,
            st.just("LHE-1"),
            kata,
            teks,
            teks,
            st.none() | st.sampled_from(Status),
            teks,
            teks,
        )
    ),
    pemanfaatan=st.just(())
    | st.tuples(
        st.builds(
            Pemanfaatan, st.just("M-1"), kata, st.none() | st.sampled_from(Bidang), kata, teks
        )
    ),
    narasi=st.dictionaries(st.sampled_from(["kata_pengantar", "penutup", "bab2.iku"]), kata),
    pk_tanggal=teks,
)


def without_places(value: Any) -> Any:
    """The same facts with the places left out, to compare data of different origin."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: without_places(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **{k: "" if k == "sel" else v for k, v in changed.items()})
    if isinstance(value, tuple):
        return tuple(without_places(v) for v in value)
    if isinstance(value, Mapping):
        return {k: without_places(v) for k, v in value.items()}
    return value


@given(data_kinerja)
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_workbook_reads_back_as_the_data_it_was_written_from(data: DataKinerja) -> None:
    again, findings = read_workbook(write_workbook(data), "buku.xlsx")

    assert again is not None, [f for f in findings if f.tingkat is Level.BLOCKER]
    is_same = without_places(again) == without_places(data)
    assert is_same


def test_the_example_reads_back_as_it_was_written_with_its_places() -> None:
    data = example()

    again, findings = read_workbook(write_workbook(data), "lagi.xlsx")

    assert again == data
    assert findings == ()


def test_no_words_ever_become_a_formula() -> None:
    """Cells beginning with = + - @ tab or return are typed as text."""
    data = example()
    hostile = '=HYPERLINK("http://contoh.invalid";"klik")'
    texts = [f"{sign}{hostile}" for sign in ("", "+", "-", "@", "\t", "\r")]
    data = replace(
        data,
        sasarans=tuple(replace(s, nama=t) for s, t in zip(data.sasarans, texts, strict=False)),
        profil=replace(data.profil, fungsi=tuple(texts)),
    )

    book = openpyxl.load_workbook(BytesIO(write_workbook(data)))

    ours = ("Hitungan", "Capaian (%)")
    kinds = {
        cell.data_type
        for sheet in book
        for row in sheet
        for cell in row
        if not {sheet.title, sheet.cell(3, cell.column).value} & {*ours}
    }
    assert kinds <= {"s", "n"}


def test_the_same_data_give_the_same_bytes() -> None:
    assert write_workbook(example()) == write_workbook(example())


def test_a_text_longer_than_a_cell_is_refused_by_name() -> None:
    data = replace(example(), narasi={"penutup": "x" * 40_000})

    with pytest.raises(ValueError, match="Lembar Narasi, sel C7"):
        write_workbook(data)


def test_an_empty_template_asks_for_the_year_it_was_made_for() -> None:
    buffer = BytesIO()
    write_template(buffer, 2026)

    data, findings = read_workbook(buffer.getvalue(), "templat.xlsx")

    assert data is None
    assert {f.kode for f in findings} == {"wajib_kosong", "tanpa_sasaran", "tanpa_indikator"}
    heads = [c.value for c in openpyxl.load_workbook(buffer)["Indikator"][3]]
    assert {"Target 2026", "Realisasi 2026", "Realisasi 2022", "Renstra 2030"} <= set(heads)


@pytest.mark.parametrize("file", [LENGKAP, BERLUBANG])
def test_the_committed_examples_are_what_their_source_makes(file: Any) -> None:
    """Run ``python examples/kinerja/build.py`` after a change of the template."""
    made = runpy.run_path(str(EXAMPLES / "build.py"))["build"]()[file.name]

    assert _parts(file.read_bytes()) == _parts(made)


def _parts(book: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(book)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}
