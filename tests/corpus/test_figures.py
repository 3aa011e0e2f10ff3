"""The figures can fall: an invented actor, a lost step and a wrong arrow are each counted."""

from dataclasses import replace

from runut.core.sop.model import SOP, Langkah, Lanjut, Pelaksana, Waktu
from runut.core.sop.reading.asal import Reading
from tests.corpus.measure import measure

STEPS = (
    Langkah(
        "1", "Menerima surat", (Pelaksana("Staf"),), waktu=Waktu("5 menit"), lanjut=(Lanjut("2"),)
    ),
    Langkah("2", "Mengarsipkan surat", (Pelaksana("Kasubag"),), waktu=Waktu("1 jam")),
)
READ = SOP("Surat Masuk", STEPS, ("Staf", "Kasubag"))
TRUTH = {
    "berkas": "x.txt",
    "format": "teks",
    "jebakan": [],
    "tolak": False,
    "sop": {
        **dict.fromkeys(("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"), ""),
        **dict.fromkeys(("jabatan", "nama", "nip", "judul_prosedur"), ""),
        **{
            key: []
            for key in (
                "instansi",
                "dasar_hukum",
                "keterkaitan",
                "peringatan",
                "kualifikasi_pelaksana",
                "peralatan",
                "pencatatan",
            )
        },
        "judul": "SURAT  masuk",
        "pelaksana": ["Staf", "Kasubag"],
        "langkah": [
            {
                "no": step.no,
                "kegiatan": step.kegiatan,
                "pelaksana": [p.nama for p in step.pelaksana],
                "bentuk": "proses",
                "kelengkapan": [],
                "waktu": step.waktu.teks,
                "output": [],
                "keterangan": "",
                "lanjut": [[way.ke, None] for way in step.lanjut],
            }
            for step in STEPS
        ],
    },
}


def test_a_right_reading_has_no_loss() -> None:
    assert measure(Reading(READ), TRUTH, 0.0).losses == []


def test_an_actor_that_is_not_in_the_file_is_counted_as_invented() -> None:
    wrong = replace(STEPS[0], pelaksana=(Pelaksana("Bupati"),))
    score = measure(Reading(replace(READ, langkah=(wrong, STEPS[1]))), TRUTH, 0.0)
    assert (score.invented_actors, score.sure_but_wrong, score.actors.right) == (1, 1, 1)


def test_a_step_that_is_not_in_the_file_is_counted_as_invented() -> None:
    more = Langkah("3", "Melaporkan kepada Bupati")
    score = measure(Reading(replace(READ, langkah=(*STEPS, more))), TRUTH, 0.0)
    assert (score.invented_steps, score.steps.right) == (1, 2)


def test_a_lost_step_and_its_arrow_are_counted() -> None:
    score = measure(Reading(replace(READ, langkah=STEPS[1:])), TRUTH, 0.0)
    assert (score.steps.right, score.flow.right, score.flow.total) == (1, 0, 1)


def test_a_file_that_must_be_refused_is_not_read_as_a_procedure() -> None:
    facts = {"berkas": "x.txt", "format": "teks", "jebakan": [], "tolak": True}
    score = measure(Reading(READ), facts, 0.0)
    assert (score.refused, score.invented_steps) == (False, 2)
