"""The forms that say how an office signs: made nonsense, and tried by everybody who may not."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.signing.authority import Ca

MAY: dict[str, set[str]] = {
    name: {"kasubag"}
    for name in (
        "kantor_tanda_tangan",
        "tanda_tangan_layanan",
        "tanda_tangan_sambungan",
        "tanda_tangan_cap_waktu",
        "tanda_tangan_token",
        "tanda_tangan_penerbit",
        "tanda_tangan_putusan_penerbit",
    )
}


def how_the_office_signs(walking: Any) -> None:
    """Every page on which it is set, by who keeps the office and by everybody else."""
    home = "/kantor/tanda-tangan/"
    for page, name in (
        (home, "kantor_tanda_tangan"),
        (f"{home}layanan/", "tanda_tangan_layanan"),
        (f"{home}cap-waktu/", "tanda_tangan_cap_waktu"),
        (f"{home}token/", "tanda_tangan_token"),
    ):
        walking.nonsense("kasubag", page)
        walking.do("kasubag", page, name)
    walking.refuse_others(walking.form("kasubag", f"{home}layanan/", "tanda_tangan_sambungan"))
    page = f"{home}penerbit/"
    walking.nonsense("kasubag", page)
    form = walking.form("kasubag", page, "tanda_tangan_penerbit")
    walking.refuse_others(form)
    pem = SimpleUploadedFile("penerbit.pem", Ca().pem)
    assert form.send(walking.clients["kasubag"], berkas=pem).status_code == 302
    walking.do("kasubag", page, "tanda_tangan_putusan_penerbit", putusan="lepas")
