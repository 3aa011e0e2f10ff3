"""The forms of the register of people: made nonsense, and tried by everybody who may not."""

from typing import Any

from runut.office.people.models import Unit

MAY: dict[str, set[str]] = {
    name: {"kasubag"}
    for name in (
        "pegawai_baru",
        "pegawai_ubah",
        "pegawai_aktif",
        "pegawai_jabatan",
        "pegawai_jabatan_ubah",
        "pegawai_jabatan_akhiri",
        "pegawai_unit",
        "pegawai_unit_ubah",
        "pegawai_hak",
        "pegawai_kode",
        "pegawai_langkah_kedua",
        "pegawai_kode_semua",
        "pegawai_kualifikasi",
        "pegawai_syarat",
        "pegawai_impor",
    )
}
FOR_EVERYBODY = {
    "masuk_kode",
    "akun_langkah_kedua",
    "akun_kode_pemulihan",
    "akun_kunci_sandi",
    "akun_kunci_sandi_lepas",  # everybody's own: tests/logins has that of another
    "akun_sesi_akhiri",
}


def the_register(walking: Any) -> None:
    """Every page of the register, by who keeps the office and by everybody else."""
    office, joko = walking.example.office, walking.example.people["joko"]
    unit = Unit.objects.create(office=office, nama="Subbagian Umum")
    here, one = "/kantor/pegawai/", f"/kantor/pegawai/{joko.pk}/"
    post = f"{here}jabatan/{joko.appointments.get().pk}/"
    day = "2026-02-01"
    tries: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (f"{here}baru/", "pegawai_baru", {"nama_pokok": "Siti", "mulai": day}),
        (f"{one}ubah/", "pegawai_ubah", {"pangkat": "III/b"}),
        (f"{one}aktif/", "pegawai_aktif", {"alasan": "Pindah"}),
        (f"{one}jabatan/", "pegawai_jabatan", {"mulai": day}),
        (post, "pegawai_jabatan_ubah", {"peran": "Staf", "mulai": day}),
        (f"{post}akhiri/", "pegawai_jabatan_akhiri", {"selesai": day, "alasan": "Pindah"}),
        (f"{here}unit/", "pegawai_unit", {"nama": "Bagian Umum"}),
        (f"{here}unit/{unit.pk}/", "pegawai_unit_ubah", {"nama": "Bagian Umum"}),
        (f"{one}hak/", "pegawai_hak", {}),
        (f"{one}kualifikasi/", "pegawai_kualifikasi", {}),
        (f"{one}kualifikasi/", "pegawai_syarat", {}),
    )
    for url in dict.fromkeys(url for url, _, _ in tries):
        walking.nonsense("kasubag", url)
    for url, name, typed in tries:
        walking.only_try("kasubag", url, name, **typed)
    for url, name in (
        (f"{one}langkah-kedua/", "pegawai_langkah_kedua"),
        (f"{one}kode/", "pegawai_kode"),
        (f"{here}kode/", "pegawai_kode_semua"),
        (f"{here}impor/", "pegawai_impor"),
    ):
        walking.nonsense("kasubag", url)
        walking.refuse_others(walking.form("kasubag", url, name))
