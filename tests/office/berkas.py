"""A small SOP of plain steps, running: the case that tests of acts need when LAKIP is too much."""

from dataclasses import replace

from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice, start_example_case
from runut.office.sops.actions import Confirmation, adopt, take_in
from runut.office.sops.models import SopVersion
from tests.kantor import MONDAY

TEXT = """NAMA SOP	PENCATATAN BERKAS
No.	Kegiatan	Pelaksana		Mutu Baku			Keterangan
		Staf	Tim	Kelengkapan	Waktu	Output
1	Mencatat berkas	√		Berkas masuk	10 menit	Berkas tercatat
2	Mengolah berkas		√	Berkas tercatat	2 jam	Berkas terolah
3	Menyimpan berkas	√		Berkas terolah	30 menit	Arsip
"""


def sop_berkas(example: ExampleOffice) -> SopVersion:
    """The SOP, adopted by its owner."""
    owner = example.people["rina"]
    taken = take_in(TEXT, "berkas.txt", owner, MONDAY)
    assert isinstance(taken, SopVersion)
    confirmed = Confirmation(
        {"1": ("Staf",), "2": ("Tim",), "3": ("Staf",)}, {}, dict.fromkeys("123", "umum")
    )
    adopted = adopt(taken, confirmed, owner, MONDAY)
    assert isinstance(adopted, SopVersion)
    return adopted


def kasus_berkas(example: ExampleOffice, version: SopVersion) -> Case:
    """A case of it, step 1 open."""
    return start_example_case(replace(example, sop=version), 2025, MONDAY)


def isian(case: Case, key: str, **more: object) -> dict[str, object]:
    """What the form of step 1 sends."""
    return {
        "kunci": key,
        "putaran": 1,
        "kelengkapan": ["Berkas masuk"],
        "hasil_0": "Sudah dicatat.",
        **more,
    }
