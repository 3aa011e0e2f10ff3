"""The forms on the figures of a year: brought in, applied, put aside, answered for."""

from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from runut.office.action_plan.models import PlannedAction
from runut.office.acts.sending import Doer, Done
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice, examples
from runut.office.kinerja.models import Dataset, KeptFinding, Upload
from runut.office.plans.actions.writing import begin, change, freeze
from runut.office.plans.models import PerjanjianKinerja
from tests.kantor import MONDAY

KEEPERS = {"staf", "kasubag"}
_NAMED = ("nama", "jabatan")

MAY: dict[str, set[str]] = {
    "kinerja": KEEPERS,
    # who holds the only check of the report is told why she does not load its figures
    "kinerja_unggahan": {"staf"},
    "kinerja_unggahan_batal": KEEPERS,
    "kinerja_temuan_jawab": KEEPERS,
    "rencana_aksi_satu": KEEPERS,
    "kinerja_isi_baris": KEEPERS,
    "kinerja_isi_mulai": KEEPERS,
    "pk_daftar": KEEPERS,
    "pk_isi": KEEPERS,
    "pk": KEEPERS,
}


def something_waits(example: ExampleOffice) -> tuple[Upload, KeptFinding]:
    """The figures once more, waiting; and a finding about them that nobody has answered."""
    dataset, dewi = Dataset.objects.get(office=example.office), example.people["dewi"]
    upload = Upload.objects.create(
        office=example.office,
        tahun=dataset.tahun,
        nama="buku.xlsx",
        sha256=dataset.sha256,
        diunggah_oleh=dewi,
        diunggah_pada=MONDAY,
    )
    finding = KeptFinding.objects.create(
        office=example.office,
        tahun=dataset.tahun,
        kunci="0" * 20,
        kode="lonjakan",
        sel="Indikator!H4",
        pesan="Lembar Indikator, sel H4: angka melonjak.",
        sejak_versi=1,
        pemilik=dewi,
    )
    return upload, finding


def planned(example: ExampleOffice, case: Case) -> PlannedAction:
    """A line of the plan of action that a report gave to one of the staff."""
    return PlannedAction.objects.create(
        office=example.office,
        tahun=2026,
        kode="RA-7",
        case=case,
        indikator="IK-3",
        rencana="Menetapkan surat edaran",
        penanggung_jawab="Bagian Protokol",
        batas_waktu="31 Maret 2026",
        batas=MONDAY.date().replace(month=3, day=31),
        target="Tujuh menit",
        untuk=example.people["dewi"],
    )


def agreed(example: ExampleOffice) -> None:
    """A Perjanjian Kinerja that waits for its signatures, and the draft of its revision."""
    dewi = Doer(example.people["dewi"], MONDAY)
    assert isinstance(begin(2025, dewi), Done)
    row = PerjanjianKinerja.objects.get(office=example.office)
    said = replace(row.says, tanggal=MONDAY.date().replace(year=2025))
    assert isinstance(change(row, said, row.versi, dewi), Done)
    row.refresh_from_db()
    assert isinstance(freeze(row, row.versi, dewi), Done)
    PerjanjianKinerja.objects.create(
        office=example.office,
        tahun=2025,
        revisi=1,
        isi=replace(said, revisi=1, dasar="strategi").to_dict(),
        dibuat_oleh=example.people["dewi"],
        dibuat_pada=MONDAY,
    )


def keep_the_agreement(walking: Any) -> None:
    """Begun for a year without figures, written; brought by the keepers of the figures."""
    walking.nonsense("staf", "/kinerja/pk/")
    walking.do("staf", "/kinerja/pk/", "pk_daftar", tahun="2030")
    url = f"/kinerja/pk/{PerjanjianKinerja.objects.latest('pk').pk}/"
    walking.nonsense("staf", f"{url}isi/")
    party = {f"{side}_nip": "" for side in ("pertama", "kedua")}
    target = {"t0_sasaran": "S", "t0_nama": "I", "t0_target": "9", "kota": "Pontianak"}
    names = {f"{side}_{fact}": "Kepala" for side in ("pertama", "kedua") for fact in _NAMED}
    walking.do("staf", f"{url}isi/", "pk_isi", tanggal="2030-01-10", **party, **target, **names)
    walking.do("staf", url, "pk", tindakan="beku")


def type_figures(walking: Any) -> None:
    """A row typed in the browser, and a year begun there."""
    url = "/kinerja/isi/2025/sasaran/?baris=S1"
    walking.do("staf", url, "kinerja_isi_baris", hapus="")
    wanted = ("pimpinan_jabatan", "pimpinan_nama", "sasaran", "indikator", "satuan")
    years = {"tahun": "2031", "renstra_awal": "2029", "renstra_akhir": "2033"}
    typed = {**dict.fromkeys(wanted, "Kepala"), **years, "polaritas": "naik"}
    walking.only_try("staf", "/kinerja/isi/mulai/", "kinerja_isi_mulai", **typed)


def bring_figures(walking: Any) -> None:
    """By the staf; everybody else is refused, and who checks the report does not apply them."""
    workbook = (examples() / "kinerja" / "lakip-2025.xlsx").read_bytes()
    _, finding = something_waits(walking.example)
    answering = f"/kinerja/temuan/jawab/{finding.pk}/"
    walking.nonsense("staf", answering)
    reason = "Alat ukur baru dipakai sejak Maret."
    walking.do("staf", answering, "kinerja_temuan_jawab", jawaban=reason)
    action = planned(walking.example, walking.case)
    answering = f"/kinerja/rencana-aksi/{action.pk}/"
    walking.nonsense("staf", answering)
    said = {"terlaksana": "ya", "hasil": "Berlaku sejak Maret.", "bukti": "SE 3/2026"}
    walking.do("staf", answering, "rencana_aksi_satu", **said)
    walking.nonsense("staf", "/kinerja/")
    form = walking.form("staf", "/kinerja/", "kinerja")
    walking.refuse_others(form, berkas=_file(workbook))
    assert form.send(walking.clients["staf"], berkas=_file(workbook)).status_code == 302
    url = f"/kinerja/unggahan/{Upload.objects.latest('pk').pk}/"
    walking.nonsense("staf", url)
    walking.only_try("staf", url, "kinerja_unggahan_batal")
    walking.do("staf", url, "kinerja_unggahan", fakta="on")


def _file(workbook: bytes) -> Any:
    return SimpleUploadedFile("lakip-2025.xlsx", workbook)
