"""A year that begins in the browser: what the office knows of itself, and the first rows."""

from collections.abc import Mapping
from typing import Any

from runut.core.kinerja import lembar
from runut.core.kinerja.model import DataKinerja, Pejabat, Profil
from runut.core.report.lakip.facts import OfficeFacts
from runut.files.write.workbook.edits import Edit


def first_rows(given: Mapping[str, Any], kantor: OfficeFacts) -> tuple[DataKinerja, list[Edit]]:
    """An empty year of this office, and its first sasaran and indicator as they were typed."""
    profil = Profil(
        instansi=kantor.instansi,
        singkatan="",
        alamat="",
        kota=kantor.kota,
        pimpinan=Pejabat(given["pimpinan_jabatan"].strip(), given["pimpinan_nama"].strip()),
        atasan=Pejabat("", ""),
        tugas="",
        fungsi=(),
        struktur=(),
        pegawai=(),
        isu_strategis=(),
        renstra_periode=(given["renstra_awal"], given["renstra_akhir"]),
    )
    tahun = given["tahun"]
    base = DataKinerja(tahun, profil, (), (), (), ())
    indikator = {
        "id": "IKU-1",
        "sasaran": "S1",
        "nama": given["indikator"],
        "satuan": given["satuan"],
        "iku": lembar.YA,
        "polaritas": given["polaritas"],
        f"target_{tahun}": given["target"],
    }
    return base, [
        Edit(lembar.SASARAN, "", {"id": "S1", "nama": given["sasaran"]}),
        Edit(lembar.INDIKATOR, "", indikator),
    ]
